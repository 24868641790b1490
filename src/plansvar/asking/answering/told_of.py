"""Answers questions of forms that only running text answers; their words name no rows."""

from __future__ import annotations

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Task, draft
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.passages.told_of import find_told_of_form, form_of
from plansvar.asking.query import Decline
from plansvar.domain import AnswerKind


def asks_of_telling(task: Task) -> bool:
    return form_of(task.query.text) is not None


def answer_of_telling(task: Task) -> Draft:
    """The sentence that tells it; else a plain no where what is the most of people's words is asked
    for, which no ranking of rows tells."""
    found = find_told_of_form(task.query, task.library, task.encoder)
    facts = [fact for passage in found for fact in passage_facts(task, passage)]
    form = form_of(task.query.text)
    if not facts and form is not None and form.most:
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    return draft(AnswerKind.PASSAGE, facts)
