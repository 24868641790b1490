"""Groups of a row in order: "vilken åldersgrupp har högst sjukfrånvaro?"."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.gaps import apart_fact, pair_of
from plansvar.asking.answering.rows import name_fact, value_fact, values_fact
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.reading import usable
from plansvar.asking.query import Order, OrderBy
from plansvar.asking.tables.moved import DIGITS
from plansvar.domain import AnswerKind, Indicator, Observation
from plansvar.language.folding import fold

_LEAST = 2


def ranks_groups(task: Task) -> bool:
    """Whether groups of a named row are to be put in order, and not rows."""
    query = task.query
    ordered = query.order is not None and query.order.by in (OrderBy.VALUE, OrderBy.RISE)
    return ordered and len(query.breakdowns) >= _LEAST and bool(query.links)


def answer_groups_ranked(task: Task) -> Draft:
    """The group that comes first, then the others, for each row that tells them."""
    order = task.query.order
    if order is not None and order.by is OrderBy.RISE:
        return _moved(task, order)
    said: list[Said] = []
    found: list[Indicator] = []
    for row in selecting.indicators(task.query, task.library):
        told = _told(task, row)
        if len(told) >= _LEAST:
            said += [Said(fact, table="points") for fact in _facts(task, row, told)]
            found.append(row)
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(found))


def _moved(task: Task, order: Order) -> Draft:
    """The group that went furthest the way asked for since the year before, with both values, of
    the newest row that tells several."""
    for row in selecting.indicators(task.query, task.library):
        asked = [_of_group(task, group) for group in task.query.breakdowns]
        steps = [(step, each) for each in asked if (step := _step(each, row)) is not None]
        if len(steps) < _LEAST:
            continue
        furthest = (max if order.descending else min)(step for step, _ in steps)
        key = "row.group_rose" if order.descending else "row.group_fell"
        facts = [apart_fact(each, row) for step, each in steps if step == furthest != 0]
        said = tuple(Said(task.say(key, fact=fact)) for fact in facts if fact is not None)
        if said and (furthest > 0) is order.descending:
            return Draft(AnswerKind.INDICATOR, said, (row,))
    return Draft(AnswerKind.INDICATOR, ())


def _of_group(task: Task, group: str) -> Task:
    return replace(task, query=replace(task.query, breakdowns=(group,)))


def _step(task: Task, row: Indicator) -> float | None:
    """How far the one group asked for went, to as many digits as any row prints."""
    pair = pair_of(task, row)
    told = [o.value for o in pair if usable(o)] if pair else []
    if len(told) < _LEAST or fold(pair[0].breakdown if pair else "") not in task.query.breakdowns:
        return None
    last, first = told
    return None if last is None or first is None else round(last - first, DIGITS)


def _facts(task: Task, row: Indicator, told: list[Observation]) -> list[Fact]:
    descending = task.query.order is None or task.query.order.descending
    first, *others = sorted(told, key=lambda o: o.value or 0.0, reverse=descending)
    key = "row.group_most" if descending else "row.group_least"
    name, value = name_fact(task, row), value_fact(task, row, first)
    rest = values_fact(task, row, others)
    return [
        task.say(key, name=name, value=value),
        task.say("row.group_others", name=name, values=rest),
    ]


def _told(task: Task, row: Indicator) -> list[Observation]:
    """The newest measured outcomes of the groups, of the years asked for."""
    groups = {fold(group) for group in task.query.breakdowns}
    years = task.query.scope.years
    told = [o for o in row.observations if fold(o.breakdown) in groups and usable(o)]
    told = [o for o in told if not words.is_target(o)]
    told = [o for o in told if not years or words.year_of(o.period) in years]
    newest = max((words.year_of(o.period) or 0 for o in told), default=0)
    return [o for o in told if (words.year_of(o.period) or 0) == newest]
