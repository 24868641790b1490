"""Follow-ups for what a row prints of itself, or for one of its groups, asked by the row's name."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Query
from plansvar.asking.turn import Told, Turn
from plansvar.asking.understanding.completing import (
    OF_NUMBERS,
    asks_of_row,
    named,
    of_the_same,
)
from plansvar.domain import AnswerKind


def of_row(turn: Turn, query: Query) -> Told | None:
    """What a follow-up gets that asks no more than what of a row is wanted, where the row is named
    in it: told by the row itself, wherever that stands."""
    if not asks_of_row(turn.said, query, turn.catalogue):
        return None
    for whole in named(turn.said, turn.talk, turn.catalogue):
        alone = turn.named(whole)
        if alone.operation is not query.operation or alone.not_understood or alone.parts:
            continue
        found = turn.told(alone)[1]
        of_text = found.kind is AnswerKind.PASSAGE
        if not (found.abstained or of_text) and of_the_same(alone, query, turn.talk.rows):
            return replace(alone, base=query.base, follow_up=True), found
    return None


def of_group(turn: Turn, query: Query) -> Told | None:
    """What a follow-up for a group gets ("hur många av dem är kvinnor?") of what was told, by the
    name that it was told by: another row of that name may tell of groups."""
    if not (query.follow_up and query.breakdowns):
        return None
    wholes = map(turn.named, named(turn.said, turn.talk, turn.catalogue))
    alike = [q for q in wholes if q.breakdowns == query.breakdowns and q.operation in OF_NUMBERS]
    kept = (q for q in alike if q.links and not q.not_understood)
    return turn.first(replace(q, base=query.base, follow_up=True) for q in kept)
