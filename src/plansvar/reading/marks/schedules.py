"""Cells that are filled under months, quarters or years: the bars of a plan, drawn in a table.

Nothing is printed in such columns, so that a fill of its own is all that a cell says: it is a mark,
however many of its row or column have it.
"""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.domain import Mark, MarkSource
from plansvar.reading.building import CellDraft
from plansvar.reading.marks.looks import Look, Rgb
from plansvar.reading.pdf.colours import classify
from plansvar.reading.time_columns import time_columns

_FEWEST = 2


def filled_times(
    pairs: Sequence[tuple[CellDraft, Look]], header_rows: int
) -> dict[tuple[int, int], Mark]:
    """The marks of filled cells under times, by row and column; none where what is filled may be a
    band: as the name of its row is, or as a whole column is in a fill of its own."""
    columns = time_columns([draft for draft, _ in pairs], header_rows)
    if len(columns) < _FEWEST:
        return {}
    labels = {draft.row: look.fill for draft, look in pairs if draft.column == 0}
    cells = [
        (draft, look.fill)
        for draft, look in pairs
        if draft.row >= header_rows and draft.column in columns
    ]
    own = [(d, fill) for d, fill in cells if fill is not None and fill != labels.get(d.row)]
    if len({classify(fill) for _, fill in own}) > 1:
        return {}  # several colours mean something else each, and may judge
    bands = {column for column in columns if _is_band(column, cells, own)}
    return {
        (draft.row, draft.column): Mark(MarkSource.CELL, colour)
        for draft, fill in own
        if draft.column not in bands and (colour := classify(fill)) is not None
    }


def _is_band(
    column: int,
    cells: Sequence[tuple[CellDraft, Rgb | None]],
    own: Sequence[tuple[CellDraft, Rgb]],
) -> bool:
    here = [fill for draft, fill in cells if draft.column == column]
    elsewhere = {fill for draft, fill in own if draft.column != column}
    return len(here) > _FEWEST and len(set(here)) == 1 and here[0] not in elsewhere
