"""Rows of two documents that are one measure under two names: the later one prints again what the
earlier one does of the same years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plansvar.asking.evidence import words
from plansvar.asking.evidence.reading import usable
from plansvar.domain import Indicator
from plansvar.language.folding import told_stems
from plansvar.language.months import last_month_of

_Value = tuple[int, int, float]


def renamed_rows(
    rows: Sequence[Indicator], others: Sequence[Indicator]
) -> Iterator[tuple[Indicator, Indicator]]:
    """Each row with the one other that says words of its name, gives its values in the same unit
    and prints the same outcomes of the years that both have; none that fits several."""
    for row in rows:
        fitting = _fitting(row, others)
        if len(fitting) == 1 and _fitting(fitting[0], rows) == [row]:
            yield row, fitting[0]


def _fitting(row: Indicator, others: Sequence[Indicator]) -> list[Indicator]:
    own = _outcomes(row)
    shared = [(len(_said(row) & _said(other)), other) for other in others if _agree(own, other)]
    most = max((count for count, _ in shared), default=0)
    return [other for count, other in shared if most and count == most]


def _agree(own: set[_Value], other: Indicator) -> bool:
    """Whether rows print the same of each year that both have an outcome of, and have any."""
    told = _outcomes(other)
    times = {time[:2] for time in own} & {time[:2] for time in told}
    return bool(times) and all(
        {v for v in own if v[:2] == time} == {v for v in told if v[:2] == time} for time in times
    )


def _outcomes(row: Indicator) -> set[_Value]:
    """The measured outcomes of all, with the year and month that each is of."""
    return {
        (year, last_month_of(o.period or "") or 0, o.value)
        for o in row.observations
        if words.is_outcome(o) and words.is_total(o) and usable(o) and o.value is not None
        for year in [words.year_of(o.period)]
        if year is not None
    }


def _said(row: Indicator) -> frozenset[str]:
    return frozenset(told_stems(row.name))
