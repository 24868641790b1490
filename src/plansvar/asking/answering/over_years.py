"""One row year by year: all its outcomes, and the highest or lowest of them."""

from __future__ import annotations

from itertools import pairwise

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import name_fact, values_fact
from plansvar.asking.answering.sorting import holds
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.reading import in_breakdown, usable
from plansvar.asking.query import Change
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
    asked, since = task.query.scope.years, min(task.query.against_years, default=0)
    kept = [y for y in found if y >= since and (not asked or min(asked) <= y <= max(asked))]
    return [found[year] for year in sorted(kept, reverse=True)]


def _facts(task: Task, row: Indicator, series: list[Observation], many: bool) -> list[Fact]:
    order, conditions = task.query.order, task.query.conditions
    name = name_fact(task, row, many)
    every = task.say("row.values", name=name, values=values_fact(task, row, series))
    if conditions.thresholds or conditions.change:
        return [_those(task, row, name, series), every]
    if order is None:
        return [every]
    placed = sorted(series, key=lambda o: o.value or 0.0, reverse=order.descending)
    shown = placed[: order.limit or 1]
    key = "highest" if order.descending else "lowest"
    first = task.say(f"over_years.{key}", name=name, value=values_fact(task, row, shown))
    return [first, every]


def _those(task: Task, row: Indicator, name: Fact, series: list[Observation]) -> Fact:
    """The years within the limit asked for, or in which the value moved so."""
    conditions = task.query.conditions
    limit = " ".join(w.text for t in conditions.thresholds for w in t.words)
    if conditions.thresholds:
        kept = [o for o in series if all(holds(t, o.value or 0.0) for t in conditions.thresholds)]
        way = "within"
    else:
        way = _way(row, conditions.change or Change.SAME).value
        kept = [o for o, before in pairwise(series) if _moved(o, before) == way]
    if not kept:
        return task.say(f"over_years.none.{way}", name=name, limit=limit)
    values = values_fact(task, row, kept)
    return task.say(f"over_years.{way}", name=name, limit=limit, values=values)


def _way(row: Indicator, change: Change) -> Change:
    """ "bättre" as up or down, as is good for the row; higher is good when unknown."""
    lower = row.direction == words.vocabulary_word("direction", "lower")
    if change is Change.BETTER:
        return Change.DOWN if lower else Change.UP
    if change is Change.WORSE:
        return Change.UP if lower else Change.DOWN
    return change


def _moved(now: Observation, before: Observation) -> str:
    step = (now.value or 0.0) - (before.value or 0.0)
    if step == 0:
        return Change.SAME.value
    return Change.UP.value if step > 0 else Change.DOWN.value
