"""Where rows begin and end in running text, so that no quoted sentence runs from one into the next.

In a transcript a comment, the next goal and its values follow without a full stop. The extracted
rows know where each ends; their names and values are left to the rows themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from weakref import WeakKeyDictionary

from plansvar.domain import Commitment, Indicator, Span
from plansvar.index.library import Library


@dataclass(frozen=True, slots=True)
class RowMarks:
    """Positions in one document where a sentence must not run on, and the spans of the rows' names
    and values, which no passage quotes."""

    cuts: tuple[int, ...] = ()
    rows: tuple[Span, ...] = ()

    def cut(self, span: Span) -> list[Span]:
        """`span` in the pieces that may be quoted."""
        inside = [cut for cut in self.cuts if span.start < cut < span.end]
        edges = [span.start, *inside, span.end]
        pieces = [Span(start, end) for start, end in pairwise(edges)]
        return [piece for piece in pieces if not any(row.overlaps(piece) for row in self.rows)]


_MARKS: WeakKeyDictionary[Library, dict[str, RowMarks]] = WeakKeyDictionary()


def row_marks(library: Library) -> dict[str, RowMarks]:
    """The marks of each document that has rows."""
    if library not in _MARKS:
        _MARKS[library] = _collect(library)
    return _MARKS[library]


def _collect(library: Library) -> dict[str, RowMarks]:
    cuts: dict[str, set[int]] = {}
    rows: dict[str, list[Span]] = {}
    for indicator in library.indicators():
        path = indicator.place.document_id
        cuts.setdefault(path, set()).update(_edges(indicator))
        rows.setdefault(path, []).extend(_row_spans(indicator))
    for commitment in library.commitments():
        cuts.setdefault(commitment.place.document_id, set()).update(_edges(commitment))
    return {
        path: RowMarks(tuple(sorted(found)), tuple(rows.get(path, ())))
        for path, found in cuts.items()
    }


def _edges(row: Indicator | Commitment) -> Iterator[int]:
    spans = [row.comment_span]
    if isinstance(row, Commitment):
        spans += [row.text_span, row.responsible_span]
    else:
        spans += list(_row_spans(row))
    for span in spans:
        if span is not None:
            yield span.start
            yield span.end


def _row_spans(row: Indicator) -> Iterator[Span]:
    """The name, and the headings and values as one stretch (they may stand on another page)."""
    if not row.observations:
        return
    if row.name_span:
        yield row.name_span
    spans = [o.cell for o in row.observations]
    spans += [heading for o in row.observations for heading in o.headings]
    yield Span(min(s.start for s in spans), max(s.end for s in spans))
