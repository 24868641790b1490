"""The telling words of rows' names, so that near-same names meet."""

from __future__ import annotations

import re
from functools import lru_cache

from plansvar.asking.evidence import words
from plansvar.language.folding import stem
from plansvar.language.folding import words as split

_LEAST_ROOT = 5
_MEASURED_IN = re.compile(r"\s*[,(–]")
_BARE = re.compile(r"[^\w\s]|(?<!\w)\d{4}(?!\w)")


@lru_cache(maxsize=8192)
def telling_roots(name: str) -> frozenset[str]:
    """The telling words of a name."""
    dull = set(words.vocabulary_list("names", "dull"))
    telling = (w for w in split(_BARE.sub(" ", name)) if w not in dull and not w.isdigit())
    return frozenset(map(root, telling))


@lru_cache(maxsize=8192)
def head_of(name: str) -> str:
    """A name without what it is measured in or by ("Sjukfrånvaro, andel av arbetstiden (%)")."""
    head, *rest = _MEASURED_IN.split(name, maxsplit=1)
    measured = set(words.vocabulary_list("names", "measured_in"))
    return head if measured.issuperset(split(" ".join(rest))) else name


def is_form(first: str, second: str) -> bool:
    """Whether one root begins with the other and is no mere beginning."""
    short, long = sorted((first, second), key=len)
    return first == second or (len(short) >= _LEAST_ROOT and long.startswith(short))


@lru_cache(maxsize=16384)
def root(word: str) -> str:
    """The stem without a definite ending: "sjukfrånvaron" as "sjukfrånvaro"."""
    stemmed = stem(word)
    for ending in words.vocabulary_list("names", "endings"):
        if stemmed.endswith(ending) and len(stemmed) - len(ending) >= _LEAST_ROOT:
            return stemmed.removesuffix(ending)
    return stemmed
