"""Pages of an annual report: statements below each other, wide heads of years, notes, brackets."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document
from plansvar.reading.pdf.reader import read_pdf

LEFT = 60


class _Page:
    """Lines of a page from above; `rights` are where the figures end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.canvas = Canvas(str(path), pagesize=(595, 842))
        self.y = 760.0

    def line(
        self,
        label: str,
        figures: Sequence[str] = (),
        rights: Sequence[float] = (),
        font: str = "Helvetica",
        size: float = 9.5,
        step: float = 14.0,
    ) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(LEFT, self.y, label)
        for figure, right in zip(figures, rights, strict=True):
            self.canvas.drawRightString(right, self.y, figure)
        self.y -= step

    def read(self) -> Document:
        self.canvas.save()
        return read_pdf(self.path, "prov.pdf")


def _rows(document: Document, number: int) -> list[list[str]]:
    table = document.tables[number]
    rows = range(table.row_count)
    return [[" ".join(c.text.split()) for c in table.cells if c.row == row] for row in rows]


def test_the_title_of_the_next_statement_ends_the_one_above(tmp_path: Path) -> None:
    page = _Page(tmp_path / "prov.pdf")
    bold = "Helvetica-Bold"
    page.line("Belopp i mnkr", ["Not", "2033", "2032", "Budget 2033"], [300, 370, 440, 520], bold)
    page.line("Intäkter", ["1", "312,4", "298,7", "310,0"], [300, 370, 440, 520])
    page.line("Kostnader", ["2, 3", "-1 514,8", "-1 466,1", "-1 500,0"], [300, 370, 440, 520])
    page.line("Årets resultat", ["4", "37,1", "24,1", "30,0"], [300, 370, 440, 520], step=26)
    page.line("Balansräkning", size=14, font=bold, step=24)
    page.line("Mnkr", ["Not", "2033-12-31", "2032-12-31"], [360, 450, 520], bold)
    page.line("Mark och byggnader", ["11", "1 204,0", "1 118,7"], [360, 450, 520])
    page.line("Kassa och bank", ["14", "96,5", "61,2"], [360, 450, 520])
    page.line("Summa tillgångar", ["", "1 300,5", "1 179,9"], [360, 450, 520])
    document = page.read()
    assert _rows(document, 0)[1:] == [
        ["Intäkter", "1", "312,4", "298,7", "310,0"],
        ["Kostnader", "2, 3", "-1 514,8", "-1 466,1", "-1 500,0"],
        ["Årets resultat", "4", "37,1", "24,1", "30,0"],
    ]
    assert _rows(document, 1)[0] == ["Mnkr", "Not", "2033-12-31", "2032-12-31"]
    assert _rows(document, 1)[1] == ["Mark och byggnader", "11", "1 204,0", "1 118,7"]


def test_years_set_far_above_the_columns_they_head(tmp_path: Path) -> None:
    page = _Page(tmp_path / "prov.pdf")
    bold, rights = "Helvetica-Bold", [270, 310, 360, 410, 450, 500]
    page.canvas.setFont(bold, 9)
    page.canvas.drawCentredString(305, page.y, "2033")
    page.canvas.drawCentredString(445, page.y, "2032")
    page.y -= 18
    page.line("Förvaltning", ["Kvinnor", "Män", "Totalt"] * 2, rights, bold, 9)
    for name in ("Ledningskontoret", "Barn och lärande", "Totalt"):
        page.line(name, ["61", "38", "99", "60", "41", "101"], rights, size=9, step=16)
    table = page.read().tables[0]
    heads = [(c.text, c.column, c.column_span) for c in table.cells if c.column_span > 1]
    assert heads == [("2033", 1, 3), ("2032", 4, 3)]


def test_a_figure_in_brackets_makes_a_row_of_its_own(tmp_path: Path) -> None:
    page = _Page(tmp_path / "prov.pdf")
    page.line("tkr", ["2033", "2032"], [400, 500], "Helvetica-Bold")
    page.line("Årets resultat", ["37.100", "24.100"], [400, 500])
    page.line("Investeringar", ["(162.300)", "(131.775)"], [400, 500])
    page.line("Nya lån", ["100.000", "–"], [400, 500])
    assert _rows(page.read(), 0)[2:] == [
        ["Investeringar", "(162.300)", "(131.775)"],
        ["Nya lån", "100.000", "–"],
    ]


def test_the_grounds_of_narrow_cells_are_no_marks(tmp_path: Path) -> None:
    page = _Page(tmp_path / "prov.pdf")
    rights, sides = [134, 164, 193, 233], [57, 94, 140, 170, 199, 239]
    page.line("Ålder", ["Kvinnor", "Män", "Alla", "Andel"], rights, "Helvetica-Bold", 9, 15)
    for number, name in enumerate(("–29", "30–39", "40–49", "50–59", "60–")):
        if number % 2 == 0:
            page.canvas.setFillColor(HexColor("#eef3f8"))
            for left, right in itertools.pairwise(sides):
                page.canvas.rect(left, page.y - 4, right - left, 15, stroke=0, fill=1)
            page.canvas.setFillColor(HexColor("#000000"))
        page.line(name, ["188", "51", "239", "14,7 %"], rights, size=9, step=15)
    rows = _rows(page.read(), 0)
    assert rows[1] == ["–29", "188", "51", "239", "14,7 %"]
    assert len(rows) == 6


def test_headings_on_end_over_columns_without_rules(tmp_path: Path) -> None:
    page = _Page(tmp_path / "prov.pdf")
    page.y -= 100
    for x, text in ((225, "Ledningskontoret"), (265, "Barn och lärande"), (305, "Vård")):
        page.canvas.saveState()
        page.canvas.translate(x, page.y + 14)
        page.canvas.rotate(90)
        page.canvas.setFont("Helvetica-Bold", 9)
        page.canvas.drawString(0, 0, text)
        page.canvas.restoreState()
    for name, figures in (
        ("Personalomsättning, %", ["8,2", "9,9", "13,1"]),
        ("Andel heltid, %", ["96", "88", "71"]),
        ("Medellön, kr", ["43 200", "38 950", "33 410"]),
    ):
        page.line(name, figures, [228, 268, 307])
    document = page.read()
    assert _rows(document, 0)[0] == ["", "Ledningskontoret", "Barn och lärande", "Vård"]
    assert document.tables[0].header_rows == 1
