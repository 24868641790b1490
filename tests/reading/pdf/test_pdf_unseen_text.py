"""Text that no reader of the page sees, words that files split, headers of short files."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_making import draw_lines
from reportlab.lib.colors import HexColor, white
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import FurnitureKind, GapKind
from plansvar.reading.pdf import read_pdf
from plansvar.reading.pdf.characters import runs_into
from plansvar.reading.pdf.healing import healed, splits_in


def _hidden(canvas: Canvas, how: str) -> None:
    if how == "white on white":
        canvas.setFillColor(white)
    elif how == "ground":
        canvas.setFillColor(HexColor("#ffeeaa"))
        canvas.rect(40, 590, 300, 30, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#ffeda8"))
    elif how == "seen through":
        canvas.setFillAlpha(0)
    canvas.setFont("Helvetica", 0.4 if how == "tiny" else 11)
    line = canvas.beginText(900 if how == "outside" else 60, 600)
    line.setTextRenderMode(3 if how == "mode 3" else 0)
    line.textLine("Hemligt: andelen var 99 procent.")
    canvas.drawText(line)


@pytest.mark.parametrize(
    "how", ["white on white", "ground", "seen through", "tiny", "outside", "mode 3"]
)
def test_what_nobody_sees_is_left_out_and_reported(tmp_path: Path, how: str) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    canvas.drawString(60, 760, "Andelen som var nöjda blev 71 procent.")
    _hidden(canvas, how)
    canvas.save()
    document = read_pdf(tmp_path / "t.pdf", "t.pdf")
    assert "71 procent" in document.text
    assert "99" not in document.text
    assert [gap.page_index for gap in document.gaps if gap.kind is GapKind.HIDDEN_TEXT] == [1]


def test_light_text_on_a_dark_ground_is_seen(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    canvas.setFillColor(HexColor("#1f4e79"))
    canvas.rect(40, 690, 300, 30, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.drawString(60, 700, "Rubrik i vitt")
    canvas.save()
    document = read_pdf(tmp_path / "t.pdf", "t.pdf")
    assert "Rubrik i vitt" in document.text
    assert not document.gaps


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("K ommunstyrelsen leder", "Kommunstyrelsen leder"),
        ("Samhällsbyggnadsnämnde n har", "Samhällsbyggnadsnämnden har"),
        ("Verksam hetens mål", "Verksamhetens mål"),
        ("i Kommunstyrelsen", "i Kommunstyrelsen"),
        ("K och M", "K och M"),
    ],
)
def test_words_are_healed_by_the_documents_own(text: str, whole: str) -> None:
    own = "Kommunstyrelsen Samhällsbyggnadsnämnden Verksamhetens mål och leder"
    assert healed(text, splits_in([own, text])) == whole


def test_two_words_that_also_stand_apart_stay_two() -> None:
    texts = ["barn omsorg", "barnomsorg", "barn leker", "god omsorg"]
    assert healed("barn omsorg", splits_in(texts)) == "barn omsorg"


@pytest.mark.parametrize(
    ("before", "letter", "gap", "apart"),
    [("T", "a", -0.17, False), ("V", "å", -0.2, False), ("d", "a", -0.17, True)],
)
def test_kerning_is_no_end_of_a_word(before: str, letter: str, gap: float, apart: bool) -> None:
    assert runs_into(before, letter, gap) is apart


def _split(canvas: Canvas, y: float, parts: tuple[str, ...], gap: float) -> None:
    x = 60.0
    for part in parts:
        canvas.drawString(x, y, part)
        x += canvas.stringWidth(part, "Helvetica", 11) + gap


def test_a_gap_without_a_space_is_none_where_spaces_are_printed(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica", 11)
    for line in range(5):
        canvas.drawString(60, 760 - 14 * line, "Nämnden följer upp sina mål en gång om året.")
    _split(canvas, 640, ("K", "ulturnämnden ansvarar"), 2.6)
    canvas.save()
    assert "Kulturnämnden ansvarar" in read_pdf(tmp_path / "t.pdf", "t.pdf").text


@pytest.mark.parametrize(
    ("edge", "label"),
    [
        (((60, 815, "Norrby kommun", 8), (500, 815, "1 (4)", 8)), "1 (4)"),
        (((60, 30, "www.norrby.se  Telefon: 0123-45 60 00", 8),), None),
    ],
)
def test_headers_of_a_single_page(
    tmp_path: Path, edge: tuple[tuple[float, float, str, int], ...], label: str | None
) -> None:
    body = [(60, 700 - 15 * n, "Nämnden arbetar för att nå målen.", 11) for n in range(9)]
    path = draw_lines(tmp_path / "t.pdf", [[*edge, (60, 740, "Rapport", -16), *body]])
    document = read_pdf(path, "t.pdf")
    assert edge[0][2] not in document.text
    assert document.pages[0].label == label
    kinds = (FurnitureKind.RUNNING_HEADER, FurnitureKind.RUNNING_FOOTER)
    assert all(item.kind in kinds for item in document.furniture)


def test_rows_of_a_table_at_the_edge_are_no_header(tmp_path: Path) -> None:
    rows = [[(60, 800, "Andel nöjda 1 (%)", 10), (300, 800, f"{40 + n}", 10), (360, 800, "50", 10)]
            for n in range(3)]  # fmt: skip
    document = read_pdf(draw_lines(tmp_path / "t.pdf", rows), "t.pdf")
    assert not document.furniture


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("Andel", "verksamhete", "r med plan"), "Andel verksamheter med plan"),
        (("Antal", "kommuner", "i länet"), "Antal kommuner i länet"),
        (("Avfall per", "år", "s"), "Avfall per år s"),
    ],
)
def test_words_that_a_narrow_cell_broke(tmp_path: Path, lines: tuple[str, ...], whole: str) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    canvas.grid((50, 140, 220, 300), (700, 740, 760))
    for x, text in ((54, "Indikator"), (144, "Utfall 2031"), (224, "Mål 2031")):
        canvas.drawString(x, 746, text)
    for number, text in enumerate(lines):
        canvas.drawString(54, 728 - 11 * number, text)
    canvas.drawString(144, 728, "12")
    canvas.save()
    table = read_pdf(tmp_path / "t.pdf", "t.pdf").tables[0]
    assert next(c.text for c in table.cells if (c.row, c.column) == (1, 0)) == whole


def test_a_word_of_its_own_below_a_long_one_is_no_ending() -> None:
    texts = ("betalas två", "handläggare via", "nämndens måltidskostnad", "Verksamhet ens")
    texts += ("Personalko stnader",)
    pairs = [tuple(text.split()) for text in texts]
    splits = splits_in(texts, frozenset((first, second) for first, second in pairs))
    assert splits == {("Verksamhet", "ens"), ("Personalko", "stnader")}
