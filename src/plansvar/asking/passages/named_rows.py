"""The rows that a question asks of, and all that they go by."""

from __future__ import annotations

from collections.abc import Iterator

from plansvar.asking.evidence import selecting
from plansvar.asking.query import Query
from plansvar.domain import Amount, Commitment, Indicator
from plansvar.index.library import Library

Row = Indicator | Commitment | Amount


def years_of(query: Query) -> set[int]:
    """The years that a question asks for."""
    return {*query.scope.years, *query.scope.document_years}


def rows_of(query: Query, library: Library) -> tuple[Row, ...]:
    """The rows that the question names, those of its years where there are any."""
    found: tuple[Row, ...] = (
        *selecting.indicators(query, library),
        *selecting.commitments(query, library),
        *selecting.amounts(query, library),
    )
    years = years_of(query)
    of_years = tuple(r for r in found if library.document(r.place.document_id).year in years)
    return of_years or found


def rows_named(query: Query, library: Library) -> list[Row]:
    """The rows that the links of a question lead to, those of its years where there are any."""
    wanted = {row for link in query.links for row in link.rows}
    return [row for row in rows_of(query, library) if row.id in wanted]


def rows_names(row: Row) -> Iterator[str]:
    """All that a row goes by."""
    if isinstance(row, Indicator):
        yield row.name
        yield from (label.text for label in row.also)
    else:
        yield row.text if isinstance(row, Commitment) else row.what
