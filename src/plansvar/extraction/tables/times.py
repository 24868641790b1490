"""Columns whose cells tell when something begins or is to be done."""

from __future__ import annotations

from plansvar.domain import Cell
from plansvar.extraction.deadlines import heads_deadlines, heads_start, says_time
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.cells import is_date, mostly
from plansvar.extraction.tables.column import Column
from plansvar.language.numbers import is_missing


def role_of_times(column: Column, cells: list[Cell]) -> Role | None:
    """What a column without a role of its own is, where its cells tell times; null for no times."""
    if heads_start(column.text) and mostly(cells, lambda cell: says_time(cell.text)):
        return Role.UNKNOWN  # 2026 under "Startår" is no figure
    dated = column.index > 0 and (mostly(cells, is_date) or dates_tasks(column, cells))
    return Role.DEADLINE if dated else None


def dates_tasks(column: Column, cells: list[Cell]) -> bool:
    """Whether a heading such as "Tid" stands over times: "2029-2032", "Senast 30 juni"."""
    told = [cell for cell in cells if not is_missing(cell.text)]
    dated = mostly(told, lambda cell: says_time(cell.text)) or not told
    return heads_deadlines(column.text) and dated
