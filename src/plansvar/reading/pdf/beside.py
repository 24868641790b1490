"""Columns of marks right of a table's last heading, where nothing heads them."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.tables import RawCell, RawTable

_SMALLEST = 4.0
_LARGEST = 24.0
_FARTHEST = 160.0
_MARGIN = 2.0
_FEWEST = 2
_WHITE = 250


def add_mark_columns(table: RawTable, shapes: Sequence[Shape], words: Sequence[Word]) -> None:
    """Give a table a column for each line of marks right of it, one mark at most a row, where most
    of its rows have one."""
    rows = {row: _height(table, row) for row in range(table.header_rows, table.rows)}
    for group in _groups(_marks(table, shapes)):
        homes = {row: [m for m in group if _in(m, rect)] for row, rect in rows.items()}
        seen = [found for found in homes.values() if found]
        single = all(len(_apart(found)) == 1 for found in seen)
        area = around(group)._replace(top=table.rect.top, bottom=table.rect.bottom)
        free = not any(area.shared_area(word.rect) > 0 for word in words)
        if single and free and len(seen) >= _FEWEST and 2 * len(seen) > len(rows):
            _add(table, area)


def _marks(table: RawTable, shapes: Sequence[Shape]) -> list[Rect]:
    start, end = table.rect.x1, table.rect.x1 + _FARTHEST
    return [
        s.rect for s in shapes if start <= s.rect.x0 < end and _is_mark(s) and _beside(s, table)
    ]


def _is_mark(shape: Shape) -> bool:
    sides = (shape.rect.width, shape.rect.height)
    white = shape.fill is not None and min(shape.fill) > _WHITE
    drawn = shape.kind is ShapeKind.PICTURE or (shape.fill is not None and not white)
    return drawn and all(_SMALLEST <= side <= _LARGEST for side in sides)


def _beside(shape: Shape, table: RawTable) -> bool:
    return table.rect.top - _MARGIN < shape.rect.cy < table.rect.bottom + _MARGIN


def _groups(marks: Sequence[Rect]) -> list[list[Rect]]:
    """The marks in columns from left to right."""
    found: list[list[Rect]] = []
    for mark in sorted(marks, key=lambda rect: rect.x0):
        if found and mark.x0 < max(other.x1 for other in found[-1]):
            found[-1].append(mark)
        else:
            found.append([mark])
    return found


def _apart(marks: Sequence[Rect]) -> list[Rect]:
    """The marks of one row, those that overlap taken as one (a disc and its rim)."""
    found: list[Rect] = []
    for mark in marks:
        if not any(mark.shared_area(other) > 0 for other in found):
            found.append(mark)
    return found


def _height(table: RawTable, row: int) -> Rect:
    return around(cell.rect for cell in table.cells if cell.row == row)


def _in(mark: Rect, row: Rect) -> bool:
    return row.top <= mark.cy < row.bottom


def _add(table: RawTable, area: Rect) -> None:
    column = table.columns
    for row in range(table.rows):
        height = _height(table, row)
        rect = Rect(area.x0 - _MARGIN, height.top, area.x1 + _MARGIN, height.bottom)
        table.cells.append(RawCell(row, column, rect, page_index=table.page_index))
    table.edges.append(area.x1 + _MARGIN)
    table.rect = table.rect._replace(x1=area.x1 + _MARGIN)
