"""Sentences that hold all that a question says, whatever else its words may be read as."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.most_told import answer_most_told, asks_most_untold
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.under_headings import answer_under_heading, asks_under_heading
from plansvar.asking.evidence import selecting
from plansvar.asking.passages import find_told_causes
from plansvar.asking.passages.whole import asks_if_so, asks_who, find_whole
from plansvar.asking.query import Conditions, Decline, Operation, Subject
from plansvar.domain import AnswerKind
from plansvar.language.vocabulary import vocabulary

_OF_TEXT = (Operation.WHEN, Operation.WHO)


def answer_whole(task: Task) -> Draft:
    """The sentence that holds all that a question says; none for one that leans on the talk."""
    query = task.query
    listed = query.operation is Operation.LIST and not asks_who(query.text)
    by_row = query.operation is Operation.RESPONSIBLE and _has_owner(task)
    aside = query.follow_up or listed or by_row
    found = () if aside else find_whole(query, task.library)
    facts = [fact for passage in found for fact in passage_facts(task, passage)]
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))


def _has_owner(task: Task) -> bool:
    """Whether an undertaking that a question names says itself who answers for it."""
    tasks = task.query.subject is Subject.COMMITMENTS and bool(task.query.links)
    rows = selecting.commitments(task.query, task.library) if tasks else ()
    return any(row.responsible for row in rows)


def asks_of_text(task: Task) -> bool:
    """Whether a cause, a time or a name is asked for, which running text tells best; not a cause
    that a sentence tells of the very thing, whatever words that uses."""
    if task.query.operation is Operation.WHY:
        return not find_told_causes(task.query, task.library)
    return task.query.operation in _OF_TEXT or asks_who(task.query.text)


def asks_if_text_says_so(task: Task) -> bool:
    """Whether yes or no is asked of what rows are not asked for by any condition."""
    query = task.query
    conditions = replace(query.conditions, kinds=())
    free = query.premise is None and conditions == Conditions() and query.limit is None
    return free and asks_if_so(query.text)


def answer_if_so(task: Task) -> Draft:
    """The sentence that says all of it, be it that it is not so; the report of a year need not name
    it."""
    query = replace(task.query, operation=Operation.WHAT)
    made = answer_whole(replace(task, query=query))
    years = query.scope.years
    if made.said or not years:
        return made
    text = _of_year().sub(" ", query.text)
    scope = replace(query.scope, years=(), document_years=years)
    return answer_whole(replace(task, query=replace(query, text=text, scope=scope)))


def told_all_the_same(task: Task) -> Draft | None:
    """What stands under the heading that a question names, or in a sentence of all its words or
    one that names the part with most, however little the question looks like one that the
    documents answer."""
    if asks_most_untold(task):
        most = answer_most_told(task)
        return most if most.said else None
    if task.query.decline not in (Decline.OTHER_YEAR, Decline.OPINION):
        return None
    told = answer_under_heading(task) if asks_under_heading(task) else answer_whole(task)
    return told if told.said else None


@cache
def _of_year() -> re.Pattern[str]:
    """A year with the word before it ("under 2040")."""
    return re.compile(vocabulary("passages")["about"]["of_year"])
