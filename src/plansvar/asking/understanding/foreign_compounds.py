"""Two English words for one Swedish: "street paving", "paving of streets" as "gatubeläggning"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import ALSO, EVERYDAY, WEAK, Match, grammar
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token

SHORTEST_FIRST, SHORTEST_LAST = 3, 4  # letters of the pieces
JOINING, ENDING = 2, 3  # letters between them, and behind the last
_WORDS = (EVERYDAY, ALSO, WEAK)


def with_compounds(
    matches: Sequence[Match], tokens: Sequence[Token], catalogue: Catalogue
) -> tuple[Match, ...]:
    """The matches of an English question, two that stand for the pieces of one word of a name read
    as that word."""
    found = list(matches)
    for first, last in _pairs(matches, tokens):
        stems = list(_compounds(first, last, catalogue))
        if not stems:
            continue
        start, end = min(first[0].start, last[0].start), max(first[0].end, last[0].end)
        kept = [m for m in found if not start <= m.start < end]
        taken = [m for m in found if start <= m.start < end]
        if any(m.start < start < m.end for m in kept) or any(m.value in stems for m in taken):
            continue
        found = [*kept, *(Match(EVERYDAY, stem, start, end) for stem in stems)]
    return tuple(sorted(found, key=lambda match: match.start))


def _pairs(
    matches: Sequence[Match], tokens: Sequence[Token]
) -> Iterator[tuple[list[Match], list[Match]]]:
    """The translations of two words side by side, and of "… of …" the other way round."""
    places = [list(each) for _, each in groupby(matches, key=lambda m: (m.start, m.end))]
    wordy = [p for p in places if all(m.category in _WORDS for m in p)]
    for one in wordy:
        for other in wordy:
            between = [t.key for t in tokens[one[0].end : other[0].start]]
            if other[0].start == one[0].end:
                yield one, other
            elif between and other[0].start > one[0].end:
                small = between[0] in grammar()["compound_of"]
                if small and set(between[1:]) <= set(grammar()["compound_articles"]):
                    yield other, one


def _compounds(
    first: Sequence[Match], last: Sequence[Match], catalogue: Catalogue
) -> Iterator[str]:
    """The stems of names that begin with the one and end with the other."""
    heads = {root(m.value) for m in first if m.category == EVERYDAY and " " not in m.value}
    tails = {root(m.value) for m in last if m.category == EVERYDAY and " " not in m.value}
    heads = {head for head in heads if len(head) >= SHORTEST_FIRST}
    tails = {tail for tail in tails if len(tail) >= SHORTEST_LAST}
    if heads and tails:
        for stem in catalogue.stems:
            if any(_is_made_of(stem, head, tail) for head in heads for tail in tails):
                yield stem


def _is_made_of(stem: str, head: str, tail: str) -> bool:
    if not stem.startswith(head):
        return False
    at = stem.find(tail, len(head))
    return len(head) <= at <= len(head) + JOINING and len(stem) - at - len(tail) <= ENDING
