"""Patterns for whole questions, matched with and without dots and rings over letters."""

from __future__ import annotations

import re
from functools import lru_cache

from plansvar.language.folding import bare

KEPT = 256  # texts, as many patterns are tried on the same one
_GROUP, _LOWERED = "(?P<", "(?p<"


def pattern(told: str) -> re.Pattern[str]:
    """A pattern of the vocabularies for the text that `plain` gives."""
    return re.compile(bare(told).replace(_LOWERED, _GROUP))


@lru_cache(maxsize=KEPT)
def plain(text: str) -> str:
    """A text in small letters without dots and rings, each sign in its place."""
    return "".join(made if len(made := bare(sign)) == 1 else sign for sign in text)
