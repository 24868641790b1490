"""Figures of a table that no row has taken: reported, never dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.domain import Amount, Cell, Gap, GapKind, Indicator, Span
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.deciding import Understood
from plansvar.extraction.tables.key_tables import is_key
from plansvar.extraction.tables.notes import Notes
from plansvar.extraction.tables.places import gap
from plansvar.extraction.units import unit_named
from plansvar.language.periods import find_period
from plansvar.texts import text

LEAST_FIGURES = 4
_FIGURE = re.compile(r"[<>≥≤+–−-]?\s?(?!0\d)\d[\d\s.,]*(?P<unit>[^\d]{0,12})")
# columns that hold no figures of the rows
_OTHER = (
    Role.NUMBER,
    Role.NOTE,
    Role.DEADLINE,
    Role.PERIOD,
    Role.UNIT,
    Role.COMMENT,
    Role.RESPONSIBLE,
)


def lost_figures(
    table: Understood,
    indicators: Sequence[Indicator],
    amounts: Sequence[Amount],
    gaps: Sequence[Gap],
    notes: Notes,
) -> tuple[Gap, ...]:
    """A gap for a table of figures that gave no row, or for each column that gave none."""
    first = table.grid.table.cells[0].span
    if is_key(table.grid.table) or any(each.span == first for each in gaps):
        return ()
    taken = {o.cell for row in indicators for o in row.observations} | {a.cell for a in amounts}
    told = [each.span for each in gaps if each.span is not None]
    left = {
        column.index: cells
        for column in table.columns
        if (cells := _left(table, column, taken, told, notes))
    }
    count = sum(map(len, left.values()))
    if not taken and count >= LEAST_FIGURES:
        return (not_understood(table),)
    return tuple(
        _gap(column, left[column.index])
        for column in table.columns
        if len(left.get(column.index, ())) >= LEAST_FIGURES
    )


def not_understood(table: Understood) -> Gap:
    """The gap that reports a whole table."""
    first = table.grid.table.cells[:1]
    return gap(GapKind.UNFIT_ROW, text("tables.gap.not_understood"), first)


def _left(
    table: Understood, column: Column, taken: set[Span], told: Sequence[Span], notes: Notes
) -> list[Cell]:
    """The figures of a column in rows that were neither read nor reported."""
    if column.role in _OTHER:
        return []
    grid = table.grid
    cells = dict.fromkeys(grid.at(r, column.index) for r in grid.body if r not in notes.rows)
    figures = [c for c in cells if c is not None and c.column == column.index and is_bare_figure(c)]
    free = [c for c in figures if not any(span.overlaps(c.span) for span in told)]
    return [c for c in free if not any(span.overlaps(c.span) for span in taken)]


def is_bare_figure(cell: Cell) -> bool:
    """Whether a cell prints one figure, perhaps with a unit, and neither a date nor a number to
    call."""
    shown = " ".join(cell.text.split())
    found = _FIGURE.fullmatch(shown)
    if found is None or find_period(shown) == shown:
        return False
    unit = found["unit"].strip()
    return not unit or unit_named(unit) is not None


def _gap(column: Column, cells: Sequence[Cell]) -> Gap:
    if column.text:
        reason = text("tables.gap.column", heading=" ".join(column.text.split())[:80])
    else:
        reason = text("tables.gap.no_heading")
    return gap(GapKind.UNFIT_ROW, reason, cells[:1])
