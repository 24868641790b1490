"""Panels that each give one undertaking: whose it is and by when over what is to be done.

Uppdrag till nämnderna 2028
Socialnämnden | juni 2028 | Ta fram ett program mot ensamhet.
"""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.domain import Cell, Commitment, Document, Span, Table
from plansvar.extraction.deadlines import is_time
from plansvar.extraction.responsible import alone
from plansvar.extraction.tables.places import place_of, row_id
from plansvar.extraction.zones import Role, kind_of_heading

_WHO, _WHEN, _WHAT = range(3)
_FEWEST = 2


def read_task_panels(document: Document, table: Table) -> tuple[Commitment, ...]:
    """The undertakings of a table of panels under a heading of such; none where it is no such
    table."""
    kind = _kind(document, table)
    if kind is None or table.header_rows or table.row_count < _FEWEST:
        return ()
    rows = [_row(document, table, number) for number in range(table.row_count)]
    found = [_commitment(document, row, kind) for row in rows if row is not None]
    return tuple(found) if len(found) == len(rows) else ()


def _kind(document: Document, table: Table) -> str | None:
    """What the heading over a table calls its undertakings."""
    section = document.section_at(table.span.start)
    named = kind_of_heading(document.quote(section.heading)) if section else None
    return named[1] if named and named[0] is Role.COMMITMENTS else None


def _row(document: Document, table: Table, row: int) -> tuple[Cell, Cell, Cell] | None:
    """The cells of a row, where they are a unit, a time and what is to be done."""
    who, when, what = (table.at(row, column) for column in (_WHO, _WHEN, _WHAT))
    if who is None or when is None or what is None:
        return None
    named = alone(document.text, who.span) is not None or alone(who.text, _whole(who)) is not None
    return (who, when, what) if named and is_time(when.text) else None


def _commitment(document: Document, row: Sequence[Cell], kind: str) -> Commitment:
    who, when, what = row
    units = alone(who.text, _whole(who))
    return Commitment(
        id=row_id(document, "c", what.span),
        place=place_of(document, row, (what,)),
        text=" ".join(what.text.split()),
        text_span=what.span,
        kind=kind,
        responsible=units.units if units else (" ".join(who.text.split()),),
        responsible_span=who.span,
        deadline=" ".join(when.text.split()),
        deadline_spans=(when.span,),
    )


def _whole(cell: Cell) -> Span:
    return Span(0, len(cell.text))
