"""Tables in a cell of another table: read by themselves, led by the label of the outer row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.header_rows import count_header_rows
from plansvar.reading.pdf.rulings import Rule
from plansvar.reading.pdf.tables import RawCell, RawTable

_INSET = 1.5
_ENDS = 1.6
_FEWEST_LEVELS = 3

Grid = tuple[list[Rule], list[Rule]]


def without_inner(levels: Sequence[Rule], uprights: Sequence[Rule]) -> list[Grid]:
    """Rules that hang together, those of tables inside others taken apart from the outer ones."""
    rest_levels, rest_uprights = list(levels), list(uprights)
    found: list[Grid] = []
    for box in _inner_boxes(levels, uprights):
        inside = [r for r in rest_levels if _level_in(r, box)]
        beside = [r for r in rest_uprights if _upright_in(r, box)]
        found.append((inside, beside))
        rest_levels = [r for r in rest_levels if r not in inside]
        rest_uprights = [r for r in rest_uprights if r not in beside]
    return [(rest_levels, rest_uprights), *found]


def led_by_labels(tables: Sequence[RawTable]) -> list[RawTable]:
    """The tables with each inner one led by a column with the label of the row that it stands in;
    outer tables that hold nothing else are left out."""
    emptied: set[int] = set()
    for outer in tables:
        inner = [t for t in tables if t is not outer and _home(outer, t) is not None]
        if inner and not _has_own_rows(outer, inner):
            emptied.add(id(outer))
        for table in inner:
            _lead(outer, table)
    return [table for table in tables if id(table) not in emptied]


# --- Rules ------------------------------------------------------------------------------------


def _inner_boxes(levels: Sequence[Rule], uprights: Sequence[Rule]) -> list[Rect]:
    """Closed frames of several level rules of one length, inside of longer ones."""
    left, right = min(r.start for r in levels), max(r.end for r in levels)
    by_ends: dict[tuple[int, int], list[Rule]] = defaultdict(list)
    for rule in levels:
        if rule.start > left + _INSET and rule.end < right - _INSET:
            by_ends[round(rule.start), round(rule.end)].append(rule)
    boxes: list[Rect] = []
    for alike in by_ends.values():
        start, end = alike[0].start, alike[0].end
        for side in (u for u in uprights if abs(u.at - start) < _ENDS):
            other = any(abs(u.at - end) < _ENDS and _as_long(u, side) for u in uprights)
            heights = [r.at for r in alike if side.start - _ENDS <= r.at <= side.end + _ENDS]
            closed = len(heights) >= _FEWEST_LEVELS and _spans(heights, side)
            if other and closed:
                boxes.append(Rect(start, min(heights), end, max(heights)))
    return boxes


def _as_long(one: Rule, other: Rule) -> bool:
    return abs(one.start - other.start) < _ENDS and abs(one.end - other.end) < _ENDS


def _spans(heights: Sequence[float], side: Rule) -> bool:
    return abs(min(heights) - side.start) < _ENDS and abs(max(heights) - side.end) < _ENDS


def _level_in(rule: Rule, box: Rect) -> bool:
    inside = box.x0 - _ENDS <= rule.start and rule.end <= box.x1 + _ENDS
    return inside and box.top - _ENDS / 2 <= rule.at <= box.bottom + _ENDS / 2


def _upright_in(rule: Rule, box: Rect) -> bool:
    inside = box.top - _ENDS <= rule.start and rule.end <= box.bottom + _ENDS
    return inside and box.x0 - _ENDS <= rule.at <= box.x1 + _ENDS


# --- Tables -----------------------------------------------------------------------------------


def _home(outer: RawTable, inner: RawTable) -> RawCell | None:
    """The cell of `outer` in which `inner` stands."""
    if outer.rect.area <= inner.rect.area or not outer.rect.holds(inner.rect, 2):
        return None
    return next((cell for cell in outer.cells if cell.rect.holds(inner.rect, 2)), None)


def _lead(outer: RawTable, inner: RawTable) -> None:
    home = _home(outer, inner)
    labels = [] if home is None else _labels(outer, home)
    if not labels:
        return
    inner.header_rows = inner.header_rows or count_header_rows(inner)
    label, rows = labels[0], inner.rows
    for cell in inner.cells:
        cell.column += 1
    inner.edges = [label.rect.x0, *inner.edges]
    body = Rect(label.rect.x0, label.rect.top, inner.edges[1], label.rect.bottom)
    heads = inner.header_rows
    inner.cells.append(RawCell(heads, 0, body, label.text, rows - heads, 1, list(label.words)))
    if heads:
        name = _heading(outer, label)
        place = Rect(body.x0, inner.rect.top, body.x1, inner.rect.top + 1)
        words = list(name.words) if name is not None else []
        text = name.text if name is not None else ""
        inner.cells.append(RawCell(0, 0, place, text, heads, 1, words))
    inner.cells.sort(key=lambda cell: (cell.row, cell.column))
    inner.rect = around((inner.rect, body))


def _labels(outer: RawTable, home: RawCell) -> list[RawCell]:
    """The filled cells to the left of a cell, on its row."""
    return [
        cell
        for cell in outer.cells
        if cell.text
        and cell.column < home.column
        and cell.row <= home.row < cell.row + cell.row_span
    ]


def _heading(outer: RawTable, label: RawCell) -> RawCell | None:
    over = [c for c in outer.cells if c.text and c.column == label.column and c.row < label.row]
    first = over[0] if over else None
    return first if first is not None and first.row == 0 else None


def _has_own_rows(outer: RawTable, inner: Sequence[RawTable]) -> bool:
    """Whether an outer table says more than what leads the tables in it."""
    taken = {home.row for table in inner if (home := _home(outer, table)) is not None}
    rest = [cell for cell in outer.cells if cell.text and cell.row and cell.row not in taken]
    return bool(rest)
