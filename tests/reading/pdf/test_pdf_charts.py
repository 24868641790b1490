"""Bars of charts: read as rows only where name, figure and length of each belong together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import BlockKind, Document
from plansvar.extraction import extract
from plansvar.reading.pdf.reader import read_pdf

YEARS = (("2030", 218.4), ("2031", 221.0), ("2032", 216.9), ("2033", 229.8))
SCHOOLS = (("Almskolan", 91.2), ("Björkskolan", 84.0), ("Dalskolan", 79.5))


def _said(figure: float) -> str:
    return str(figure).replace(".", ",")


def _canvas(folder: Path) -> Canvas:
    canvas = Canvas(str(folder / "prov.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(60, 780, "Skolornas resultat")
    return canvas


def _read(canvas: Canvas, folder: Path) -> Document:
    canvas.save()
    return read_pdf(folder / "prov.pdf", "prov.pdf")


def _upright(canvas: Canvas, bars: Sequence[tuple[str, float]], heights: Sequence[float]) -> None:
    canvas.setFont("Helvetica", 9)
    for number, ((name, figure), height) in enumerate(zip(bars, heights, strict=True)):
        x = 80 + 70 * number
        canvas.setFillColor(HexColor("#3573b1"))
        canvas.rect(x, 600, 40, height, stroke=0, fill=1)
        canvas.setFillColor(black)
        canvas.drawCentredString(x + 20, 604 + height, _said(figure))
        canvas.drawCentredString(x + 20, 586, name)


def test_upright_bars_over_years_are_one_row(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    _upright(canvas, YEARS, [(figure - 150) * 1.2 for _, figure in YEARS])
    canvas.setFont("Helvetica-Oblique", 8.5)
    canvas.drawString(60, 568, "Figur 2. Genomsnittligt meritvärde i årskurs 9")
    (row,) = extract(_read(canvas, tmp_path)).indicators
    assert row.name == "Genomsnittligt meritvärde i årskurs 9"
    assert [(o.period, o.raw) for o in row.observations] == [(y, _said(f)) for y, f in YEARS]


def test_bars_that_are_not_as_long_as_their_figures_are_not_read(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    _upright(canvas, YEARS, [80, 60, 90, 40])
    document = _read(canvas, tmp_path)
    assert not document.tables
    assert not extract(document).indicators


def test_level_bars_are_rows_of_names_and_figures(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(60, 740, "Andel behöriga till gymnasiet, procent")
    canvas.setFont("Helvetica", 9)
    for number, (name, figure) in enumerate(SCHOOLS):
        y = 715 - 18 * number
        canvas.drawString(60, y, name)
        canvas.setFillColor(HexColor("#7aa651"))
        canvas.rect(140, y - 2, 2.5 * figure, 11, stroke=0, fill=1)
        canvas.setFillColor(black)
        canvas.drawString(145 + 2.5 * figure, y, _said(figure))
    rows = extract(_read(canvas, tmp_path)).indicators
    title = "Andel behöriga till gymnasiet, procent"
    assert [(r.name, r.observations[0].raw, r.observations[0].unit) for r in rows] == [
        (f"{title}, {name}", _said(figure), "%") for name, figure in SCHOOLS
    ]


def test_bars_on_paler_ones_show_how_far_each_has_come(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    canvas.setFont("Helvetica", 10)
    tasks = (("Heltid som norm", 80), ("Välfärdsteknik", 45), ("Ny organisation", 10))
    for number, (name, share) in enumerate(tasks):
        y = 715 - 20 * number
        canvas.drawString(60, y, name)
        for ink, width in (("#dddddd", 200), ("#2e9e3f", 2 * share)):
            canvas.setFillColor(HexColor(ink))
            canvas.rect(240, y - 1, width, 9, stroke=0, fill=1)
        canvas.setFillColor(black)
        canvas.drawString(450, y, f"{share} %")
    table = _read(canvas, tmp_path).tables[0]
    assert [c.text for c in table.cells] == [t for n, s in tasks for t in (n, f"{s} %")]


def test_lines_with_bars_of_their_own_are_no_paragraph(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    canvas.setFont("Helvetica", 10)
    for number, (name, share) in enumerate((("Kulturplan", 75), ("Ny ishall", 20))):
        y, x = 715 - 13 * number, 66 + canvas.stringWidth(name, "Helvetica", 10)
        canvas.drawString(60, y, name)
        canvas.setFillColor(HexColor("#2e9e3f"))
        canvas.rect(x, y, 100, 8, stroke=0, fill=1)
        canvas.setFillColor(black)
        canvas.drawString(x + 106, y, f"{share} %")
    document = _read(canvas, tmp_path)
    items = [document.quote(b.span) for b in document.blocks if b.kind is BlockKind.LIST_ITEM]
    assert items == ["Kulturplan 75 %", "Ny ishall 20 %"]


def test_names_over_bars_and_figures_before_them(tmp_path: Path) -> None:
    parts = (("Skola", 42.5), ("Äldreomsorg", 32.3), ("Gator och parker", 5.9))
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 14)
    page.drawString(60, 720, "Vart gick hundra kronor?")
    for number, (name, share) in enumerate(parts):
        y = 680 - 28 * number
        page.setFont("Helvetica", 12)
        page.drawRightString(116, y - 4, f"{share:.2f} kr".replace(".", ","))
        page.setFont("Helvetica", 10)
        page.drawString(124, y, name)
        page.rect(124, y - 12, share * 8, 8, stroke=0, fill=1)
    page.save()
    document = read_pdf(tmp_path / "a.pdf", "a.pdf")
    assert "Skola\t42,50 kr\nÄldreomsorg\t32,30 kr\nGator och parker\t5,90 kr" in document.text
