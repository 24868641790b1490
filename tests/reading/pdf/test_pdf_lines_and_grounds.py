"""Lines of a chart, goals on a ground beside several rows, headings of parts and of groups."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from pdf_making import titled_page
from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document, Extraction
from plansvar.extraction import extract
from plansvar.reading.pdf import read_pdf

MONTHS = ("jan", "feb", "mars", "april")
LINES = {"2027": (7.8, 8.0, 7.3, 6.8), "2028": (7.4, 7.5, 6.7, 6.3)}
INKS = {"2027": "#8a8a8a", "2028": "#7a2e4d"}


def _document(page: Canvas, path: Path) -> Document:
    page.save()
    return read_pdf(path, path.name)


def _extracted(page: Canvas, path: Path) -> Extraction:
    return extract(_document(page, path))


def _line(page: Canvas, values: Sequence[float], ink: str, above: bool) -> None:
    page.setStrokeColor(HexColor(ink))
    page.setFillColor(HexColor(ink))
    page.setLineWidth(1.4)
    places = [(80 + 100 * n, 400 + 40 * value) for n, value in enumerate(values)]
    path = page.beginPath()
    path.moveTo(*places[0])
    for place in places[1:]:
        path.lineTo(*place)
    page.drawPath(path, stroke=1, fill=0)
    page.setFont("Helvetica-Bold", 7)
    for (x, y), value in zip(places, values, strict=True):
        page.circle(x, y, 1.6, stroke=0, fill=1)
        page.drawCentredString(x, y + (5 if above else -11), f"{value:.1f}".replace(".", ","))
    page.setFillColor(black)


@pytest.mark.parametrize("years", [("2027", "2028"), ("2028",)])
def test_each_point_of_a_line_has_its_figure(tmp_path: Path, years: Sequence[str]) -> None:
    page = titled_page(tmp_path / "l.pdf", "Sjukfrånvaro per månad, %")
    for year in years:
        _line(page, LINES[year], INKS[year], year == "2027")
        page.setFillColor(HexColor(INKS[year]))
        page.rect(450, 700 if year == "2027" else 680, 9, 5, stroke=0, fill=1)
        page.setFillColor(black)
        page.setFont("Helvetica", 7)
        page.drawString(464, 700 if year == "2027" else 680, year)
    page.setFont("Helvetica", 7)
    for number, month in enumerate(MONTHS):
        page.drawCentredString(80 + 100 * number, 630, month)
    (row,) = _extracted(page, tmp_path / "l.pdf").indicators
    told = {o.period: o.raw for o in row.observations}
    alone = len(years) == 1
    said = [
        (f"{m}{'' if alone else f' {y}'}", v)
        for y in years
        for m, v in zip(MONTHS, LINES[y], strict=True)
    ]
    assert told == {period: f"{value:.1f}".replace(".", ",") for period, value in said}


def test_a_line_whose_figures_do_not_fit_is_not_read(tmp_path: Path) -> None:
    page = titled_page(tmp_path / "l.pdf", "Sjukfrånvaro per månad, %")
    _line(page, LINES["2028"], INKS["2028"], True)
    page.setFont("Helvetica", 7)
    for number, month in enumerate(MONTHS[:-1]):
        page.drawCentredString(80 + 100 * number, 630, month)
    assert not _document(page, tmp_path / "l.pdf").tables


def _rows(page: Canvas, rows: Sequence[Sequence[str]], y: float, start: float = 150) -> None:
    for row in rows:
        page.drawString(start, y, row[0])
        for number, text in enumerate(row[1:]):
            page.drawRightString(400 + 70 * number, y, text)
        y -= 24


def test_a_goal_on_a_ground_is_that_of_all_rows_beside_it(tmp_path: Path) -> None:
    page = titled_page(tmp_path / "m.pdf", "Måluppfyllelse")
    page.setFillColor(HexColor("#e9efe9"))
    page.rect(50, 676, 96, 48, stroke=0, fill=1)
    page.rect(50, 628, 96, 48, stroke=0, fill=1)
    page.setFillColor(black)
    page.setFont("Helvetica-Bold", 9)
    page.drawString(54, 734, "Mål")
    _rows(page, [("Indikator", "2027", "Mål 2028")], 734)
    for y, lines in ((706, ("Trygg genom", "hela livet")), (658, ("En skola som", "lyfter alla"))):
        for number, text in enumerate(lines):
            page.drawString(54, y - 11 * number, text)
    page.setFont("Helvetica", 9)
    _rows(page, [("Väntetid, dagar", "57", "50"), ("Nöjda brukare, %", "76", "80")], 708)
    _rows(page, [("Behöriga elever, %", "78,9", "84"), ("Frånvaro, %", "9,9", "8,5")], 660)
    rows = _extracted(page, tmp_path / "m.pdf").indicators
    over = {row.name: [label.text for label in row.also] for row in rows}
    assert over["Väntetid, dagar"] == over["Nöjda brukare, %"] == ["Trygg genom hela livet"]
    assert over["Behöriga elever, %"] == over["Frånvaro, %"] == ["En skola som lyfter alla"]


def test_a_part_is_headed_by_a_line_of_its_own_between_rules(tmp_path: Path) -> None:
    page = titled_page(tmp_path / "i.pdf", "Investeringar")
    page.setLineWidth(0.5)
    page.setFont("Helvetica-Bold", 9)
    heads = [("Projekt, tkr", "Total utgift", "2028", "2029")]
    page.drawString(50, 734, "Nr")
    _rows(page, heads, 734, 90)
    page.line(48, 728, 545, 728)
    y = 712.0
    parts = {
        "Skattefinansierat": (("1401", "Ny förskola", "96 000", "7 500", "–"),
                              ("1412", "Brandstation", "54 000", "3 400", "22 000")),
        "Avgiftsfinansierat": (("2103", "Vattentäkt", "71 000", "8 200", "–"),
                               ("2112", "Återvinning", "22 000", "4 000", "18 000")),
    }  # fmt: skip
    for part, rows in parts.items():
        page.setFont("Helvetica-Bold", 9)
        page.drawString(50, y, part)
        page.setFont("Helvetica", 9)
        y -= 20
        for code, *row in rows:
            page.drawString(50, y, code)
            _rows(page, [row], y, 90)
            page.line(48, y - 6, 545, y - 6)
            y -= 20
    (table,) = _document(page, tmp_path / "i.pdf").tables
    first = [cell.text for cell in table.cells if cell.column == 0 and cell.text]
    assert first == [
        "Nr",
        "Skattefinansierat",
        "1401",
        "1412",
        "Avgiftsfinansierat",
        "2103",
        "2112",
    ]
