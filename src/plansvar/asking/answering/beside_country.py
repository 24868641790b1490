"""What is to be set beside the whole country, where no row that is told has a value of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.answering.not_given import nothing_given
from plansvar.asking.evidence import selecting
from plansvar.asking.query import Conditions, Decline, Operation, Subject
from plansvar.asking.understanding.lexicon import grammar
from plansvar.domain import AnswerKind, Indicator
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_TOLD_OF_ROWS = (AnswerKind.INDICATOR, AnswerKind.AMOUNT)


def lacks_country(task: Task, made: Draft) -> bool:
    """Whether a draft on rows says nothing of the country that the question sets them beside: what
    it was the year before is no answer to that."""
    country = grammar()["country"]
    if country not in task.query.measures or made.abstained or made.kind not in _TOLD_OF_ROWS:
        return False
    if any(
        o.measure == country for r in made.rows if isinstance(r, Indicator) for o in r.observations
    ):
        return False
    texts = (text for said in made.said for text in (said.fact.text, *said.cells, *said.head))
    return not any(_country().search(fold(text)) for text in texts)


def answer_without_country(task: Task) -> Draft:
    """That the rows asked about have no such value."""
    if not task.query.links:
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    query = replace(
        task.query, operation=Operation.VALUE, premise=None, conditions=Conditions(), table=None
    )
    query = replace(query, subject=Subject.INDICATORS)
    rows = selecting.indicators(replace(query, measures=()), task.library)
    if not rows:
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    return replace(nothing_given(replace(task, query=query), rows), abstained=True)


@cache
def _country() -> re.Pattern[str]:
    country = grammar()["country"]
    said = (
        *vocabulary("measures")["measures"][country],
        *vocabulary("questions")["sv"]["measure"][country],
    )
    return re.compile("|".join(rf"(?<!\w){re.escape(fold(word))}" for word in said))
