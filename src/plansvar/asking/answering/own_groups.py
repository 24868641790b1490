"""Groups of a row in order: "vilken åldersgrupp har högst sjukfrånvaro?"."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import name_fact, value_fact, values_fact
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.reading import usable
from plansvar.asking.query import OrderBy
from plansvar.domain import AnswerKind, Indicator, Observation
from plansvar.language.folding import fold

_LEAST = 2


def ranks_groups(task: Task) -> bool:
    """Whether groups of a named row are to be put in order, and not rows."""
    query = task.query
    by_value = query.order is not None and query.order.by is OrderBy.VALUE
    return by_value and len(query.breakdowns) >= _LEAST and bool(query.links)


def answer_groups_ranked(task: Task) -> Draft:
    """The group that comes first, then the others, for each row that tells them."""
    said: list[Said] = []
    found: list[Indicator] = []
    for row in selecting.indicators(task.query, task.library):
        told = _told(task, row)
        if len(told) >= _LEAST:
            said += [Said(fact, table="points") for fact in _facts(task, row, told)]
            found.append(row)
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(found))


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
