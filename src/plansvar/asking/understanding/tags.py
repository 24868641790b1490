"""Questions without what only looks otherwise: "…, vilka i så fall?" at the end, "&" for a word."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.vocabulary import vocabulary

_AND = re.compile(r"(?<=\w)\s*&\s*(?=\w)")


def said_plainly(text: str) -> str:
    """A question with "&" as the word, without what only asks again for the rows it asks for."""
    text = _AND.sub(f" {vocabulary('questions')['grammar']['ampersand']} ", text)
    found = _tags().search(text)
    return text[: found.start()] if found and text[: found.start()].strip() else text


@cache
def _tags() -> re.Pattern[str]:
    words = "|".join(re.escape(each) for each in vocabulary("questions")["grammar"]["tags"])
    return re.compile(rf"(?:[\s,;.?!-]+(?:{words}))+[\s?!.]*$", re.IGNORECASE)
