"""Which figure of a sentence in a document belongs to what a clause of a draft speaks of.

A sentence that prints several figures ("62 procent av flickorna och 71 procent av pojkarna") proves
only the one that stands with the clause's own words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from plansvar.asking.claims.clauses import Clause, clauses_of
from plansvar.asking.claims.figures import ClaimFigure
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

Holding = Callable[[frozenset[str], Content], bool]  # whether stems hold a content


def is_bound(
    figure: ClaimFigure,
    clause: Clause,
    told: Sequence[Content],
    groups: Collection[str],
    text: str,
    holds: Holding,
) -> bool:
    """Whether one of a sentence's figures that say what a clause's figure says stands with the
    clause's words, where the sentence has others of the sort that do."""
    pieces = _pieces(text)
    if len(pieces) < 2:
        return True
    alike = [p for p in pieces if any(_of_sort(figure, f) for f in p.figures)]
    own = [p for p in alike if any(figure.says(f) for f in p.figures)]
    if groups and any(_groups(p) for p in pieces):
        return any(_of_groups(p, groups) for p in own)
    if clause.changed and any(p.changed for p in own):
        return True
    held = {id(p): sum(holds(_stems(p), content) for content in told) for p in alike}
    most = max(held.values(), default=0)
    return any(held[id(p)] > 0 or not most or _continues(p, clause) for p in own)


def tells_level(text: str, figure: ClaimFigure) -> bool:
    """Whether a sentence prints a figure of one sort with another that is no mere change: what
    fees fell by says nothing against what was lost."""
    levels = (piece for piece in _pieces(text) if not piece.changed)
    return any(_of_sort(figure, other) for piece in levels for other in piece.figures)


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[Clause, ...]:
    return clauses_of(text)


@lru_cache(maxsize=4096)
def _stems(piece: Clause) -> frozenset[str]:
    return frozenset(root(word) for word in words(piece.matter))


def _of_sort(figure: ClaimFigure, other: ClaimFigure) -> bool:
    both = figure.factor is not None and other.factor is not None
    return both or figure.unit == other.unit or not (figure.unit and other.unit)


def _groups(piece: Clause) -> frozenset[str]:
    """The groups of people that a piece of a sentence names, by their stems."""
    return _stems(piece) & _all_groups()


def _of_groups(piece: Clause, groups: Collection[str]) -> bool:
    return bool(_groups(piece) & _asked(groups))


def _asked(groups: Collection[str]) -> set[str]:
    return {stem for group in groups for stem in name_stems(group)} & _all_groups()


def names_groups(text: str, groups: Collection[str]) -> bool:
    """Whether a sentence names the groups of people that a clause does, and none where it names
    none."""
    said = frozenset(root(word) for word in words(text)) & _all_groups()
    asked = _asked(groups)
    return bool(said & asked) if asked else True


@lru_cache(maxsize=1)
def _all_groups() -> frozenset[str]:
    return frozenset(root(word) for word in vocabulary("claims")["people"])


def _continues(piece: Clause, clause: Clause) -> bool:
    """Whether a piece goes on with how something changed ("till 36 dagar"), or tells what it was
    before, where the clause asks that."""
    data = vocabulary("claims")
    first = next(iter(words(piece.matter)), "")
    was = clause.earlier or clause.before
    return first in data["going_on"] or (was and first in data["compared"])
