"""The ground that marks stand on, and forms that are known again wherever they stand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Colour
from plansvar.reading.pdf import read_pdf
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.pixels import background_of
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.sketches import mask_of, sketch_of

_ROWS = (("Nya bostäder", "12", "#d9ead3"), ("Matsvinn", "40", "#f4cccc"), ("Bad", "7", "#d9ead3"))
_SIDES = (50, 130, 200, 400)


def test_verdicts_in_the_widest_column_are_not_the_ground(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "wide.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica-Bold", 9)
    for x, name in zip(_SIDES, ("Indikator", "Utfall", "Bedömning"), strict=False):
        canvas.drawString(x + 4, 726, name)
    canvas.setFont("Helvetica", 9)
    for place, (label, value, colour) in enumerate(_ROWS):
        y = 700 - 20 * place
        canvas.setFillColor(HexColor(colour))
        canvas.rect(_SIDES[2], y, _SIDES[3] - _SIDES[2], 20, stroke=0, fill=1)
        canvas.setFillColor(black)
        for x, words in zip(_SIDES, (label, value, "Se texten"), strict=False):
            canvas.drawString(x + 4, y + 6, words)
    for line in range(5):
        canvas.line(_SIDES[0], 740 - 20 * line, _SIDES[-1], 740 - 20 * line)
    for x in _SIDES:
        canvas.line(x, 740, x, 660)
    canvas.save()
    (table,) = read_pdf(tmp_path / "wide.pdf", "wide.pdf").tables
    marks = [cell.marks for cell in table.cells if cell.column == 2 and cell.row > 0]
    assert [m[0].colour for m in marks] == [Colour.GREEN, Colour.RED, Colour.GREEN]


def _area(*runs: tuple[tuple[int, int, int], int]) -> np.ndarray:
    return np.array([[rgb for rgb, width in runs for _ in range(width)]] * 4, dtype=np.uint8)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([((250, 250, 250), 20)], (250, 250, 250)),
        ([((0, 0, 0), 4), ((200, 10, 10), 40)], (200, 10, 10)),
        ([((8, 8, 8), 12), ((90, 90, 90), 16), ((180, 0, 0), 12)], (90, 90, 90)),
        ([((180, 0, 0), 20), ((8, 8, 8), 20)], (8, 8, 8)),
        ([((100, 4, 4), 20), ((102, 4, 4), 20)], (101, 4, 4)),
        ([], (255, 255, 255)),
    ],
    ids=["one colour", "most", "most of three", "as many of two", "between shades", "nothing"],
)
def test_background(
    runs: list[tuple[tuple[int, int, int], int]], expected: tuple[int, int, int]
) -> None:
    area = _area(*runs) if runs else np.zeros((0, 0, 3), dtype=np.uint8)
    assert background_of(area) == expected


def _triangle(x: float, y: float) -> Shape:
    outline = ((x, y), (x + 8, y + 4), (x, y + 8), (x, y))
    rect = Rect(x, y, x + 8, y + 8)
    return Shape(ShapeKind.PATH, rect, 1, fill=(0, 0, 0), outlines=(outline,))


def test_alike_paths_make_one_sketch_wherever_they_stand() -> None:
    here, there = sketch_of([_triangle(40, 50)], 1), sketch_of([_triangle(300.1, 720.7)], 1)
    assert here == there
    mask = mask_of(here)
    middle = mask.shape[0] // 2
    assert mask[middle, 12]
    assert not mask[4, -12]
