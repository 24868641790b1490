"""Two ways at once ("har det gått upp eller ner"): which of them is asked for, none assumed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plansvar.asking.understanding.lexicon import Match, grammar
from plansvar.asking.understanding.parted_changes import with_parted_changes
from plansvar.asking.understanding.tokens import Token

CHANGE = "change"


def with_either(tokens: Sequence[Token], matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The readings of a question with "gått upp eller ner" as one question for the trend, and what
    went but one way as a change, also where its verb stands apart ("gick den ner")."""
    matches = with_parted_changes(tokens, matches)
    wholes = list(_wholes(tokens, matches))
    inside = {i for whole in wholes for i in range(whole.start, whole.end)}
    kept = [m for m in matches if inside.isdisjoint(range(m.start, m.end))]
    return tuple(sorted([*kept, *wholes], key=lambda m: m.start)) if wholes else matches


def _wholes(tokens: Sequence[Token], matches: Sequence[Match]) -> Iterator[Match]:
    either = grammar()["either"]
    for match in matches:
        at = match.end
        told = match.category == CHANGE and match.value in either["ways"]
        if not told or at >= len(tokens) or tokens[at].key not in either["or"]:
            continue
        end = _end_of_other(tokens, matches, match, at + 1)
        if end is not None:
            yield Match("operation", "trend", match.start, end)


def _end_of_other(
    tokens: Sequence[Token], matches: Sequence[Match], first: Match, at: int
) -> int | None:
    """Where the other way ends that stands behind "eller"; null where none does."""
    for match in matches:
        if match.category == CHANGE and match.start == at and match.value != first.value:
            return match.end
    particle = at < len(tokens) and tokens[at].key in grammar()["either"]["particles"]
    return at + 1 if particle else None
