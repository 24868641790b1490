"""Goals that are judged otherwise than before ("vilka mål har bytt färg sedan april?")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.goal_levels import ANY, CHANGED, family_of
from plansvar.asking.query import Conditions, Operation, Query, Subject
from plansvar.asking.understanding.lexicon import Match
from plansvar.asking.understanding.reading import Reading
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_NEAR = 2  # tokens before a verdict among which it is said to be new
_KEPT = (Operation.LIST, Operation.COUNT)


def with_verdicts_changed(query: Query, reading: Reading) -> Query:
    """The query for the rows whose assessment has changed, where the question asks for them; else
    as it was."""
    told = vocabulary("goallevels")["changed"]
    text = f" {' '.join(token.key for token in reading.tokens)} "
    ways = _from_to(reading, told)
    if not ways and not any(f" {fold(phrase)} " in text for phrase in told["phrases"]):
        return query
    if query.decline is not None or query.operation in (Operation.WHY, Operation.WHEN):
        return query
    of_rows = query.links and query.subject is Subject.INDICATORS
    return replace(
        query,
        subject=Subject.INDICATORS,
        operation=query.operation if query.operation in _KEPT else Operation.LIST,
        links=query.links if of_rows else (),
        conditions=Conditions(),
        premise=None,
        keywords=(),
        not_understood=(),
        measures=(),
        goals=(CHANGED, *ways),
    )


def _from_to(reading: Reading, told: dict[str, list[str]]) -> tuple[str, ...]:
    """What rows were judged before and are now, where both are said with a colour or verdict."""
    marks = sorted(
        (m for c in ("assessment", "verdict") for m in reading.places(c)), key=lambda m: m.start
    )
    said = [(m, reading.tokens[m.start - 1].key) for m in marks if m.start]
    before = [family_of(m.value) for m, word in said if word in told["from"]]
    after = [family_of(m.value) for m, word in said if word in told["to"]]
    found = (before[:1] + after[:1]) if before and after else _become(marks, reading, told)
    return tuple(f for f in found if f) if all(found) else ()


def _become(
    marks: Sequence[Match], reading: Reading, told: dict[str, list[str]]
) -> list[str | None]:
    """ "vilka har blivit gröna sedan årsredovisningen?": what rows are now, whatever before."""
    keys = [token.key for token in reading.tokens]
    new = [
        m
        for m in marks
        if not set(told["become"]).isdisjoint(keys[max(0, m.start - _NEAR) : m.start])
    ]
    since = [m for m in new if not set(told["since"]).isdisjoint(keys[m.end :])]
    return [ANY, family_of(since[0].value)] if since else []
