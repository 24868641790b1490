"""The query for some parts of a table, in the order of one of its columns."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.query import Link, Operation, Order, OrderBy, Query, Scope, Subject, Words
from plansvar.asking.understanding import grammar as rules
from plansvar.asking.understanding.member_tables import MemberTable
from plansvar.asking.understanding.reading import Reading


def in_order(
    reading: Reading,
    said: Sequence[Words],
    table: MemberTable,
    rows: Sequence[str],
    measure: str,
    descending: bool = True,
) -> Query:
    """All of `rows` by their `measure`, of the years asked for or else the newest of the table."""
    asked = reading.found.scope
    years = asked.years or ((max(table.years),) if table.years else ())
    return Query(
        text=reading.text,
        base=reading.text,
        subject=Subject.INDICATORS,
        operation=Operation.RANK,
        links=(Link(tuple(said), table.name, tuple(rows), 1.0),),
        scope=Scope(municipalities=asked.municipalities, years=years),
        measures=(measure,),
        breakdowns=rules.breakdowns_of(reading),
        order=Order(OrderBy.VALUE, descending, len(rows)),
        language=reading.language,
        of_parts=True,
        own_column=True,
    )
