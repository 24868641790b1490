"""Tables of checks, as the internal control has them: what was checked, and a mark for what it
showed. Words there are told as they stand ("Ingen" is good of deviations)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from plansvar.extraction.headings import Role
from plansvar.extraction.tables.cells import body_cells
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.grid import Grid
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def check_columns(grid: Grid, columns: tuple[Column, ...]) -> tuple[Column, ...] | None:
    """The columns of a table that judges checks by marks; null where it is none."""
    name = next((c for c in columns if _bare(c) in _words("names")), None)
    if name is None:
        return None
    judging = [c for c in columns if _bare(c) in _words("results") and _judges(grid, c)]
    if len(judging) != 1:
        return None
    return tuple(_as_check(column, name, judging[0]) for column in columns)


def check_kind() -> str:
    """What the rows of such a table are called."""
    return str(_words("kind"))


def _as_check(column: Column, name: Column, judging: Column) -> Column:
    if column is name:
        return replace(column, role=Role.LABEL)
    if column is judging:
        return replace(column, role=Role.ASSESSMENT)
    if _bare(column) in vocabulary("tables")["units_of_organisation"]["words"]:
        return replace(column, role=Role.RESPONSIBLE)
    kept = (Role.RESPONSIBLE, Role.DEADLINE, Role.NUMBER, Role.COMMENT)
    before = column.role is Role.LABEL and column.index < name.index
    return column if column.role in kept or before else replace(column, role=Role.UNKNOWN)


def _judges(grid: Grid, column: Column) -> bool:
    """Whether most cells of a column show a mark."""
    rows = [row for row in grid.body if len(grid.filled(row)) > 1]
    cells = body_cells(grid, column.index)
    marked = sum(any(mark.colour or mark.raw for mark in cell.marks) for cell in cells)
    return 2 * marked > len(rows) > 1


def _bare(column: Column) -> str:
    return fold(column.text).strip(" .:")


def _words(which: str) -> Any:
    return vocabulary("tables")["checks"][which]
