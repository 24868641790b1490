"""A row of lamps with one lit is one mark: strips beside headings, traffic lights in cards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import HexColor, black, grey
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Extraction
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

LIT = ("#2e9e5b", "#f4b400", "#d33a2c")
MEANS = ("målet nås", "målet nås delvis", "målet nås inte")
GOALS = (
    ("1. Alla barn lär sig simma", 1),
    ("2. Äldre får välja själva", 0),
    ("3. Fler reser med buss", 2),
)


def _strip(page: Canvas, x: float, y: float, lit: Sequence[int]) -> None:
    for place in range(3):
        page.setStrokeColor(grey)
        page.roundRect(x + 9 * place, y, 8, 9, 2, stroke=1, fill=0)
        if place in lit:
            page.setFillColor(HexColor(LIT[place]))
            page.roundRect(x + 9 * place + 1, y + 1, 6, 7, 2, stroke=0, fill=1)
    page.setFillColor(black)


def _light(page: Canvas, x: float, y: float, lit: int | None) -> None:
    page.setFillColor(HexColor("#1d2123"))
    page.roundRect(x, y, 24, 66, 5, stroke=0, fill=1)
    for place in range(3):
        page.setFillColor(HexColor(LIT[place] if place == lit else "#3d4245"))
        page.circle(x + 12, y + 13 + 20 * place, 8.5, stroke=0, fill=1)
    page.setFillColor(black)


def _extract(path: Path) -> Extraction:
    return extract(read(SourceFile(path, path.name)))


def _strips(path: Path, lit: Sequence[Sequence[int]]) -> Path:
    page = Canvas(str(path), pagesize=(595, 842))
    page.setFont("Helvetica", 9)
    for place, said in enumerate(MEANS):
        _strip(page, 60 + 140 * place, 760, [place])
        page.drawString(92 + 140 * place, 762, said)
    for number, (goal, _) in enumerate(GOALS):
        y = 710 - 60 * number
        _strip(page, 50, y, lit[number])
        page.setFont("Helvetica-Bold", 10)
        page.drawString(90, y + 1, goal)
        page.setFont("Helvetica", 10)
        page.drawString(
            90, y - 15, "Arbetet har gått vidare under våren och hösten, och fler deltar."
        )
    page.save()
    return path


def test_strips_with_one_field_filled_judge_goals(tmp_path: Path) -> None:
    found = _extract(_strips(tmp_path / "a.pdf", [[lit] for _, lit in GOALS]))
    assert [(r.name, r.assessment.value if r.assessment else None) for r in found.indicators] == [
        ("Alla barn lär sig simma", "gul"),
        ("Äldre får välja själva", "grön"),
        ("Fler reser med buss", "röd"),
    ]


def test_a_scale_with_several_fields_filled_judges_nothing(tmp_path: Path) -> None:
    found = _extract(_strips(tmp_path / "a.pdf", [[0, 1], [0, 1, 2], [0, 1]]))
    assert not [row for row in found.indicators if row.assessments]


def test_traffic_lights_below_the_titles_of_cards(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(842, 595))
    page.setFont("Helvetica", 9)
    for place, said in enumerate((*MEANS, "bedöms senare")):
        _light(page, 60 + 180 * place, 480, place if place < 3 else None)
        page.drawString(92 + 180 * place, 510, said)
    goals = (("Fler elever lyckas", 2), ("Skolmaten är klimatsmart", None))
    for number, (goal, lit) in enumerate(goals):
        top = 450 - 200 * number
        page.setFillColor(HexColor("#e0eef0"))
        page.rect(40, top - 180, 760, 180, stroke=0, fill=1)
        page.setFillColor(black)
        page.setFont("Helvetica-Bold", 13)
        page.drawString(60, top - 26, goal)
        _light(page, 64, top - 140, lit)
        page.setFont("Helvetica", 10)
        for line in range(4):
            page.drawString(
                300, top - 26 - 14 * line, "Det har hänt mycket under våren på skolorna."
            )
    page.save()
    found = _extract(tmp_path / "a.pdf")
    assert [(r.name, r.assessment.value if r.assessment else None) for r in found.indicators] == [
        ("Fler elever lyckas", "röd"),
        ("Skolmaten är klimatsmart", "grå"),
    ]
