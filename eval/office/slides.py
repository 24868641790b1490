"""Slides whose tables are marked by fills and by what lies over them."""

from __future__ import annotations

import io
from pathlib import Path

import pptx
from pptx.dml.color import RGBColor as SlideColour
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu
from pptx.util import Pt as SlidePt

from eval.office.pictures import arrow, smiley
from eval.office.truth import DARK, HEADS, ROWS, VALUES, Row


def slide_filled(path: Path) -> list[Row]:
    """Filled cells, by theme and by hand; arrows as text."""
    themes = {"grön": MSO_THEME_COLOR.ACCENT_3, "röd": MSO_THEME_COLOR.ACCENT_2}

    def mark(
        slide: object, cells: list, boxes: list, colour: str | None, trend: str | None
    ) -> None:
        if colour:
            cells[4].fill.solid()
            if colour in themes:
                cells[4].fill.fore_color.theme_color = themes[colour]
            else:
                cells[4].fill.fore_color.rgb = SlideColour.from_string("FFC000")
        cells[5].text = {"upp": "▲", "ned": "▼", "oförändrad": "►", None: ""}[trend]

    return _slide(path, mark)


def slide_shapes(path: Path) -> list[Row]:
    """Shapes laid over the cells."""
    arrows = {
        "upp": MSO_SHAPE.UP_ARROW,
        "ned": MSO_SHAPE.DOWN_ARROW,
        "oförändrad": MSO_SHAPE.RIGHT_ARROW,
    }

    def mark(
        slide: object, cells: list, boxes: list, colour: str | None, trend: str | None
    ) -> None:
        if colour:
            _lay(slide, MSO_SHAPE.OVAL, boxes[4], DARK[colour])
        if trend:
            _lay(slide, arrows[trend], boxes[5], "7F7F7F")

    return _slide(path, mark)


def slide_pictures(path: Path) -> list[Row]:
    """Pictures laid over the cells."""

    def mark(
        slide: object, cells: list, boxes: list, colour: str | None, trend: str | None
    ) -> None:
        for box, data in (
            (boxes[4], smiley(DARK[colour]) if colour else None),
            (boxes[5], arrow(trend, "000000") if trend else None),
        ):
            if data:
                x, y, w, h = box
                slide.shapes.add_picture(
                    io.BytesIO(data),
                    Emu(x + w // 2 - 90_000),
                    Emu(y + h // 2 - 90_000),
                    Emu(180_000),
                    Emu(180_000),
                )

    return _slide(path, mark)


def _slide(path, mark) -> list[Row]:  # type: ignore[no-untyped-def]
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Måluppfyllelse"
    frame = slide.shapes.add_table(len(ROWS) + 1, 6, 300_000, 1_500_000, 8_400_000, 3_150_000)
    table = frame.table
    for column, text in enumerate(HEADS):
        table.cell(0, column).text = text
    table.columns[0].width = 3_000_000
    for column in range(1, 6):
        table.columns[column].width = 1_080_000
    for number, (label, colour, trend) in enumerate(ROWS):
        cells = [table.cell(number + 1, column) for column in range(6)]
        for cell, text in zip(cells, (label, *VALUES[number]), strict=False):
            cell.text = text
        top, height = 1_500_000 + 450_000 * (number + 1), 450_000
        boxes = [
            (300_000 + (3_000_000 + 1_080_000 * (c - 1) if c else 0), top, 1_080_000, height)
            for c in range(6)
        ]
        mark(slide, cells, boxes, colour, trend)
    _make_small(table)
    deck.save(str(path))
    return ROWS


def _lay(slide, shape, box, colour: str) -> None:  # type: ignore[no-untyped-def]
    x, y, w, h = box
    drawn = slide.shapes.add_shape(
        shape, x + w // 2 - 80_000, y + h // 2 - 80_000, 160_000, 160_000
    )
    drawn.fill.solid()
    drawn.fill.fore_color.rgb = SlideColour.from_string(colour)


def _make_small(table) -> None:  # type: ignore[no-untyped-def]
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.text_frame.paragraphs:
                for run in paragraph.runs:
                    run.font.size = SlidePt(10)
