"""Rows that sum up a table, which a sentence calls by another word ("överskottet", "nämnderna")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.asking.understanding.content import Content
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def summed_up(text: str, told: Sequence[Content], library: Library) -> frozenset[str]:
    """The rows of the sums that a clause names, where it names nothing else."""
    for each in vocabulary("claims")["sums"]:
        said = re.compile(each["said"], re.IGNORECASE)
        if said.search(text) and all(said.search(content.words.text) for content in told):
            return _called(frozenset(each["rows"]), library)
    return frozenset()


def _called(names: frozenset[str], library: Library) -> frozenset[str]:
    rows = [(row.id, row.name) for row in library.indicators()]
    rows += [(row.id, row.what) for row in library.amounts()]
    return frozenset(row for row, name in rows if fold(name).partition(",")[0].strip() in names)
