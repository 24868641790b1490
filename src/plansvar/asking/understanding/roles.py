"""Titles of those who answer for something, as people write them ("gatuchefen" for "Gatuchef")."""

from __future__ import annotations

from collections.abc import Iterator

from plansvar.asking.understanding.lexicon import grammar
from plansvar.language.folding import words

_VOWELS = "aeiou\u00e5\u00e4\u00f6"
_NAMES = 2  # words of a name: given and family
_LONG_FORM, _SHORT_FORM = "en", "n"


def titles_of(said: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A title as it is printed, with its role in the other form, definite or not, and with a
    preposition before what it is a role for ("enhetschefen för familjehem")."""
    yield said
    for place, word in enumerate(said):
        other = _other_form(word)
        if other is None:
            continue
        changed = (*said[:place], other, *said[place + 1 :])
        yield changed
        rest = said[place + 1 :]
        if rest and rest[0] not in grammar()["role_for"]:
            for small in grammar()["role_for"]:
                yield (*said[:place], other, small, *rest)
                yield (*said[: place + 1], small, *rest)


def people_in(answering: str) -> Iterator[tuple[str, ...]]:
    """The words of a person's name behind a title ("Enhetschef Eva Ek")."""
    said = answering.split()
    named = said[-_NAMES:]
    if len(said) > _NAMES and all(map(_is_personal, named)) and not any(map(_is_place, said)):
        yield tuple(words(" ".join(named)))


def _is_personal(word: str) -> bool:
    return word.isalpha() and word[:1].isupper() and word[1:].islower()


def _is_place(word: str) -> bool:
    return word.casefold() in grammar()["municipality"]


def _other_form(word: str) -> str | None:
    """The definite form of a role, or the bare one of a definite; null for other words."""
    for role in grammar()["roles"]:
        definite = _definite(role)
        if word.endswith(role):
            return f"{word.removesuffix(role)}{definite}"
        if word.endswith(definite):
            return f"{word.removesuffix(definite)}{role}"
    return None


def _definite(role: str) -> str:
    short = role.endswith(("or", "er")) or role[-1] in _VOWELS
    return role + (_SHORT_FORM if short else _LONG_FORM)
