"""Ruled tables: grids of cells between level and upright rules."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence

from plansvar.reading.pdf.geometry import Rect, around, clusters
from plansvar.reading.pdf.nested import without_inner
from plansvar.reading.pdf.rulings import Rule, Rules, merged
from plansvar.reading.pdf.spanned import spanned_grids
from plansvar.reading.pdf.tables import RawCell, RawTable

_TOUCH = 3.0
_DOUBLE = 4.2
_MAX_CELLS = 8000
_OPEN_SIDE = 12.0


def find_grids(rules: Rules) -> list[RawTable]:
    """The ruled tables of a page, without text: from rules, then from areas of fill."""
    drawn = _grids(merged(rules.level), merged(rules.upright), soft=False)
    whole = [grid for grid in drawn if not grid.open_sided and grid.rows > 1 and grid.columns > 1]
    spanned = [grid for own in spanned_grids(rules) if (grid := _grid(*own, soft=False))]
    spanned = [grid for grid in spanned if not _meets(grid, whole)]
    ruled = [*spanned, *(g for g in drawn if not _meets(g, spanned))]
    areas = [
        fill.rect
        for fill in rules.fills
        if not any(table.rect.holds(fill.rect, 3) for table in ruled)
    ]
    if len(areas) < 4 or len(areas) > 3000:
        return ruled
    level = [Rule(y, a.x0, a.x1, True) for a in areas for y in (a.top, a.bottom)]
    upright = [Rule(x, a.top, a.bottom, True) for a in areas for x in (a.x0, a.x1)]
    return ruled + _grids(merged(level), merged(upright), soft=True)


def _meets(grid: RawTable, others: Sequence[RawTable]) -> bool:
    return any(grid.rect.shared_area(other.rect) > 0 for other in others)


def _grids(level: Sequence[Rule], upright: Sequence[Rule], soft: bool) -> list[RawTable]:
    tables = []
    for levels, uprights in _touching(level, upright):
        for outer_or_inner in [(levels, uprights)] if soft else without_inner(levels, uprights):
            table = _grid(*outer_or_inner, soft) if all(outer_or_inner) else None
            if table is not None:
                tables.append(table)
    return tables


def _touching(
    level: Sequence[Rule], upright: Sequence[Rule]
) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that hang together, as (level, upright)."""
    parent = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, rule in enumerate(level):
        for j, other in enumerate(upright):
            across = rule.start - _TOUCH <= other.at <= rule.end + _TOUCH
            if across and other.start - _TOUCH <= rule.at <= other.end + _TOUCH:
                parent[root(i)] = root(len(level) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, rule in enumerate(level):
        groups[root(i)][0].append(rule)
    for j, rule in enumerate(upright):
        groups[root(len(level) + j)][1].append(rule)
    return [group for group in groups.values() if group[0] and group[1]]


def _grid(levels: list[Rule], uprights: list[Rule], soft: bool) -> RawTable | None:
    drawn = len(uprights)
    if not soft:
        _close_sides(levels, uprights)
    open_sided = len(uprights) > drawn
    if not soft:
        uprights = _long_enough(uprights, levels)
    if not uprights:
        return None
    ys = [sum(group) / len(group) for group in clusters((r.at for r in levels), _DOUBLE)]
    xs = [sum(group) / len(group) for group in clusters((r.at for r in uprights), _DOUBLE)]
    # A single row may be the rest of a table on the page before.
    fewest = 3 if soft else 2
    if len(xs) < 3 or len(ys) < fewest or (len(xs) - 1) * (len(ys) - 1) > _MAX_CELLS:
        return None
    cells = _cells(xs, ys, levels, uprights)
    whole = sum(cell.row_span == 1 and cell.column_span == 1 for cell in cells)
    if len(cells) < min(4, 2 * (len(ys) - 1)) or (
        soft and whole < 0.8 * (len(xs) - 1) * (len(ys) - 1)
    ):
        return None
    rect = around(cell.rect for cell in cells)
    bands = [Rect(xs[0], a, xs[-1], b) for a, b in itertools.pairwise(ys)]
    return RawTable(cells, rect, xs, bands=bands, soft=soft, open_sided=open_sided)


def _long_enough(uprights: Sequence[Rule], levels: Sequence[Rule]) -> list[Rule]:
    """The upright rules but for short strokes that end in the air: shafts of arrows, not sides."""
    heights = [rule.at for rule in levels]
    outer = (min(rule.start for rule in levels), max(rule.end for rule in levels))
    kept = []
    for rule in uprights:
        ends = (rule.start, rule.end)
        fixed = all(any(abs(end - y) < 1.3 for y in heights) for end in ends)
        if rule.length > 22 or fixed or any(abs(rule.at - x) < _TOUCH for x in outer):
            kept.append(rule)
    return kept


def _close_sides(levels: list[Rule], uprights: list[Rule]) -> None:
    """Add the outer sides of a grid whose level rules reach beyond its outermost upright ones."""
    left, right = min(r.start for r in levels), max(r.end for r in levels)
    top, bottom = min(r.at for r in levels), max(r.at for r in levels)
    if min(r.at for r in uprights) - left > _OPEN_SIDE:
        uprights.append(Rule(left, top, bottom))
    if right - max(r.at for r in uprights) > _OPEN_SIDE:
        uprights.append(Rule(right, top, bottom))
    highest, lowest = min(r.start for r in uprights), max(r.end for r in uprights)
    if top - highest > 6:
        levels.append(Rule(highest, left, right))
    if lowest - bottom > 6:
        levels.append(Rule(lowest, left, right))


def _cells(
    xs: Sequence[float], ys: Sequence[float], levels: Sequence[Rule], uprights: Sequence[Rule]
) -> list[RawCell]:
    rows, columns = len(ys) - 1, len(xs) - 1
    level_at = _by_position(levels, ys)
    upright_at = _by_position(uprights, xs)
    shut_below = {
        (r, c): _covers(level_at[r], xs[c], xs[c + 1])
        for r in range(rows + 1)
        for c in range(columns)
    }
    shut_left = {
        (r, c): _covers(upright_at[c], ys[r], ys[r + 1])
        for r in range(rows)
        for c in range(columns + 1)
    }
    used: set[tuple[int, int]] = set()
    cells = []
    for r in range(rows):
        for c in range(columns):
            if (r, c) in used:
                continue
            wide = 1
            while c + wide < columns and not shut_left[r, c + wide] and (r, c + wide) not in used:
                wide += 1
            tall = 1
            while r + tall < rows and _goes_on(shut_below, shut_left, r + tall, c, wide):
                tall += 1
            used |= {(r + i, c + j) for i in range(tall) for j in range(wide)}
            rect = Rect(xs[c], ys[r], xs[c + wide], ys[r + tall])
            cells.append(RawCell(r, c, rect, row_span=tall, column_span=wide))
    return cells


def _goes_on(
    shut_below: dict[tuple[int, int], bool],
    shut_left: dict[tuple[int, int], bool],
    row: int,
    column: int,
    wide: int,
) -> bool:
    """Whether a cell goes on into `row`: no rule above it, none through it."""
    if any(shut_below[row, column + j] for j in range(wide)):
        return False
    return not any(shut_left[row, column + j] for j in range(1, wide))


def _by_position(rules: Sequence[Rule], positions: Sequence[float]) -> list[list[Rule]]:
    homes: list[list[Rule]] = [[] for _ in positions]
    for rule in rules:
        nearest = min(range(len(positions)), key=lambda i: abs(positions[i] - rule.at))
        homes[nearest].append(rule)
    return homes


def _covers(rules: Sequence[Rule], start: float, end: float) -> bool:
    """Whether rules together cover the stretch from `start` to `end`, but for small gaps."""
    reached = start + 2.0
    for rule in sorted(rules, key=lambda rule: rule.start):
        if rule.start <= reached + 2.0:
            reached = max(reached, rule.end)
    return reached >= end - 2.5
