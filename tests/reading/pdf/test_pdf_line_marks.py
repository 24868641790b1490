"""Marks beside headings: what judges a goal, and what only adorns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor, black, white
from reportlab.pdfgen.canvas import Canvas

from plansvar.extraction import extract
from plansvar.reading.pdf import read_pdf

GREEN, YELLOW, RED, BLUE = "#3a9a46", "#f4b81f", "#cf2a2a", "#1f5fa8"
GOALS = (
    "1.1 Alla elever ska klara skolan",
    "1.2 Fler ska känna sig trygga",
    "1.3 Fler ska få arbete",
)
PROSE = "Under året har nämnden arbetat med detta i flera steg och fortsätter med det nästa år."


def _draw(
    path: Path,
    colours: Sequence[str],
    key: bool = True,
    radius: float = 6,
    after: bool = False,
    band: bool = False,
) -> Path:
    canvas = Canvas(str(path), pagesize=(595, 842))
    if key:
        places = (
            (60, GREEN, "Uppfyllt"),
            (160, YELLOW, "Delvis uppfyllt"),
            (290, RED, "Ej uppfyllt"),
        )
        for x, colour, words in places:
            _dot(canvas, x, 763, colour, 4)
            canvas.setFont("Helvetica", 9)
            canvas.drawString(x + 9, 760, words)
    for number, (goal, colour) in enumerate(zip(GOALS, colours, strict=True)):
        y = 720 - 80 * number
        if band:
            canvas.setFillColor(HexColor("#1d5c66"))
            canvas.rect(50, y - 5, 450, 18, stroke=0, fill=1)
            canvas.setFillColor(HexColor("#e3eeee"))
            canvas.rect(500, y - 5, 34, 18, stroke=0, fill=1)
        canvas.setFillColor(white if band else black)
        canvas.setFont("Helvetica-Bold", 9 if band else 13)
        canvas.drawString(80, y, goal)
        _dot(canvas, 517 if after or band else 62, y + 4, colour, radius)
        canvas.setFont("Helvetica", 10)
        for line in range(3):
            canvas.drawString(50, y - 20 - 13 * line, PROSE)
    canvas.save()
    return path


def _dot(canvas: Canvas, x: float, y: float, colour: str, radius: float) -> None:
    canvas.setFillColor(HexColor(colour))
    canvas.circle(x, y, radius, stroke=0, fill=1)
    canvas.setFillColor(black)


def _judged(path: Path) -> list[tuple[str, str | None, str | None]]:
    rows = extract(read_pdf(path, path.name)).indicators
    return [(row.name, a.value, a.meaning) for row in rows for a in row.assessments]


@pytest.mark.parametrize("form", ["before", "after", "on a band"])
def test_a_dot_beside_a_heading_judges_its_goal(tmp_path: Path, form: str) -> None:
    path = _draw(
        tmp_path / "m.pdf", (YELLOW, GREEN, RED), after=form == "after", band=form == "on a band"
    )
    assert _judged(path) == [
        ("Alla elever ska klara skolan", "gul", "Delvis uppfyllt"),
        ("Fler ska känna sig trygga", "grön", "Uppfyllt"),
        ("Fler ska få arbete", "röd", "Ej uppfyllt"),
    ]


def test_lights_of_several_colours_need_no_key(tmp_path: Path) -> None:
    path = _draw(tmp_path / "m.pdf", (YELLOW, GREEN, RED), key=False)
    assert [value for _, value, _ in _judged(path)] == ["gul", "grön", "röd"]


@pytest.mark.parametrize(
    ("colours", "radius"),
    [
        ((BLUE, BLUE, BLUE), 6),
        ((GREEN, GREEN, GREEN), 6),
        ((GREEN, BLUE, RED), 6),
        ((GREEN, YELLOW, RED), 2),
    ],
    ids=["one of no light", "all alike", "colours of areas", "bullets"],
)
def test_what_adorns_judges_nothing(
    tmp_path: Path, colours: tuple[str, str, str], radius: float
) -> None:
    path = _draw(tmp_path / "m.pdf", colours, key=False, radius=radius)
    assert _judged(path) == []
