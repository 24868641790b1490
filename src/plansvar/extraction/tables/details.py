"""Columns that say more of their rows than a name: further labels, the period of the values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from plansvar.domain import Cell
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.cells import (
    body_cells,
    is_figure,
    is_label,
    is_name,
    is_words,
    mostly,
)
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.kinds import kind_of_heading
from plansvar.extraction.targets import is_target
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
        if _is_of_goals(column, columns, grid, column.index < last)
        else column
        for column in columns
    ]


def _is_of_goals(column: Column, columns: Sequence[Column], grid: Grid, leads: bool) -> bool:
    heading, cells = column.heading, body_cells(grid, column.index)
    if leads and heading.may_be_label:
        return mostly(cells, is_words)
    if column.role is not Role.VALUE or heading.period or not is_target(heading.measure or ""):
        return False
    # "Nämndens mål" in words, where another column gives the targets in figures
    figures = [c.index for c in columns if c is not column and is_target(c.heading.measure or "")]
    targets = any(mostly(body_cells(grid, index), is_figure) for index in figures)
    return targets and mostly(cells, lambda c: is_label(c) and not is_figure(c))


def with_details(columns: Sequence[Column], grid: Grid) -> list[Column]:
    """The columns with those told that hold a further label of each row: unexplained words between
    the names and the values ("Nämndmål | Så mäter vi | 2025")."""
    labels = [c.index for c in columns if c.role is Role.LABEL]
    values = [c.index for c in columns if c.role is Role.VALUE]
    if not labels or not values:
        return list(columns)
    told = _tells_apart(labels[-1], grid)
    columns = [
        replace(column, role=Role.LABEL)
        if column.role is Role.UNKNOWN
        and column.index < labels[0]
        and mostly(body_cells(grid, column.index), _goal_test(column))
        else column
        for column in columns
    ]
    return [
        replace(column, role=Role.DETAIL if told else Role.LABEL)
        if column.role is Role.UNKNOWN
        and labels[0] < column.index < values[0]
        and _labels_rows(column, grid)
        else column
        for column in columns
    ]


def _goal_test(column: Column) -> Callable[[Cell], bool]:
    """What a label must be before the names: short ones only under a heading such as "Mål"."""
    return is_name if kind_of_heading(column.text) else is_label


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


def _tells_apart(index: int, grid: Grid) -> bool:
    """Whether a column has a name of its own for each row, as one of fields ("Trygghet" over three
    rows) has not."""
    rows = [row for row in grid.body if len(grid.filled(row)) > 1]
    cells = [grid.at(row, index) for row in rows]
    said = [fold(cell.text) for cell in cells if cell is not None and cell.text.strip()]
    return len(set(said)) >= _DISTINCT * len(rows)
