"""What is done about something, or was done where something had happened: no figure tells that,
whatever rows are called like it."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.commitments import answer_commitments
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.passages.matter import matter_of
from plansvar.asking.passages.measures import AFTER, BEHIND_DOING, find_measures
from plansvar.asking.query import Link, Operation, Subject
from plansvar.domain import AnswerKind


def asks_what_was_done(task: Task) -> bool:
    forms = (BEHIND_DOING, AFTER)
    return any(matter_of(task.query, task.library, form) is not None for form in forms)


def answer_what_was_done(task: Task) -> Draft:
    """The sentences that say what was done, else the undertakings that speak of it; none where
    nothing says it of what happened."""
    query = replace(task.query, operation=Operation.HOW)
    facts = [f for p in find_measures(query, task.library) for f in passage_facts(task, p)]
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts))) if facts else _undertakings(task)


def _undertakings(task: Task) -> Draft:
    """The undertakings whose text speaks of what something is to be done about."""
    matter = matter_of(task.query, task.library, BEHIND_DOING)
    if matter is None:
        return Draft(AnswerKind.COMMITMENT, ())
    rows = tuple(row.id for row in task.library.commitments() if matter.is_in(row.text))
    if not rows:
        return Draft(AnswerKind.COMMITMENT, ())
    link = Link((), task.query.text, rows, 1.0)
    query = replace(
        task.query, subject=Subject.COMMITMENTS, operation=Operation.LIST, links=(link,)
    )
    return answer_commitments(replace(task, query=query))
