"""Triangles that warn: a sign of an assessment that has the form of an arrow upwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plansvar.domain import Cell, Colour, Mark, MarkSource, Table, Trend
from plansvar.reading.building import Layout
from plansvar.reading.marks.words import trend_said
from plansvar.reading.pdf.symbols import is_sign
from plansvar.reading.pdf.vocabulary import is_trend_heading

_WARM = frozenset({Colour.YELLOW, Colour.ORANGE, Colour.RED})
_SHOWN = frozenset({MarkSource.PICTURE, MarkSource.SYMBOL})


def without_warnings(layout: Layout) -> Layout:
    """The layout without the trends of warning triangles: where all that look like arrows point
    upwards, warn by one colour and stand among signs of other colours that are no arrows."""
    shown = [list(_judging(table)) for table in layout.tables]
    arrows = [mark for marks in shown for mark in marks if _is_arrow(mark)]
    looks = {(mark.colour, mark.trend) for mark in arrows}
    if len(looks) != 1 or arrows[0].colour not in _WARM or arrows[0].trend is not Trend.UP:
        return layout
    if not any(_stands_among_signs(marks) for marks in shown):
        return layout
    return replace(layout, tables=tuple(map(_without, layout.tables)))


def _judging(table: Table) -> Iterator[Mark]:
    """The marks of a table outside the columns that are headed as trends."""
    for cell in _judging_cells(table):
        yield from cell.marks


def _judging_cells(table: Table) -> Iterator[Cell]:
    heads = [c for c in table.cells if c.row < max(1, table.header_rows)]
    trends = {c.column for c in heads if is_trend_heading(c.text)}
    return (cell for cell in table.cells if cell.column not in trends)


def _is_arrow(mark: Mark) -> bool:
    """Whether a mark was taken for an arrow by its form, and no sign or word says that it is."""
    said = mark.raw is not None and (is_sign(mark.raw) or trend_said(mark.raw) is not None)
    return mark.trend is not None and mark.source in _SHOWN and not said


def _stands_among_signs(marks: list[Mark]) -> bool:
    """Whether signs of another colour, or with a form of their own, stand beside what looks like
    an arrow: a tick, a cross, a dot."""
    arrows = {mark.colour for mark in marks if _is_arrow(mark)}
    others = [mark for mark in marks if mark.trend is None and mark.source in _SHOWN]
    told = [m for m in others if m.raw or (m.colour is not None and m.colour not in arrows)]
    return bool(arrows) and bool(told)


def _without(table: Table) -> Table:
    judging = set(map(id, _judging_cells(table)))
    cells = (
        replace(cell, marks=tuple(map(_plain, cell.marks))) if id(cell) in judging else cell
        for cell in table.cells
    )
    return replace(table, cells=tuple(cells))


def _plain(mark: Mark) -> Mark:
    return replace(mark, trend=None) if _is_arrow(mark) else mark
