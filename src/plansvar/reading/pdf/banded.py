"""Tables whose rows stand between level rules of one length, with no upright ones: each stretch
between two rules is a row, and what stands beside the rules is no part of the table."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Sequence

from plansvar.reading.pdf.band_notes import is_across, is_remark
from plansvar.reading.pdf.banded_heads import BandHead, head_over, is_another_head
from plansvar.reading.pdf.bodies import is_key
from plansvar.reading.pdf.chains import (
    LOWEST_ROW,
    TALLEST_ROW,
    Chain,
    bands_of,
    bounded_chains,
    inside_of,
    parted_chain,
)
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.last_rows import are_rows, row_below
from plansvar.reading.pdf.lines import Line, lines_of
from plansvar.reading.pdf.rulings import Rule
from plansvar.reading.pdf.tables import RawCell, RawTable, holds_two_values, text_of
from plansvar.reading.pdf.vocabulary import is_date, is_value

_LEVEL = 2.0  # points that a part's heading and its rows begin apart
_CELL_GAP = 0.5
_NARROWEST = 3.0  # of the white between two columns
_UNFIT = 0.2
_WIDER = 30.0  # points that a table may reach over the rules
_BAR = 2.6  # times as wide as high
_FEW_WORDS, _MOSTLY = 3, 0.6  # words of a verdict, a name, a time; share of a column's cells


def find_banded(
    words: Sequence[Word],
    level: Sequence[Rule],
    marks: Sequence[Rect],
    taken: Sequence[RawTable],
    fills: Sequence[Rect] = (),
) -> list[RawTable]:
    """The tables that level rules bound, those left out that stand in others already `taken`. A
    filled strip over the first rule is the heading, and its lower side bounds the first row."""
    free = [
        chain
        for chain in bounded_chains(level, fills)
        if not any(table.rect.shared_area(chain.rect) > 0 for table in taken)
    ]
    upright = [word for word in words if word.style.turn == 0]
    parts = (part for chain in free for part in parted_chain(chain, upright, fills))
    sides = _meeting(fills)
    found = (_table(part, upright, level, marks, sides) for part in parts)
    return [table for table in found if table is not None]


def _meeting(fills: Sequence[Rect]) -> list[float]:
    """The heights at which one filled strip ends and another begins."""
    tops = sorted(fill.top for fill in fills if fill.height > LOWEST_ROW)
    ends = sorted(fill.bottom for fill in fills if fill.height > LOWEST_ROW)
    return [end for end in dict.fromkeys(ends) if any(abs(end - top) < 1 for top in tops)]


def _table(
    chain: Chain,
    words: Sequence[Word],
    level: Sequence[Rule],
    marks: Sequence[Rect],
    sides: Sequence[float],
) -> RawTable | None:
    inside = inside_of(chain, words)
    bands = bands_of(chain, inside)
    if not all(bands):
        return None
    above = [w for w in inside if w.rect.cy < chain.heights[0]]
    head = head_over(lines_of(above, gap=_CELL_GAP), chain.heights[0], level, sides)
    heights = list(chain.heights)
    if head is None:
        lines = lines_of(bands[0], gap=_CELL_GAP)
        head, bands, heights = head_over(lines, heights[1], level), bands[1:], heights[1:]
    if head is None or not bands or any(is_key(line, marks) for line in head.lower):
        return None
    rows = [lines_of(band, gap=_CELL_GAP) for band in bands]
    if any(is_another_head(row, head) or are_rows(row) for row in rows):
        return None
    rows, heights = _with_part_heads(rows, heights)
    body = Rect(chain.start, heights[0], chain.end, heights[-1])
    drawn = [mark for mark in marks if body.has_centre_of(mark)]
    edges = _with_bars(column_edges(chain, rows, drawn), head, rows, drawn)
    last = row_below([w for w in inside if w.rect.cy > heights[-1]], rows, edges, heights)
    rows, heights = [*rows, *last.rows], [*heights, *last.heights]
    beside = any(head.top < mark.cy < head.bottom and mark not in drawn for mark in marks)
    bare = set() if beside else _of_marks_alone(edges, rows, drawn)
    return _built(head, rows, edges, heights, bare) if len(edges) > 2 else None


def _of_marks_alone(
    edges: Sequence[float], rows: Sequence[Sequence[Line]], marks: Sequence[Rect]
) -> set[int]:
    """The columns that hold a mark in most rows and no words, which need no heading."""
    worded = [any(words) for words in zip(*(dealt(row, edges) for row in rows), strict=True)]
    inside = [sum(a < m.cx < b for m in marks) for a, b in itertools.pairwise(edges)]
    return {n for n in range(1, len(inside)) if not worded[n] and 2 * inside[n] > len(rows)}


def _with_part_heads(
    rows: Sequence[list[Line]], heights: Sequence[float]
) -> tuple[list[list[Line]], list[float]]:
    """The rows with the bold line alone that heads a part told apart from the row below it, where
    no rule stands between the two."""
    found: list[list[Line]] = []
    bounds = list(heights[:1])
    for row, bottom in zip(rows, heights[1:], strict=True):
        if _heads_part(row):
            found.append(row[:1])
            bounds.append((row[0].rect.bottom + row[1].rect.top) / 2)
            row = row[1:]
        found.append(row)
        bounds.append(bottom)
    return found, bounds


def _heads_part(row: Sequence[Line]) -> bool:
    if len(row) < 2 or len(row[0].segments) > 1 or len(row[1].segments) < 2:
        return False
    title, first = row[0].segments[0], row[1].segments[0]
    level = abs(title.rect.x0 - first.rect.x0) < _LEVEL and not is_value(title.text)
    return level and title.style.bold and not first.style.bold


def _with_bars(
    edges: Sequence[float], head: BandHead, rows: Sequence[Sequence[Line]], marks: Sequence[Rect]
) -> list[float]:
    """The sides of the columns without those between a column of drawn bars and that of the figures
    beside them, where one heading is over both."""
    drawn = [mark.cx for mark in marks if mark.width > _BAR * mark.height]
    headed = [bool(words) for words in head.parts(edges)]
    told = [row for row in rows if not is_across(row, edges)]
    worded = [any(words) for words in zip(*(dealt(row, edges) for row in told), strict=True)]
    bars = [
        not words and any(a < x < b for x in drawn)
        for words, (a, b) in zip(worded, itertools.pairwise(edges), strict=True)
    ]
    inner = [
        edge
        for n, edge in enumerate(edges[1:-1])
        if headed[n] == headed[n + 1] or bars[n] == bars[n + 1]
    ]
    return [edges[0], *inner, edges[-1]]


def column_edges(
    chain: Chain, rows: Sequence[Sequence[Line]], marks: Sequence[Rect]
) -> list[float]:
    """The sides of the columns: the middles of the white strips through all rows, those with one
    run of words left out, as they may be headings of parts."""
    telling = [row for row in rows if sum(len(line.segments) for line in row) > len(row)]
    pieces = [s.rect for row in telling for line in row for s in line.segments]
    runs = _merged([*pieces, *marks])
    inner = [(a[1] + b[0]) / 2 for a, b in itertools.pairwise(runs)]
    return [chain.start - 1, *inner, chain.end + 1]


def _merged(pieces: Iterable[Rect]) -> list[tuple[float, float]]:
    runs: list[tuple[float, float]] = []
    for start, end in sorted((piece.x0, piece.x1) for piece in pieces):
        if runs and start - runs[-1][1] < _NARROWEST:
            runs[-1] = (runs[-1][0], max(runs[-1][1], end))
        else:
            runs.append((start, end))
    return runs


def _built(
    head: BandHead,
    rows: Sequence[Sequence[Line]],
    edges: list[float],
    heights: Sequence[float],
    bare: Collection[int],
) -> RawTable | None:
    cells = head.cells(edges, bare)
    if cells is None:
        return None
    header_rows = max(cell.row + cell.row_span for cell in cells)
    unfit = []
    for number, (row, top, bottom) in enumerate(zip(rows, heights, heights[1:], strict=False)):
        if is_across(row, edges) or is_remark(row):
            place, words = (
                Rect(edges[0], top, edges[-1], bottom),
                [w for ln in row for w in ln.words],
            )
            whole = len(edges) - 1
            cells.append(RawCell(header_rows + number, 0, place, text_of(words), 1, whole, words))
            continue
        parts = dealt(row, edges)
        if any(_several(words) for words in parts[1:]):
            return None  # rules bound groups of rows and not each
        for column, words in enumerate(parts):
            rect = Rect(edges[column], top, edges[column + 1], bottom)
            cells.append(
                RawCell(header_rows + number, column, rect, text_of(words), words=list(words))
            )
        if any(holds_two_values(words) for words in parts[1:]):
            unfit.append(Rect(edges[0], top, edges[-1], bottom))
    if len(unfit) > _UNFIT * len(rows) or not _tells(cells, header_rows):
        return None
    headings = [Rect(a, head.top, b, head.bottom) for a, b in itertools.pairwise(edges)]
    rect = around(cell.rect for cell in cells)
    return RawTable(cells, rect, edges, header_rows, ruled=False, unfit=unfit, headings=headings)


def dealt(row: Sequence[Line], edges: Sequence[float]) -> list[list[Word]]:
    """The words of a row, column by column."""
    parts: list[list[Word]] = [[] for _ in range(len(edges) - 1)]
    for line in row:
        for word in line.words:
            home = sum(edge <= word.rect.cx for edge in edges[1:-1])
            parts[home].append(word)
    return parts


def _several(words: Sequence[Word]) -> bool:
    """Whether a cell holds values on several lines."""
    lines = lines_of(words, gap=1e6)
    return len(lines) > 1 and sum(is_value(line.text) for line in lines) > 1


def _tells(cells: Sequence[RawCell], header_rows: int) -> bool:
    """Whether the rows say of each thing a value or a day, or in a few words how it is with it or
    whose it is; labels with sentences beside them are a text."""
    body = [c for c in cells if c.row >= header_rows and c.column > 0 and c.text]
    if any(is_value(cell.text) or is_date(cell.text) for cell in body):
        return True
    columns = [[c.text for c in body if c.column == n] for n in {c.column for c in body}]
    return any(_are_short(texts) for texts in columns)


def _are_short(texts: Sequence[str]) -> bool:
    short = sum(len(text.split()) <= _FEW_WORDS for text in texts)
    return len(texts) > 1 and short > _MOSTLY * len(texts)


def is_whole(table: RawTable, banded: RawTable) -> bool:
    """Whether a table that was found otherwise holds what a banded one does, and no worse."""
    one, other = table.rect, banded.rect
    same = abs(one.bottom - other.bottom) < 0.5 * TALLEST_ROW
    same = same and one.x0 > other.x0 - _WIDER and one.x1 < other.x1 + _WIDER
    more = table.rows - table.header_rows - banded.rows + banded.header_rows
    body = more == 0 or (more == 1 and _has_last_row(table, banded))
    heads = table.header_rows >= banded.header_rows
    parted = _filled(table) >= _filled(banded)
    heads = heads and _groups_in(banded) <= _groups_in(table)
    headless = _without_heading(banded) if more else 0
    columns = table.columns >= banded.columns - headless
    whole = same and body and heads and columns and not table.unfit
    return whole and parted


def _has_last_row(table: RawTable, banded: RawTable) -> bool:
    """Whether a table goes on with a row below the last rule, which has a figure or a mark wherever
    all rows above it have one."""
    body = [table.row(n) for n in range(table.header_rows, table.rows)]
    told = [{c.column for c in row if is_value(c.text)} for row in body]
    below = all(cell.rect.cy > banded.rect.bottom for cell in body[-1])
    return below and len(told[-1]) > 1 and set.intersection(*told) == told[-1]


def _without_heading(table: RawTable) -> int:
    """How many columns have no heading: their marks are found beside any table."""
    heads = {c.column for c in table.cells if c.row < table.header_rows and c.text}
    return sum(column not in heads for column in range(1, table.columns))


def _groups_in(table: RawTable) -> set[tuple[int, int]]:
    """The first column and the number of columns of each heading over several."""
    heads = (cell for cell in table.cells if cell.row < table.header_rows)
    return {(cell.column, cell.column_span) for cell in heads if cell.column_span > 1}


def _filled(table: RawTable) -> int:
    """How many cells of a table's rows hold words: fewer where two columns run together."""
    return sum(bool(cell.text) for cell in table.cells if cell.row >= table.header_rows)
