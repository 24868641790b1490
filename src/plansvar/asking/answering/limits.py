"""Yes or no where a question holds a value against a limit: said before the value, where all that
the answer gives for it lies on one side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.evidence import words
from plansvar.asking.query import Threshold
from plansvar.asking.tables.units import factor_of, is_money, unit_behind
from plansvar.domain import Figure
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.months import month_of
from plansvar.language.numbers import find_numbers, parse_number
from plansvar.language.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class _Value:
    """A value that a sentence gives, in its unit, with the year that it is of."""

    value: float
    unit: str
    year: int | None


def with_limit(task: Task, made: Draft) -> Draft:
    """A draft of the value asked for, with the verdict on its first sentence that gives one."""
    limit = task.query.limit
    if limit is None or made.abstained:
        return made
    told = [(place, list(_values(task, said))) for place, said in enumerate(made.said)]
    valued = [(place, values) for place, values in told if values]
    verdicts = {_is_so(value, limit) for _, values in valued for value in values}
    if len(verdicts) != 1 or None in verdicts:
        return made
    first = valued[0][0]
    key = f"goal_told.{'yes' if verdicts.pop() else 'no'}"
    said = replace(made.said[first], fact=task.say(key, fact=made.said[first].fact))
    return replace(made, said=(said, *made.said[:first], *made.said[first + 1 :]))


def _values(task: Task, said: Said) -> Iterator[_Value]:
    """The values of a sentence that are of the thing itself and of the years asked for, else of
    the newest."""
    years = set(task.query.scope.years)
    cells = [figure for figure in said.fact.figures if _is_cell(figure)]
    whole = [each for each in cells if fold(each.breakdown or "") in _totals()]
    of_groups = bool(task.query.breakdowns) or not any(each.breakdown for each in whole)
    found = [v for figure in (cells if of_groups else whole) for v in _told(task, figure)]
    if not cells:  # beside cells a text is only the name of their row
        found = [value for figure in said.fact.figures for value in _quoted(figure)]
    found = [v for v in found if not years or v.year is None or v.year in years]
    newest = max((v.year for v in found if v.year is not None), default=None)
    yield from (v for v in found if v.year in (None, newest))


def _is_cell(figure: Figure) -> bool:
    return bool(figure.cell or figure.measure or figure.row)


def _told(task: Task, figure: Figure) -> Iterator[_Value]:
    """The value of a row or cell: no target and nothing planned, unless it is asked how far off
    the plan it is."""
    money = task.query.money
    off_plan = money is not None and money.side is not None
    measure = fold(figure.measure or "")
    other = measure.startswith(_words("other_measures"))
    wanted = measure.startswith(_words("off_plan")) if off_plan else not other
    value = parse_number(figure.text) if wanted else None
    if value is None or (figure.cell is None and figure.row is None):
        return
    unit = figure.unit or (figure.cell.unit if figure.cell else "")
    year = figure.cell.year if figure.cell else words.year_of(figure.period)
    yield _Value(abs(value) if off_plan else value, unit, year)


def _quoted(figure: Figure) -> Iterator[_Value]:
    """The one number of a quote that is no year, no day and not how much something moved."""
    text = figure.text
    if _moved().search(fold(text)):
        return
    numbers = [
        n
        for n in find_numbers(text)
        if not words.years_in(n.raw) and month_of((split(text[n.end :]) or [""])[0]) is None
    ]
    if len(numbers) == 1:
        yield _Value(numbers[0].value, unit_behind(text, numbers[0].end + 1), None)


@cache
def _moved() -> re.Pattern[str]:
    return re.compile("|".join(_words("moved")))


def _is_so(told: _Value, limit: Threshold) -> bool | None:
    """Whether a value lies on the side that is asked about; null where the units are unlike."""
    value, bound, unit = told.value, limit.value, limit.unit or ""
    if is_money(unit) is not is_money(told.unit) and (is_money(unit) or unit) and told.unit:
        return None
    if words.is_percent(unit) and told.unit and not words.is_percent(told.unit):
        return None
    if is_money(unit):
        if not told.unit:
            return None
        value, bound = value * factor_of(told.unit), bound * factor_of(unit)
    sides = {">": value > bound, "<": value < bound, ">=": value >= bound, "<=": value <= bound}
    return sides[limit.relation]


def _totals() -> tuple[str, ...]:
    return ("", *words.vocabulary_list("measures", "total"))


def _words(name: str) -> tuple[str, ...]:
    return tuple(vocabulary("limits")["words"][name])
