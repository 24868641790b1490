"""Long names of rows and undertakings that a question repeats word by word."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from plansvar.asking.query import Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import words as split

LEAST = 3  # words of a name that is no mere noun
BEGUN = 6  # words of a longer name that need only be begun with
_NAMED = (Subject.COMMITMENTS, Subject.INDICATORS)

Known = dict[str, list[tuple[tuple[str, ...], Name]]]
_KEPT: WeakKeyDictionary[Catalogue, Known] = WeakKeyDictionary()


def named_whole(reading: Reading, catalogue: Catalogue) -> range | None:
    """Where the question repeats a long name."""
    found = longest_name(reading, catalogue)
    return found[1] if found else None


def longest_name(reading: Reading, catalogue: Catalogue) -> tuple[Name, range] | None:
    """The longest name that the question repeats, and where."""
    known = _names(catalogue)
    stems = [token.stem for token in reading.tokens]
    best: tuple[Name, range] | None = None
    for at, first in enumerate(stems):
        for told, name in known.get(first, ()):
            length = _alike(told, stems[at:])
            whole = length == len(told) or length >= BEGUN
            if whole and (best is None or length > len(best[1])):
                best = (name, range(at, at + length))
    return best


def _alike(told: tuple[str, ...], stems: list[str]) -> int:
    pairs = zip(told, stems, strict=False)
    return next(
        (n for n, (one, other) in enumerate(pairs) if one != other), len(told[: len(stems)])
    )


def _names(catalogue: Catalogue) -> Known:
    if catalogue not in _KEPT:
        known: Known = {}
        for name in catalogue.names:
            told = tuple(root(word) for word in split(name.text))
            if name.subject in _NAMED and len(told) >= LEAST:
                known.setdefault(told[0], []).append((told, name))
        _KEPT[catalogue] = known
    return _KEPT[catalogue]
