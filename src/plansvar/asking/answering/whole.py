"""Sentences that hold all that a question says, whatever else its words may be read as."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.under_headings import answer_under_heading, asks_under_heading
from plansvar.asking.passages.whole import find_whole
from plansvar.asking.query import Decline, Operation
from plansvar.domain import AnswerKind
from plansvar.language.numbers import find_numbers


def answer_whole(task: Task) -> Draft:
    """The sentence that holds all that a question says; none for one that leans on the talk."""
    leans = task.query.follow_up or task.query.operation is Operation.LIST
    found = () if leans else find_whole(task.query, task.library)
    facts = [fact for passage in found for fact in passage_facts(task, passage)]
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))


def asks_why_of_number(task: Task) -> bool:
    """Whether a cause is asked for of something that the question says a number of."""
    return task.query.operation is Operation.WHY and bool(find_numbers(task.query.text, False))


def told_all_the_same(task: Task) -> Draft | None:
    """What stands under the heading that a question names, or in a sentence of all its words,
    however little it looks like a question that the documents answer."""
    if task.query.decline not in (Decline.OTHER_YEAR, Decline.OPINION):
        return None
    told = answer_under_heading(task) if asks_under_heading(task) else answer_whole(task)
    return told if told.said else None
