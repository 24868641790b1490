"""What an answer in quoted text is about: the row that the quote names or comments on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plansvar.asking.query import Cited
from plansvar.domain import Commitment, Indicator, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold


def rows_quoted(cited: Iterable[Cited], library: Library) -> list[str]:
    """The ids of the one row whose name or comment was quoted, and of those of the same name, so
    that the talk may go on about it ("när ska det vara klart?"); none where several were."""
    places = list(cited)
    rows: list[Indicator | Commitment] = [*library.indicators(), *library.commitments()]
    names = {_name(row) for row in rows if any(_holds(place, row) for place in places)}
    return [row.id for row in rows if _name(row) in names] if len(names) == 1 else []


def _name(row: Indicator | Commitment) -> str:
    return fold(row.name if isinstance(row, Indicator) else row.text)


def _holds(place: Cited, row: Indicator | Commitment) -> bool:
    own = row.place.document_id == place.document
    return own and any(span.overlaps(part) for span in place.spans for part in _parts(row))


def _parts(row: Indicator | Commitment) -> Iterator[Span]:
    name = row.name_span if isinstance(row, Indicator) else row.text_span
    return (part for part in (name, row.comment_span) if part is not None)
