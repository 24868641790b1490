"""Questions without what only looks otherwise: "…, vilka i så fall?" at the end, "&" for a word,
"oftare" for more."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.vocabulary import vocabulary

_AND = re.compile(r"(?<=\w)\s*&\s*(?=\w)")


def said_plainly(text: str) -> str:
    """A question with "&" as the word, how often as how much, without what only asks again for the
    rows it asks for, in the words that are common for it."""
    text = _AND.sub(f" {vocabulary('questions')['grammar']['ampersand']} ", text)
    for plain, said in _forms():
        text = said.sub(plain, text)
    found = _tags().search(text)
    text = text[: found.start()] if found and text[: found.start()].strip() else text
    return _in_common_words(text)


def _in_common_words(text: str) -> str:
    """ "vad har kommunen för mål" as "vilka mål har kommunen"; other questions as they are."""
    for way, asked in _ways():
        text = way.sub(asked, text)
    return text


@cache
def _ways() -> tuple[tuple[re.Pattern[str], str], ...]:
    ways = vocabulary("questions")["grammar"]["asked_as"]
    return tuple((re.compile(way, re.IGNORECASE), asked) for way, asked in ways)


@cache
def _tags() -> re.Pattern[str]:
    words = "|".join(re.escape(each) for each in vocabulary("questions")["grammar"]["tags"])
    return re.compile(rf"(?:[\s,;.?!-]+(?:{words}))+[\s?!.]*$", re.IGNORECASE)


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Words that mean others wherever they stand, with those, the longest first."""
    forms = vocabulary("questions")["grammar"]["plain_forms"]
    pairs = [(plain, each) for plain, said in forms.items() for each in said]
    pairs.sort(key=lambda pair: -len(pair[1]))
    return tuple(
        (plain, re.compile(rf"\b{re.escape(each)}\b", re.IGNORECASE)) for plain, each in pairs
    )
