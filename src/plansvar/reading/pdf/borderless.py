"""Tables without a full grid of rules: a heading found by its words, rows anchored on values."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.columns import column_edges
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.headers import Head, HeadColumn, find_head
from plansvar.reading.pdf.lines import Line, Segment, make_line, make_segment
from plansvar.reading.pdf.rows import Item, anchors_of, mended, row_cuts, section_anchors
from plansvar.reading.pdf.rulings import Rule
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.vocabulary import is_value

_FARTHEST = 60.0
_CELL_GAP = 0.5
_NUMBER_GAP = 0.36


@dataclass(slots=True)
class Hints:
    """What else shows where rows and columns part: level rules, areas of fill and marks."""

    level: list[Rule] = field(default_factory=list)
    fills: list[Rect] = field(default_factory=list)
    marks: list[Rect] = field(default_factory=list)
    page_width: float = 595.0


@dataclass(slots=True)
class _Body:
    lines: list[Line]
    columns: list[Rect]
    items: list[tuple[int, Segment]] = field(default_factory=list)


def is_area(rect: Rect) -> bool:
    """Whether a box is large enough to be the ground of a cell and not a mark in it."""
    return rect.height > 9 and (rect.width > 30 or rect.height > 20)


def find_borderless(lines: Sequence[Line], hints: Hints) -> list[RawTable]:
    """The tables among `lines` (from top to bottom) that show a heading of known words."""
    tables: list[RawTable] = []
    at = 0
    while at < len(lines):
        head = find_head(lines, at, hints.page_width)
        table, after = _table(lines, head, hints) if head else (None, at + 1)
        if table is not None:
            tables.append(table)
        at = after
    return tables


def continued(lines: Sequence[Line], before: RawTable, hints: Hints) -> RawTable | None:
    """The rest of a table at the top of the next page, where no heading is repeated."""
    if not lines or not before.headings or find_head(lines, 0, hints.page_width):
        return None
    top = lines[0].rect.top
    columns = [HeadColumn([], Rect(r.x0, top - 2, r.x1, top - 1)) for r in before.headings]
    table, _ = _table(lines, Head(-1, -1, columns), hints)
    if table is None or table.columns != before.columns or table.unfit:
        return None
    table.cells = [cell for cell in table.cells if cell.row >= table.header_rows]
    for cell in table.cells:
        cell.row -= table.header_rows
    table.header_rows = 0
    return table


def _table(lines: Sequence[Line], head: Head, hints: Hints) -> tuple[RawTable | None, int]:
    body, _after = _body(lines, head, hints)
    if not body.lines:
        return None, head.last + 1
    top, bottom = body.lines[0].rect.top - 4, body.lines[-1].rect.bottom + 4
    marks = [mark for mark in hints.marks if top <= mark.cy <= bottom]
    areas = [fill for fill in hints.fills if top <= fill.cy <= bottom]
    edges = column_edges(head, body.lines, _beside(marks, body), areas)
    body.columns = [column.rect for column in head.columns]
    items = _items(body, edges, marks)
    size = body.lines[0].size
    anchors = anchors_of(items, 0.5 * size)
    if not anchors:
        return None, head.last + 1
    anchors = sorted([*anchors, *section_anchors(items, anchors)])
    rules = _row_rules(edges, hints, head.rect.bottom)
    cuts = row_cuts(items, anchors, rules)
    top, bottom = head.rect.bottom, _bottom(body, items, anchors, rules)
    bounds = [_first_top(items, anchors, cuts, top, rules), *cuts, bottom]
    table = _build(head, body, edges, bounds)
    used = [line for line in body.lines if line.rect.cy < bottom]
    return table, head.last + 1 + len(used)


def _body(lines: Sequence[Line], head: Head, hints: Hints) -> tuple[_Body, int]:
    """The lines under a heading that keep to its columns."""
    columns = [column.rect for column in head.columns]
    below = [_finer(line) for line in lines[head.last + 1 :]]
    left = min((line.rect.x0 for line in below[:8]), default=columns[0].x0)
    if left < columns[0].x0 - 12 and not _over_first(below[:8], columns):
        head.columns.insert(
            0, HeadColumn([], Rect(left, columns[0].top, left + 1, columns[0].bottom))
        )
        columns = [column.rect for column in head.columns]
    taken: list[Line] = []
    reached = head.rect.bottom
    for offset, line in enumerate(below):
        at = head.last + 1 + offset
        if line.rect.top - reached > max(_FARTHEST, 5 * line.size):
            break
        if find_head(lines, at, hints.page_width) or _crosses(line, columns):
            break
        taken.append(line)
        reached = max(reached, line.rect.bottom, _mark_bottom(line, hints))
    return _Body(taken, columns), head.last + 1 + len(taken)


def _finer(line: Line) -> Line:
    """A line cut at narrower gaps, as cells of a table may stand close."""
    segments: list[Segment] = []
    for segment in line.segments:
        group = [segment.words[0]]
        for word in segment.words[1:]:
            digits = word.text[-1:].isdigit() and group[-1].text[-1:].isdigit()
            limit = _NUMBER_GAP if digits else _CELL_GAP
            if word.rect.x0 - group[-1].rect.x1 > limit * word.size:
                segments.append(make_segment(group))
                group = []
            group.append(word)
        segments.append(make_segment(group))
    return make_line(segments)


def _mark_bottom(line: Line, hints: Hints) -> float:
    return max((m.bottom for m in hints.marks if m.overlap_y(line.rect) > 0), default=0.0)


def _over_first(lines: Sequence[Line], columns: Sequence[Rect]) -> bool:
    """Whether what stands leftmost reaches in under the first heading: its own column then."""
    end = columns[1].x0 if len(columns) > 1 else columns[0].x1
    firsts = [line.segments[0].rect for line in lines]
    leftmost = [rect for rect in firsts if rect.x0 < columns[0].x0 - 12 and rect.x1 <= end]
    return any(rect.x1 > columns[0].x0 + 2 for rect in leftmost)


def _crosses(line: Line, columns: Sequence[Rect]) -> bool:
    """Whether running text goes straight through the columns."""
    for segment in line.segments:
        covered = [
            column
            for column in columns[1:]
            if segment.rect.x0 < column.x0 - 2 and segment.rect.x1 > column.x1 - 1
        ]
        touched = [column for column in columns if column.overlap_x(segment.rect) > 1]
        beside = len(line.segments) > 2 and len(covered) < 2
        if (
            covered
            and len(touched) > 1
            and not beside
            and not all(is_value(word.text) for word in segment.words)
        ):
            return True
    return False


def _is_short_sign(text: str) -> bool:
    return len(text) <= 2 and not text.isalpha()


def _beside(marks: Sequence[Rect], body: _Body) -> list[Rect]:
    """Marks that stand within the reach of the table's columns."""
    left, right = body.columns[0].x0 - 5, body.columns[-1].x1 + 40
    return [mark for mark in marks if left <= mark.cx <= right]


def _items(body: _Body, edges: Sequence[float], marks: Sequence[Rect]) -> list[Item]:
    """All that stands in the body by column; values and marks anchor rows."""
    items = []
    for line in body.lines:
        for segment in line.segments:
            column = _at(edges, segment.rect.cx)
            value = column > 0 and (is_value(segment.text) or _is_short_sign(segment.text))
            items.append(Item(column, segment.rect, value, segment.style.bold, segment.text))
    if not any(item.anchor for item in items):
        items = [replace(item, anchor=item.column > 0) for item in items]
    beside = [item.rect for item in items if item.anchor]
    for mark in marks:
        if edges[1] <= mark.cx <= edges[-1] + 20:
            alone = not any(mark.overlap_y(rect) > 1 for rect in beside)
            items.append(Item(_at(edges, mark.cx), mark, alone))
    return mended(items)


def _at(edges: Sequence[float], x: float) -> int:
    return max(0, min(sum(edge <= x for edge in edges) - 1, len(edges) - 2))


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


def _bottom(
    body: _Body, items: Sequence[Item], anchors: Sequence[float], rules: Sequence[float]
) -> float:
    """Where the last row ends: at a rule, else where the text after its anchor has a wide gap."""
    below = [y for y in rules if y > anchors[-1]]
    size = body.lines[0].size
    if below and below[0] - anchors[-1] < 6 * size:
        return below[0]
    beside = (i.rect.bottom for i in items if i.anchor and abs(i.rect.cy - anchors[-1]) < size)
    reached = max(beside, default=anchors[-1])
    lines = [line.rect for line in body.lines if line.rect.cy > anchors[-1] - size]
    for rect in sorted(lines, key=lambda rect: rect.top):
        if rect.top - reached > 0.62 * size:
            break
        reached = max(reached, rect.bottom)
    return reached + 1


def _build(head: Head, body: _Body, edges: list[float], bounds: Sequence[float]) -> RawTable:
    cells = _head_cells(head, edges)
    header_rows = max(cell.row + 1 for cell in cells)
    unfit: list[Rect] = []
    for index, (top, bottom) in enumerate(itertools.pairwise(bounds)):
        row = header_rows + index
        segments = [s for line in body.lines for s in line.segments if top <= s.rect.cy < bottom]
        parts = _sorted_in(segments, edges)
        if parts is None:
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


def _sorted_in(segments: Iterable[Segment], edges: Sequence[float]) -> list[list[Word]] | None:
    """The words of a row by column; null where a value stands across two columns."""
    parts: list[list[Word]] = [[] for _ in range(len(edges) - 1)]
    for segment in segments:
        first, last = _at(edges, segment.rect.x0 + 1), _at(edges, segment.rect.x1 - 1)
        if first == last or first == 0:
            parts[_at(edges, segment.rect.cx) if first else 0] += segment.words
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
        home = _at(edges, word.rect.cx)
        inside = edges[home] - 1.5 <= word.rect.x0 and word.rect.x1 <= edges[home + 1] + 1.5
        if not inside:
            return False
        parts[home].append(word)
    return True


def _head_cells(head: Head, edges: Sequence[float]) -> list[RawCell]:
    cells: list[RawCell] = []
    under = 1 if head.groups else 0
    rect = head.rect
    for group in head.groups:
        first, last = _at(edges, group.rect.x0 + 1), _at(edges, group.rect.x1 - 1)
        cells.append(RawCell(0, first, group.rect, group.text, 1, last - first + 1, _words(group)))
    grouped = {c.column + i for c in cells for i in range(c.column_span)}
    for i, column in enumerate(head.columns):
        place = Rect(edges[i], rect.top, edges[i + 1], rect.bottom)
        alone = under and i not in grouped
        row, span = (0, 2) if alone else (under, 1)
        cells.append(RawCell(row, i, place, column.text, span, 1, _words(column)))
    return cells


def _words(column: HeadColumn) -> list[Word]:
    return [word for part in column.parts for word in part.words]
