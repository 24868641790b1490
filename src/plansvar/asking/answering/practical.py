"""Everyday matters (opening hours, how one applies, who is reached how, what a holder of a post is
called): the sentence that tells them, or a plain no."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Task, draft
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.passages.finding import find_passages
from plansvar.asking.passages.persons import holders, names_asked
from plansvar.asking.passages.practical import find_practical, practical_kind
from plansvar.asking.query import Decline
from plansvar.domain import AnswerKind


def asks_practical(task: Task) -> bool:
    """Whether an everyday matter is asked for, or the name of who holds a post: a row with the post
    is no name."""
    return practical_kind(task.query.text) is not None or names_asked(task.query)


def answer_practical(task: Task) -> Draft:
    query, library, encoder = task.query, task.library, task.encoder
    held = practical_kind(query.text) is None and bool(holders(query, library))
    found = (find_passages if held else find_practical)(query, library, encoder)
    facts = [fact for passage in found for fact in passage_facts(task, passage)]
    if not facts:
        bare = replace(task, query=replace(task.query, links=()))  # no row is near such a matter
        return answer_declined(bare, Decline.NOT_IN_DOCUMENTS)
    return draft(AnswerKind.PASSAGE, facts)
