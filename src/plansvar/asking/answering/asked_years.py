"""The values of a row that a question asks for by its year."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Task
from plansvar.asking.evidence import words
from plansvar.asking.evidence.reading import Reading, in_breakdown, read
from plansvar.asking.query import OrderBy
from plansvar.domain import Indicator
from plansvar.language.folding import fold

_OF_CHANGE = (OrderBy.CHANGE, OrderBy.RISE)


def read_asked(task: Task, row: Indicator, breakdown: str | None = None) -> Reading:
    """The row as of the one year that the question names; else as of its latest outcome, or value
    in the column of its own that is asked for."""
    year, own = asked_year(task), task.document(row).year
    if not task.query.of_parts:
        reading = _since(task, row, breakdown, read(row, breakdown, year=year, own=own))
        return _by_forecast(row, breakdown, year, reading) if asks_of_forecast(task) else reading
    measured = task.query.own_column and bool(task.query.measures)  # a follow-up may drop it
    column = task.query.measures[0] if measured else None
    reading = _read_part(row, column, breakdown, year, own)
    if not task.query.against_years:
        return reading
    before = _read_part(row, column, breakdown, min(task.query.against_years), own).outcome
    return replace(reading, previous=before if before is not reading.outcome else None)


def _since(task: Task, row: Indicator, breakdown: str | None, reading: Reading) -> Reading:
    """The row beside its outcome of the year that a change is reckoned from, where rows are put in
    order by that ("vad har förbättrats mest sedan 2029?")."""
    order, against = task.query.order, task.query.against_years
    if order is None or order.by not in _OF_CHANGE or not against:
        return reading
    before = read(row, breakdown, year=min(against), own=task.document(row).year).outcome
    return replace(reading, previous=before if before is not reading.outcome else None)


def asks_of_forecast(task: Task) -> bool:
    """ "vilka mål nås inte enligt prognosen?": what is expected is held against the targets."""
    forecast = words.vocabulary_list("measures", "forecast")
    named = not set(map(fold, task.query.measures)).isdisjoint(forecast)
    return named and task.query.conditions.target_state is not None


def _by_forecast(
    row: Indicator, breakdown: str | None, year: int | None, reading: Reading
) -> Reading:
    """The newest forecast, or that of the year asked for, in the place of the outcome, with the
    target of its year; the row as it was read where it has none."""
    forecast = words.vocabulary_list("measures", "forecast")
    group = in_breakdown(row, breakdown)
    held = [o for o in group if fold(o.measure) in forecast and o.value is not None]
    held = [o for o in held if year in (None, words.year_of(o.period))]
    if not held:
        return reading
    expected = max(held, key=lambda o: words.year_of(o.period) or 0)
    targets = [o for o in group if words.is_target(o)]
    same = [o for o in targets if words.year_of(o.period) in (None, words.year_of(expected.period))]
    return Reading(expected, next(iter(same), None), reading.outcome)


def _read_part(
    row: Indicator, column: str | None, breakdown: str | None, year: int | None, own: int | None
) -> Reading:
    if column is None:
        return read(row, breakdown, year=year, own=own)
    return read_column(row, column, breakdown, year)


def asked_year(task: Task) -> int | None:
    """The one year that the question names, if it names one."""
    years = task.query.scope.years
    return years[0] if len(years) == 1 else None


def read_column(row: Indicator, column: str, breakdown: str | None, year: int | None) -> Reading:
    """The value of a column of the rows' own, of that year else the newest that has one, and the
    one of the year before."""
    held = [o for o in in_breakdown(row, breakdown) if fold(o.measure) == column]
    held.sort(key=lambda o: words.year_of(o.period) or 0, reverse=True)
    told = [o for o in held if year in (None, words.year_of(o.period))]
    outcome = next(iter(told), None)
    at = held.index(outcome) if outcome else len(held)
    return Reading(outcome, None, next(iter(held[at + 1 :]), None))


def read_expected(task: Task, row: Indicator) -> Reading:
    """What is expected of the one year that the question names, where it has no outcome yet, beside
    the outcome of the year before: that tells which way it goes."""
    year, reading = asked_year(task), read_asked(task, row)
    if year is None or reading.outcome is not None:
        return reading
    forecast = words.vocabulary_list("measures", "forecast")
    expected = [
        o
        for o in row.observations
        if words.year_of(o.period) == year and fold(o.measure) in forecast and words.is_total(o)
    ]
    before = read(row, None, year=year - 1).outcome
    return replace(reading, outcome=expected[0], previous=before) if expected else reading
