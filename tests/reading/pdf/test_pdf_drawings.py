"""Drawings of several parts judge by what they show, as one key explains: a sun, a cloud, rain."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

Draw = Callable[[Canvas, float, float], None]


def _sun(page: Canvas, x: float, y: float) -> None:
    page.setFillColor(HexColor("#F6BF26"))
    page.setStrokeColor(HexColor("#E8A200"))
    page.setLineWidth(2)
    page.circle(x, y, 5, stroke=0, fill=1)
    for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        page.line(x + 7 * dx, y + 7 * dy, x + 10 * dx, y + 10 * dy)


def _cloud(page: Canvas, x: float, y: float) -> None:
    page.setFillColor(HexColor("#F6BF26"))
    page.circle(x + 4, y + 5, 5, stroke=0, fill=1)
    page.setFillColor(HexColor("#B8C4CC"))
    page.ellipse(x - 12, y - 7, x + 10, y + 4, stroke=0, fill=1)


def _rain(page: Canvas, x: float, y: float) -> None:
    page.setFillColor(HexColor("#5D7183"))
    page.ellipse(x - 11, y, x + 11, y + 11, stroke=0, fill=1)
    page.setStrokeColor(HexColor("#2F6FB0"))
    page.setLineWidth(2)
    for step in (-6, 0, 6):
        page.line(x + step, y - 2, x + step - 2, y - 8)


SIGNS: dict[str, Draw] = {
    "Målet nås": _sun,
    "Målet nås delvis": _cloud,
    "Målet nås inte": _rain,
}
GOALS = [
    ("1. Alla barn lär sig simma", "Målet nås inte"),
    ("2. Äldre har någon att prata med", "Målet nås"),
    ("3. Fler går eller cyklar till jobbet", "Målet nås delvis"),
]


def _draw(path: Path, key: bool = True) -> None:
    page = Canvas(str(path), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 18)
    page.drawString(60, 780, "Måluppfyllelse")
    page.setFont("Helvetica", 10)
    for n, (meaning, draw) in enumerate(SIGNS.items() if key else ()):
        draw(page, 80 + 150 * n, 740)
        page.setFillColor(black)
        page.drawString(100 + 150 * n, 737, meaning)
    for n, (goal, verdict) in enumerate(GOALS):
        y = 680 - 100 * n
        page.setFillColor(black)
        page.setFont("Helvetica-Bold", 13)
        page.drawString(60, y, goal)
        SIGNS[verdict](page, 500, y + 4)
        page.setFillColor(black)
        page.setFont("Helvetica", 10)
        for line in range(3):
            page.drawString(
                60, y - 20 - 13 * line, "Under året har flera insatser gjorts i kommunen."
            )
    page.save()


def test_drawings_judge_as_their_key_says(tmp_path: Path) -> None:
    _draw(tmp_path / "a.pdf")
    found = extract(read(SourceFile(tmp_path / "a.pdf", "arsredovisning.pdf"))).indicators
    assert [(row.name, row.assessments[0].meaning) for row in found] == [
        (goal.partition(". ")[2], verdict) for goal, verdict in GOALS
    ]
    values = [row.assessments[0].value for row in found]
    assert values == ["nås inte", "nås", "nås delvis"]  # and no colour of what is drawn


def test_drawings_without_a_key_do_not_judge_in_words(tmp_path: Path) -> None:
    _draw(tmp_path / "a.pdf", key=False)
    found = extract(read(SourceFile(tmp_path / "a.pdf", "arsredovisning.pdf"))).indicators
    assert not any(a.meaning for row in found for a in row.assessments)


def test_two_keys_on_one_line_are_told_apart_by_form(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica", 9)
    lights = ("#5AA545", "#F0B323", "#C8372D")
    for n, (colour, said) in enumerate(zip(lights, ("nås", "nås delvis", "nås inte"), strict=True)):
        _flag(page, 60 + 90 * n, 760, colour)
        page.drawString(84 + 90 * n, 763, said)
    for n, (colour, said) in enumerate(zip(lights, ("bra", "nära", "långt"), strict=True)):
        page.setFillColor(HexColor(colour))
        page.rect(350 + 60 * n, 763, 6, 6, stroke=0, fill=1)
        page.setFillColor(black)
        page.drawString(360 + 60 * n, 763, said)
    page.save()
    keys = read(SourceFile(tmp_path / "a.pdf", "delarsrapport.pdf")).keys
    assert [len(key) for key in keys] == [3, 3]


def _flag(page: Canvas, x: float, y: float, colour: str) -> None:
    page.setStrokeColor(HexColor("#444444"))
    page.setLineWidth(1)
    page.line(x, y, x, y + 16)
    page.setFillColor(HexColor(colour))
    path = page.beginPath()
    path.moveTo(x, y + 16)
    path.lineTo(x + 16, y + 12)
    path.lineTo(x, y + 8)
    path.close()
    page.drawPath(path, stroke=0, fill=1)
    page.setFillColor(black)
