"""Whether an index holds words at all: what none of its names and passages has need not be looked
for in them."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from plansvar.asking.understanding.catalogue import Catalogue

SHORTEST_PIECE = 5  # letters of a word that longer ones are looked through for

Stems = tuple[str, ...]


class HeldWords:
    """The words of one catalogue; what was asked for once is kept."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_stem = catalogue.names_by_stem
        self._all = f" {' '.join((*catalogue.stems, *catalogue.passage_stems))} "
        self._held: dict[str, bool] = {}
        self._named: dict[Stems, bool] = {}

    def holds(self, stems: Stems) -> bool:
        """Whether names and passages have all of the words, or longer ones that they are pieces
        of."""
        return all(map(self._holds, stems))

    def names_hold(self, stems: Stems) -> bool:
        """Whether one name has all of the words."""
        if stems not in self._named:
            self._named[stems] = any(
                all(any(_is_piece(stem, each) for each in name.stems) for stem in stems)
                for first, names in self._by_stem.items()
                if _is_piece(stems[0], first)
                for name in names
            )
        return self._named[stems]

    def _holds(self, stem: str) -> bool:
        if stem not in self._held:
            whole = len(stem) < SHORTEST_PIECE
            self._held[stem] = (f" {stem} " if whole else stem) in self._all
        return self._held[stem]


def held_words(catalogue: Catalogue) -> HeldWords:
    """The words that the documents of a catalogue hold, gathered once."""
    if catalogue not in _KEPT:
        _KEPT[catalogue] = HeldWords(catalogue)
    return _KEPT[catalogue]


def _is_piece(stem: str, longer: str) -> bool:
    return stem == longer or (len(stem) >= SHORTEST_PIECE and stem in longer)


_KEPT: WeakKeyDictionary[Catalogue, HeldWords] = WeakKeyDictionary()
