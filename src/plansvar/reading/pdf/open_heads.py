"""Headings that stand right above a table without rules of their own: upright or on end."""

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
_TURNED_NEAR, _TALLEST = 16.0, 150.0  # points above the rows; of words on end


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


def add_turned_head(table: RawTable, words: Sequence[Word]) -> None:
    """Give a table without a heading the words on end right above it, one run over each column of
    figures, and what stands beside them over the labels."""
    top = table.rect.top
    turned = [w for w in words if w.style.turn % 2 and w.rect.cy < top]
    near = [w for w in turned if top - w.rect.bottom < _TURNED_NEAR]
    merged: dict[int, list[Word]] = {}
    for column in range(1, table.columns):
        merged[column] = [w for w in turned if _is_in(w, table, column)]
        if not any(w in near for w in merged[column]):
            return
    found = [w for column in merged.values() for w in column]
    reach = around(word.rect for word in found)
    if reach.height > _TALLEST or table.columns <= _FEWEST:
        return
    beside = [w for w in words if w.style.turn == 0 and _is_in(w, table, 0)]
    merged[0] = [w for w in beside if reach.top - 1 < w.rect.cy < top]
    _put_on_top(table, dict(sorted(merged.items())))


def _is_in(word: Word, table: RawTable, column: int) -> bool:
    return table.edges[column] <= word.rect.cx < table.edges[column + 1]


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
