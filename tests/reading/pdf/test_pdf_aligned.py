"""Tables that only their figures show, headings of dates, tables in tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_making import draw_columns, draw_nested
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document
from plansvar.extraction.extract import extract
from plansvar.reading.pdf import read_pdf

BALANCE = [
    ("Tillgångar (mnkr)", "2031-12-31", "2030-12-31"),
    ("Mark och byggnader", "1 012,5", "956,0"),
    ("Maskiner", "88,1", "84,4"),
    ("Summa tillgångar", "1 100,6", "1 040,4"),
]
UNHEADED = [
    ("", "Utfall 2031", "Budget 2031"),
    ("Intäkter i tkr", "24 890", "24 000"),
    ("Kostnader i tkr", "-26 010", "-25 500"),
]
YEARS = [
    ("", "2029", "2030", "2031"),
    ("Soliditet (%)", "41", "40", "39"),
    ("Skattesats (kr)", "21,36", "21,36", "21,56"),
    ("Besökare (antal)", "10 200", "-", "11 450"),
]
LIST = [
    ("*Budget 2031",),
    ("Driftbidrag 2030", "80 000"),
    ("Uppräkning", "2 400"),
    ("Nytt larm", "600"),
    ("Driftbidrag 2031", "83 000", "Norrby", "60 000"),
    ("", "", "Sörby", "23 000"),
    ("*Plan 2032",),
    ("Driftbidrag 2031", "83 000"),
    ("Uppräkning", "1 000"),
    ("Driftbidrag 2032", "84 000", "Norrby", "61 000"),
    ("", "", "Sörby", "23 000"),
]


def texts(document: Document) -> list[list[str]]:
    table = document.tables[0]
    return [[c.text for c in table.cells if c.row == row] for row in range(table.row_count)]


@pytest.mark.parametrize("rows", [BALANCE, UNHEADED, YEARS])
def test_dates_and_years_head_columns(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    document = read_pdf(draw_columns(tmp_path / "t.pdf", rows), "t.pdf")
    assert texts(document) == [list(row) for row in rows]
    assert document.tables[0].header_rows == 1


def test_a_list_of_money_under_subheadings(tmp_path: Path) -> None:
    document = read_pdf(draw_columns(tmp_path / "t.pdf", LIST), "t.pdf")
    found = [
        (a.what, a.raw, a.measure, a.period, a.is_sum)
        for a in extract(document).amounts
        if a.headings
    ]
    assert found == [
        ("Driftbidrag 2030", "80 000", None, "2030", False),
        ("Uppräkning", "2 400", "budget", "2031", False),
        ("Nytt larm", "600", "budget", "2031", False),
        ("Driftbidrag 2031", "83 000", "budget", "2031", True),
        ("Driftbidrag, Norrby", "60 000", "budget", "2031", False),
        ("Driftbidrag, Sörby", "23 000", "budget", "2031", False),
        ("Driftbidrag 2031", "83 000", None, "2031", False),
        ("Uppräkning", "1 000", "plan", "2032", False),
        ("Driftbidrag 2032", "84 000", "plan", "2032", True),
        ("Driftbidrag, Norrby", "61 000", "plan", "2032", False),
        ("Driftbidrag, Sörby", "23 000", "plan", "2032", False),
    ]


def test_pages_listed_are_no_table(tmp_path: Path) -> None:
    rows = [(f"Kapitel {n}", str(n + n // 2)) for n in range(1, 9)]
    document = read_pdf(draw_columns(tmp_path / "t.pdf", rows), "t.pdf")
    assert not document.tables


def test_an_axis_of_a_chart_is_no_table(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    for step in range(6):
        canvas.drawRightString(80, 500 + 20 * step, str(10 * step))
    for place, name in enumerate(("KS", "SN", "BUN")):
        canvas.drawString(110 + 60 * place, 480, name)
    canvas.save()
    assert not read_pdf(tmp_path / "t.pdf", "t.pdf").tables


def test_groups_of_headings_that_repeat(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica-Bold", 10)
    for x, name in ((230, "2031"), (390, "2032")):
        canvas.drawString(x, 700, name)
    for x, name in ((310, "Utgift"), (380, "Inkomst"), (460, "Utgift"), (530, "Inkomst")):
        canvas.drawRightString(x, 686, name)
    canvas.setFont("Helvetica", 10)
    for y, row in ((668, ("Gata", "-14", "1", "-18", "3")), (652, ("Park", "-9", "2", "-7", "4"))):
        canvas.drawString(60, y, row[0])
        for x, value in zip((310, 380, 460, 530), row[1:], strict=True):
            canvas.drawRightString(x, y, value)
    canvas.save()
    heads = [c for c in read_pdf(tmp_path / "t.pdf", "t.pdf").tables[0].cells if c.row == 0]
    assert [(c.text, c.column, c.column_span) for c in heads if c.text] == [
        ("2031", 1, 2),
        ("2032", 3, 2),
    ]


def test_tables_in_a_table(tmp_path: Path) -> None:
    document = read_pdf(draw_nested(tmp_path / "t.pdf"), "t.pdf")
    rows = extract(document).indicators
    assert [(row.name, row.responsible, [o.raw for o in row.observations]) for row in rows] == [
        ("Nöjda besökare (%)", ("Kulturnämnden",), ["87", "90"]),
        ("Besök (antal)", ("Kulturnämnden",), ["1 200", "1 100"]),
        ("Väntetid (dagar)", ("Socialnämnden",), ["54", "45"]),
        ("Kontinuitet (antal)", ("Socialnämnden",), ["14", "12"]),
    ]


def test_tables_side_by_side(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    sides = (
        (50, (("Verksamhet", "Budget 2031", "Utfall 2031"), ("Skola", "40", "41"))),
        (310, (("Verksamhet", "Budget 2031", "Utfall 2031"), ("Vård", "70", "69"))),
    )
    for x, rows in sides:
        for number, row in enumerate((*rows, ("Summa", "90", "95"))):
            canvas.setFont("Helvetica-Bold" if not number else "Helvetica", 9)
            canvas.drawString(x, 700 - 16 * number, row[0])
            for place, value in enumerate(row[1:]):
                canvas.drawRightString(x + 130 + 75 * place, 700 - 16 * number, value)
    canvas.save()
    document = read_pdf(tmp_path / "t.pdf", "t.pdf")
    bodies = [[c.text for c in table.cells if c.row == 1] for table in document.tables]
    assert bodies == [["Skola", "40", "41"], ["Vård", "70", "69"]]


def test_text_under_values_without_labels_is_not_theirs(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(60, 720, "Nöjda besökare (%)")
    for x, name, value in (
        (60, "Utfall 2030", "74"),
        (160, "Utfall 2031", "68"),
        (260, "Mål 2031", "80"),
    ):
        canvas.drawString(x, 700, name)
        canvas.drawString(x, 684, value)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 668, "Utvecklingen går åt rätt håll.")
    canvas.save()
    table = read_pdf(tmp_path / "t.pdf", "t.pdf").tables[0]
    assert [c.text for c in table.cells if c.row == 1] == ["74", "68", "80"]


def test_the_rest_of_a_label_on_the_next_page(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    head = ("Indikator", "Utfall 2031", "Mål 2031")
    rows = [("Andel nöjda", "med skolan"), ("Andel trygga", "på fritiden")]

    def line(y: float, texts: tuple[str, ...]) -> None:
        for x, text in zip((60, 250, 350), texts, strict=False):
            canvas.drawString(x, y, text)

    canvas.setFont("Helvetica-Bold", 10)
    line(120, head)
    canvas.setFont("Helvetica", 10)
    line(96, ("Andel som", "11", "12"))
    line(84, ("väntar på",))
    canvas.showPage()
    canvas.setFont("Helvetica", 10)
    line(740, ("svar",))
    for number, (first, second) in enumerate(rows * 2):
        line(716 - 36 * number, (first, str(20 + number), "30"))
        line(704 - 36 * number, (second,))
    canvas.save()
    table = read_pdf(tmp_path / "t.pdf", "t.pdf").tables[0]
    labels = [c.text for c in table.cells if c.column == 0]
    assert labels[1:3] == ["Andel som väntar på svar", "Andel nöjda med skolan"]
