"""Words that may restrict a list of rows and that no condition holds: they are not passed over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plansvar.asking.query import Conditions, Operation, Query, Subject
from plansvar.asking.understanding.lexicon import FILLER, WEAK, Match, grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.language.verbs import same_verb

_OF_ROWS = (Operation.LIST, Operation.COUNT, Operation.SHARE)
_COST = "cost"


def restricting_words(query: Query, reading: Reading) -> tuple[str, ...]:
    """ "vilka mål togs bort?": the words that say more than that rows are there, where the list
    would otherwise be of all rows."""
    if query.subject is not Subject.INDICATORS or query.links:
        return ()
    if query.operation is Operation.RANK:
        return _texts(reading, reading.places("spending", _COST))
    conditions = replace(query.conditions, kinds=(), responsible=())
    if query.operation not in _OF_ROWS or query.order is not None or conditions != Conditions():
        return ()
    read = {i for m in reading.matches if m.category != FILLER for i in range(m.start, m.end)}
    fillers = (m for m in reading.places(FILLER) if read.isdisjoint(range(m.start, m.end)))
    fillers = (m for m in fillers if not _is_there(m.start, m.end, reading))
    told = [m for m in fillers if not _is_attribute(m, reading)]
    said_of_rows = [m for m in reading.places(WEAK) if _is_predicate(m.start, reading)]
    negated = [_with_next(m, reading) for m in reading.places("negation")]
    return _texts(reading, [*told, *said_of_rows, *negated])


def _with_next(match: Match, reading: Reading) -> Match:
    """ "inte mätas": a negation with the word that it denies."""
    return replace(match, end=min(match.end + 1, len(reading.tokens)))


def _texts(reading: Reading, matches: Iterable[Match]) -> tuple[str, ...]:
    return tuple(reading.words(m.start, m.end).text for m in matches)


def _is_attribute(match: Match, reading: Reading) -> bool:
    """ "god ekonomisk hushållning": what is said of the words behind it, which restrict."""
    covered = {i for m in reading.matches for i in range(m.start, m.end)}
    return match.end < len(reading.tokens) and match.end not in covered | reading.found.used


def _is_predicate(start: int, reading: Reading) -> bool:
    """ "vilka mål är nya": what is said of the rows."""
    return start > 0 and reading.tokens[start - 1].key in grammar()["be"]


def _is_there(start: int, end: int, reading: Reading) -> bool:
    """Whether the words only say that rows are there, or whose ("ingår", "arbetar med")."""
    there = frozenset(grammar()["being_there"])
    keys = [token.key for token in reading.tokens[start:end]]
    return all(key in there or not there.isdisjoint(same_verb(key)) for key in keys)
