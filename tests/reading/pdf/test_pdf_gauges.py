"""Gauges whose needle points at a coloured field, and bands and lids in the colour of a verdict."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor, black, white
from reportlab.pdfgen.canvas import Canvas

from plansvar.extraction import extract
from plansvar.reading.pdf import read_pdf

GREEN, YELLOW, RED, GREY = "#3a9a46", "#f0c030", "#cf2a2a", "#c8ccd0"
GOALS = ("Alla barn lär sig simma", "Fler företag startas i kommunen", "Maten lagas från grunden")
PROSE = "Nämnden har under året arbetat med detta i flera steg och fortsätter med det nästa år."
MEANINGS = {
    GREEN: "Nålen i grönt: målet är uppfyllt",
    YELLOW: "Nålen i gult: målet är delvis uppfyllt",
    RED: "Nålen i rött: målet är inte uppfyllt",
    GREY: "Grå mätare: målet har inte bedömts",
}


def _gauge(
    page: Canvas,
    x: float,
    y: float,
    says: str | None,
    fields: Sequence[str] = (RED, YELLOW, GREEN),
    ring: bool = True,
    slender: bool = False,
) -> None:
    """A dial around (x, y) whose fields go from left to right over the upper half."""
    step = 180 / len(fields)
    for number, colour in enumerate(fields):
        page.setFillColor(HexColor(GREY if says == GREY else colour))
        start = 180 - step * (number + 1)
        page.wedge(x - 30, y - 30, x + 30, y + 30, start + 2, step - 4, stroke=0, fill=1)
    if ring:
        page.setFillColor(white)
        page.circle(x, y, 17, stroke=0, fill=1)
    if says in fields:
        angle = math.radians(180 - step * (list(fields).index(str(says)) + 0.5))
        _needle(page, (x, y), (x + 27 * math.cos(angle), y + 27 * math.sin(angle)), slender)
    page.setFillColor(black)
    page.circle(x, y, 3, stroke=0, fill=1)


def _needle(
    page: Canvas, hub: tuple[float, float], tip: tuple[float, float], slender: bool
) -> None:
    if not slender:
        page.setLineWidth(2)
        page.line(*hub, *tip)
        return
    length = math.dist(hub, tip)
    across = ((hub[1] - tip[1]) / length * 2, (tip[0] - hub[0]) / length * 2)
    page.setFillColor(black)
    path = page.beginPath()
    path.moveTo(hub[0] + across[0], hub[1] + across[1])
    path.lineTo(hub[0] - across[0], hub[1] - across[1])
    path.lineTo(*tip)
    path.close()
    page.drawPath(path, stroke=0, fill=1)


def _band(page: Canvas, y: float, colour: str, title: str) -> None:
    page.setFillColor(HexColor(colour))
    page.rect(50, y - 8, 495, 26, stroke=0, fill=1)
    page.setFillColor(white)
    page.setFont("Helvetica-Bold", 13)
    page.drawString(64, y, title)
    page.setFillColor(black)


def _prose(page: Canvas, x: float, y: float) -> None:
    page.setFont("Helvetica", 9)
    for line in range(3):
        page.drawString(x, y - 13 * line, PROSE[: int((545 - x) / 4.6)])


def _key(page: Canvas, y: float, beside: bool = False) -> None:
    page.setFont("Helvetica-Bold", 13)
    page.drawString(50, y + 50, "Så läser du mätarna")
    for number, (colour, words) in enumerate(MEANINGS.items()):
        x, at = (90, y - 60 * number) if beside else (100 + 120 * number, y)
        _gauge(page, x, at, colour)
        page.setFont("Helvetica", 8)
        if beside:
            page.drawString(x + 40, at + 10, words)
            continue
        lead, rest = words.split(": ")
        page.drawCentredString(x, at - 16, f"{lead}:")
        page.drawCentredString(x, at - 26, rest)


def _judged(path: Path) -> list[tuple[str, str | None, str | None]]:
    rows = extract(read_pdf(path, path.name)).indicators
    return [(row.name, a.value, a.meaning) for row in rows for a in row.assessments]


def _report(
    path: Path,
    says: Sequence[str],
    bands: Sequence[str | None],
    key: bool | None = True,
    slender: bool = False,
    ring: bool = True,
    fields: Sequence[str] = (RED, YELLOW, GREEN),
) -> Path:
    """A page of goals, and one with the key (beside its gauges where `key` is null)."""
    page = Canvas(str(path), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 18)
    page.drawString(50, 780, "Mål för verksamheten")
    for number, (goal, colour, band) in enumerate(zip(GOALS, says, bands, strict=True)):
        y = 720 - 190 * number
        if band is not None:
            _band(page, y, band, goal)
            _gauge(page, 100, y - 70, colour, fields, ring, slender)
            _prose(page, 180, y - 40)
        else:
            _gauge(page, 90, y - 30, colour, fields, ring, slender)
            page.setFont("Helvetica-Bold", 13)
            page.drawString(140, y - 10, goal)
            _prose(page, 140, y - 26)
    page.showPage()
    page.setFont("Helvetica-Bold", 18)
    page.drawString(50, 780, "Om bedömningarna")
    if key is not False:
        _key(page, 660, beside=key is None)
    page.save()
    return path


@pytest.mark.parametrize("slender", [True, False])
@pytest.mark.parametrize("key", [True, None])
def test_a_needle_points_at_the_verdict(tmp_path: Path, slender: bool, key: bool | None) -> None:
    says = (YELLOW, GREEN, GREY)
    path = _report(tmp_path / "a.pdf", says, says, key, slender)
    assert _judged(path) == [
        (GOALS[0], "gul", "målet är delvis uppfyllt"),
        (GOALS[1], "grön", "målet är uppfyllt"),
        (GOALS[2], "grå", "målet har inte bedömts"),
    ]


def test_whole_sectors_in_another_order_beside_their_titles(tmp_path: Path) -> None:
    fields = (GREEN, YELLOW, RED)
    path = _report(
        tmp_path / "a.pdf", (RED, GREEN, YELLOW), (None,) * 3, False, True, False, fields
    )
    assert [(name, value) for name, value, _ in _judged(path)] == [
        (GOALS[0], "röd"),
        (GOALS[1], "grön"),
        (GOALS[2], "gul"),
    ]


def test_a_band_that_says_something_else_leaves_the_verdict_open(tmp_path: Path) -> None:
    says = (YELLOW, GREEN, RED)
    path = _report(tmp_path / "a.pdf", says, (RED, GREEN, RED))
    assert [value for name, value, _ in _judged(path) if name == GOALS[0]] in ([], [None])


def test_bands_without_a_key_only_adorn(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    for number, (goal, colour) in enumerate(zip(GOALS, (GREEN, YELLOW, RED), strict=True)):
        _band(page, 720 - 100 * number, colour, goal)
        _prose(page, 50, 690 - 100 * number)
    page.save()
    assert _judged(tmp_path / "a.pdf") == []


def test_lids_of_boxes_judge_where_a_key_explains_them(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 18)
    page.drawString(50, 780, "Finansiella mål")
    for number, (goal, colour) in enumerate(zip(GOALS, (GREEN, RED, GREEN), strict=True)):
        x = 50 + 170 * number
        page.rect(x, 670, 155, 80, stroke=1, fill=0)
        page.setFillColor(HexColor(colour))
        page.rect(x, 741, 155, 9, stroke=0, fill=1)
        page.setFillColor(black)
        page.setFont("Helvetica-Bold", 9)
        page.drawString(x + 8, 722, goal[:28])
        page.setFont("Helvetica", 9)
        page.drawString(x + 8, 700, "Utfall 41 procent")
    _key(page, 560)
    page.save()
    found = _judged(tmp_path / "a.pdf")
    assert {(name[:20], value) for name, value, _ in found} == {
        (GOALS[0][:20], "grön"),
        (GOALS[1][:20], "röd"),
        (GOALS[2][:20], "grön"),
    }
