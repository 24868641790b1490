"""Balls that judge by how much of them is filled, in one ink or in traffic lights' colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.pdfgen.canvas import Canvas

from plansvar.extraction import extract
from plansvar.reading.pdf import read_pdf

INK = HexColor("#3b2f55")
KEY = (
    ("half", "målet är delvis uppnått"),
    ("full", "målet är uppnått"),
    ("ring", "målet är inte uppnått"),
)
DASHED = ("dashed", "går inte att bedöma")
PROSE = "Arbetet har pågått under hela året i flera av kommunens verksamheter."


def _ball(page: Canvas, kind: str, x: float, y: float, radius: float, ink: Color) -> None:
    page.setStrokeColor(ink)
    page.setFillColor(ink if kind == "full" else white)
    page.setLineWidth(1.1)
    if kind == "dashed":
        page.setDash(1.6, 1.4)
    page.circle(x, y, radius, stroke=1, fill=1)
    page.setDash()
    page.setFillColor(ink)
    starts = {"half": (-90, 180), "quarter": (0, 90), "three": (-180, 270)}
    if kind in starts:
        path = page.beginPath()
        path.moveTo(x, y)
        path.arcTo(x - radius, y - radius, x + radius, y + radius, *starts[kind])
        path.close()
        page.drawPath(path, stroke=0, fill=1)
    page.setFillColor(black)


def _judged(path: Path) -> list[tuple[str, str | None, str | None]]:
    rows = extract(read_pdf(path, path.name)).indicators
    return [(row.name, a.value, a.meaning) for row in rows for a in row.assessments]


@pytest.mark.parametrize("ink", [INK, black, HexColor("#1f5fa8"), HexColor("#7a7a7a")])
def test_goals_with_balls_before_them(tmp_path: Path, ink: Color) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica", 9)
    for place, (kind, said) in enumerate((*KEY, DASHED)):
        _ball(page, kind, 66 + 125 * place, 763, 5, ink)
        page.drawString(76 + 125 * place, 760, said)
    goals = (
        ("ring", "Fler ska få arbete"),
        ("full", "Renare sjöar"),
        ("half", "Tryggare torg"),
        ("dashed", "Fler ska rösta"),
    )
    for place, (kind, goal) in enumerate(goals):
        y = 710 - 80 * place
        _ball(page, kind, 62, y + 4, 7, ink)
        page.setFont("Helvetica-Bold", 13)
        page.drawString(78, y, f"Mål {place + 1}. {goal}")
        page.setFont("Helvetica", 10)
        for line in range(3):
            page.drawString(50, y - 20 - 13 * line, PROSE)
    page.save()
    assert _judged(tmp_path / "a.pdf") == [
        ("Fler ska få arbete", "inte uppnått", "målet är inte uppnått"),
        ("Renare sjöar", "uppnått", "målet är uppnått"),
        ("Tryggare torg", "delvis uppnått", "målet är delvis uppnått"),
        ("Fler ska rösta", "går inte att bedöma", "går inte att bedöma"),
    ]


def test_a_column_of_balls_filled_by_quarters(tmp_path: Path) -> None:
    key = (
        ("quarter", "i låg grad"),
        ("half", "i viss grad"),
        ("three", "i hög grad"),
        ("full", "i mycket hög grad"),
    )
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica", 9)
    for place, (kind, said) in enumerate(key):
        _ball(page, kind, 66 + 120 * place, 763, 5, INK)
        page.drawString(76 + 120 * place, 760, said)
    page.setFont("Helvetica-Bold", 10)
    page.drawString(60, 725, "Nämndmål")
    page.drawString(330, 725, "Måluppfyllelse")
    page.line(60, 720, 540, 720)
    page.setFont("Helvetica", 10)
    for place, kind in enumerate(("three", "quarter", "full", "half")):
        y = 703 - 22 * place
        page.drawString(60, y, f"Biblioteken ska nå fler grupp {'ABCD'[place]}")
        _ball(page, kind, 350, y + 3, 6, INK)
        page.setStrokeColor(black)
        page.line(60, y - 7, 540, y - 7)
    page.save()
    assert [said for _, _, said in _judged(tmp_path / "a.pdf")] == [
        "i hög grad",
        "i låg grad",
        "i mycket hög grad",
        "i viss grad",
    ]


def test_a_half_ball_in_a_colour_of_its_own_judges_by_the_colour(tmp_path: Path) -> None:
    looks = (
        ("full", "#3a9a46", "Målet är nått"),
        ("half", "#f4b81f", "Målet är delvis nått"),
        ("full", "#cf2a2a", "Målet är inte nått"),
    )
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica", 9)
    for place, (kind, colour, said) in enumerate(looks):
        _ball(page, kind, 66 + 140 * place, 763, 5, HexColor(colour))
        page.drawString(76 + 140 * place, 760, said)
    for place, (kind, colour, _) in enumerate(reversed(looks)):
        y = 710 - 80 * place
        _ball(page, kind, 62, y + 4, 7, HexColor(colour))
        page.setFont("Helvetica-Bold", 13)
        page.drawString(78, y, f"Mål {place + 1}. Kommunen ska bli bättre på {'abc'[place]}")
        page.setFont("Helvetica", 10)
        for line in range(3):
            page.drawString(50, y - 20 - 13 * line, PROSE)
    page.save()
    assert [value for _, value, _ in _judged(tmp_path / "a.pdf")] == ["röd", "gul", "grön"]
