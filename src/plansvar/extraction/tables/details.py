"""Columns that say more of their rows than a name: further labels, the period of the values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.extraction.headings import Role
from plansvar.extraction.tables.cells import body_cells, is_label, is_name, is_words, mostly
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.grid import Grid
from plansvar.language.folding import fold
from plansvar.language.periods import find_period
from plansvar.language.vocabulary import vocabulary

_DISTINCT = 0.7


def with_periods(columns: Sequence[Column], grid: Grid) -> list[Column]:
    """The columns with those told that give each row's own period ("År", "Senaste mätning")."""
    named = [c.index for c in columns if mostly(body_cells(grid, c.index), is_name)]
    return [
        replace(column, role=Role.PERIOD)
        if named and column.index > named[0] and _gives_periods(column, grid)
        else column
        for column in columns
    ]


def with_goals(columns: Sequence[Column], grid: Grid) -> list[Column]:
    """The columns with those told that hold goals in words before the measures: under "Mål", "Fler
    cyklar" would else be a target."""
    last = max((c.index for c in columns if c.role is Role.LABEL), default=0)
    return [
        replace(column, role=Role.LABEL)
        if column.index < last
        and column.heading.may_be_label
        and mostly(body_cells(grid, column.index), is_words)
        else column
        for column in columns
    ]


def with_details(columns: Sequence[Column], grid: Grid) -> list[Column]:
    """The columns with those told that hold a further label of each row: unexplained words between
    the names and the values ("Nämndmål | Så mäter vi | 2025")."""
    labels = [c.index for c in columns if c.role is Role.LABEL]
    values = [c.index for c in columns if c.role is Role.VALUE]
    if not labels or not values:
        return list(columns)
    return [
        replace(column, role=Role.DETAIL)
        if column.role is Role.UNKNOWN
        and labels[0] < column.index < values[0]
        and _labels_rows(column, grid)
        else column
        for column in columns
    ]


def _gives_periods(column: Column, grid: Grid) -> bool:
    cells = body_cells(grid, column.index)
    return fold(column.text) in vocabulary("tables")["periods_column"]["words"] and mostly(
        cells, lambda cell: find_period(cell.text) == " ".join(cell.text.split())
    )


def _labels_rows(column: Column, grid: Grid) -> bool:
    """Whether a column's words tell its rows apart, as "Varje år" under "Hur ofta" does not."""
    cells = body_cells(grid, column.index)
    said = {fold(cell.text) for cell in cells}
    return mostly(cells, is_label) and len(said) >= _DISTINCT * len(cells)
