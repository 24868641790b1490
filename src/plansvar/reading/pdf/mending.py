"""Grids mended: cells that rules failed to part, pieces that thick rules cut apart."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import lines_of
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.vocabulary import is_date, is_value

_SLACK = 2.0
_CELL_GAP = 0.5
_NEAR = 14.0
_SAME_SIDE = 16.0
_NEAREST = 26.0  # points
_FEWEST, _ROOM = 3, 2.2  # columns; sizes between two parts of a table, of the line between them


def part_merged(table: RawTable) -> None:
    """Part cells that run over several columns where their text keeps to those columns."""
    cells: list[RawCell] = []
    for cell in table.cells:
        parts = _parts(cell, table.edges) if cell.column_span > 1 and cell.words else []
        cells += parts or _groups(cell, table) or [cell]
    table.cells = cells


def _parts(cell: RawCell, edges: Sequence[float]) -> list[RawCell]:
    first, last = cell.column, cell.column + cell.column_span
    by_column: dict[int, list[Word]] = defaultdict(list)
    segments = [s for line in lines_of(cell.words, gap=_CELL_GAP) for s in line.segments]
    for segment in segments:
        home = _home(segment.rect, edges, first, last)
        if home is None:
            return []
        by_column[home] += segment.words
    values = sum(is_value(segment.text) for segment in segments)
    parted = len(by_column) > 1 and (values or len(by_column) == cell.column_span)
    if not parted and not _is_row_rest(cell, by_column):
        return []
    return [
        RawCell(
            cell.row,
            column,
            Rect(edges[column], cell.rect.top, edges[column + 1], cell.rect.bottom),
            text_of(by_column[column]),
            cell.row_span,
            1,
            by_column[column],
        )
        for column in range(first, last)
    ]


def _groups(cell: RawCell, table: RawTable) -> list[RawCell]:
    """The first row over all columns as headings of as many runs of columns of one length, after
    the column of labels or with it, where each stands over its own run."""
    lines = lines_of(cell.words)
    if cell.row or cell.column_span < table.columns or len(lines) != 1:
        return []
    texts = lines[0].segments
    for first in (1, 0):
        size, rest = divmod(table.columns - first, len(texts))
        starts = [first + size * number for number in range(len(texts) + 1)]
        sides = [(table.edges[a], table.edges[b]) for a, b in itertools.pairwise(starts)]
        within = all(
            left - _SLACK <= text.rect.x0 and text.rect.x1 <= right + _SLACK
            for text, (left, right) in zip(texts, sides, strict=True)
        )
        if rest == 0 and size > 1 and len(texts) > 1 and within:
            empty = [_group(cell, table, 0, 1, [])] if first else []
            pairs = zip(starts, texts, strict=False)
            return [*empty, *(_group(cell, table, at, size, text.words) for at, text in pairs)]
    return []


def _group(cell: RawCell, table: RawTable, at: int, size: int, words: list[Word]) -> RawCell:
    rect = cell.rect._replace(x0=table.edges[at], x1=table.edges[at + size])
    return RawCell(0, at, rect, text_of(words), cell.row_span, size, words)


def _is_row_rest(cell: RawCell, by_column: Mapping[int, Sequence[Word]]) -> bool:
    """Whether a first row without sides is the rest of a label that the page before began."""
    return cell.row == cell.column == 0 and set(by_column) == {0} and cell.text[:1].islower()


def _home(rect: Rect, edges: Sequence[float], first: int, last: int) -> int | None:
    for column in range(first, last):
        if edges[column] - _SLACK <= rect.x0 and rect.x1 <= edges[column + 1] + _SLACK:
            return column
    return None


def drop_empty_columns(table: RawTable) -> None:
    """Take out columns without any text of their own (double rules make such)."""
    for column in reversed(range(table.columns)):
        own = [c for c in table.cells if c.column == column]
        narrow = table.edges[column + 1] - table.edges[column] < 14
        if narrow and all(not cell.words and cell.column_span == 1 for cell in own):
            _drop(table, column)


def _drop(table: RawTable, column: int) -> None:
    table.cells = [c for c in table.cells if not (c.column == column and c.column_span == 1)]
    for cell in table.cells:
        if cell.column > column:
            cell.column -= 1
        elif cell.column + cell.column_span > column:
            cell.column_span -= 1
    del table.edges[column]


def join_stacked(tables: Sequence[RawTable], words: Sequence[Word] = ()) -> list[RawTable]:
    """Tables that stand right on each other with the same columns, put together, also where one of
    `words`' lines between them heads a group of rows: it has no sides of its own."""
    joined: list[RawTable] = []
    for table in sorted(tables, key=lambda table: table.rect.top):
        above = next((t for t in joined if _stands_on(t, table)), None)
        title = None
        if above is None:
            pairs = ((t, _title_between(t, table, words)) for t in joined)
            above, title = next(((t, found) for t, found in pairs if found), (None, None))
        if above is None:
            joined.append(table)
            continue
        if title is not None:
            _put_under(above, title)
        _put_under(above, table)
    return joined


def _stands_on(above: RawTable, below: RawTable) -> bool:
    return _have_same_sides(above, below) and -4 < below.rect.top - above.rect.bottom < 6


def _have_same_sides(above: RawTable, below: RawTable) -> bool:
    if above.columns != below.columns:
        return False
    pairs = zip(above.edges, below.edges, strict=False)
    return all(abs(a - b) < 5 for a, b in pairs)


def may_head(row: RawTable, below: RawTable) -> bool:
    """Whether a row by itself may be the heading of a grid further down that has its columns, with
    room for one line between."""
    room = below.rect.top - row.rect.bottom
    return row is not below and 0 < room < _NEAREST and _have_same_sides(row, below)


def _title_between(above: RawTable, below: RawTable, words: Sequence[Word]) -> RawTable | None:
    """The line alone over a group of rows as a row of its own, where two tables with the same
    columns leave room for no more and the lower one begins with figures and no heading."""
    rect = Rect(above.edges[0], above.rect.bottom, above.edges[-1], below.rect.top)
    if above.columns < _FEWEST or not rect.height > 0 or not _have_same_sides(above, below):
        return None
    lines = lines_of(word for word in words if rect.has_centre_of(word.rect))
    line = lines[0] if len(lines) == 1 and len(lines[0].segments) == 1 else None
    if line is None or rect.height > _ROOM * line.size or line.rect.x1 > above.edges[1]:
        return None
    figures = [cell.text for cell in below.row(0)[1:] if cell.text]
    told = any(is_value(text) and not is_date(text) for text in figures)
    if not told or not all(is_value(text) for text in figures) or is_value(line.text):
        return None
    cell = RawCell(0, 0, rect, line.text, 1, above.columns, list(line.words))
    return RawTable([cell], rect, list(above.edges))


def with_rest_below(tables: Sequence[RawTable]) -> list[RawTable]:
    """Tables from top to bottom, one without a heading put to the one it stands on."""
    joined: list[RawTable] = []
    for table in sorted(tables, key=lambda table: table.rect.top):
        above = next((t for t in joined if _goes_on_in(t, table)), None)
        if above is None:
            joined.append(table)
            continue
        _put_under(above, table)
    return joined


def _goes_on_in(above: RawTable, below: RawTable) -> bool:
    if below.header_rows or not above.header_rows or above.columns != below.columns:
        return False
    if (above.ruled and below.ruled) or not -4 < below.rect.top - above.rect.bottom < _NEAR:
        return False
    pairs = list(zip(above.edges, below.edges, strict=False))[1:-1]
    return all(abs(a - b) < _SAME_SIDE for a, b in pairs)


def _put_under(above: RawTable, below: RawTable) -> None:
    shift = above.rows
    for cell in below.cells:
        cell.row += shift
    above.cells += below.cells
    above.unfit += below.unfit
    above.rect = around((above.rect, below.rect))
