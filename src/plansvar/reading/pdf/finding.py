"""All tables of a page: ruled ones, those with a heading, those that only their figures show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.reading.pdf.aligned import find_aligned
from plansvar.reading.pdf.banded import find_banded, is_whole
from plansvar.reading.pdf.bodies import Hints
from plansvar.reading.pdf.borderless import continued, find_borderless, is_area
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.framed import framed
from plansvar.reading.pdf.geometry import Frame, Rect, united
from plansvar.reading.pdf.header_rows import count_header_rows
from plansvar.reading.pdf.last_heads import head_at_end
from plansvar.reading.pdf.lines import Line, lines_of
from plansvar.reading.pdf.marked_rows import find_marked_rows
from plansvar.reading.pdf.mending import (
    drop_empty_columns,
    join_stacked,
    may_head,
    part_merged,
    with_rest_below,
)
from plansvar.reading.pdf.nested import led_by_labels
from plansvar.reading.pdf.open_heads import add_open_head, add_turned_head
from plansvar.reading.pdf.open_sides import whole_grids
from plansvar.reading.pdf.pieced import find_pieced
from plansvar.reading.pdf.prose_columns import is_running_text
from plansvar.reading.pdf.row_grounds import join_on_grounds
from plansvar.reading.pdf.rulings import Rules, merged
from plansvar.reading.pdf.shapes import Shape
from plansvar.reading.pdf.sides import parted
from plansvar.reading.pdf.splitting import split_rows
from plansvar.reading.pdf.tables import RawTable, fill_cells, fused, text_of
from plansvar.reading.pdf.upper_heads import add_upper_head

_SAME_SIDE = 6.0
_FEW_ROWS = 3
_ADJOINS, _ROW = 1.0, 90.0  # points between the grounds of a row's cells, and how wide it is


@dataclass(slots=True)
class Ground:
    """What stands on a page, as tables are looked for among it."""

    frame: Frame
    words: list[Word]
    shapes: list[Shape]
    rules: Rules
    grids: list[RawTable]


def find_tables(ground: Ground, before: RawTable | None) -> list[RawTable]:
    """The tables of a page; `before` is one with which the page before ended."""
    grids = _filled_grids(ground, before)
    hard = led_by_labels([grid for grid in grids if not grid.soft])
    single = {id(g) for g in hard if g.rows == 1 and not _is_rest_of(g, before, ground)}
    hard = join_stacked(hard, unused(ground.words, hard))
    hard = [grid for grid in hard if grid.rows > 1 or id(grid) not in single]
    hard = whole_grids(hard, lambda g: find_borderless(_lines(ground, g), _hints(ground, g)))
    hints = _hints(ground, hard)
    taken = [*hard, *find_pieced(unused(ground.words, hard), ground.rules.level)]
    lines = _lines(ground, taken)
    found = _found(lines, hints)
    fills = [shape.rect for shape in ground.shapes if shape.fill is not None]
    banded = find_banded(unused(ground.words, taken), hints.level, hints.marks, taken, fills)
    banded = [b for b in banded if not any(is_whole(table, b) for table in found)]
    free = unused(ground.words, [*taken, *banded])
    banded += find_marked_rows(free, hints.level, hints.marks, [*taken, *banded, *found])
    if banded:
        lines = _lines(ground, [*taken, *banded])
        found = [*banded, *(t for t in _found(lines, hints) if not _meets(t, banded))]
    rest = continued(lines, before, hints) if before is not None and not before.ruled else None
    if rest is not None and not _meets(rest, (*taken, *found)):
        found.insert(0, rest)
    soft = [g for g in grids if g.soft and not fused(g) and not _told_better(g, found)]
    found = [table for table in found if not _meets(table, soft)]
    for grid in (*hard, *soft):
        grid.header_rows = count_header_rows(grid)
        if grid.header_rows == 0:
            add_open_head(grid, lines)
    tables = [*taken, *soft, *found]
    left = _lines(ground, tables) if tables else lines
    sides = parted(left, hints.page_width, hints.fills)
    aligned = [t for side in sides for t in find_aligned(side, hints) if not _meets(t, tables)]
    aligned = [table for table in aligned if not _is_prose(table)]
    for table in aligned:
        if table.header_rows == 0:
            add_turned_head(table, unused(ground.words, tables))
    tables += aligned
    for table in (t for t in tables if not t.ruled):
        add_upper_head(table, _lines(ground, tables), hints.level, fills)
        join_on_grounds(table, fills)
    last = head_at_end(_lines(ground, tables), tables, ground.frame.width, ground.frame.height)
    return [*with_rest_below(tables), *([last] if last else [])]


def _is_prose(table: RawTable) -> bool:
    """Whether a few rows are lines of text whose wide spaces only seem to part columns: most cells
    beside the first are words in small letters."""
    beside = [cell.text.strip() for cell in table.cells if cell.column and cell.text.strip()]
    words = [t for t in beside if t[0].islower() and not any(map(str.isdigit, t))]
    return table.rows <= _FEW_ROWS and 3 * len(words) > len(beside) + _FEW_ROWS


def _found(lines: Sequence[Line], hints: Hints) -> list[RawTable]:
    """The tables among lines that have a heading of known words."""
    sides: list[list[Line]] = []
    for side in parted(lines, hints.page_width, hints.fills):
        inner, rest = framed(side, hints.level, hints.fills, hints.page_width)
        sides += [*inner, rest]
    found = [table for side in sides for table in find_borderless(side, hints)]
    return [table for table in found if not is_running_text(table)]


def _filled_grids(ground: Ground, before: RawTable | None) -> list[RawTable]:
    """The grids with their words; what stands in a table inside another belongs to the inner."""
    found: list[RawTable] = []
    for grid in sorted(ground.grids, key=lambda grid: grid.rect.area):
        inner = [g for g in found if not (g.soft or grid.soft) and grid.rect.holds(g.rect, 2)]
        alone = grid.rows == 1 and not _is_rest_of(grid, before, ground)
        if alone and (grid.soft or not any(may_head(grid, other) for other in ground.grids)):
            continue
        filled = _filled(grid, unused(ground.words, inner) if inner else ground.words)
        found += [filled] if filled is not None else []
    places = {id(grid): place for place, grid in enumerate(ground.grids)}
    return sorted(found, key=lambda grid: places[id(grid)])


def _is_rest_of(row: RawTable, before: RawTable | None, ground: Ground) -> bool:
    """Whether a single row at the top of a page is the last of the table on the page before."""
    if before is None or not before.ruled or len(before.edges) != len(row.edges):
        return False
    pairs = zip(before.edges, row.edges, strict=True)
    return all(abs(a - b) < _SAME_SIDE for a, b in pairs) and not any(
        grid.rect.top < row.rect.top for grid in ground.grids if grid is not row
    )


def unused(words: Sequence[Word], tables: Sequence[RawTable]) -> list[Word]:
    """The words that stand in none of the tables."""
    used = {id(word) for table in tables for cell in table.cells for word in cell.words}
    return [word for word in words if id(word) not in used]


def walls_of(rules: Rules) -> list[Rect]:
    """The upright rules of a page, over which no run of words goes on."""
    return [Rect(r.at, r.start, r.at, r.end) for r in rules.upright]


def _lines(ground: Ground, tables: Sequence[RawTable]) -> list[Line]:
    free = unused(ground.words, tables)
    upright = (word for word in free if word.style.turn == 0)
    return lines_of(upright, walls=walls_of(ground.rules))


def _hints(ground: Ground, hard: Sequence[RawTable]) -> Hints:
    return Hints(
        merged(ground.rules.level),
        [f.rect for f in ground.rules.fills if f.fill and min(f.fill) < 250],
        _mark_rects(ground, hard),
        ground.frame.width,
    )


def _meets(table: RawTable, others: Sequence[RawTable]) -> bool:
    return any(table.rect.shared_area(other.rect) > 20 for other in others)


def _told_better(grid: RawTable, found: Sequence[RawTable]) -> bool:
    """Whether a table found by its heading holds what a grid of fills holds, and no less."""
    over = [table for table in found if table.rect.shared_area(grid.rect) > 20]
    return any(
        t.rows > grid.rows + 1 or (t.rows >= grid.rows and t.columns >= grid.columns) for t in over
    )


def _filled(grid: RawTable, words: Sequence[Word]) -> RawTable | None:
    """The grid with its words, mended; null where it is no table."""
    fill_cells(grid.cells, words)
    for cell in grid.cells:
        cell.text = text_of(cell.words)
    part_merged(grid)
    drop_empty_columns(grid)
    if not _is_table(grid):
        return None
    split_rows(grid)
    return grid


def _is_table(grid: RawTable) -> bool:
    filled = sum(bool(cell.text) for cell in grid.cells)
    return filled >= min(3, 2 * grid.rows) and grid.columns >= 2


def _mark_rects(ground: Ground, grids: Sequence[RawTable]) -> list[Rect]:
    """Shapes that may be marks of a borderless table: small and not a rule or a row's fill."""
    width = ground.frame.width
    tiles = _tiles(ground.rules.fills)
    found = []
    for shape in ground.shapes:
        r = shape.rect
        small = 2.5 < r.width < 0.3 * width and 2.5 < r.height < 80
        white = shape.fill is not None and min(shape.fill) > 250 and shape.stroke is None
        area = is_area(r) and any(shape is fill for fill in ground.rules.fills)
        area = area or id(shape) in tiles
        if small and not white and not area and not any(g.rect.has_centre_of(r) for g in grids):
            found.append(r)
    return united(found)


def _tiles(fills: Sequence[Shape]) -> set[int]:
    """The fills that adjoin others of their colour and height: together the ground of a row, as
    each cell of it has one of its own, however narrow it is."""
    rows: dict[tuple[object, int, int], list[Shape]] = {}
    for shape in fills:
        key = (shape.fill, round(shape.rect.top), round(shape.rect.bottom))
        rows.setdefault(key, []).append(shape)
    found: set[int] = set()
    for row in rows.values():
        ordered = sorted(row, key=lambda shape: shape.rect.x0)
        run = ordered[:1]
        for shape in ordered[1:]:
            if abs(shape.rect.x0 - run[-1].rect.x1) > _ADJOINS:
                run = []
            run.append(shape)
            if run[-1].rect.x1 - run[0].rect.x0 > _ROW:
                found |= set(map(id, run))
    return found
