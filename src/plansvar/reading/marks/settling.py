"""The last look at the marks of a whole document: orange or yellow, and what was left open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import Cell, Colour, Gap, GapKind, Mark, Table
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.building import Layout
from plansvar.reading.pdf.colours import orange_is_yellow
from plansvar.reading.pdf.warnings import without_warnings
from plansvar.texts import text


def settled(layout: Layout) -> tuple[Layout, tuple[Gap, ...]]:
    """The layout with its marks settled, and a gap for each mark whose witnesses disagree."""
    marks = [mark for table in layout.tables for cell in table.cells for mark in cell.marks]
    if not marks:
        return layout, ()
    colours = [mark.colour for mark in marks if mark.colour]
    if Colour.ORANGE in colours and orange_is_yellow(colours, layout.text):
        layout = _recoloured(layout, Colour.ORANGE, Colour.YELLOW, "")
    if Colour.WHITE in colours and not _names_white(layout.text):
        # A white disc among signs is drawn grey, and is called so.
        signs = vocabulary("pdf")["emoji"][Colour.WHITE.value]
        layout = _recoloured(layout, Colour.WHITE, Colour.GREY, signs)
    layout = without_warnings(layout)
    return layout, tuple(gap for table in layout.tables for gap in _gaps(table))


def _recoloured(layout: Layout, old: Colour, new: Colour, signs: str) -> Layout:
    """The layout with one colour for another, where `signs` are given only in those."""

    def changed(mark: Mark) -> Mark:
        fits = mark.colour is old and (not signs or (mark.raw or "") in set(signs))
        return replace(mark, colour=new) if fits else mark

    def of_cell(cell: Cell) -> Cell:
        return replace(cell, marks=tuple(map(changed, cell.marks))) if cell.marks else cell

    tables = [replace(table, cells=tuple(map(of_cell, table.cells))) for table in layout.tables]
    return replace(layout, tables=tuple(tables))


def _names_white(text: str) -> bool:
    words = set(vocabulary("colours")["words"][Colour.WHITE.value])
    return any(word in words for word in re.findall(r"\w+", text.lower()))


def _gaps(table: Table) -> list[Gap]:
    return [
        Gap(
            GapKind.DISAGREEMENT,
            text("marks.gaps.disagreement", row=_label(table.cells, cell), why=mark.disagreement),
            cell.page_index,
            table.span,
        )
        for cell in table.cells
        for mark in cell.marks
        if mark.disagreement
    ]


def _label(cells: Sequence[Cell], marked: Cell) -> str:
    beside = (cell.text for cell in cells if cell.row == marked.row and cell.text)
    return next(beside, "")[:60]
