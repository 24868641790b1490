"""How new or how sure the figures of a row are, and what is aimed at in another year, as the text
beside the row says."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.namesakes_wider import of_one_name, rows_called_more
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.values import answer_values
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import is_target
from plansvar.asking.passages.of_figures import find_of_figures
from plansvar.asking.query import Conditions, Decline, Operation, Query, Subject
from plansvar.domain import AnswerKind, Indicator

_FRESH, _TARGET = "fresh", "target"


def asks_of_figures(task: Task) -> bool:
    """Whether a question asks how new or how sure the figures of rows are."""
    return bool(task.query.of_figures and task.query.links)


def answer_of_figures(task: Task) -> Draft:
    """What is said of them; how new they are is told by their dates too, how sure by nothing
    else."""
    sort = task.query.of_figures
    rows = _rows(task)
    said = [
        Said(fact)
        for passage in find_of_figures(rows, task.library, sort)
        for fact in passage_facts(task, passage)
    ]
    if sort == _FRESH and rows:
        values = answer_values(replace(task, query=_plain(task)))
        return Draft(AnswerKind.INDICATOR, (*said, *values.said), values.rows)
    if not said:
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    return Draft(AnswerKind.PASSAGE, tuple(said), tuple(rows))


def asks_for_later_target(task: Task) -> bool:
    """Whether a target is asked for of a year for which the rows print none."""
    query = task.query
    if query.operation is not Operation.TARGET or not query.links or len(query.scope.years) != 1:
        return False
    if query.subject is Subject.AMOUNTS:
        return bool(_goals_called_more(task))
    if query.subject is not Subject.INDICATORS:
        return False
    year = str(query.scope.years[0])
    return not any(year in (o.period or "") for row in _rows(task) for o in row.observations)


def answer_later_target(task: Task) -> Draft:
    """The sentences beside the rows that tell what is aimed at in that year; after an amount of
    the same name the goal for it."""
    goals = _goals_called_more(task)
    if task.query.subject is Subject.AMOUNTS:
        link = replace(task.query.links[0], rows=tuple(row.id for row in goals))
        plain = replace(task.query, links=(link,), subject=Subject.INDICATORS, money=None)
        return answer_values(replace(task, query=plain))
    year = str(task.query.scope.years[0])
    found = find_of_figures(_rows(task), task.library, _TARGET, year)
    facts = [fact for passage in found for fact in passage_facts(task, passage)]
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)), tuple(_rows(task)) if facts else ())


def _goals_called_more(task: Task) -> list[Indicator]:
    """The rows of one name that hold the name of an amount, with a target for the year asked for
    that no amount of it is planned for."""
    years = {str(year) for year in task.query.scope.years}
    if any(amount.period in years for amount in selecting.amounts(task.query, task.library)):
        return []
    goals = [
        row
        for row in rows_called_more(task)
        if any(is_target(o) and o.period in years for o in row.observations)
    ]
    return goals if goals and of_one_name(goals) else []


def _rows(task: Task) -> list[Indicator]:
    """The rows that are named, of the newest document that has any."""
    scope = replace(task.query.scope, years=(), periods=())
    plain = replace(task.query, scope=scope, measures=(), subject=Subject.INDICATORS)
    rows = list(selecting.indicators(plain, task.library))
    newest = max((task.document(row).year or 0 for row in rows), default=0)
    return [row for row in rows if (task.document(row).year or 0) == newest]


def _plain(task: Task) -> Query:
    return replace(
        task.query,
        operation=Operation.VALUE,
        subject=Subject.INDICATORS,
        conditions=Conditions(),
        premise=None,
        of_figures="",
    )
