"""Columns in which more than planned stands above zero: "+10 740" is what was spent too much.

Most print what is left, and then a deficit is below zero. Which way a column counts is told by what
was planned and what came out in its own rows, and by nothing else: only where several costs of it
say so and none says the contrary is a sign read the other way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from weakref import WeakKeyDictionary

from plansvar.asking.answering.ways import (
    NEAR,
    is_deviation,
    is_income,
    is_planned,
    is_told_after,
)
from plansvar.asking.evidence import words
from plansvar.domain import Amount, Span
from plansvar.index.library import Library
from plansvar.language.folding import words as split

_LEAST = 3  # rows that have to say so

_Column = tuple[object, ...]
_Line = tuple[str, tuple[str, ...], Span]
_KEPT: WeakKeyDictionary[Library, frozenset[_Column]] = WeakKeyDictionary()


def balance_of(library: Library, row: Amount) -> float:
    """A deviation counted so that what was spent beyond the plan is below zero."""
    value = row.value or 0.0
    return -value if is_turned(library, row) else value


def is_turned(library: Library, row: Amount) -> bool:
    """Whether an amount stands in a column in which more than planned is above zero."""
    if library not in _KEPT:
        _KEPT[library] = _turned_columns(library.amounts())
    return is_deviation(row) and _column(row) in _KEPT[library]


def _turned_columns(amounts: Iterable[Amount]) -> frozenset[_Column]:
    lines: dict[_Line, list[Amount]] = defaultdict(list)
    for row in amounts:
        if row.headings and row.value is not None:
            lines[row.place.document_id, row.place.section, row.what_span].append(row)
    so, not_so = Counter[_Column](), Counter[_Column]()
    for line in lines.values():
        for row in filter(is_deviation, line):
            told = _tells_turned(row, line)
            if told is not None:
                (so if told else not_so)[_column(row)] += 1
    return frozenset(column for column in so if so[column] >= _LEAST and not not_so[column])


def _tells_turned(row: Amount, line: Sequence[Amount]) -> bool | None:
    """Whether a deviation grows with what is spent; null where its row does not tell: what comes
    in, or what is printed nowhere beside it."""
    if not row.value or _comes_in(row):
        return None
    for plan in filter(is_planned, line):
        for after in filter(is_told_after, line):
            apart = (after.value or 0.0) - (plan.value or 0.0)
            same = plan.unit == row.unit == after.unit and after is not row
            if not same or abs(abs(apart) - abs(row.value)) > NEAR:
                continue
            costs = (plan.value or 0.0) > 0 and (after.value or 0.0) > 0
            return costs and apart * row.value > 0
    return None


def _comes_in(row: Amount) -> bool:
    """Whether an amount is of incomes, or of the money of all units, which mostly comes in."""
    told = split(" ".join((row.what, *row.place.section[-1:])))
    return is_income(row) or any(word.startswith(_incomes()) for word in told)


@cache
def _incomes() -> tuple[str, ...]:
    names = ("income", "central")
    return tuple(word for name in names for word in words.vocabulary_list("balance", name))


def _column(row: Amount) -> _Column:
    return row.place.document_id, row.place.section, row.headings[:1], row.measure, row.period
