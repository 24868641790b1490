"""Questions that are no questions to documents: opinions, instructions, nothing at all."""

from __future__ import annotations

import re
from functools import cache

from plansvar.asking.query import Decline
from plansvar.language.folding import bare
from plansvar.language.vocabulary import vocabulary

LIMIT = 2000


def decline_at_once(question: str) -> Decline | None:
    """Why the text of the question alone says that it cannot be answered."""
    if len(question) > LIMIT:
        return Decline.TOO_LONG
    if not question.strip():
        return Decline.EMPTY
    text = bare(question)
    first = (text.split() or [""])[0]
    if first in map(bare, vocabulary("questions")["sv"]["decline"]["opinion_first"]):
        return Decline.OPINION
    for name in (Decline.INSTRUCTION, Decline.OPINION, Decline.OTHER_YEAR):
        found = _pattern(name.value).search(text)
        if found and not (found[0] in _of_facts() and any(sign.isdigit() for sign in text)):
            return name
    return None


@cache
def _of_facts() -> frozenset[str]:
    """Phrases that ask for a view, but with a figure whether it is right."""
    return frozenset(map(bare, vocabulary("questions")["grammar"]["right_or_not"]))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    phrases = {
        bare(phrase)
        for language in ("sv", "en")
        for phrase in vocabulary("questions")[language]["decline"][name]
    }
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
