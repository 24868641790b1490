"""The word of a row's name that tells it from the other rows of its table."""

from __future__ import annotations

from plansvar.asking.passages.accounts import HEAD
from plansvar.asking.passages.named_rows import Row, rows_names
from plansvar.asking.telling_roots import root, telling_roots
from plansvar.domain import Amount, BlockKind, Commitment, Document, Span
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


def position_of(row: Row) -> int:
    """Where a document names a row, or else prints its first value."""
    if isinstance(row, Commitment):
        return row.text_span.start
    if isinstance(row, Amount):
        return row.cell.start
    own = row.name_span or (row.observations[0].cell if row.observations else None)
    return own.start if own else -1


def table_at(document: Document, position: int) -> Span | None:
    """The table that holds a position."""
    tables = (b.span for b in document.blocks if b.kind is BlockKind.TABLE)
    return next((span for span in tables if span.start <= position < span.end), None)
