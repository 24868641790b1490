"""A question that nothing tells, asked once more without what it takes for granted beside what it
asks ("vem i kulturnämnden ansvarar för …" as "vem ansvarar för …")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plansvar.asking.query import Decline
from plansvar.asking.turn import Told, Turn
from plansvar.domain import Answer
from plansvar.language.vocabulary import vocabulary

_OF_DOCUMENTS = (None, Decline.NOT_IN_DOCUMENTS)


def told_reworded(turn: Turn, found: Answer) -> Told | None:
    """What the first other wording gets that is understood whole; null in a talk and where the
    question has an answer."""
    if turn.talk.last is not None or not found.abstained:
        return None
    for text in _wordings(turn.said):
        query = turn.following(text)
        if not (query.not_understood or query.parts) and query.decline in _OF_DOCUMENTS:
            told = turn.first([query])
            if told is not None:
                return told
    return None


def _wordings(text: str) -> Iterator[str]:
    for pattern, said in _ways():
        again, changed = pattern.subn(said, text, count=1)
        if changed:
            yield again


@cache
def _ways() -> tuple[tuple[re.Pattern[str], str], ...]:
    ways = vocabulary("questions")["grammar"]["reworded"]
    return tuple((re.compile(way, re.IGNORECASE), said) for way, said in ways)
