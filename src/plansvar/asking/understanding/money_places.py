"""Amounts that bear the name of a place behind their own ("Medlemsbidrag, Alingsås")."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.query import Link, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import GENITIVE, grammar
from plansvar.asking.understanding.linking import Linked
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root, roots
from plansvar.domain import Amount
from plansvar.language.folding import fold

_LEAST = 2


def of_places(
    reading: Reading, catalogue: Catalogue, scope: Scope, words: Sequence[Content]
) -> Linked:
    """The amounts of the places that the question names, or of all of them ("båda kommunerna"),
    where nothing is named but these and what the amounts are."""
    placed = _placed(catalogue, scope)
    wanted = _wanted(reading, placed, scope)
    owned = bool(wanted) and (len(wanted) > 1 or bool(scope.organisations))
    rows = [row for row, place in placed if place in wanted]
    telling = [w for w in words if not (w.support or w.weak)]
    if not rows or not owned or not all(_is_held(w, rows, wanted) for w in telling):
        return Linked()
    said = reading.words(0, len(reading.tokens))
    name = catalogue.by_row[rows[0].id].text
    link = Link((said,), name, tuple(row.id for row in rows), 1.0)
    return Linked(link, Subject.AMOUNTS, tuple(words))


def _placed(catalogue: Catalogue, scope: Scope) -> list[tuple[Amount, str]]:
    """Amounts with the last part of their names, where at least two such parts follow one name."""
    within = rows_in_scope(catalogue.library.amounts(), scope, catalogue.library)
    parts = [(row, row.what.rpartition(", ")) for row in within if row.headings or row.period]
    told = [(row, before, last) for row, (before, _, last) in parts if before and last.istitle()]
    by_name: dict[str, set[str]] = {}
    for _, before, last in told:
        by_name.setdefault(before, set()).add(last)
    return [(row, last) for row, before, last in told if len(by_name[before]) >= _LEAST]


def _wanted(reading: Reading, placed: Sequence[tuple[Amount, str]], scope: Scope) -> frozenset[str]:
    said = {fold(token.text) for token in reading.tokens}
    said |= {key.removesuffix(GENITIVE) for key in said}
    owners = {fold(name.split()[0]) for name in scope.municipalities}
    said |= owners | {owner.removesuffix(GENITIVE) for owner in owners}
    named = frozenset(place for _, place in placed if fold(place) in said)
    both = any(token.key in grammar()["both_places"] for token in reading.tokens)
    return frozenset(place for _, place in placed) if both else named


def _is_held(content: Content, rows: Sequence[Amount], places: frozenset[str]) -> bool:
    """Whether the names of the amounts hold a word, or it is one of the places."""
    held = {stem for row in rows for stem in roots(row.what)}
    held |= {root(fold(place)) for place in places}
    stems = {*content.stems, *(root(stem.removesuffix(GENITIVE)) for stem in content.stems)}
    return not held.isdisjoint(stems) or any(
        each.endswith(stem) for each in held for stem in content.stems[:1]
    )
