"""Rows that one table gives side by side for parts of a thing are no two values for one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plansvar.asking.evidence import words
from plansvar.domain import Indicator
from plansvar.language.folding import words as split
from plansvar.language.months import month_of

Roots = Callable[[str], frozenset[str]]


def without_parts(
    rows: Iterable[Indicator], asked: frozenset[str], roots: Roots
) -> tuple[Indicator, ...]:
    """The rows but those of parts: of a table that has several rows of what is asked, only those
    for the whole."""
    rows = tuple(rows)
    tables: dict[object, list[frozenset[str]]] = {}
    for row in rows:
        tables.setdefault((row.place.document_id, row.table), []).append(roots(row.name))
    whole = asked | roots(" ".join(words.vocabulary_list("of_whole", "words")))

    def is_whole(row: Indicator) -> bool:
        own, beside = roots(row.name), tables[(row.place.document_id, row.table)]
        return len(beside) == 1 or own <= whole or all(own <= other for other in beside)

    return tuple(row for row in rows if is_whole(row))


def months_named(row: Indicator) -> tuple[int, ...]:
    """The months in a row's name ("januari–mars"): a stretch of time of its own."""
    said = (piece for word in split(row.name) for piece in word.replace("–", "-").split("-"))
    return tuple(month for word in said if (month := month_of(word)))
