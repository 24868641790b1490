"""First cells that go on over several rows, as only their ground shows: a goal on a tinted field
beside the rows of its key figures, with no rules between them."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of

_SIDE = 12.0  # points that a ground begins before its column
_WIDEST = 0.5  # of the table


def join_on_grounds(table: RawTable, fills: Sequence[Rect]) -> None:
    """Put together the first cells of rows that stand on one ground as wide as their column."""
    rows = {c.row: c for c in table.cells if c.column == 0 and c.row >= table.header_rows}
    if any(c.row_span > 1 or c.column_span > 1 for c in rows.values()) or len(table.edges) < 3:
        return
    fits = [rect for rect in fills if _is_ground(rect, table)]
    groups = [[row for row in sorted(rows) if _covers(rect, rows[row])] for rect in fits]
    groups = [g for g in groups if 1 < len(g) < len(rows) and g[-1] - g[0] + 1 == len(g)]
    taken = [row for group in groups for row in group]
    if len(set(taken)) < len(taken):
        return
    for group in groups:
        first, rest = rows[group[0]], [rows[row] for row in group[1:]]
        first.words = [word for cell in (first, *rest) for word in cell.words]
        first.text = text_of(first.words)
        first.rect = around(cell.rect for cell in (first, *rest))
        first.row_span = len(group)
        dropped = {id(cell) for cell in rest}
        table.cells = [cell for cell in table.cells if id(cell) not in dropped]


def _is_ground(rect: Rect, table: RawTable) -> bool:
    """Whether a ground is under the first column and no other."""
    words = [w for c in table.cells if c.row >= table.header_rows for w in c.words]
    first = {id(w) for c in table.cells if c.column == 0 for w in c.words}
    level = [w for w in words if rect.top < w.rect.cy < rect.bottom]
    inside = [w.rect for w in level if id(w) in first]
    beside = [w.rect for w in level if id(w) not in first]
    if not inside or not beside or rect.width > _WIDEST * table.rect.width:
        return False
    holds = all(rect.x0 - 1 < r.x0 and r.x1 < rect.x1 + 1 for r in inside)
    return holds and rect.x1 - 1 < min(r.x0 for r in beside) and rect.x0 > table.edges[0] - _SIDE


def _covers(rect: Rect, cell: RawCell) -> bool:
    return rect.top < cell.rect.cy < rect.bottom
