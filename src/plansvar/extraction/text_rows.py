"""Rows of tables that are no rows: text of several sentences that stands in columns."""

from __future__ import annotations

from collections.abc import Iterable

from plansvar.domain import Indicator
from plansvar.language.folding import words

_FEWEST = 2  # sentences of a text
_WORDS = 4  # of a sentence
_ENDS = (".", "!", "?")


def without_texts(rows: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """The rows without those that judge nothing and whose name is a text of several sentences: it
    stays as text, and is no indicator."""
    return tuple(row for row in rows if row.assessments or not _is_text(row.name))


def _is_text(name: str) -> bool:
    told = name.rstrip()
    if not told.endswith(_ENDS):
        return False
    for end in _ENDS[1:]:
        told = told.replace(f"{end} ", ". ")
    whole = [piece for piece in told.split(". ") if len(words(piece)) >= _WORDS]
    return len(whole) >= _FEWEST
