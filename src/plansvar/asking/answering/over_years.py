"""One row year by year: all its outcomes, and the highest or lowest of them."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import name_fact, value_fact, values_fact
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.reading import in_breakdown, usable
from plansvar.domain import AnswerKind, Indicator, Observation
from plansvar.language.folding import fold

_LEAST = 2


def answer_over_years(task: Task) -> Draft:
    """The longest series that the documents of each municipality print for the thing asked about,
    with its highest or lowest value where that is asked for."""
    best: dict[str | None, tuple[Indicator, list[Observation]]] = {}
    for row in selecting.indicators(task.query, task.library):
        series = _series(task, row)
        town = task.document(row).municipality
        if len(series) >= _LEAST and len(series) > len(best.get(town, (row, []))[1]):
            best[town] = (row, series)
    many = len(best) > 1
    said: list[Said] = []
    for row, series in best.values():
        said += [Said(fact) for fact in _facts(task, row, series, many)]
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(row for row, _ in best.values()))


def _series(task: Task, row: Indicator) -> list[Observation]:
    """The measured outcomes of the group asked for, one a year, newest first."""
    groups = task.query.breakdowns
    named = {fold(o.breakdown): o.breakdown for o in row.observations}
    group = named.get(fold(groups[0])) if len(groups) == 1 else None
    if groups and group is None:
        return []
    found: dict[int, Observation] = {}
    for observation in in_breakdown(row, group):
        year = words.year_of(observation.period)
        if year is not None and words.is_outcome(observation) and usable(observation):
            found.setdefault(year, observation)
    return [found[year] for year in sorted(found, reverse=True)]


def _facts(task: Task, row: Indicator, series: list[Observation], many: bool) -> list[Fact]:
    order = task.query.order
    name = name_fact(task, row, many)
    every = task.say("row.values", name=name, values=values_fact(task, row, series))
    if order is None:
        return [every]
    pick = max if order.descending else min
    extreme = pick(series, key=lambda o: o.value or 0.0)
    key = "highest" if order.descending else "lowest"
    first = task.say(f"over_years.{key}", name=name, value=value_fact(task, row, extreme))
    return [first, every]
