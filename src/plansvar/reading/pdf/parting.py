"""Cells over several columns, parted where only marks stand in the columns to the right."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.tables import RawCell, RawTable

_SLACK = 2.0
_SMALLEST = 2.5


def part_marked(table: RawTable, shapes: Sequence[Shape]) -> None:
    """Part the cells whose text keeps to their first column and whose marks to other ones."""
    if len(table.edges) <= table.columns:
        return
    cells: list[RawCell] = []
    for cell in table.cells:
        body = cell.row >= table.header_rows and cell.column_span > 1 and cell.words
        cells += (_parts(cell, table.edges, shapes) if body else []) or [cell]
    table.cells = cells


def _parts(cell: RawCell, edges: Sequence[float], shapes: Sequence[Shape]) -> list[RawCell]:
    columns = range(cell.column, cell.column + cell.column_span)
    if around(word.rect for word in cell.words).x1 > edges[cell.column + 1] + _SLACK:
        return []
    beyond = [s.rect for s in shapes if _is_mark(s, cell.rect, edges[cell.column + 1])]
    homes = [_home(rect, edges, columns) for rect in beyond]
    if not homes or None in homes:
        return []
    return [
        RawCell(
            cell.row,
            column,
            Rect(edges[column], cell.rect.top, edges[column + 1], cell.rect.bottom),
            cell.text if column == cell.column else "",
            cell.row_span,
            1,
            cell.words if column == cell.column else [],
            page_index=cell.page_index,
        )
        for column in columns
    ]


def _is_mark(shape: Shape, cell: Rect, after: float) -> bool:
    r = shape.rect
    if shape.kind is ShapeKind.SHADING or min(r.width, r.height) < _SMALLEST or r.cx < after:
        return False
    drawn = shape.kind is ShapeKind.PICTURE or shape.fill is not None
    return drawn and cell.has_centre_of(r) and r.height < cell.height + 4


def _home(rect: Rect, edges: Sequence[float], columns: range) -> int | None:
    for column in columns:
        if edges[column] - _SLACK <= rect.x0 and rect.x1 <= edges[column + 1] + _SLACK:
            narrow = rect.width < 0.9 * (edges[column + 1] - edges[column])
            return column if narrow else None
    return None
