"""Words that say that a target is reached, wherever they stand in a clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from plansvar.asking.understanding.lexicon import (
    FILLER,
    FUNCTION,
    Match,
    function_words,
    grammar,
)
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token
from plansvar.language.verbs import same_verb

CATEGORY, MET, REACH, NEGATION = "target_state", "met", "reach", "negation"
VERDICT = "verdict"
FAR = 7  # tokens between the verb and the target
NEAR = 5  # tokens between "om" and the verb
_SMALL = {FUNCTION, FILLER, NEGATION, CATEGORY, REACH, "breakdown", "relative_year", "follow"}


def with_reaching(tokens: Sequence[Token], matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The readings of a question with "kom inte ända fram till målvärdet" as one condition; the
    target in it is then none that is asked for."""
    for place, token in enumerate(tokens):
        verb = token.key in _verbs() and not _is_said_of_goals(tokens, place, matches)
        end = _end(tokens, place, matches) if verb else None
        if end is not None:
            return tuple(sorted(_read(tokens, place, end, matches), key=lambda m: m.start))
    return matches


def _is_said_of_goals(tokens: Sequence[Token], place: int, matches: Sequence[Match]) -> bool:
    """ "uppfyllda mål": a verdict right before what it is on."""
    judged = any(m.category == VERDICT and m.start <= place < m.end for m in matches)
    goals = {root(word) for word in grammar()["goal_words"]}
    return judged and any(token.stem in goals for token in tokens[place + 1 : place + 2])


def _read(
    tokens: Sequence[Token], start: int, end: int, matches: Sequence[Match]
) -> Iterable[Match]:
    """The readings where the clause from `start` to `end` says that a target is reached, or shall
    be."""
    inside = [m for m in matches if m.start < end and start < m.end]
    aimed = _is_aimed(tokens, start)
    phrase = any(m.start <= start < m.end and m.end - m.start > 1 for m in inside)
    told = phrase or any(m.category in (CATEGORY, REACH) for m in inside)
    kept = [m for m in inside if told or m.category == NEGATION]
    if aimed and not phrase:
        kept = [m for m in kept if m.category == NEGATION]
    yield from (m for m in matches if m not in inside or m in kept)
    if aimed and not phrase:
        kept.append(Match(REACH, "yes", start, start + 1))
        yield kept[-1]
    elif not told:
        kept.append(Match(CATEGORY, MET, start, start + 1))
        yield kept[-1]
    read = {i for m in kept for i in range(m.start, m.end)}
    behind = range(end, max((m.end for m in inside), default=end))
    small = [i for i in behind if tokens[i].key in function_words()]
    free = [i for i in (*range(start, end), *small) if i not in read]
    yield from (Match(FUNCTION, "yes", i, i + 1) for i in free)


def _is_aimed(tokens: Sequence[Token], start: int) -> bool:
    """ "om vi ska klara", "så att den når": a target that is still to be reached."""
    keys = [token.key for token in tokens[max(0, start - NEAR) : start]]
    wants = not {token.key for token in tokens}.isdisjoint(grammar()["means"]["needing"])
    return wants and not set(grammar()["aiming"]).isdisjoint(keys)


def _end(tokens: Sequence[Token], place: int, matches: Sequence[Match]) -> int | None:
    """Where the words for the target behind a verb end; null where none follow it."""
    small = {i for m in matches if m.category in _SMALL for i in range(m.start, m.end)}
    goals = {root(word) for word in grammar()["goal_words"]}
    ways = grammar()["reaching_ways"]
    way = None
    for at in range(place + 1, min(place + FAR, len(tokens))):
        if tokens[at].stem in goals:
            return at + 1
        if tokens[at].key in ways:
            way = at + 1
        elif at not in small:
            break
    return way if way and _is_last(tokens, way, matches) else None


def _is_last(tokens: Sequence[Token], end: int, matches: Sequence[Match]) -> bool:
    """Whether "ända fram" ends what is said, so that no place or thing is reached."""
    return all(_is_time(at, tokens, matches) for at in range(end, len(tokens)))


def _is_time(at: int, tokens: Sequence[Token], matches: Sequence[Match]) -> bool:
    told = {m.category for m in matches if m.start <= at < m.end}
    return tokens[at].number is not None or bool(told & {"relative_year", "period", FUNCTION})


@cache
def _verbs() -> frozenset[str]:
    verbs = grammar()["reaching"]
    return frozenset(form for verb in verbs for form in (verb, *same_verb(verb)))
