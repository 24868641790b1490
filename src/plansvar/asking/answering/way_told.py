"""Which way the amounts of one printed row went, as its deviation or its result tells."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.turned_signs import is_turned
from plansvar.asking.answering.ways import (
    EVEN,
    MINUS,
    NEAR,
    PLUS,
    is_deviation,
    is_income,
    is_planned,
    is_told_after,
    printed_sign,
)
from plansvar.asking.evidence import words
from plansvar.domain import Amount
from plansvar.index.library import Library
from plansvar.language.folding import fold


def way_of(
    library: Library, line: Sequence[Amount], years: Sequence[int]
) -> tuple[str, Amount] | None:
    """Which way the amounts of one printed row went and which of them tells it: the deviation of
    the year asked for, else a result of it."""
    for row in _newest_last(line, years):
        way = _of_deviation(library, row, line) if is_deviation(row) else None
        if way:
            return way, row
    for row in _newest_last(line, years):
        if is_told_after(row) and _tells_results(library, row):
            return _of_value(row), row
    return None


def _newest_last(line: Sequence[Amount], years: Sequence[int]) -> list[Amount]:
    """The amounts of the years asked for; without such those of the line's newest year."""
    dated = {row.id: words.year_of(row.period) for row in line}
    newest = max((year for year in dated.values() if year), default=None)
    wanted: set[int | None] = {*(years or (newest,)), None}
    return [row for row in line if row.value is not None and dated[row.id] in wanted]


def _of_value(row: Amount) -> str:
    value = row.value or 0.0
    return EVEN if value == 0 else PLUS if value > 0 else MINUS


def _of_deviation(library: Library, row: Amount, line: Sequence[Amount]) -> str | None:
    """What a deviation says: its own sign, where costs that are printed above zero do not turn
    it; without a sign, what the other columns or the other rows of its own tell."""
    if row.value == 0:
        return EVEN
    reckoned = _reckoned(row, [*line, *_beside(library, row)])
    if reckoned == "" and is_turned(library, row):
        return MINUS if _of_value(row) == PLUS else PLUS
    if reckoned is not None:
        return reckoned or None
    if printed_sign(row):
        return _of_value(row)
    below = any((other.value or 0.0) < 0 for other in _column(library, row))
    return _of_value(row) if below else None


def _reckoned(row: Amount, line: Sequence[Amount]) -> str | None:
    """The way that planned and told amounts of the same year show: empty where they contradict
    the sign or leave it open, null where they do not make the deviation."""
    for plan in (r for r in line if is_planned(r)):
        for after in (r for r in line if is_told_after(r) and r is not row):
            apart = (after.value or 0.0) - (plan.value or 0.0)
            if abs(abs(apart) - abs(row.value or 0.0)) > NEAR or plan.unit != row.unit:
                continue
            costs = (plan.value or 0.0) > 0 and (after.value or 0.0) > 0 and not is_income(row)
            shown = apart * (row.value or 0.0) > 0
            return "" if costs and shown else _of_value(row)
    return None


def _beside(library: Library, row: Amount) -> list[Amount]:
    """The other amounts of the printed row, which a question may not have asked for."""
    own = row.place.document_id, row.place.section, fold(row.what)
    return [
        other
        for other in library.amounts()
        if (other.place.document_id, other.place.section, fold(other.what)) == own
        and bool(other.headings)
        and words.year_of(other.period) in (None, words.year_of(row.period))
    ]


def _column(library: Library, row: Amount) -> list[Amount]:
    place = row.place.document_id, row.place.section, row.headings, row.measure, row.period
    return [
        other
        for other in library.amounts()
        if (
            other.place.document_id,
            other.place.section,
            other.headings,
            other.measure,
            other.period,
        )
        == place
    ]


def _tells_results(library: Library, row: Amount) -> bool:
    """Whether a table prints results of units: some of its columns hold some over and some short,
    and what was planned for them is mostly nothing."""
    table = [
        other
        for other in library.amounts()
        if other.place.document_id == row.place.document_id
        and other.place.section == row.place.section
        and bool(other.headings)
        and not other.is_sum
    ]
    planned = [other.value for other in table if is_planned(other)]
    balanced = bool(planned) and sum(value == 0 for value in planned) * 2 > len(planned)
    values = [other.value or 0.0 for other in table if not is_planned(other)]
    return balanced and min(values, default=0.0) < 0 < max(values, default=0.0)
