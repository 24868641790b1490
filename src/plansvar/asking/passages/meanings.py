"""Other words for the words of a question: the documents' for people's, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from plansvar.asking.understanding.lexicon import ALSO, EVERYDAY, lexicon
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import tokenise
from plansvar.language.alike import alike
from plansvar.language.everyday import everyday_words
from plansvar.language.folding import words
from plansvar.language.months import month_name
from plansvar.language.vocabulary import vocabulary

SHORTEST_SHARE = 3  # a stem is more than this part of its word


def meanings(text: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """For each word of `text` the phrases that may stand for it or for the phrase it is part of."""
    tokens = tokenise(text)
    found: dict[str, list[str]] = {}
    for match in lexicon(language).match(tokens):
        if match.category in (ALSO, EVERYDAY):
            for token in tokens[match.start : match.end]:
                found.setdefault(token.key, []).append(match.value)
    for token in tokens:
        own = root(token.key)
        for phrase in (*_people_say(language).get(own, ()), *alike(token.key)):
            found.setdefault(token.key, []).append(phrase)
    for token in tokens:
        month = month_name(token.key)
        if month is not None and month != token.key:
            found.setdefault(token.key, []).append(month)
    return {word: tuple(dict.fromkeys(phrases)) for word, phrases in found.items()}


def phrased(text: str, language: str) -> frozenset[str]:
    """The words of phrases of several words that stand for something together ("full time")."""
    tokens = tokenise(text)
    return frozenset(
        token.key
        for match in lexicon(language).match(tokens)
        if match.category in (ALSO, EVERYDAY) and match.end - match.start > 1
        for token in tokens[match.start : match.end]
    )


def _keeps_its_sense(word: str) -> bool:
    """Whether a word's stem is enough of it to be looked for: that of "rörlighet" is "rör"."""
    return SHORTEST_SHARE * len(root(word)) > len(word)


@cache
def _people_say(language: str) -> Mapping[str, tuple[str, ...]]:
    """For the documents' single words what people say for them, in one word."""
    return {
        root(target): tuple(p for p in phrases if len(words(p)) == 1 and _keeps_its_sense(p))
        for target, phrases in everyday_words(language).items()
        if len(words(target)) == 1
    }


def ages_said(said: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """ "80-åringar" are those who are "80 år"."""
    of_age = vocabulary("agegroups")["units"]["people"]
    found = ((word, re.fullmatch(of_age, word)) for word in said)
    unit = vocabulary("agegroups")["units"]["years"][0]
    return {word: (f"{match['age']} {unit}",) for word, match in found if match}
