"""Documents by what people call them: the place or unit that they are of, with a last word that
says what kind they are ("eskilstunarapporten", "ks-rapporten"), or that word alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.found import Found
from plansvar.asking.understanding.lexicon import GENITIVE
from plansvar.asking.understanding.tokens import Token
from plansvar.asking.understanding.units import short_forms
from plansvar.domain import Document
from plansvar.language.folding import bare, fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_JOIN = "-"
Fits = Callable[[Document], bool]


def with_short_titles(found: Found, tokens: Sequence[Token], catalogue: Catalogue) -> Found:
    """What was found, with the documents that words name by whose they are."""
    for place, token in enumerate(tokens):
        if place in found.used:
            continue
        paths = _named(token.key, catalogue)
        if paths:
            scope = found.scope
            documents = tuple(dict.fromkeys((*scope.documents, *paths)))
            found = replace(
                found,
                scope=replace(scope, documents=documents),
                used=found.used | {place},
                titled=found.titled | {place},
            )
    return found


def _named(word: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The paths of the documents that a word names; none where it is no such word."""
    told = vocabulary("shorttitles")
    for kind, endings in told["endings"].items():
        for ending in sorted(endings, key=len, reverse=True):
            if not word.endswith(ending):
                continue
            head = word.removesuffix(ending).removesuffix(_JOIN)
            paths = _of_kind(head, kind, catalogue)
            if paths:
                return paths
    return ()


def _of_kind(head: str, kind: str, catalogue: Catalogue) -> tuple[str, ...]:
    whose = _whose(head, kind, catalogue)
    if whose is None:
        return ()
    fitting = [d for d in catalogue.documents if whose(d) and _is_such(d, kind)]
    return tuple(d.path for d in fitting)


def _whose(head: str, kind: str, catalogue: Catalogue) -> Fits | None:
    """Which documents the first part of a word means; null where it means none."""
    told = vocabulary("shorttitles")
    if not head:
        return (lambda d: True) if kind in told["alone"] else None
    plain = head.removesuffix(GENITIVE)
    if kind in told["heads"] and {head, plain} & set(told["heads"][kind]):
        return lambda d: True
    places = {d.municipality for d in catalogue.documents if d.municipality}
    for place in places:
        if {head, plain} & {*short_forms(place)}:
            return lambda d, place=place: d.municipality == place  # type: ignore[misc]
    units = {u.name for u in catalogue.organisations if u.words in ((head,), (plain,))}
    if len(units) == 1:
        unit = units.pop()
        return lambda d: _is_of(d, unit, head, catalogue)
    short = next((each for each in (head, plain) if each.upper() in catalogue.abbreviations), "")
    return (lambda d: short in _words(d)) if short else None


def _words(document: Document) -> set[str]:
    return {bare(w) for w in split(f"{document.title} {document.path}".replace("_", " "))}


def _is_of(document: Document, unit: str, short: str, catalogue: Catalogue) -> bool:
    """Whether a document is a unit's own: its title or file name says so, or its rows do."""
    if bare(short) in _words(document) or bare(unit) in bare(document.title):
        return True
    rows = catalogue.library.amounts()
    own = [r.place.organisation for r in rows if r.place.document_id == document.path]
    return any(own) and {fold(name or "") for name in own} == {fold(unit)}


def _is_such(document: Document, kind: str) -> bool:
    told = vocabulary("shorttitles")
    if kind in told["alone"]:
        return str(told["alone"][kind]) in bare(f"{document.title} {document.path}")
    return document.kind.value in told["kinds"][kind]
