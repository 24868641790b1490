"""Words of everyday talk that carry no matter of their own ("illa", "riktigt", "grejen")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from plansvar.language.vocabulary import vocabulary

_VOWELS = "aeiouy\u00e5\u00e4\u00f6"


@cache
def common_words(language: str = "sv") -> frozenset[str]:
    """All forms of the words in the vocabulary; none for languages other than Swedish."""
    if language != "sv":
        return frozenset()
    words = vocabulary("commonwords")
    formed = (form for word in words["adjectives"] for form in adjective_forms(word))
    return frozenset((*words["adverbs"], *words["nouns"], *formed))


def adjective_forms(word: str) -> Iterator[str]:
    """The forms of an adjective: "rimlig", "rimligt", "rimliga", "rimligare", "rimligast"."""
    yield word
    if word.endswith(("e", "a", "s")):
        return
    shortened = word.endswith(("el", "er", "en")) and word[-3] not in _VOWELS
    stem = f"{word[:-2]}{word[-1]}" if shortened else word
    yield f"{word[:-1]}t" if word.endswith("d") else f"{word}t"
    yield from (f"{stem}a", f"{stem}are", f"{word}ast", f"{word}aste")
