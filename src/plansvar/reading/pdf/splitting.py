"""Rows of a ruled table that have no rule between them, taken apart by their lines of values."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.halves import mended
from plansvar.reading.pdf.lines import lines_of
from plansvar.reading.pdf.rows import Item, anchors_of, row_cuts, section_anchors
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.vocabulary import is_value


def split_rows(table: RawTable) -> None:
    """Take rows apart in which a column holds several values below each other."""
    row, rows = 0, table.rows
    while row < rows:
        cells = table.row(row)
        cuts = _cuts(table, row, cells) if cells else []
        if cuts:
            _split(table, row, cells, cuts)
        row += 1 + len(cuts)
        rows += len(cuts)


def _cuts(table: RawTable, row: int, cells: Sequence[RawCell]) -> list[float]:
    if len(cells) < 2 or all(_on_one_line(cell) for cell in cells):
        return []
    covered = {c.column for c in table.cells if c.row <= row < c.row + c.row_span}
    whole = len(covered) == len(cells) and all(cell.row_span == 1 for cell in cells)
    if not whole:
        return []
    items = mended([item for cell in cells for item in _items(cell)])
    values = Counter(c for c, _ in {(i.column, i.rect) for i in items if i.anchor})
    if not values or max(values.values()) < 2:
        return []
    height = min(item.rect.height for item in items if item.anchor)
    anchors = anchors_of(items, 0.5 * height)
    lines = max(Counter(i.column for i in items if not i.anchor).values(), default=0)
    full = sum(count == len(anchors) for count in values.values())
    if len(anchors) != max(values.values()) or lines < len(anchors) or 2 * full <= len(values):
        return []
    anchors = sorted([*anchors, *section_anchors(items, anchors)])
    return row_cuts(items, anchors, [])


def _on_one_line(cell: RawCell) -> bool:
    return len({(w.rect.top, w.rect.bottom) for w in cell.words if w.style.turn % 2 == 0}) < 2


def _items(cell: RawCell) -> list[Item]:
    upright = (word for word in cell.words if word.style.turn % 2 == 0)
    return [
        Item(
            cell.column,
            line.rect,
            cell.column > 0 and is_value(line.text),
            line.words[0].style.bold,
            line.text,
        )
        for line in lines_of(upright, gap=1e6)
    ]


def _split(table: RawTable, row: int, cells: Sequence[RawCell], cuts: Sequence[float]) -> None:
    for cell in table.cells:
        if cell.row > row:
            cell.row += len(cuts)
        elif cell.row <= row < cell.row + cell.row_span and cell not in cells:
            cell.row_span += len(cuts)
    for cell in cells:
        bounds = [cell.rect.top, *cuts, cell.rect.bottom]
        parts = [
            _part(cell, row + i, top, bottom)
            for i, (top, bottom) in enumerate(itertools.pairwise(bounds))
        ]
        place = table.cells.index(cell)
        table.cells[place : place + 1] = parts


def _part(cell: RawCell, row: int, top: float, bottom: float) -> RawCell:
    words = [word for word in cell.words if top <= word.rect.cy < bottom]
    rect = Rect(cell.rect.x0, top, cell.rect.x1, bottom)
    return RawCell(row, cell.column, rect, text_of(words), 1, cell.column_span, words)
