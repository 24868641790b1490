"""Grids that rules draw only in part, as where the cells of one column alone have frames."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plansvar.reading.pdf.tables import RawTable

Find = Callable[[Sequence[RawTable]], Sequence[RawTable]]


def whole_grids(grids: Sequence[RawTable], find: Find) -> list[RawTable]:
    """The grids without those open at a side where a heading tells more columns; `find` gives the
    tables that headings tell where only some grids stand."""
    closed = [grid for grid in grids if not grid.open_sided]
    if len(closed) == len(grids):
        return list(grids)
    told = find(closed)
    return [g for g in grids if not g.open_sided or not any(_tells_more(t, g) for t in told)]


def _tells_more(table: RawTable, grid: RawTable) -> bool:
    over = table.rect.shared_area(grid.rect) > 20
    return over and table.columns > grid.columns and table.rows >= grid.rows and not table.unfit
