"""Words of which running text may hold one for another."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from plansvar.language.folding import bare, stem, words
from plansvar.language.verbs import same_verb
from plansvar.language.vocabulary import vocabulary


def alike(word: str) -> tuple[str, ...]:
    """The other words of the groups that a word is one of, in whatever form it stands."""
    return _groups().get(_key(word), ())


def decides_or_pays(text: str) -> bool:
    """Whether a question is who decides or pays, and not who answers for something."""
    return not _deciding().isdisjoint(words(text))


@cache
def _deciding() -> frozenset[str]:
    groups = vocabulary("passages")["roles"]["alike"]
    verbs = [verb for group in groups for verb in group]
    return frozenset(form for verb in verbs for form in (verb, *same_verb(verb)))


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    """For each word of a group, in all forms of a verb, the other words of its groups."""
    found: dict[str, dict[str, None]] = {}
    for group in vocabulary("passages")["alike"]["groups"]:
        for word in group:
            for form in (word, *same_verb(word)):
                others = (other for other in group if other != word)
                found.setdefault(_key(form), {}).update(dict.fromkeys(others))
    return {key: tuple(others) for key, others in found.items()}


def _key(word: str) -> str:
    return bare(stem(word))
