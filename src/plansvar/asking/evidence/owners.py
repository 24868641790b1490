"""Whose a figure is: a unit's own, or the whole municipality's in the only unit that tells it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plansvar.asking.evidence import words
from plansvar.domain import Indicator
from plansvar.language.folding import fold
from plansvar.language.folding import words as split

Names = Callable[[Indicator], frozenset[str]]
_MOST_KEPT = 12
_KEPT: dict[int, tuple[tuple[Indicator, ...], Mapping[frozenset[str], frozenset[str]]]] = {}


def unit_of(row: Indicator, rows: tuple[Indicator, ...], names: Names) -> str:
    """The unit that a row is of; empty where it is the only unit that tells what a document of the
    whole tells too, and nothing that each unit has its own of."""
    own = fold(row.place.organisation or "")
    telling = _units(rows, names).get(names(row), frozenset())
    each = set(split(row.name)) & set(words.vocabulary_list("names", "of_each_unit"))
    return "" if telling == {own, ""} and not each else own


def _units(rows: tuple[Indicator, ...], names: Names) -> Mapping[frozenset[str], frozenset[str]]:
    """The units of the rows of each name; kept as long as the library hands out the same tuple."""
    kept = _KEPT.get(id(rows))
    if kept is None or kept[0] is not rows:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        found: dict[frozenset[str], set[str]] = {}
        for row in rows:
            found.setdefault(names(row), set()).add(fold(row.place.organisation or ""))
        kept = _KEPT[id(rows)] = (rows, {name: frozenset(u) for name, u in found.items()})
    return kept[1]
