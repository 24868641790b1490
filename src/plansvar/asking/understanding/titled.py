"""Documents that a question names by their printed titles, with the words and years in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.found import Found
from plansvar.asking.understanding.lexicon import grammar, lexicon
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token, tokenise

LEAST = 3  # words of a title; a kind and a year are read as such
_ASIDE = re.compile(r"\s*\([^()]*\)")

Keys = tuple[str, ...]
_KEPT: WeakKeyDictionary[Catalogue, dict[Keys, list[str]]] = WeakKeyDictionary()


def with_titles(found: Found, tokens: Sequence[Token], catalogue: Catalogue) -> Found:
    """What was found, with the documents whose titles stand in the question; what a title says of
    units, years and goals asks for none of them."""
    keys = [token.key for token in tokens]
    titles = _titles(catalogue)
    for length in sorted({len(title) for title in titles}, reverse=True):
        for start in range(len(keys) - length + 1):
            place = range(start, start + length)
            paths = titles.get(tuple(keys[start : start + length]))
            free = found.titled.isdisjoint(place)
            if paths and free and _is_meant(tokens, place):
                scope = found.scope
                documents = tuple(dict.fromkeys((*scope.documents, *paths)))
                found = replace(
                    found,
                    scope=replace(scope, documents=documents),
                    used=found.used | set(place) | _preposition(tokens, place),
                    titled=found.titled | set(place),
                )
    return _with_single_words(found, tokens, catalogue)


def _with_single_words(found: Found, tokens: Sequence[Token], catalogue: Catalogue) -> Found:
    """What was found, with the document that is called by one word of its own and a year, where
    the question looks into it ("i avfallsplanen" for "Avfallsplan 2041")."""
    for place, token in enumerate(tokens):
        looks = place and tokens[place - 1].key in grammar()["into_document"]
        if not looks or place in found.titled:
            continue
        paths = [d.path for d in catalogue.documents if _single_word(d.title) == token.stem]
        if paths:
            documents = tuple(dict.fromkeys((*found.scope.documents, *paths)))
            own = {place, place - 1}
            found = replace(
                found,
                scope=replace(found.scope, documents=documents),
                used=found.used | own,
                titled=found.titled | own,
            )
    return found


def _single_word(title: str) -> str | None:
    """The root of the only word of a title; null where it has more, or is a kind of document."""
    said = [token for token in tokenise(_ASIDE.sub("", title)) if token.number is None]
    if len(said) != 1 or any(sign.isdigit() for sign in said[0].key):
        return None
    stem = root(said[0].key)
    of_rows = stem in {root(kind) for kind in grammar()["known_kinds"]}
    return None if of_rows or lexicon("sv").knows(said[0]) else stem


def _is_meant(tokens: Sequence[Token], place: range) -> bool:
    """Whether words are a title: they hold a number, or a word for "in" stands before them."""
    before = tokens[place.start - 1].key if place.start else ""
    numbered = any(tokens[i].number is not None for i in place)
    return numbered or before in grammar()["in_document"]


def _preposition(tokens: Sequence[Token], place: range) -> set[int]:
    """ "enligt" before a title."""
    before = place.start - 1
    return {before} if place.start and tokens[before].key in grammar()["in_document"] else set()


def _titles(catalogue: Catalogue) -> dict[Keys, list[str]]:
    """The words of each title, whole and without asides and places → the documents."""
    if catalogue not in _KEPT:
        found: dict[Keys, list[str]] = {}
        for document in catalogue.documents:
            plain = _ASIDE.sub("", document.title)
            unplaced = plain.replace(document.municipality or "\n", "")
            for form in dict.fromkeys(map(_keys, (document.title, plain, unplaced))):
                if len(form) >= LEAST:
                    found.setdefault(form, []).append(document.path)
        _KEPT[catalogue] = found
    return _KEPT[catalogue]


def _keys(title: str) -> Keys:
    return tuple(token.key for token in tokenise(title))
