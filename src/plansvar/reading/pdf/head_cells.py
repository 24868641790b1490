"""The heading of a table without a full grid as cells over its columns."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.headers import Head, HeadColumn
from plansvar.reading.pdf.tables import RawCell

_TIED = 0.5


def column_at(edges: Sequence[float], x: float) -> int:
    """The column in which a place across the page stands."""
    return max(0, min(sum(edge <= x for edge in edges) - 1, len(edges) - 2))


def head_cells(head: Head, edges: Sequence[float]) -> list[RawCell]:
    """The cells of a heading, those over several columns above the others."""
    cells: list[RawCell] = []
    under = 1 if head.groups else 0
    rect = head.rect
    for group in head.groups:
        first, last = _under(group, head, edges)
        cells.append(RawCell(0, first, group.rect, group.text, 1, last - first + 1, _words(group)))
    grouped = {c.column + i for c in cells for i in range(c.column_span)}
    for i, column in enumerate(head.columns):
        place = Rect(edges[i], rect.top, edges[i + 1], rect.bottom)
        alone = under and i not in grouped
        row, span = (0, 2) if alone else (under, 1)
        cells.append(RawCell(row, i, place, column.text, span, 1, _words(column)))
    return cells


def _under(group: HeadColumn, head: Head, edges: Sequence[float]) -> tuple[int, int]:
    """The first and last column under a heading of several: those that it was tied to, where it
    begins and ends with them."""
    places = [column.rect for column in head.columns]
    first = next((i for i, p in enumerate(places) if abs(p.x0 - group.rect.x0) < _TIED), None)
    last = next((i for i, p in enumerate(places) if abs(p.x1 - group.rect.x1) < _TIED), None)
    if first is not None and last is not None and first < last:
        return first, last
    return column_at(edges, group.rect.x0 + 1), column_at(edges, group.rect.x1 - 1)


def _words(column: HeadColumn) -> list[Word]:
    return [word for part in column.parts for word in part.words]
