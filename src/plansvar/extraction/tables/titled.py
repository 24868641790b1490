"""Tables without headings that their title explains: a chart's names and figures, a row of years.

"Andel behöriga till gymnasiet, procent" over schools and their figures; "Besök i simhallen" over
years and one figure under each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import Cell
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.cells import body_cells, is_date, is_figure, is_name, mostly
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.kinds import Named, is_title
from plansvar.extraction.tables.table_units import table_unit
from plansvar.extraction.units import unit_in_cell
from plansvar.language.numbers import find_numbers
from plansvar.language.periods import YEAR

_PAIR, _FEWEST, _FEWEST_YEARS = 2, 3, 2


def titled_columns(
    grid: Grid, columns: tuple[Column, ...], around: Sequence[Named]
) -> tuple[tuple[Column, ...], Named | None] | None:
    """The columns of such a table, and what its rows count where they have names of their own."""
    title = next((named for named in around[:1] if is_title(named.text)), None)
    if title is None or unit_in_cell(re.sub(YEAR, " ", title.text)) is not None:
        return None  # "Välfärdsteknik 45 %" tells a figure of its own
    if _is_row_of_years(grid, columns):
        return columns, None
    pairs = _pairs(grid, columns)
    if pairs is None or not _is_measured(grid, columns, title):
        return None
    return pairs, title


def _is_row_of_years(grid: Grid, columns: tuple[Column, ...]) -> bool:
    """Whether one row of figures stands under years or months, and nothing else."""
    if len(grid.body) != 1 or len(columns) < _FEWEST_YEARS:
        return False
    cells = [body_cells(grid, column.index) for column in columns]
    return all(c.heading.period and c.text for c in columns) and all(
        len(found) == 1 and is_figure(found[0]) for found in cells
    )


def _pairs(grid: Grid, columns: tuple[Column, ...]) -> tuple[Column, ...] | None:
    """The two columns of a table without a heading: names, and a figure beside each."""
    if len(columns) != _PAIR or any(column.text for column in columns):
        return None
    names, figures = (body_cells(grid, column.index) for column in columns)
    named = len(names) == len(figures) >= _FEWEST and all(map(is_name, names))
    told = all(is_figure(cell) and not is_date(cell) for cell in figures)
    one = all(len(find_numbers(cell.text, spelled=False)) == 1 for cell in figures)
    if not (named and told and one):
        return None
    return replace(columns[0], role=Role.LABEL), replace(columns[1], role=Role.VALUE)


def _is_measured(grid: Grid, columns: tuple[Column, ...], title: Named) -> bool:
    """Whether the title gives a unit that is no money, or each figure prints one."""
    found = table_unit(columns, [title])
    if found is not None:
        return not found[0].money
    return mostly(body_cells(grid, columns[1].index), _prints_unit)


def _prints_unit(cell: Cell) -> bool:
    unit = unit_in_cell(cell.text)
    return unit is not None and not unit.money
