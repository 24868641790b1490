"""Where rows begin and end in running text, so that no quoted sentence runs from one into the next.

In a transcript a comment, the next goal and its values follow without a full stop. The extracted
rows know where each ends; their names and values are left to the rows themselves.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from weakref import WeakKeyDictionary

from plansvar.domain import Indicator, Span
from plansvar.index.library import Library


@dataclass(frozen=True, slots=True)
class RowMarks:
    """Positions in one document where a sentence must not run on, in order, and the spans of the
    rows' names and values, which no passage quotes. `kept` are the pieces of each block of that
    document that were asked for, as each question reads the same blocks again."""

    cuts: tuple[int, ...] = ()
    rows: tuple[Span, ...] = ()
    kept: dict[Span, tuple[Span, ...]] = field(default_factory=dict, compare=False, repr=False)

    def cut(self, span: Span) -> list[Span]:
        """`span` in the pieces that may be quoted."""
        first, behind = bisect_right(self.cuts, span.start), bisect_left(self.cuts, span.end)
        edges = [span.start, *self.cuts[first:behind], span.end]
        pieces = [Span(start, end) for start, end in pairwise(edges)]
        near = [row for row in self.rows if row.overlaps(span)]
        return [piece for piece in pieces if not any(row.overlaps(piece) for row in near)]


_MARKS: WeakKeyDictionary[Library, dict[str, RowMarks]] = WeakKeyDictionary()


def row_marks(library: Library) -> dict[str, RowMarks]:
    """The marks of each document."""
    if library not in _MARKS:
        _MARKS[library] = _collect(library)
    return _MARKS[library]


def _collect(library: Library) -> dict[str, RowMarks]:
    cuts: dict[str, set[int]] = {d.path: set() for d in library.documents()}
    rows: dict[str, list[Span]] = {}
    starts = {d.path: [block.span.start for block in d.blocks] for d in library.documents()}
    for indicator in library.indicators():
        path = indicator.place.document_id
        spans = list(_row_spans(indicator, starts[path]))
        cuts.setdefault(path, set()).update(_ends(*spans, indicator.comment_span))
        rows.setdefault(path, []).extend(spans)
    for commitment in library.commitments():
        path, own = commitment.place.document_id, commitment
        told = _ends(own.comment_span, own.text_span, own.responsible_span)
        cuts.setdefault(path, set()).update(told)
    return {
        path: RowMarks(tuple(sorted(found)), tuple(rows.get(path, ())))
        for path, found in cuts.items()
    }


def _ends(*spans: Span | None) -> Iterator[int]:
    for span in filter(None, spans):
        yield span.start
        yield span.end


def _row_spans(row: Indicator, starts: Sequence[int]) -> Iterator[Span]:
    """The name, and the headings and values as one stretch in each block that holds a value: what
    stands between a heading and values far below it is running text."""
    if not row.observations:
        return
    if row.name_span:
        yield row.name_span
    cells = {bisect_right(starts, o.cell.start) for o in row.observations}
    spans = [o.cell for o in row.observations]
    spans += [heading for o in row.observations for heading in o.headings]
    for block in sorted(cells):
        inside = [span for span in spans if bisect_right(starts, span.start) == block]
        yield Span(min(s.start for s in inside), max(s.end for s in inside))
