"""Headings in two tiers of which the upper one was read as a line over the table: "2031 2030" over
Kvinnor, Män, Totalt, Kvinnor, Män, Totalt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from plansvar.extraction.headings import Role
from plansvar.extraction.tables.column import Column, with_role
from plansvar.extraction.tables.kinds import Named
from plansvar.language.folding import fold
from plansvar.language.periods import period_pattern


def with_upper_heads(columns: tuple[Column, ...], around: Sequence[Named]) -> tuple[Column, ...]:
    """The columns with the periods that a line of nothing else gives them, one for each run of the
    same headings; columns that nothing tells apart are left unread."""
    values = with_role(columns, Role.VALUE)
    heads = [fold(column.text) for column in values]
    if len(set(heads)) == len(heads) or any(c.heading.period for c in values):
        return columns
    for named in around[:2]:
        periods = _periods(named.text)
        size = len(values) // len(periods) if periods else 0
        if len(periods) > 1 and heads == heads[:size] * len(periods):
            given = {c.index: periods[at // size] for at, c in enumerate(values)}
            return tuple(_dated(column, given.get(column.index), named) for column in columns)
    return _without_twins(columns)


def _periods(text: str) -> list[str]:
    """The periods of a line that holds nothing else."""
    found = [match[0] for match in period_pattern().finditer(text)]
    rest = period_pattern().sub(" ", text)
    return found if not any(map(str.isalnum, rest)) else []


def _dated(column: Column, period: str | None, named: Named) -> Column:
    if period is None:
        return column
    heading = replace(column.heading, period=period, measure=None)
    own = heading if column.heading.breakdown else replace(column.heading, period=period)
    return replace(
        column, heading=own, spans=(named.span, *column.spans), parts=(named.text, *column.parts)
    )


def _without_twins(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    values = with_role(columns, Role.VALUE)
    counts = Counter(fold(column.text) for column in values if column.text)
    return tuple(
        replace(column, role=Role.UNKNOWN)
        if column in values and column.text and counts[fold(column.text)] > 1
        else column
        for column in columns
    )
