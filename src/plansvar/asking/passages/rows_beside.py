"""The other rows of a row's table, and whether a text names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plansvar.asking.passages.accounts import HEAD
from plansvar.asking.passages.named_rows import Row, rows_names
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.domain import Amount, BlockKind, Commitment, Document, Span
from plansvar.index.library import Library

LEAST = 0.6  # of the words of a name that a sentence about it holds
HALF = 0.5  # of a name
SMALL, LONG = 3, 6  # letters of words that tell nothing, and of those that tell a row
ENOUGH = 2  # words of a long name by which a list names it


def position_of(row: Row) -> int:
    """Where a document names a row, or else prints its first value."""
    if isinstance(row, Commitment):
        return row.text_span.start
    if isinstance(row, Amount):
        return row.cell.start
    own = row.name_span or (row.observations[0].cell if row.observations else None)
    return own.start if own else -1


def is_goal(row: Row, document: Document) -> bool:
    """Whether a row stands as a heading or a line of its own, and not in a table."""
    return not isinstance(row, Amount) and table_at(document, position_of(row)) is None


def has_more_rows(row: Row, document: Document, library: Library) -> bool:
    return bool(_names_beside(row, document, library))


def _others(row: Row, document: Document, library: Library) -> list[frozenset[str]]:
    """The telling words of the other rows of the same table that its own name lacks."""
    mine = frozenset().union(*map(telling_roots, rows_names(row)))
    return [name - mine for name in _names_beside(row, document, library)]


def _names_beside(row: Row, document: Document, library: Library) -> list[frozenset[str]]:
    """The telling words of the other rows of the same table."""
    block = table_at(document, position_of(row))
    if block is None:
        return []
    mine = set(rows_names(row))
    return [
        telling_roots(HEAD.split(other.name)[0])
        for other in library.indicators()
        if other.place.document_id == document.path
        and other.name not in mine
        and block.holds(Span(p := position_of(other), p))
    ]


def table_at(document: Document, position: int) -> Span | None:
    """The table that holds a position."""
    tables = (b.span for b in document.blocks if b.kind is BlockKind.TABLE)
    return next((span for span in tables if span.start <= position < span.end), None)


def tells_of_others(row: Row, document: Document, pieces: Sequence[Span], library: Library) -> bool:
    """Whether a paragraph names another row of the table; one that has little of this row's names
    does so by any long word of another's."""
    told = telling_roots(" ".join(document.quote(piece) for piece in pieces))
    names = (frozenset(w for w in telling_roots(n) if len(w) > SMALL) for n in rows_names(row))
    mine = any(share(name, told) >= HALF for name in names)
    others = _others(row, document, library)
    if isinstance(row, Commitment) and not mine and _names_task(row, document, told, library):
        return True
    if mine:
        return any(other and share(other, told) >= LEAST for other in others)
    return any(share(frozenset(w for w in other if len(w) >= LONG), told) for other in others)


def _names_task(
    row: Commitment, document: Document, told: frozenset[str], library: Library
) -> bool:
    """Whether a paragraph names another undertaking of the document by most of its words."""
    others = (
        telling_roots(other.text)
        for other in library.commitments()
        if other.place.document_id == document.path and other.text != row.text
    )
    return any(len(name) >= ENOUGH and share(name, told) >= LEAST for name in others)


def others_named(
    names: Iterable[frozenset[str]], document: Document, text: str, library: Library
) -> list[frozenset[str]]:
    """The words of the names of a document's rows that a text names and that go by none of these
    names."""
    told, mine = telling_roots(text), frozenset().union(*names)
    others = {
        telling_roots(HEAD.split(row.name)[0])
        for row in library.indicators()
        if row.place.document_id == document.path
    }
    return [other for each in others if (other := each - mine) and _names(other, told)]


def is_only_one(row: Row, document: Document, heading: str, library: Library) -> bool:
    """Whether no other row of its table has a word of a heading in its name."""
    told = telling_roots(heading)
    others = _names_beside(row, document, library)
    return not any(is_form(w, word) for name in others for w in name for word in told)


def share(name: frozenset[str], told: frozenset[str]) -> float:
    found = sum(any(is_form(word, other) for other in told) for word in name)
    return found / len(name) if name else 0.0


def _names(name: frozenset[str], told: frozenset[str]) -> bool:
    """Whether a text names a row by most of its words, or by two of a long name."""
    return share(name, told) >= min(LEAST, ENOUGH / len(name))
