"""Follow-ups asked once more with what was spoken of named in them."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Operation, Query
from plansvar.asking.told_before import asks_which, is_led_by_other, is_reckoned, is_told
from plansvar.asking.turn import Told, Turn
from plansvar.asking.understanding.completing import (
    asks_number,
    completed,
    named,
    of_shared,
    of_the_same,
    points_at,
    tells,
)
from plansvar.domain import Answer, AnswerKind


def of_shared_words(turn: Turn) -> Told | None:
    """What a follow-up gets of what the last two questions have in common, told by rows."""
    for whole in of_shared(turn.said, turn.talk, turn.catalogue):
        query = turn.named(whole)
        if query.not_understood or not query.links:
            continue
        found = turn.told(query)[1]
        if found.kind is not AnswerKind.PASSAGE and not found.abstained:
            return replace(query, base=whole.text, follow_up=True), found
    return None


def of_the_same_rows(turn: Turn, query: Query, found: Answer) -> Told | None:
    """What a follow-up gets that is about what the talk is about, where it was taken for one
    about something else, or told no number that was not told before: asked with that named in it,
    it is told of the same rows, and reckoned where no number is printed; what asks for the one that
    has most is told of others too."""
    talk = turn.talk
    turned = not of_the_same(query, talk.last)
    pointing = turned and points_at(turn.said, talk, turn.catalogue)
    repeated = is_told(found, talk)
    counting = asks_number(turn.said, query, turn.catalogue) and repeated
    ranking = repeated and not turned and query.follow_up and asks_which(query)
    if not (pointing or counting or ranking):
        return None
    for whole in named(turn.said, talk, turn.catalogue):
        alone = turn.named(whole)
        if alone.not_understood or alone.parts:
            continue
        if not (asks_which(alone) if ranking else of_the_same(alone, talk.last)):
            continue
        if query.breakdowns and alone.breakdowns != query.breakdowns:
            continue
        again = turn.told(alone)[1]
        new = is_led_by_other(again, talk) if ranking else is_reckoned(again) or pointing
        if not again.abstained and new and again.text != talk.told:
            base = whole.text if turned else query.base
            return replace(alone, base=base, follow_up=True), again
    return None


def told_completed(turn: Turn) -> Told | None:
    """What a follow-up gets where what was spoken of is named in it; null where no such question
    is understood whole and told in all of its new words."""
    for whole in completed(turn.said, turn.talk, turn.catalogue):
        query = turn.named(whole)
        if query.not_understood or query.parts:
            continue
        query, found = turn.told(query)
        vague = found.kind is AnswerKind.PASSAGE and query.operation is Operation.WHAT
        new = not (found.abstained or vague) and found.text != turn.talk.told
        if new and tells(found, whole, query, turn.catalogue):
            return query, found
    return None
