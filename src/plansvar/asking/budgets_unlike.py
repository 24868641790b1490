"""Budgets of one unit and year for which documents print different amounts."""

from __future__ import annotations

import re
from itertools import combinations

from plansvar.asking.evidence.words import vocabulary_list, year_of
from plansvar.asking.told import are_apart, is_other_money, telling_words
from plansvar.domain import Amount
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.folding import words as split

_YEAR = re.compile(r"(?:19|20)\d\d")
Key = tuple[str | None, frozenset[str], int | None]


def budgets_unlike(library: Library) -> tuple[tuple[Amount, ...], ...]:
    """For each unit and year with unlike budgets one amount of each size, as the documents come."""
    units = _units(library)
    same: dict[Key, list[Amount]] = {}
    for row in library.amounts():
        document = library.document(row.place.document_id)
        own = year_of(row.period) == document.year  # an earlier plan for the year may be another
        if own and _is_budget(row) and telling_words(row.what) in units:
            town = document.municipality
            same.setdefault((town, telling_words(row.what), year_of(row.period)), []).append(row)
    unlike = (_of_each_size(_one_of_each_document(rows)) for rows in same.values())
    return tuple(rows for rows in unlike if len(rows) > 1)


def _units(library: Library) -> frozenset[frozenset[str]]:
    parts = (part.organisation for d in library.documents() for part in d.parts)
    rows = (row.place.organisation for row in library.amounts())
    return frozenset(telling_words(name) for name in (*parts, *rows) if name)


def _is_budget(row: Amount) -> bool:
    """Whether an amount is what a table gives a unit for a whole year."""
    planned = fold(row.measure or "") in vocabulary_list("balance", "planned")
    whole = any(_YEAR.fullmatch(word) for word in split(row.period or "")[:1])
    return bool(row.headings) and planned and whole and not is_other_money(row.place.section)


def _one_of_each_document(rows: list[Amount]) -> list[Amount]:
    return list({row.place.document_id: row for row in reversed(rows)}.values())[::-1]


def _of_each_size(rows: list[Amount]) -> tuple[Amount, ...]:
    """The amounts without those that say the same as one before."""
    kept: list[Amount] = []
    for row in rows:
        if all(are_apart(row, other) for other in kept):
            kept.append(row)
    return tuple(kept) if all(are_apart(a, b) for a, b in combinations(kept, 2)) else ()
