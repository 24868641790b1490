"""Grids that rules draw only in part, as where the cells of one column alone have frames, or a
frame runs round rows whose columns nothing parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plansvar.reading.pdf.tables import RawTable, holds_values_beside
from plansvar.reading.pdf.vocabulary import is_value

_MEETS = 20

Find = Callable[[Sequence[RawTable]], Sequence[RawTable]]


def whole_grids(grids: Sequence[RawTable], find: Find) -> list[RawTable]:
    """The grids without those open at a side, or with several columns in a cell, where a heading
    tells more columns; `find` gives the tables that headings tell where only some grids stand."""
    frames = [grid for grid in grids if not grid.open_sided and _is_frame(grid)]
    closed = [grid for grid in grids if not grid.open_sided and all(grid is not f for f in frames)]
    if len(closed) == len(grids):
        return list(grids)
    told = find(closed)
    doubtful = [grid for grid in grids if grid.open_sided]
    better = [g for g in doubtful if any(_tells_more(t, g) for t in told)]
    better += [g for g in frames if any(_tells_all(t, g) for t in told)]
    return [grid for grid in grids if all(grid is not g for g in better)]


def _is_frame(grid: RawTable) -> bool:
    """Whether figures of several columns stand in one cell."""
    return any(holds_values_beside(cell) for cell in grid.cells)


def _tells_more(table: RawTable, grid: RawTable) -> bool:
    over = table.rect.shared_area(grid.rect) > _MEETS
    return over and table.columns > grid.columns and table.rows >= grid.rows and not table.unfit


def _tells_all(table: RawTable, grid: RawTable) -> bool:
    """Whether a table tells more columns than a grid, and each figure that stands in it."""
    over = table.rect.shared_area(grid.rect) > _MEETS
    if not over or table.columns <= grid.columns or table.unfit:
        return False
    used = {id(word) for cell in table.cells for word in cell.words}
    left = [word for cell in grid.cells for word in cell.words if id(word) not in used]
    return not any(is_value(word.text) for word in left)
