"""A question that nothing tells, asked once more without what it takes for granted beside what it
asks ("vem i kulturnämnden ansvarar för …" as "vem ansvarar för …")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plansvar.asking.query import Decline
from plansvar.asking.turn import Told, Turn
from plansvar.asking.understanding.lexicon import grammar
from plansvar.domain import Answer, AnswerKind
from plansvar.language.folding import words

_OF_DOCUMENTS = (None, Decline.NOT_IN_DOCUMENTS)


def told_reworded(turn: Turn, found: Answer) -> Told | None:
    """What the first other wording gets that is understood whole; null in a talk and where the
    question has an answer."""
    if turn.talk.last is not None or not found.abstained:
        return None
    told = (_asked(turn, text) for text in _wordings(turn.said, "reworded"))
    undone = (_asked(turn, text) for text in _wordings(turn.said, "undone"))
    denied = (each for each in undone if each and _denies(each[1]))
    return next((each for each in told if each), None) or next(denied, None)


def _asked(turn: Turn, text: str) -> Told | None:
    query = turn.following(text)
    if query.not_understood or query.parts or query.decline not in _OF_DOCUMENTS:
        return None
    return turn.first([query])


def _denies(found: Answer) -> bool:
    """Whether a text tells that what a question takes to be done is not."""
    told = found.kind is AnswerKind.PASSAGE
    return told and not set(grammar()["denying"]).isdisjoint(words(found.text))


def _wordings(text: str, name: str) -> Iterator[str]:
    for pattern, said in _ways(name):
        again, changed = pattern.subn(said, text, count=1)
        if changed:
            yield again


@cache
def _ways(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    ways = grammar()[name]
    return tuple((re.compile(way, re.IGNORECASE), said) for way, said in ways)
