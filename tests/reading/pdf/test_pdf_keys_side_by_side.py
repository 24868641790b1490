"""Several keys in one box, each under a heading of its own, and tables whose rows have remarks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.colors import HexColor, black, white
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import CommitmentStatus
from plansvar.extraction import extract
from plansvar.extraction.extract import Extraction
from plansvar.reading.pdf import read_pdf

GREEN, YELLOW, RED, BLUE, GREY = "#3fa34d", "#f2c037", "#d64545", "#3b7dd8", "#9aa3ad"
Draw = Callable[[Canvas, float, float], None]
GOALS = (("disc", GREEN, "Bedöms nås"), ("disc", YELLOW, "Nås delvis"), ("disc", RED, "Nås inte"))
TASKS = (
    ("box", BLUE, "Avslutad"),
    ("disc", GREEN, "Pågår enligt plan"),
    ("pause", RED, "Försenad"),
    ("ring", GREY, "Ej påbörjad"),
)


def _sign(page: Canvas, form: str, colour: str, x: float, y: float) -> None:
    page.setFillColor(HexColor(colour))
    page.setStrokeColor(HexColor(colour))
    if form == "disc":
        page.circle(x + 4.5, y + 3, 4.5, stroke=0, fill=1)
    elif form == "box":
        page.rect(x, y - 1.5, 9, 9, stroke=0, fill=1)
    elif form == "pause":
        page.rect(x + 1, y - 1.5, 2.6, 9, stroke=0, fill=1)
        page.rect(x + 5.6, y - 1.5, 2.6, 9, stroke=0, fill=1)
    else:
        page.setLineWidth(1.4)
        page.rect(x, y - 1.5, 9, 9, stroke=1, fill=0)
    page.setFillColor(black)
    page.setStrokeColor(black)


def _key(page: Canvas, y: float, headed: bool = True) -> None:
    for x, head, entries in ((54, "Mål och mått", GOALS), (220, "Aktiviteter", TASKS)):
        page.setFont("Helvetica-Bold", 8)
        page.drawString(x, y, head if headed else "")
        page.setFont("Helvetica", 8)
        for number, (form, colour, words) in enumerate(entries, 1):
            _sign(page, form, colour, x, y - 16 * number)
            page.drawString(x + 24, y - 16 * number, words)


def _head(page: Canvas, y: float, names: Sequence[tuple[float, str]]) -> None:
    page.setFillColor(HexColor("#2f3e63"))
    page.rect(50, y - 5, 495, 16, stroke=0, fill=1)
    page.setFillColor(white)
    page.setFont("Helvetica-Bold", 8)
    for x, name in names:
        page.drawString(x, y, name)
    page.setFillColor(black)
    page.line(50, y - 5, 545, y - 5)


def _row(page: Canvas, y: float, sign: tuple[str, str], cells: Sequence[tuple[float, str]]) -> None:
    _sign(page, *sign, 56, y)
    page.setFont("Helvetica", 8)
    for x, words in cells:
        page.drawString(x, y, words)
    page.line(50, y - 5, 545, y - 5)


def _remark(page: Canvas, y: float, words: str) -> float:
    page.setFont("Helvetica-Bold", 7)
    page.drawString(80, y, "Kommentar")
    page.setFont("Helvetica", 7)
    page.drawString(80, y - 9, words)
    page.line(50, y - 14, 545, y - 14)
    return y - 24


def _report(path: Path, headed: bool = True) -> Extraction:
    page = Canvas(str(path), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 14)
    page.drawString(54, 790, "Så läser du rapporten")
    _key(page, 765, headed)
    page.setFont("Helvetica-Bold", 14)
    page.drawString(54, 660, "Trygg omsorg")
    _head(page, 640, ((80, "Indikator"), (340, "Utfall 2040"), (440, "Mål 2041")))
    _row(page, 625, ("disc", YELLOW), ((80, "Nöjda brukare, %"), (340, "82"), (440, "90")))
    y = _remark(page, 610, "Enkäten görs i maj.")
    _row(page, y, ("disc", RED), ((80, "Väntetid, dagar"), (340, "71"), (440, "45")))
    page.setFont("Helvetica-Bold", 9)
    page.drawString(54, y - 22, "Analys")
    page.setFont("Helvetica", 9)
    page.drawString(54, y - 34, "Utvecklingen går åt rätt håll men målen är höga i hela länet och")
    page.drawString(54, y - 46, "köerna blir kortare.")
    heads = ((56, "Status"), (110, "Aktivitet"), (330, "Ansvarig"), (450, "Slutdatum"))
    _head(page, y - 66, heads)
    late = ((110, "Byta larm i alla hem"), (330, "Enhetschefen"), (450, "2041-03-31"))
    _row(page, y - 81, ("pause", RED), late)
    y = _remark(page, y - 96, "Leveransen är sen.")
    done = ((110, "Starta bemanningsenhet"), (330, "Vårdchefen"), (450, "2041-02-28"))
    _row(page, y, ("box", BLUE), done)
    page.setFont("Helvetica-Bold", 14)
    page.drawString(54, y - 40, "Fler i arbete")
    _head(page, y - 60, heads)
    page.setFont("Helvetica", 8)
    _sign(page, "ring", GREY, 56, y - 80)
    page.drawString(110, y - 76, "Handledning för personer som länge haft behov av")
    page.drawString(110, y - 86, "stöd")
    page.drawString(330, y - 80, "Arbetsmarknadschefen")
    page.drawString(450, y - 80, "2041-12-31")
    page.line(50, y - 92, 545, y - 92)
    page.save()
    return extract(read_pdf(path, path.name))


def test_each_table_takes_the_key_under_its_heading(tmp_path: Path) -> None:
    found = _report(tmp_path / "a.pdf")
    assert [(row.name, row.assessment.meaning) for row in found.indicators if row.assessment] == [
        ("Nöjda brukare, %", "Nås delvis"),
        ("Väntetid, dagar", "Nås inte"),
    ]
    assert [(row.text, row.status) for row in found.commitments] == [
        ("Byta larm i alla hem", CommitmentStatus.DELAYED),
        ("Starta bemanningsenhet", CommitmentStatus.DONE),
        ("Handledning för personer som länge haft behov av stöd", CommitmentStatus.NOT_STARTED),
    ]


def test_remarks_belong_to_the_row_above_however_short(tmp_path: Path) -> None:
    found = _report(tmp_path / "a.pdf")
    assert [row.comment for row in found.indicators] == ["Enkäten görs i maj.", None]
    assert [row.comment for row in found.commitments] == ["Leveransen är sen.", None, None]


def test_columns_that_repeat_a_sign_are_keys_without_headings(tmp_path: Path) -> None:
    found = _report(tmp_path / "a.pdf", headed=False)
    assert [row.status for row in found.commitments] == [
        CommitmentStatus.DELAYED,
        CommitmentStatus.DONE,
        CommitmentStatus.NOT_STARTED,
    ]
