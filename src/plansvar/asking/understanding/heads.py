"""Compounds that no document holds, as the two words that they are made of, where the last is a
word that the grammar reads ("augustiprognosen", "invigningsdatum")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar, lexicon
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token
from plansvar.language.everyday import everyday_words
from plansvar.language.verbs import verb_stems

SHORTEST_OF_UNIT = 6  # letters of the first and of the last word of a unit's name
SHORTEST = 4  # letters of the first word
SHORTEST_OF_TEXT = 5  # letters of one that only the running text has


def with_heads_apart(token: Token, catalogue: Catalogue) -> str | None:
    """The two words of a compound that nothing knows whole; none where it is one word, or where
    its first part is no word."""
    if token.stem in _roots() or token.stem in catalogue.passage_stems:
        return None
    unit = _shorter_unit(token.key, catalogue)
    if unit is not None:
        return unit
    lives = _who_live_there(token.key, catalogue)
    if lives is not None:
        return lives
    for head in _heads():
        first = token.key.removesuffix(head)
        if first == token.key or not first:
            continue
        plain = first.removesuffix("-")
        joined = plain != first and plain in lexicon("sv").words
        said = plain if joined else _known(plain, catalogue)
        if said is not None:
            return f"{said} {head}".strip()
    return None


def _shorter_unit(key: str, catalogue: Catalogue) -> str | None:
    """ "räddningsförbundet" as the only unit whose name has more between the same two words."""
    plain = key.removesuffix(str(grammar()["genitive"]))
    names = {u.words[0] for u in catalogue.organisations if len(u.words) == 1}
    found = [name for name in names if _is_without_middle(plain, name)]
    return found[0] if len(found) == 1 else None


def _is_without_middle(key: str, name: str) -> bool:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(key, name, strict=False))
    shared = sum(1 for _ in alike)
    last = key[shared:]
    long = len(name) > len(key) and min(shared, len(last)) >= SHORTEST_OF_UNIT
    return long and name.endswith(last)


def _who_live_there(key: str, catalogue: Catalogue) -> str | None:
    """ "norrviksbor" as those who live in the municipality."""
    place = next((u.words[0] for u in catalogue.municipalities if _is_of(key, u.words)), None)
    return f"{grammar()['residents']} {place}" if place else None


def _is_of(key: str, place: tuple[str, ...]) -> bool:
    joined = [place[0] + letter for letter in ("", *grammar()["joining_letters"])]
    ends = grammar()["resident_endings"]
    return len(place) == 1 and any(key == each + end for each in joined for end in ends)


def _known(first: str, catalogue: Catalogue) -> str | None:
    """The first word as it stands alone: without the letter that joins it to the other."""
    if first in grammar()["plain_parts"]:
        return str(grammar()["plain_parts"][first])
    return next((form for form in unjoined(first) if _is_word(form, catalogue)), None)


def unjoined(first: str) -> Iterator[str]:
    """What the first word of a compound may be by itself, without the letter that joins it."""
    for letters in grammar()["joining_letters"]:
        if first.endswith(letters):
            yield first.removesuffix(letters)
            yield from (first.removesuffix(letters) + each for each in grammar()["dropped_letters"])
    yield first
    for letter in grammar()["dropped_letters"]:
        yield first + letter


def _is_word(form: str, catalogue: Catalogue) -> bool:
    if len(form) < SHORTEST:
        return form.upper() in catalogue.shorts
    told = (lexicon("sv").words, catalogue.spelling, everyday_words("sv"))
    if any(form in words for words in told) or root(form) in catalogue.rarity:
        return True
    if any(each in catalogue.passage_stems for each in verb_stems(form)):
        return True
    return len(form) >= SHORTEST_OF_TEXT and form in catalogue.text_counts


@cache
def _roots() -> frozenset[str]:
    """Words of the grammar in any form."""
    return frozenset(root(word) for word in lexicon("sv").words)


@cache
def _heads() -> tuple[str, ...]:
    """The longest first: "kostnaderna" before "erna"."""
    heads = (*grammar()["compound_heads"], *grammar()["light_heads"])
    return tuple(sorted(heads, key=len, reverse=True))
