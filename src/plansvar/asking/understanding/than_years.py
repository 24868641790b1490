""" "högre än förra året", "mer än 2027": a limit that is a year sets values beside that year's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.understanding.dating import is_year
from plansvar.asking.understanding.lexicon import FUNCTION, Match
from plansvar.asking.understanding.tokens import Token

_WAYS = {">": "up", "<": "down"}
_TWO = 2  # words of "högre än"; "under 2027" is no comparison


def with_years_beside(tokens: Sequence[Token], matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The readings of a question with each limit that is a year as a change since that year."""
    return tuple(
        replace(m, category="change", value=_WAYS[m.value])
        if _is_of_year(m, tokens, matches)
        else m
        for m in matches
    )


def _is_of_year(match: Match, tokens: Sequence[Token], matches: Sequence[Match]) -> bool:
    if match.category != "relation" or match.value not in _WAYS or match.end - match.start < _TWO:
        return False
    if any(m.category == "relative_year" and m.start == match.end for m in matches):
        return True
    behind = tokens[match.end : match.end + _TWO]
    if not behind or not is_year(behind[0]):
        return False
    small = {m.start for m in matches if m.category == FUNCTION}
    return len(behind) == 1 or match.end + 1 in small


def _since(match: Match) -> Match:
    return replace(match, category="change", value=_WAYS[match.value])
