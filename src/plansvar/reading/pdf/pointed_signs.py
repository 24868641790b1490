"""Triangles that judge and point nowhere: a yellow warning sign, a blue "goes on"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from plansvar.domain import Mark
from plansvar.reading.pdf.colours import VERDICTS
from plansvar.reading.pdf.tables import RawCell, RawTable

_FEWEST = 2  # of other signs in the column


def settle_pointed(table: RawTable, of_trends: Collection[int]) -> None:
    """Take the direction from signs of one look among signs of other looks: where a column shows
    arrows, all in it are arrows. Arrows in a colour that judges nothing are only printed so."""
    columns: dict[int, list[RawCell]] = defaultdict(list)
    for cell in table.cells:
        if cell.marks:
            columns[cell.column].append(cell)
    for column, cells in columns.items():
        marks = [mark for cell in cells for mark in cell.marks]
        signs = column not in of_trends and _are_signs(marks)
        for cell in cells:
            cell.marks = [_settled(mark, signs) for mark in cell.marks]


def _are_signs(marks: Collection[Mark]) -> bool:
    pointed = {(mark.colour, mark.trend) for mark in marks if mark.trend is not None}
    drawn = all(mark.raw is None for mark in marks if mark.trend is not None)
    others = {(mark.colour, mark.raw) for mark in marks if mark.trend is None}
    coloured = all(colour is not None for colour, _ in pointed)
    return len(pointed) == 1 and drawn and coloured and len(others) >= _FEWEST


def _settled(mark: Mark, signs: bool) -> Mark:
    if mark.trend is None:
        return mark
    if signs:
        return replace(mark, trend=None)
    return mark if mark.colour in VERDICTS else replace(mark, colour=None, shade=None)
