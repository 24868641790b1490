"""A denial right before "under" and a year, which is no limit ("nåddes inte under 2028")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.understanding.dating import is_year
from plansvar.asking.understanding.lexicon import FUNCTION, Match
from plansvar.asking.understanding.tokens import Token
from plansvar.language.vocabulary import vocabulary

_RELATION, _NEGATION = "relation", "negation"


def with_denials_of_years(tokens: Sequence[Token], matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The readings with "inte under" as a denial, where a year stands behind it."""
    return tuple(read for match in matches for read in _of_year(tokens, match))


def _of_year(tokens: Sequence[Token], match: Match) -> tuple[Match, ...]:
    value, words = next(iter(vocabulary("questions")["sv"][_NEGATION].items()))
    dated = any(is_year(token) for token in tokens[match.end : match.end + 1])
    if match.category != _RELATION or not dated or tokens[match.start].key not in words:
        return (match,)
    denied = replace(match, category=_NEGATION, value=value, end=match.start + 1)
    return (denied, Match(FUNCTION, "yes", match.start + 1, match.end))
