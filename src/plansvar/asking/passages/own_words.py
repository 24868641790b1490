"""The word of a row's name that tells it from the other rows of its table."""

from __future__ import annotations

from plansvar.asking.passages.accounts import HEAD
from plansvar.asking.passages.named_rows import Row, rows_names
from plansvar.asking.passages.rows_beside import position_of, table_at
from plansvar.asking.telling_roots import root, telling_roots
from plansvar.domain import Amount, Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import words

LONG = 6  # letters of a word that tells a row apart alone


def own_word(row: Row, document: Document, library: Library) -> str:
    """The root of the first long word of a row's name that no other row of its table has
    ("matsvinn" of "Matsvinn i kommunens kök"); empty where there is none."""
    if isinstance(row, Amount):
        return ""
    others = frozenset().union(*_roots_of_others(row, document, library))
    told = (root(word) for name in rows_names(row) for word in words(HEAD.split(name)[0]))
    return next((w for w in told if len(w) >= LONG and w.isalpha() and w not in others), "")


def _roots_of_others(row: Row, document: Document, library: Library) -> list[frozenset[str]]:
    block = table_at(document, position_of(row))
    if block is None:
        return []
    return [
        telling_roots(other.name)
        for other in library.indicators()
        if other.place.document_id == document.path
        and other.id != row.id
        and block.holds(Span(p := position_of(other), p))
    ]
