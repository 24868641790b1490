"""Follow-ups that say little more than how they ask, answered as the whole questions they stand
for."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from plansvar.asking.query import Decline, Operation, Query
from plansvar.asking.told_before import is_reckoned
from plansvar.asking.turn import Told, Turn
from plansvar.asking.understanding.completing import Completed
from plansvar.asking.understanding.spelled_out import (
    APART,
    asks_how_far,
    how_far_told,
    in_other_order,
    is_bare,
    is_per_people,
    of_line,
    of_two,
    of_whole,
    of_year,
    per_people,
    spelled_out,
)
from plansvar.asking.understanding.standing_alone import follows
from plansvar.domain import Answer, AnswerKind
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.vocabulary import vocabulary

_MINUS = " − "  # in the rule by which a difference is reckoned


def told_spelled_out(turn: Turn) -> Told | None:
    """What a follow-up gets that asks in which year something was highest, or for the whole
    municipality."""
    year = of_year(turn.said, turn.talk, turn.catalogue)
    whole = of_whole(turn.said, turn.talk, turn.catalogue)
    found = _spelled(turn, year, of_years=True) or _spelled(turn, whole)
    return found or _per_people(turn)


def _per_people(turn: Turn) -> Told | None:
    """What "per invånare då?" gets: the row that is told per inhabitant, or that there is none;
    how many live there is no answer."""
    wholes = per_people(turn.said, turn.talk, turn.catalogue)
    for whole in wholes:
        query = turn.named(whole)
        if not is_per_people(query) or query.not_understood:
            continue
        found = turn.told(query)[1]
        if not found.abstained and found.kind is not AnswerKind.PASSAGE:
            return replace(query, base=whole.text, follow_up=True), found
    if not wholes or turn.talk.last is None:
        return None
    query = turn.following(turn.said)
    if is_per_people(query):
        return None
    return turn.told(replace(query, decline=Decline.NOT_IN_DOCUMENTS, parts=()))


def _spelled(turn: Turn, whole: Completed | None, of_years: bool = False) -> Told | None:
    """What a follow-up gets that was spelled out as a whole question, in its own language."""
    query = turn.named(whole) if whole else None
    if whole is None or query is None or query.not_understood or query.over_years is not of_years:
        return None
    language = turn.following(turn.said).language
    last = turn.talk.last
    if of_years and last and last.breakdowns:  # the longest series need not have the groups
        query = replace(query, links=last.links, breakdowns=last.breakdowns)
    return turn.first([replace(query, base=whole.text, follow_up=True, language=language)])


def told_of_line(turn: Turn, query: Query) -> Told | None:
    """What a follow-up gets of the one line of a table that was told."""
    whole = of_line(turn.said, turn.talk, turn.catalogue) if follows(query) else None
    return _spelled(turn, whole)


def reckoned(turn: Turn, query: Query, found: Answer) -> Told | None:
    """What a follow-up that names nothing gets where it is reckoned from what the talk told: how
    far two things are apart, or how many percent that is."""
    bare = is_bare(turn.said, query, turn.catalogue)
    if not (bare or asks_how_far(turn.said, query, turn.catalogue)):
        return None
    pair = of_two(turn.said, turn.talk, turn.catalogue) if query.operation in APART else None
    of_one = len(query.breakdowns) == 1 or len(query.links) == 1  # no difference of the two told
    if pair is not None and (of_one or not is_reckoned(found, _MINUS)):
        return _reckoned_as(turn, query, pair, _MINUS)
    told = query.operation is Operation.DIFFERENCE and is_reckoned(found, _MINUS)
    for far in () if told else how_far_told(turn.said, query, turn.talk, turn.catalogue):
        again = turn.told(far)[1]
        if is_reckoned(again) and not again.abstained:
            return far, again
    wholes = spelled_out(query, turn.talk, turn.catalogue)
    return next(filter(None, (_reckoned_as(turn, query, whole) for whole in wholes)), None)


def part_of_told(turn: Turn, query: Query) -> Told | None:
    """What a follow-up gets that asks how much of what was told is of something: from rows of the
    document and the year that the talk was told of."""
    last, cited = turn.talk.last, turn.talk.cited
    if last is None or not cited or not (query.links and _asks_part(turn.said)):
        return None
    scope = replace(query.scope, documents=(cited[0].document,), document_kinds=())
    years = last.scope.years or query.scope.years
    found = turn.told(replace(query, scope=replace(scope, years=years)))[1]
    if found.abstained or found.kind is AnswerKind.PASSAGE:
        return None
    return replace(query, scope=replace(query.scope, years=years)), found


def said_already(turn: Turn, query: Query, found: Answer) -> Told | None:
    """ "med hur mycket?" that nothing answers, after a sentence that has a number: that sentence
    ("ja, … en höjning med 20 öre")."""
    last = turn.talk.last
    bare = found.abstained and is_bare(turn.said, query, turn.catalogue)
    if last is None or not bare or turn.talk.rows or query.operation is not Operation.VALUE:
        return None
    years = {year for year in (*last.scope.years, *query.scope.years)}
    told = {number.value for number in find_numbers(turn.talk.told)} - years
    again = turn.told(last)[1] if told else found
    return None if again.abstained else (replace(last, follow_up=True), again)


@cache
def _part() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("talks")["part"]["asked"]))


def _asks_part(said: str) -> bool:
    return _part().search(fold(said)) is not None


def _reckoned_as(turn: Turn, query: Query, whole: Completed, rule: str = "") -> Told | None:
    """What a whole question gets where a number of the answer is reckoned."""
    alone = replace(turn.named(whole), language=query.language)
    if alone.not_understood or alone.parts:
        return None
    again = turn.told(alone)[1]
    if again.abstained or not is_reckoned(again, rule):
        return None
    scope = turn.talk.scope if alone.operation is not Operation.VALUE else alone.scope
    return replace(alone, scope=scope, follow_up=True), again


def in_order_said(turn: Turn) -> Turn:
    """The turn as the last question with another order in it, asked where that was asked."""
    text = in_other_order(turn.said, turn.talk, turn.catalogue)
    earlier = turn.talk.earlier
    return turn if text is None or earlier is None else replace(turn, said=text, talk=earlier)
