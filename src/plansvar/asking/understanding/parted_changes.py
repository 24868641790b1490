"""A change whose verb and particle stand apart: "gick sjukfrånvaron ner?", "går budgeten upp?"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plansvar.asking.understanding.lexicon import EVERYDAY, FILLER, FUNCTION, Match, grammar
from plansvar.asking.understanding.tokens import Token

CHANGE = "change"
FAR = 5  # tokens between the verb and its particle
_SMALL = (FUNCTION, FILLER, EVERYDAY)


def with_parted_changes(tokens: Sequence[Token], matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The readings of a question with a particle that says which way its verb went, where what went
    so stands between them; side by side they are one phrase already."""
    parted = list(_parted(tokens, matches))
    if not parted:
        return matches
    places = {match.start for match in parted}
    kept = (m for m in matches if m.category not in _SMALL or m.start not in places)
    return tuple(sorted([*kept, *parted], key=lambda m: m.start))


def _parted(tokens: Sequence[Token], matches: Sequence[Match]) -> Iterator[Match]:
    words = grammar()["parted_changes"]
    read = {n for m in matches if m.category not in _SMALL for n in range(m.start, m.end)}
    for at, token in enumerate(tokens):
        if token.key not in words["verbs"] or at in read:
            continue
        for place in range(at + 2, min(at + 1 + FAR, len(tokens))):
            way = next((w for w in ("up", "down") if tokens[place].key in words[w]), None)
            if way and place not in read and _ends_there(tokens, place):
                yield Match(CHANGE, way, place, place + 1)
                break


def _ends_there(tokens: Sequence[Token], place: int) -> bool:
    """Whether nothing goes on behind the particle that gives it another meaning ("gick den upp i
    en annan förvaltning")."""
    behind = tokens[place + 1 : place + 2]
    return not behind or behind[0].key not in grammar()["parted_changes"]["elsewhere"]
