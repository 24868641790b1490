"""English words of questions and the Swedish words that documents print for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from plansvar.language.vocabulary import vocabulary

SIBILANTS = ("s", "x", "ch", "sh")
VOWELS = "aeiou"
OTHERS = "|"  # between forms of one English word ("buy|bought")
BODIES = ("board", "committee")


@cache
def english_words() -> tuple[tuple[str, str], ...]:
    """Each English word or phrase, plurals too, with a Swedish word or phrase for it."""
    entries = (entry.partition(":") for entry in vocabulary("english")["words"])
    return tuple(
        (form, swedish.strip())
        for english, _, translations in entries
        for one in english.split(OTHERS)
        for name in _named(one.strip())
        for form in _forms(name)
        for swedish in translations.split(",")
    )


def translations(word: str) -> tuple[str, ...]:
    """The Swedish words for an English one."""
    return _by_word().get(word, ())


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for english, swedish in english_words():
        found[english] = (*found.get(english, ()), swedish)
    return found


@cache
def small_words() -> tuple[str, ...]:
    """English words that carry no content."""
    return tuple(vocabulary("english")["small"])


def _named(words: str) -> Iterator[str]:
    """A name with each word that people use for a body: a board may be called a committee."""
    yield words
    *first, last = words.split()
    if first and last in BODIES:
        yield from (" ".join((*first, each)) for each in BODIES if each != last)


def _forms(word: str) -> Iterator[str]:
    """A word with its plural and, as it may be a verb, its past and its form in -ing."""
    yield word
    if " " not in word:
        stem = word.removesuffix("e")
        yield from (f"{stem}ed", f"{stem}ing")
    if word.endswith("y") and word[-2] not in VOWELS:
        yield f"{word[:-1]}ies"
    elif word.endswith(SIBILANTS):
        yield f"{word}es"
    else:
        yield f"{word}s"
