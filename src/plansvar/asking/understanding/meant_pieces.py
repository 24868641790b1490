"""Compounds of which one word or both are people's words for those of a name ("dagisavgift" where
"avgift i förskolan" is printed)."""

from __future__ import annotations

from collections.abc import Iterator

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.fitting import alternates_of
from plansvar.asking.understanding.heads import unjoined
from plansvar.asking.understanding.held import Stems, held_words
from plansvar.asking.understanding.lexicon import lexicon
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import fold

SHORTEST = 4  # letters of each word of the compound


def meant_pieces(word: str, catalogue: Catalogue) -> tuple[Stems, ...]:
    """What names may hold for a compound that nothing holds whole."""
    key = fold(word)
    if root(key) in catalogue.rarity or root(key) in catalogue.passage_stems:
        return ()
    cuts = range(SHORTEST, len(key) - SHORTEST + 1)
    found = (each for cut in cuts for each in _joined(key[:cut], key[cut:]))
    held = held_words(catalogue)
    return tuple(
        dict.fromkeys(each for each in found if held.holds(each) and held.names_hold(each))
    )


def _joined(head: str, last: str) -> Iterator[Stems]:
    """Both words as names may have them, where at least one stands for another."""
    own, meant = [(root(last),)], _meant(last)
    for first in dict.fromkeys(form for form in unjoined(head) if len(form) >= SHORTEST):
        firsts = _meant(first)
        yield from ((*a, *b) for a in firsts for b in (*meant, *own))
        yield from ((root(first), *b) for b in meant)


def _meant(word: str) -> tuple[Stems, ...]:
    targets = (t for t in lexicon("sv").stands_for(word) if " " not in t)
    return alternates_of(targets)
