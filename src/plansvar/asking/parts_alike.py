"""Rows that one table gives side by side for parts of a thing are no two values for one thing."""

from __future__ import annotations

from collections import Counter
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
    beside = Counter((row.place.document_id, row.table) for row in rows)
    whole = roots(" ".join(words.vocabulary_list("of_whole", "words")))
    return tuple(
        row
        for row in rows
        if beside[(row.place.document_id, row.table)] < 2 or roots(row.name) <= asked | whole
    )


def months_named(row: Indicator) -> tuple[int, ...]:
    """The months in a row's name ("januari–mars"): a stretch of time of its own."""
    said = (piece for word in split(row.name) for piece in word.replace("–", "-").split("-"))
    return tuple(month for word in said if (month := month_of(word)))
