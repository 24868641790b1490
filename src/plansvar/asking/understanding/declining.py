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
        if _pattern(name.value).search(text):
            return name
    return None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    phrases = {
        bare(phrase)
        for language in ("sv", "en")
        for phrase in vocabulary("questions")[language]["decline"][name]
    }
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
