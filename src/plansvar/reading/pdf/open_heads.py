"""Headings that stand without rules right above a ruled table."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Line
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.vocabulary import is_value, is_year

_NEAR = 1.6
_MOST = 3
_SLACK = 2.0
_FEWEST = 2


def add_open_head(table: RawTable, lines: Sequence[Line]) -> None:
    """Give a ruled table without a heading the lines right above it that keep to its columns."""
    found: list[dict[int, list[Word]]] = []
    top = table.rect.top
    above = [line for line in lines if line.rect.cy < top and _is_over(line, table)]
    for line in sorted(above, key=lambda line: -line.rect.cy)[:_MOST]:
        columns = _by_column(line, table)
        if columns is None or top - line.rect.bottom > _NEAR * line.size:
            break
        found.append(columns)
        top = line.rect.top
    merged = {
        c: [w for columns in reversed(found) for w in columns.get(c, [])]
        for c in range(table.columns)
    }
    if sum(map(bool, merged.values())) >= max(_FEWEST, table.columns - 1):
        _put_on_top(table, merged)


def _is_over(line: Line, table: RawTable) -> bool:
    inside = min(line.rect.x1, table.rect.x1) - max(line.rect.x0, table.rect.x0)
    return inside > 0.5 * line.rect.width


def _by_column(line: Line, table: RawTable) -> dict[int, list[Word]] | None:
    """The words of a line by column; null where they run over a side or are values."""
    columns: dict[int, list[Word]] = {}
    for segment in line.segments:
        if is_value(segment.text) and not is_year(segment.text):
            return None
        home = _home(segment.rect, table)
        if home is None:
            return None
        columns.setdefault(home, []).extend(segment.words)
    return columns if len(columns) >= _FEWEST else None


def _home(rect: Rect, table: RawTable) -> int | None:
    for column in range(len(table.edges) - 1):
        left, right = table.edges[column], table.edges[column + 1]
        if left - _SLACK <= rect.x0 and rect.x1 <= right + _SLACK:
            return column
    return None


def _put_on_top(table: RawTable, merged: dict[int, list[Word]]) -> None:
    for cell in table.cells:
        cell.row += 1
    page = table.cells[0].page_index
    cells = []
    for column, words in merged.items():
        rect = around(word.rect for word in words) if words else _empty(table, column)
        cells.append(RawCell(0, column, rect, text_of(words), words=words, page_index=page))
    table.cells[:0] = cells
    table.rect = around((table.rect, *(cell.rect for cell in cells)))
    table.header_rows = 1


def _empty(table: RawTable, column: int) -> Rect:
    top = table.rect.top
    return Rect(table.edges[column], top - 1, table.edges[column + 1], top)
