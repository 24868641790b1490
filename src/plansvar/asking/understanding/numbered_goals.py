"""Goals that are named by their number ("hur går det för mål 4?"): a number that no goal bears is
told as not understood, never passed over."""

from __future__ import annotations

import re
from dataclasses import replace

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.goal_levels import is_goal
from plansvar.asking.query import Conditions, Link, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading
from plansvar.domain import Indicator
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?\Z")
_BEFORE = re.compile(
    r"(?:^|[\n\t])(?:[^\W\d_]+[ \t])?[^\W\d_]?(\d{1,2}(?:\.\d{1,2})?)[.:)]?[ \t]+\Z"
)
_WITHIN = re.compile(r"[^\W\d_]+\s+(\d{1,2}(?:\.\d{1,2})?)[.:\s]")
_REACH = 24  # characters before a name in which its number stands
_KEPT = (Operation.WHY, Operation.RESPONSIBLE, Operation.TARGET, Operation.PAGE, Operation.VALUE)


def with_numbered_goal(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for the goals that bear the number named, where it names no row itself."""
    place = _place(reading)
    if place is None or query.links or query.subject is Subject.DOCUMENTS:
        return query
    number, said = reading.tokens[place + 1].text, reading.words(place, place + 2)
    rows = rows_in_scope(catalogue.library.indicators(), query.scope, catalogue.library)
    found = [r for r in rows if _is_meant(r, reading.tokens[place].key)]
    found = [r for r in found if _number_of(r, catalogue.library) == number]
    if not found:
        untold = (*query.not_understood, said.text)
        return replace(query, subject=Subject.PASSAGES, not_understood=untold)
    operation = query.operation if query.operation in _KEPT else Operation.STATUS
    return replace(
        query,
        subject=Subject.INDICATORS,
        operation=operation,
        links=(Link((said,), found[0].name, tuple(r.id for r in found), 1.0, True, ()),),
        conditions=Conditions(),
        premise=None,
        numbers=(),
    )


def names_numbered_goal(reading: Reading) -> bool:
    """Whether a question says by its number which goal it is about ("och mål 2?")."""
    return _place(reading) is not None


def _place(reading: Reading) -> int | None:
    """Where a word for a goal stands right before its number, which counts nothing."""
    nouns = tuple(vocabulary("goallevels")["numbered"]["nouns"])
    units = vocabulary("goallevels")["numbered"]["units"]
    for n, (token, after) in enumerate(zip(reading.tokens, reading.tokens[1:], strict=False)):
        if not (token.key.endswith(nouns) and _NUMBER.match(after.text)):
            continue
        behind = reading.tokens[n + 2].key if n + 2 < len(reading.tokens) else ""
        percent = reading.text[after.span.end - reading.tokens[0].span.start :].lstrip()
        if behind not in units and not percent.startswith("%"):
            return n
    return None


def _is_meant(row: Indicator, said: str) -> bool:
    """Whether a row is a goal, of the kind that is named where the word names one ("nämndmål")."""
    plain = said in vocabulary("goallevels")["numbered"]["nouns"]
    return is_goal(row.kind) and (plain or fold(row.kind).startswith(said[:-1]))


def _number_of(row: Indicator, library: Library) -> str | None:
    """The number printed right before a goal's name, or within it."""
    within = _WITHIN.match(row.name)
    if within:
        return within[1]
    if row.name_span is None:
        return None
    text = library.document(row.place.document_id).text
    start = row.name_span.start
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    return before[1] if before else None
