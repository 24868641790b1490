"""What the documents tell under the very heading that a question names."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.levels import tells_money
from plansvar.asking.passages.headed import headed, topic_asked
from plansvar.asking.query import Operation, Subject
from plansvar.domain import AnswerKind


def asks_under_heading(task: Task) -> bool:
    """Whether a question asks to be told of something, and of nothing in particular of it."""
    query = task.query
    return not query.follow_up and bool(topic_asked(query)) and not _sums_up(task)


def _sums_up(task: Task) -> bool:
    """Whether money or a unit is to be summed up: that has its own key sentences, wherever in the
    documents they stand."""
    query = task.query
    kept = query.scope.organisations or query.conditions.responsible
    of_money = query.subject is Subject.AMOUNTS
    return query.operation is Operation.SUMMARISE and not query.links and bool(kept or of_money)


def answer_under_heading(task: Task) -> Draft:
    """The first sentences under the headings that say just what is asked for, of the newest
    documents first; none where there are no such headings."""
    scope = task.query.scope
    within = selecting.documents_in_scope(scope, task.library)
    documents = sorted(within, key=selecting.newest_key)
    if scope.years:
        documents = [d for d in documents if d.year in scope.years]
    found = headed(task.query, task.library, documents)
    facts = [fact for passage in found for fact in passage_facts(task, passage)]
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))


def with_rows(task: Task, told: Draft, found: Draft) -> Draft:
    """What stands under a heading, and behind it the rows that go by the same name; a summary of
    money goes on with what the report's own summary tells of it."""
    summed = task.query.operation is Operation.SUMMARISE and not task.query.links
    if found.abstained or not (found.rows or summed):
        return told
    of_money = summed and task.query.subject is Subject.AMOUNTS
    more = [one for one in found.said if not of_money or tells_money(one.fact.text)]
    return replace(found, said=(*told.said, *more))
