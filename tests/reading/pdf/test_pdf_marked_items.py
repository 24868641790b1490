"""Items with a sign each between dashed rules: undertakings whose progress a key tells, and goals
with lines of dots from names to figures under their titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor, black, white
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import CommitmentStatus
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

GREEN, BLUE, RED, GREY = "#2e9e5b", "#2b6cb0", "#d33a2c", "#9aa0a6"
KEY = ((GREEN, "genomfört"), (BLUE, "pågår enligt plan"), (RED, "försenat"), (GREY, "ej påbörjat"))
TASKS = (
    (GREEN, "Kartlägga trygghetslarmen", "Äldrenämnden. Redovisat i maj."),
    (
        RED,
        "Ta fram en cykelplan",
        "Tekniska nämnden. Underlaget dröjde. Beslut väntas i mars 2035.",
    ),
    (BLUE, "Se över skolskjutsarna", "Barnnämnden. Samråd hålls i oktober."),
    (GREY, "Inrätta ett ungdomsråd", "Kommunstyrelsen. Väntar på regionen."),
)
GOALS = (
    (GREEN, "1. Äldre är nöjda", (("Nöjda med hemtjänsten", "92 % (mål 90 %)"),)),
    (
        RED,
        "2. Fler bor i kommunen",
        (("Påbörjade bostäder", "9 (mål minst 40)"), ("Nöjda boende", "mäts i november")),
    ),
    (RED, "3. Luften är ren", (("Resor med tåg, januari–juli", "1 240 (mål 3 000 för helåret)"),)),
)


def _sign(page: Canvas, x: float, y: float, colour: str) -> None:
    if colour == GREY:
        page.setStrokeColor(HexColor(GREY))
        page.setFillColor(white)
        page.circle(x, y, 6, stroke=1, fill=1)
    else:
        page.setFillColor(HexColor(colour))
        page.circle(x, y, 6, stroke=0, fill=1)
    page.setStrokeColor(black)
    page.setFillColor(black)


def _dashes(page: Canvas, y: float, start: float = 50, end: float = 540) -> None:
    for at in range(int(start), int(end), 3):
        page.rect(at, y, 1.5, 0.7, stroke=0, fill=1)


@pytest.mark.parametrize("code", ["U", ""])
def test_undertakings_with_signs_that_a_key_explains(tmp_path: Path, code: str) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 16)
    page.drawString(50, 790, "Uppdragen i budget 2034")
    page.setFont("Helvetica", 9)
    for place, (colour, said) in enumerate(KEY):
        _sign(page, 60 + 120 * place, 763, colour)
        page.drawString(70 + 120 * place, 760, said)
    for number, (colour, title, told) in enumerate(TASKS):
        y = 720 - 48 * number
        _sign(page, 56, y + 3, colour)
        page.setFont("Helvetica-Bold", 10)
        page.drawString(72, y, f"{code}{number + 1}" if code else "")
        page.setFont("Helvetica", 10)
        page.drawString(100 if code else 72, y, title)
        page.setFont("Helvetica", 8)
        page.drawString(100 if code else 72, y - 15, told)
        _dashes(page, y - 26)
    page.save()
    found = extract(read(SourceFile(tmp_path / "a.pdf", "a.pdf"))).commitments
    assert [(c.text, c.status, c.responsible) for c in found] == [
        ("Kartlägga trygghetslarmen", CommitmentStatus.DONE, ("Äldrenämnden",)),
        ("Ta fram en cykelplan", CommitmentStatus.DELAYED, ("Tekniska nämnden",)),
        ("Se över skolskjutsarna", CommitmentStatus.ONGOING, ("Barnnämnden",)),
        ("Inrätta ett ungdomsråd", CommitmentStatus.NOT_STARTED, ("Kommunstyrelsen",)),
    ]
    assert found[1].comment == "Underlaget dröjde. Beslut väntas i mars 2035."
    assert {c.kind for c in found} == {"uppdrag"}


def test_goals_with_dots_from_names_to_figures(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica", 9)
    for place, (colour, said) in enumerate(((GREEN, "målet nås"), (RED, "målet nås inte"))):
        _sign(page, 60 + 120 * place, 783, colour)
        page.drawString(70 + 120 * place, 780, said)
    for number, (colour, title, rows) in enumerate(GOALS):
        y = 740 - 80 * number
        _sign(page, 56, y + 3, colour)
        page.setFont("Helvetica-Bold", 11)
        page.drawString(80, y, title)
        page.setFont("Helvetica", 9)
        for line, (name, told) in enumerate(rows):
            at = y - 15 - 13 * line
            page.drawString(80, at, name)
            page.drawRightString(420, at, told)
            start = 84 + page.stringWidth(name, "Helvetica", 9)
            _dashes(page, at - 1, start, 416 - page.stringWidth(told, "Helvetica", 9))
        page.setFont("Helvetica", 10)
        page.drawString(80, y - 46, "Utvecklingen har varit jämn under årets första åtta månader.")
        _dashes(page, y - 58)
    page.save()
    found = extract(read(SourceFile(tmp_path / "a.pdf", "a.pdf"))).indicators
    told = [(r.name, r.assessment.value if r.assessment else None) for r in found if r.assessments]
    assert told == [
        ("Äldre är nöjda", "grön"),
        ("Fler bor i kommunen", "röd"),
        ("Luften är ren", "röd"),
    ]
    values = {r.name: [(o.measure, o.raw) for o in r.observations] for r in found}
    assert values["Nöjda med hemtjänsten"] == [("utfall", "92 %"), ("mål", "90 %")]
    assert values["Påbörjade bostäder"] == [("utfall", "9"), ("mål", "minst 40")]
    assert values["Resor med tåg, januari–juli"][0] == ("utfall", "1 240")
