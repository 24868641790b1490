"""Goals and undertakings that are named by their number ("hur går det för mål 4?", "uppdrag U3"): a
number that no row bears is told as not understood, never passed over."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.goal_levels import is_goal
from plansvar.asking.query import Conditions, Link, Operation, Query, Subject, Words
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading
from plansvar.domain import Commitment, Document, Indicator, Span
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_CODE = r"([^\W\d_]?\d{1,2}(?:\.\d{1,2})?)"
_NUMBER = re.compile(rf"{_CODE}\Z")
_BEFORE = re.compile(rf"(?:^|[\n\t])(?:[^\W\d_]+[ \t])?{_CODE}[.:)]?[ \t]+\Z")
_WITHIN = re.compile(rf"[^\W\d_]+\s+{_CODE}[.:\s]")
_YEAR = re.compile(r"\w+ (?:19|20)\d\d\b")  # "mål 2.2 år 2025" counts no years
_REACH = 24  # characters before a name in which its number stands
_KEPT = (
    Operation.WHY, Operation.RESPONSIBLE, Operation.TARGET, Operation.PAGE, Operation.VALUE,
    Operation.WHEN,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Named:
    """What a question names by a number: a goal or an undertaking, or either by a code ("U3")."""

    subjects: tuple[Subject, ...]
    noun: str
    code: str
    words: Words


def with_numbered_row(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for the rows that bear the number named, where it names no row itself."""
    named = _named(reading)
    if named is None or query.links or query.subject is Subject.DOCUMENTS:
        return query
    for subject in named.subjects:
        found = _rows(named, subject, query, catalogue)
        if found:
            operation = query.operation if query.operation in _KEPT else Operation.STATUS
            ids = tuple(row.id for row in found)
            return replace(
                query,
                subject=subject,
                operation=operation,
                links=(Link((named.words,), _name(found[0]), ids, 1.0, True, ()),),
                conditions=Conditions(),
                premise=_taken_for_granted(query),
                numbers=(),
                keywords=(),
            )
    if not named.noun:
        return query
    untold = (*query.not_understood, named.words.text)
    return replace(query, subject=Subject.PASSAGES, not_understood=untold)


def _taken_for_granted(query: Query) -> Conditions | None:
    """What a question why takes to be so of the row ("varför är mål 5 rött?")."""
    if query.operation is not Operation.WHY:
        return None
    said = replace(query.premise or query.conditions, kinds=())
    return None if said == Conditions() else said


def names_numbered_row(reading: Reading, catalogue: Catalogue) -> bool:
    """Whether a question says by its number which row it is about ("och mål 2?", "och U4?")."""
    named = _named(reading)
    if named is None or named.noun:
        return named is not None
    query = Query(reading.text, Subject.PASSAGES, Operation.WHAT)
    return any(_rows(named, subject, query, catalogue) for subject in named.subjects)


def _named(reading: Reading) -> _Named | None:
    """The noun and the number right behind it, which counts nothing, or a code by itself."""
    goals = tuple(vocabulary("goallevels")["numbered"]["nouns"])
    tasks = tuple(vocabulary("goallevels")["numbered"]["tasks"])
    units = vocabulary("goallevels")["numbered"]["units"]
    for n, token in enumerate(reading.tokens):
        if not _NUMBER.match(token.text):
            continue
        noun = reading.tokens[n - 1].key if n else ""
        behind = reading.tokens[n + 1].key if n + 1 < len(reading.tokens) else ""
        rest = reading.text[token.span.end - reading.tokens[0].span.start :].lstrip()
        if (behind in units and not _YEAR.match(rest)) or rest.startswith("%"):
            continue
        if noun.endswith(goals):
            return _Named((Subject.INDICATORS,), noun, token.text, reading.words(n - 1, n + 1))
        if noun.endswith(tasks):
            return _Named((Subject.COMMITMENTS,), noun, token.text, reading.words(n - 1, n + 1))
        if not token.text[0].isdigit():
            either = (Subject.COMMITMENTS, Subject.INDICATORS)
            return _Named(either, "", token.text, reading.words(n, n + 1))
    return None


def _rows(
    named: _Named, subject: Subject, query: Query, catalogue: Catalogue
) -> list[Indicator | Commitment]:
    library = catalogue.library
    rows: list[Indicator | Commitment]
    if subject is Subject.INDICATORS:
        goals = rows_in_scope(library.indicators(), query.scope, library)
        rows = [row for row in goals if is_goal(row.kind)]
    else:
        rows = list(rows_in_scope(library.commitments(), query.scope, library))
    plain = named.noun in ("", *vocabulary("goallevels")["numbered"]["plain"])
    kind = "" if plain else named.noun[:-1]
    rows = [row for row in rows if fold(row.kind).startswith(kind)]
    return [row for row in rows if _bears(row, named.code, library.document(_path(row)))]


def _bears(row: Indicator | Commitment, code: str, document: Document) -> bool:
    """Whether a row's printed number is the one said; digits alone are also those of "U4"."""
    printed = fold(_number_of(row, document) or "")
    said = fold(code)
    lettered = bool(printed) and not printed[0].isdigit() and said[0].isdigit()
    return printed == said or (lettered and printed[1:] == said)


def _number_of(row: Indicator | Commitment, document: Document) -> str | None:
    """The number printed right before a row's name, or within it."""
    within = _WITHIN.match(_name(row))
    if within:
        return within[1]
    span = _span(row)
    if span is None:
        return None
    before = _BEFORE.search(document.text[max(0, span.start - _REACH) : span.start])
    return before[1] if before else None


def _name(row: Indicator | Commitment) -> str:
    return row.name if isinstance(row, Indicator) else row.text


def _span(row: Indicator | Commitment) -> Span | None:
    return row.name_span if isinstance(row, Indicator) else row.text_span


def _path(row: Indicator | Commitment) -> str:
    return row.place.document_id
