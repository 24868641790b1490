"""English words that carry no matter of their own ("landed", "considerably", "the bulk")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from plansvar.language.vocabulary import vocabulary

_VOWELS = "aeiou"
_SIBILANTS = ("s", "x", "ch", "sh", "z")


@cache
def common_english() -> frozenset[str]:
    """All forms of the words in the vocabulary."""
    return english_verbs() | frozenset(
        word for name in ("adverbs", "adjectives", "nouns") for word in _table()[name].split()
    )


@cache
def english_verbs() -> frozenset[str]:
    """All forms of the verbs among them."""
    regular = (form for word in _table()["regular"].split() for form in verb_forms(word))
    parts = (form for entry in _table()["irregular"] for form in _irregular(entry.split()))
    return frozenset((*regular, *parts))


def verb_forms(word: str) -> Iterator[str]:
    """A regular verb with its present, its past and its form in -ing."""
    yield word
    if word.endswith("y") and word[-2] not in _VOWELS:
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
        return
    stem = word.removesuffix("e")
    yield f"{word}es" if word.endswith(_SIBILANTS) else f"{word}s"
    yield from (f"{stem}ed", f"{stem}ing")


def _irregular(parts: list[str]) -> Iterator[str]:
    yield from parts
    if not any(part.endswith("ing") for part in parts):
        yield f"{parts[0].removesuffix('e')}ing"


def _table() -> dict[str, str]:
    found: dict[str, str] = vocabulary("englishcommon")
    return found
