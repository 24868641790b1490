"""A small table that holds the fields of one action; its title stands in it or above it."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.domain import Cell, Document, Table
from plansvar.extraction.actions import Action, Title, action_of, field_of, is_action, title_above
from plansvar.extraction.tables.places import place_of

_PAIR, _MOST_LEADING = 2, 2


def read_action_table(document: Document, table: Table) -> Action | None:
    """The action that a table of two columns tells of; null where it is none."""
    if table.column_count != _PAIR:
        return None
    rows = [
        [c for c in table.cells if c.row == r and c.text.strip()] for r in range(table.row_count)
    ]
    leading = _leading(rows)
    pairs = [row for row in rows[leading:] if row]
    if not pairs or any(len(row) != _PAIR for row in pairs):
        return None
    fields = [field_of(document, head.span, said.span) for head, said in pairs]
    if not is_action(document, fields):
        return None
    title = _title_in(rows[:leading]) or title_above(document, table.span.start)
    if title is None:
        return None
    cells = [cell for row in rows for cell in row]
    return action_of(document, title, fields, place_of(document, cells))


def _leading(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows of one cell stand above the fields: the title, and what tells more."""
    count = 0
    while count < min(len(rows), _MOST_LEADING) and len(rows[count]) == 1:
        count += 1
    return count


def _title_in(leading: Sequence[Sequence[Cell]]) -> Title | None:
    if not leading:
        return None
    spans = [row[0].span for row in leading]
    return Title(spans[0], spans[1] if len(spans) > 1 else None)
