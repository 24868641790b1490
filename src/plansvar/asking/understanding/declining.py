"""Questions that are no questions to documents: opinions, instructions, nothing at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import cache

from plansvar.asking.query import Decline
from plansvar.language.folding import bare, words
from plansvar.language.vocabulary import vocabulary

LIMIT = 2000
_SENTENCE = re.compile(r"[.!?:;,\n]+")


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
    if _is_order(text):
        return Decline.INSTRUCTION
    for name in (Decline.INSTRUCTION, Decline.OPINION, Decline.OTHER_YEAR):
        found = _pattern(name.value).search(text)
        if found and not (found[0] in _of_facts() and any(sign.isdigit() for sign in text)):
            return name
    return None


def _is_order(text: str) -> bool:
    """ "skriv en visa om …", "du är en pirat": an order to make something up or be somebody."""
    if _roles().search(text):
        return True
    orders = _orders()
    return any(_makes(words(sentence), orders) for sentence in _SENTENCE.split(text))


def _makes(said: list[str], orders: Mapping[str, Set[str]]) -> bool:
    """Whether a sentence opens with a verb of making and with what is to be made up behind it."""
    text = " ".join(said)
    polite = next((p for p in sorted(orders["please"]) if text.startswith(f"{p} ")), "")
    rest = said[len(polite.split()) :]
    if not rest or rest[0] not in orders["making"]:
        return False
    behind = [word for word in rest[1:] if word not in orders["small"]]
    return bool(behind) and behind[0] not in orders["allowed"] and rest[1] in orders["small"]


@cache
def _orders() -> dict[str, frozenset[str]]:
    table = vocabulary("questions")["grammar"]["orders"]
    return {name: frozenset(map(bare, table[name])) for name in table}


@cache
def _roles() -> re.Pattern[str]:
    patterns = vocabulary("questions")["grammar"]["orders"]["roles"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(bare, patterns))})")


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
