"""Tables without a full grid of rules: a heading found by its words, rows anchored on values."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence

from plansvar.reading.pdf.bodies import Body, Hints, body_under
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.columns import column_edges
from plansvar.reading.pdf.ends import bottom_of
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.halves import bounded, mended
from plansvar.reading.pdf.head_cells import column_at, head_cells
from plansvar.reading.pdf.head_groups import with_ruled_groups
from plansvar.reading.pdf.headers import Head, HeadColumn, find_head
from plansvar.reading.pdf.last_heads import opens_another
from plansvar.reading.pdf.lines import Line, Segment
from plansvar.reading.pdf.row_rests import part_rest
from plansvar.reading.pdf.rows import (
    Item,
    anchors_of,
    by_first_lines,
    one_in_each_band,
    over_rows,
    row_cuts,
    section_anchors,
    without_words,
)
from plansvar.reading.pdf.tables import RawCell, RawTable, holds_two_values, text_of
from plansvar.reading.pdf.vocabulary import is_fused, is_value

# A traffic light that stands upright is tall and yet a mark.
_LAMPS = 16
_FEW = 2


def is_area(rect: Rect) -> bool:
    """Whether a box is large enough to be the ground of a cell and not a mark in it."""
    return rect.height > 9 and (rect.width > 30 or (rect.height > 20 and rect.width > _LAMPS))


def find_borderless(lines: Sequence[Line], hints: Hints) -> list[RawTable]:
    """The tables among `lines` (from top to bottom) that show a heading of known words."""
    tables: list[RawTable] = []
    at = 0
    while at < len(lines):
        head = find_head(lines, at, hints.page_width)
        table, after = table_under(lines, head, hints) if head else (None, at + 1)
        if table is not None:
            tables.append(table)
        at = after
    return tables


def continued(lines: Sequence[Line], before: RawTable, hints: Hints) -> RawTable | None:
    """The rest of a table at the top of the next page, where no heading is repeated."""
    if not lines or not before.headings or find_head(lines, 0, hints.page_width):
        return None
    if opens_another(lines, before):
        return None
    top = lines[0].rect.top
    columns = [HeadColumn([], Rect(r.x0, top - 2, r.x1, top - 1)) for r in before.headings]
    table, _ = table_under(lines, Head(-1, -1, columns), hints)
    if table is None or table.columns != before.columns or table.unfit or not _has_row(table):
        return None
    without_head(table)
    _take_rest(table, lines)
    part_rest(table)
    return table


def _has_row(table: RawTable) -> bool:
    """Whether any row says more than one thing: what stands alone is a title, and no row."""
    filled = Counter(
        cell.row for cell in table.cells if cell.text and cell.row >= table.header_rows
    )
    return max(filled.values(), default=0) > 1


def without_head(table: RawTable) -> RawTable:
    """The table without the heading by which it was found but which is not printed over it."""
    table.cells = [cell for cell in table.cells if cell.row >= table.header_rows]
    for cell in table.cells:
        cell.row -= table.header_rows
    table.header_rows = 0
    return table


def _take_rest(table: RawTable, lines: Sequence[Line]) -> None:
    """Put lines above the first row in a row of their own: the rest of one on the page before."""
    top = min(cell.rect.top for cell in table.cells)
    above = [s for line in lines if line.rect.cy < top for s in line.segments]
    parts = _sorted_in(above, table.edges)
    if not above or parts is None or any(is_value(text_of(words)) for words in parts[1:]):
        return
    for cell in table.cells:
        cell.row += 1
    place = around(segment.rect for segment in above)
    for column, words in enumerate(parts):
        rect = Rect(table.edges[column], place.top, table.edges[column + 1], top)
        table.cells.append(RawCell(0, column, rect, text_of(words), words=words))
    table.rect = around((table.rect, place))


def table_under(lines: Sequence[Line], head: Head, hints: Hints) -> tuple[RawTable | None, int]:
    """The table under a heading, null where no rows are, and the line after it."""
    head = with_ruled_groups(head, hints.level)
    body, _after = body_under(lines, head, hints)
    if not body.lines:
        return None, head.last + 1
    top, bottom = body.lines[0].rect.top - 4, body.lines[-1].rect.bottom + 4
    marks = [mark for mark in hints.marks if top <= mark.cy <= bottom]
    areas = [fill for fill in hints.fills if top <= fill.cy <= bottom]
    edges = column_edges(head, body.lines, _beside(marks, body), areas)
    body.columns = [column.rect for column in head.columns]
    rules = _row_rules(edges, hints, head.rect.bottom)
    items = _items(body, edges, marks, rules)
    size = body.lines[0].size
    anchors = anchors_of(items, 0.5 * size)
    if not anchors:
        return None, head.last + 1
    above = [y for y in section_anchors(items, anchors) if y < anchors[-1]]
    rows = one_in_each_band(items, sorted([*anchors, *above]), rules)
    anchors = sorted({*rows, *over_rows(items, above, anchors, rules)})
    cuts = row_cuts(items, anchors, rules)
    top, bottom = head.rect.bottom, bottom_of(body, items, anchors, rules)
    bounds = [_first_top(items, anchors, cuts, top, rules), *cuts, bottom]
    table = _build(head, body, edges, bounds)
    used = [line for line in body.lines if line.rect.cy < bottom]
    return table, head.last + 1 + len(used)


def _anchors(text: str) -> bool:
    """Whether a text beside a label shows that a row stands here: a value or a sign."""
    return is_value(text) or is_fused(text) or (len(text) <= 2 and not text.isalpha())


def _beside(marks: Sequence[Rect], body: Body) -> list[Rect]:
    """Marks that stand within the reach of the table's columns."""
    left, right = body.columns[0].x0 - 5, body.columns[-1].x1 + 40
    return [mark for mark in marks if left <= mark.cx <= right]


def _items(
    body: Body, edges: Sequence[float], marks: Sequence[Rect], rules: Sequence[float]
) -> list[Item]:
    """All that stands in the body by column; values and marks anchor rows."""
    items = []
    usual = _usual_font(body, edges)
    for line in body.lines:
        for segment in line.segments:
            column = column_at(edges, segment.rect.cx)
            value = column > 0 and _anchors(segment.text)
            strong = segment.style.bold or _is_other(segment, usual)
            if strong and len(line.segments) == 1 and segment.rect.x0 < edges[1]:
                column, value = 0, False  # heads a part, over more columns than its own
            items.append(Item(column, segment.rect, value, strong, segment.text))
    items = without_words(items)
    beside = [item.rect for item in items if item.anchor]
    if not beside or _are_words(items):
        beside = [item.rect for item in items if item.column > 0]
        items = by_first_lines(items, rules)
    for mark in marks:
        if edges[1] <= mark.cx <= edges[-1] + 20:
            alone = not any(mark.overlap_y(rect) > 1 for rect in beside)
            items.append(Item(column_at(edges, mark.cx), mark, alone))
    return mended(bounded(items))


def _are_words(items: Sequence[Item]) -> bool:
    """Whether most rows of several cells hold no value, so that a year among words is no anchor."""
    lines = [list(line) for _, line in itertools.groupby(items, key=lambda i: round(i.rect.cy))]
    rows = [line for line in lines if len({item.column for item in line}) > _FEW]
    return sum(any(item.anchor for item in row) for row in rows) * 2 <= len(rows) > 1


def _is_other(segment: Segment, usual: str | None) -> bool:
    """Whether a label is set in another font than most, as headings of parts are."""
    style, text = segment.style, segment.text
    return usual is not None and style.font != usual and not style.italic and text[-1] not in ".:,"


def _usual_font(body: Body, edges: Sequence[float]) -> str | None:
    """The font of most labels, where most are set in one; headings of parts are in another."""
    fonts = Counter(
        line.segments[0].style.font for line in body.lines if line.rect.x0 < edges[1] - 1
    )
    font, count = fonts.most_common(1)[0] if fonts else (None, 0)
    return font if 2 * count > fonts.total() else None


def _row_rules(edges: Sequence[float], hints: Hints, top: float) -> list[float]:
    """Heights of rules and of zebra edges that run through most of the table."""
    width = edges[-1] - edges[0]
    found = [
        r.at for r in hints.level if r.start < edges[0] + 0.3 * width and r.length > 0.6 * width
    ]
    for fill in hints.fills:
        inside = edges[0] - 5 < fill.cx < edges[-1] + 20 and fill.bottom > top + 3
        if inside and is_area(fill):
            found += [fill.top, fill.bottom]
    return sorted(found)


def _first_top(
    items: Sequence[Item],
    anchors: Sequence[float],
    cuts: Sequence[float],
    top: float,
    rules: Sequence[float],
) -> float:
    above = [y for y in rules if top - 2 <= y < anchors[0]]
    return above[-1] if above else top


def _build(head: Head, body: Body, edges: list[float], bounds: Sequence[float]) -> RawTable:
    cells = head_cells(head, edges)
    header_rows = max(cell.row + 1 for cell in cells)
    unfit: list[Rect] = []
    for index, (top, bottom) in enumerate(itertools.pairwise(bounds)):
        row = header_rows + index
        segments = [s for line in body.lines for s in line.segments if top <= s.rect.cy < bottom]
        parts = _sorted_in(segments, edges)
        if parts is None or any(_unclear(words) for words in parts[1:]):
            rect = Rect(edges[0], top, edges[-1], bottom)
            words = [word for segment in segments for word in segment.words]
            cells.append(RawCell(row, 0, rect, text_of(words), 1, len(edges) - 1, words))
            unfit.append(rect)
            continue
        for column, words in enumerate(parts):
            rect = Rect(edges[column], top, edges[column + 1], bottom)
            cells.append(RawCell(row, column, rect, text_of(words), words=words))
    rect = around(cell.rect for cell in cells)
    headings = [column.rect for column in head.columns]
    return RawTable(cells, rect, edges, header_rows, ruled=False, unfit=unfit, headings=headings)


def _unclear(words: Sequence[Word]) -> bool:
    """Whether what should be one cell holds more than one value."""
    return holds_two_values(words) or is_fused(text_of(words))


def _sorted_in(segments: Iterable[Segment], edges: Sequence[float]) -> list[list[Word]] | None:
    """The words of a row by column; null where a value stands across two columns."""
    parts: list[list[Word]] = [[] for _ in range(len(edges) - 1)]
    for segment in segments:
        first, last = column_at(edges, segment.rect.x0 + 1), column_at(edges, segment.rect.x1 - 1)
        if first == last or first == 0:
            parts[column_at(edges, segment.rect.cx) if first else 0] += segment.words
            if first == 0 and last > 0 and any(is_value(w.text) for w in segment.words[-1:]):
                parts[0] = parts[0][: -len(segment.words)]
                if not _spread(segment, edges, parts):
                    return None
        elif not _spread(segment, edges, parts):
            return None
    return parts


def _spread(segment: Segment, edges: Sequence[float], parts: list[list[Word]]) -> bool:
    """Share a segment's words out where the column sides fall into its gaps."""
    for word in segment.words:
        home = column_at(edges, word.rect.cx)
        inside = edges[home] - 1.5 <= word.rect.x0 and word.rect.x1 <= edges[home + 1] + 1.5
        if not inside:
            return False
        parts[home].append(word)
    return True
