"""Corrects a question for the cause of what is not so of two groups: "varför är kvinnors
sjukfrånvaro lägre än mäns?", where it is higher."""

from __future__ import annotations

import re

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.gaps import apart_fact, pair_of
from plansvar.asking.answering.sorting import is_better
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.reading import usable
from plansvar.asking.query import Operation, Subject
from plansvar.domain import AnswerKind, Indicator
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

_TWO = 2
_STEM = 4  # letters by which a group is known in all of its forms ("kvinnors", "flickornas")
_HIGHER, _LOWER, _BETTER, _WORSE = "higher", "lower", "better", "worse"


def takes_order_for_granted(task: Task) -> bool:
    """Whether a cause is asked for of one group's having more, or less, than another."""
    query = task.query
    rows = query.subject is Subject.INDICATORS and bool(query.links)
    groups = len(query.breakdowns) == _TWO and not query.follow_up
    return query.operation is Operation.WHY and rows and groups and _claimed(query.text) is not None


def answer_order(task: Task) -> Draft:
    """Both values, where those of the newest report are the other way; nothing where it is so."""
    first, second = _in_order(task)
    rows = selecting.indicators(task.query, task.library)
    for row in selecting.ordered(rows, task.library):
        pair = pair_of(task, row)
        if pair is None or not all(map(usable, pair)):
            continue
        named = {fold(each.breakdown or ""): each.value or 0.0 for each in pair}
        if first not in named or second not in named:
            return Draft(AnswerKind.INDICATOR, ())
        if _holds(row, named[first] - named[second], _claimed(task.query.text) or ""):
            return Draft(AnswerKind.INDICATOR, ())
        fact = apart_fact(task, row)
        said = (Said(task.say("premise.not_missed", fact=fact)),) if fact else ()
        return Draft(AnswerKind.INDICATOR, said, (row,))
    return Draft(AnswerKind.INDICATOR, ())


def _in_order(task: Task) -> tuple[str, str]:
    """The groups as the question names them."""
    said = words(task.query.text)

    def place(group: str) -> int:
        stem = fold(group)[:_STEM]
        return next((n for n, word in enumerate(said) if word.startswith(stem)), len(said))

    first, second = sorted(map(fold, task.query.breakdowns), key=place)
    return first, second


def _claimed(text: str) -> str | None:
    """How the first group is said to be beside the second, before the word that sets them so."""
    told = fold(text)
    found = re.search(vocabulary("answering")["groups_beside"]["beside"], told)
    said = words(told[: found.start()]) if found else []
    kinds = vocabulary("answering")["groups_beside"]["kinds"]
    return next((k for k, forms in kinds.items() if not set(forms).isdisjoint(said)), None)


def _holds(row: Indicator, apart: float, claimed: str) -> bool:
    """Whether the first value is beside the second as it is said to be; what is good of a row
    without a direction is not known."""
    if claimed in (_BETTER, _WORSE):
        if row.direction is None:
            return True
        return bool(apart) and is_better(row, apart) is (claimed == _BETTER)
    return apart > 0 if claimed == _HIGHER else apart < 0
