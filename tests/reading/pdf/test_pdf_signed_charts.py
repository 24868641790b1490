"""Bars to both sides of a line, steps from budget to forecast, and bars that stand close."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from pdf_making import titled_page
from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Extraction
from plansvar.extraction import extract
from plansvar.reading.pdf import read_pdf

BOARDS = (
    ("Kommunstyrelsen", 2.5),
    ("Skolnämnden", -4.4),
    ("Socialnämnden", -8.8),
    ("Revisionen", 0.0),
)
STEPS = (
    ("Budget 2028", 8.6),
    ("Nämnderna", -13.3),
    ("Skatter och|bidrag", 7.9),
    ("Prognos 2028", 3.2),
)


def _said(figure: float) -> str:
    sign = "+" if figure > 0 else "–" if figure < 0 else "±"
    return f"{sign}{abs(figure):.1f}".replace(".", ",")


def _done(page: Canvas, path: Path) -> Extraction:
    page.save()
    return extract(read_pdf(path, path.name))


def _bar(page: Canvas, x: float, y: float, wide: float, high: float, colour: str) -> None:
    page.setFillColor(HexColor(colour))
    page.rect(x, y, wide, high, stroke=0, fill=1)
    page.setFillColor(black)


@pytest.mark.parametrize("scale", [12.0, None])
def test_bars_to_both_sides_of_a_line_are_more_and_less(
    tmp_path: Path, scale: float | None
) -> None:
    page = titled_page(tmp_path / "a.pdf", "Nämndernas avvikelser 2028, mnkr")
    page.line(350, 640, 350, 780)
    for number, (name, figure) in enumerate(BOARDS):
        y = 750 - 26 * number
        long = abs(figure) * (scale or 30 / (number + 1))
        page.drawString(50, y + 3, name)
        if figure:
            _bar(page, 350 - (long if figure < 0 else 0), y, long, 14, "#b1470e")
        if figure < 0:
            page.drawRightString(346 - long, y + 3, _said(figure))
        else:
            page.drawString(354 + long, y + 3, _said(figure))
    rows = _done(page, tmp_path / "a.pdf").amounts
    told = [(row.what, row.raw, row.unit, row.period) for row in rows if row.raw != "2028"]
    whole = [(name, _said(figure), "mnkr", "2028") for name, figure in BOARDS]
    assert told == (whole if scale else [])


def test_steps_from_budget_to_forecast_have_each_its_figure(tmp_path: Path) -> None:
    page = titled_page(tmp_path / "b.pdf", "Från budget till prognos")
    level = 0.0
    page.line(50, 650, 545, 650)
    for number, (name, figure) in enumerate(STEPS):
        x = 60 + 110 * number
        whole = number in (0, len(STEPS) - 1)
        start = 0.0 if whole else level
        level = figure if whole else level + figure
        low, high = sorted((start, level))
        _bar(page, x, 650 + 6 * low, 60, 6 * (high - low), "#25352b")
        page.drawCentredString(x + 30, 654 + 6 * high, _said(figure).lstrip("+" if whole else ""))
        for line, part in enumerate(name.split("|")):
            page.drawCentredString(x + 30, 600 - 11 * line, part)
    page.setFont("Helvetica-Oblique", 8)
    page.drawString(
        50, 560, "Diagram 1. Skillnaden mellan budgeterat och prognostiserat resultat, mnkr."
    )
    rows = _done(page, tmp_path / "b.pdf").amounts
    told = {row.what: (row.raw, row.unit, row.measure) for row in rows}
    assert told == {
        "Budget 2028": ("8,6", "mnkr", "budget"),
        "Nämnderna": ("–13,3", "mnkr", None),
        "Skatter och bidrag": ("+7,9", "mnkr", None),
        "Prognos 2028": ("3,2", "mnkr", "prognos"),
    }


def _grouped(page: Canvas, groups: Sequence[tuple[str, Sequence[int]]]) -> None:
    colours = ("#1b4f8a", "#e08a3c", "#7d9f4a")
    for number, (name, figures) in enumerate(groups):
        x = 60 + 80 * number
        page.setFont("Helvetica", 5.8)
        for place, (figure, colour) in enumerate(zip(figures, colours, strict=True)):
            _bar(page, x + 17 * place, 600, 15.3, figure / 30, colour)
            shown = f"{figure // 1000} {figure % 1000:03}"
            page.drawCentredString(x + 17 * place + 7.6, 603 + figure / 30, shown)
        page.drawCentredString(x + 25, 585, name)
    for place, (year, colour) in enumerate(zip(("2028", "2030", "2035"), colours, strict=True)):
        _bar(page, 60 + 60 * place, 560, 8, 8, colour)
        page.drawString(72 + 60 * place, 561, year)


def test_figures_over_bars_that_almost_touch_are_each_of_their_bar(tmp_path: Path) -> None:
    page = titled_page(tmp_path / "c.pdf", "Invånare efter ålder, prognos")
    groups = (("0–5 år", (1245, 1132, 1098)), ("65–79 år", (2591, 2536, 2441)))
    _grouped(page, groups)
    (row,) = _done(page, tmp_path / "c.pdf").indicators
    told = {(o.breakdown, o.period): o.raw for o in row.observations}
    assert told["65–79 år", "2028"] == "2 591"
    assert told["65–79 år", "2030"] == "2 536"
    assert told["0–5 år", "2035"] == "1 098"
