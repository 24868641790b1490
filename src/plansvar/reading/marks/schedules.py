"""Cells that are filled under months, quarters or years: the bars of a plan, drawn in a table.

Nothing is printed in such columns, so that a fill of its own is all that a cell says: it is a mark,
however many of its row or column have it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    shades = {fill for _, fill in own}
    if len({classify(fill) for fill in shades}) > 1:
        places = {(draft.row, draft.column): fill for draft, fill in own}
        return _of_shades(places) if any(classify(fill) is None for fill in shades) else {}
    bands = {column for column in columns if _is_band(column, cells, own)}
    return {
        (draft.row, draft.column): Mark(MarkSource.CELL, colour)
        for draft, fill in own
        if draft.column not in bands and (colour := classify(fill)) is not None
    }


def _of_shades(places: Mapping[tuple[int, int], Rgb]) -> dict[tuple[int, int], Mark]:
    """The marks of fields in two shades of which the dark one ends what goes on in the pale one:
    all of them are one bar. Of others nothing is known, not even by those whose colour has a name,
    while fields too dark to have one stand beside them."""
    colour = next((c for fill in places.values() if (c := classify(fill)) is not None), None)
    colour = colour if ends_in_dark(places) else None
    return {place: Mark(MarkSource.CELL, colour, shade=fill) for place, fill in places.items()}


def ends_in_dark(places: Mapping[tuple[int, int], Rgb]) -> bool:
    """Whether each row of filled fields is a run without gaps whose last field alone is dark."""
    dark = {place for place, fill in places.items() if classify(fill) is None}
    inks = (
        {fill for place, fill in places.items() if (place in dark) is of} for of in (True, False)
    )
    rows: dict[int, list[int]] = {}
    for row, column in sorted(places):
        rows.setdefault(row, []).append(column)
    whole = all(columns[-1] - columns[0] + 1 == len(columns) for columns in rows.values())
    ends = {(row, columns[-1]) for row, columns in rows.items()}
    return whole and dark == ends and all(len(fills) == 1 for fills in inks)


def _is_band(
    column: int,
    cells: Sequence[tuple[CellDraft, Rgb | None]],
    own: Sequence[tuple[CellDraft, Rgb]],
) -> bool:
    here = [fill for draft, fill in cells if draft.column == column]
    elsewhere = {fill for draft, fill in own if draft.column != column}
    return len(here) > _FEWEST and len(set(here)) == 1 and here[0] not in elsewhere
