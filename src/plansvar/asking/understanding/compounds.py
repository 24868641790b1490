"""Compounds that the documents write as several words ("biblioteksbesök")."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.roots import root

LONG, LEAST_PIECE = 15, 5  # letters of a compound in running text, and of each of its words
SHORTEST, SPELT = 4, 7  # letters of a piece; of one that may be misspelt


def pieces_of(stem: str, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """The two roots of names that a compound is made of, where no name or passage holds it whole;
    several where it can be cut in several ways."""
    if len(stem) < 2 * SHORTEST or stem in catalogue.rarity:
        return ()
    lasts = [s for s in catalogue.stems if len(s) >= SHORTEST and stem.endswith(s) and s != stem]
    found = [(first, last) for last in lasts for first in _firsts(stem[: -len(last)], catalogue)]
    return tuple(dict.fromkeys(found))


def holds_pieces(word: str, catalogue: Catalogue) -> bool:
    """Whether running text holds both words that a long compound is made of."""
    cuts = range(LEAST_PIECE, len(word) - LEAST_PIECE + 1) if len(word) >= LONG else ()
    return any(
        root(word[cut:]) in catalogue.passage_stems
        and any(root(first) in catalogue.passage_stems for first in _unlinked(word[:cut]))
        for cut in cuts
    )


def _unlinked(head: str) -> tuple[str, str]:
    return head, head.removesuffix(str(grammar()["genitive"]))


def _firsts(head: str, catalogue: Catalogue) -> list[str]:
    genitive = str(grammar()["genitive"])
    bare_head = head.removesuffix(genitive)
    for form in dict.fromkeys((head, bare_head, root(head), root(bare_head))):
        if len(form) >= SHORTEST and form in catalogue.rarity:
            return [form]
        longer = [s for s in catalogue.stems if s.startswith(form) and len(s) - len(form) <= 1]
        if len(form) >= SHORTEST and longer:
            return longer
    if len(bare_head) < SPELT:
        return []
    alike = {s: s for s in catalogue.stems if s[:1] == bare_head[:1]}
    best = process.extractOne(bare_head, alike, scorer=OSA.distance, score_cutoff=1)
    return [best[2]] if best else []
