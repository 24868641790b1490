"""Tables of risks: what may happen, how likely and how bad it is, and what is done about it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from plansvar.extraction.headings import Role
from plansvar.extraction.tables.cells import body_cells
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.grid import Grid
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_LONGEST = 30
_ARROWS = " ↑↓→←▲▼►◄"


def risk_columns(grid: Grid, columns: tuple[Column, ...]) -> tuple[Column, ...] | None:
    """The columns of a table of risks, each grade under its own word; null where it is none."""
    name = next((c for c in columns if _bare(c) in _words("names")), None)
    if name is None:
        return None
    found = tuple(_as_risk(column, name, grid) for column in columns)
    graded = any(c.role in (Role.VALUE, Role.ASSESSMENT) for c in found)
    return found if graded and body_cells(grid, name.index) else None


def is_risk_matrix(grid: Grid, columns: tuple[Column, ...]) -> bool:
    """Whether a table is a field of colours over two grades: "Konsekvens" down its side, and
    colours with codes of risks in its cells."""
    if not columns or _bare(columns[0]).strip(_ARROWS) not in _words("grades"):
        return False
    if any(_bare(column) in _words("names") for column in columns):
        return False
    cells = [cell for column in columns[1:] for cell in body_cells(grid, column.index)]
    coloured = sum(any(mark.colour for mark in cell.marks) for cell in cells)
    return coloured * 2 > len(cells)


def risk_kind() -> str:
    """What the rows of such a table are called."""
    return str(vocabulary("tables")["risks"]["kind"])


def _as_risk(column: Column, name: Column, grid: Grid) -> Column:
    if column is name:
        return replace(column, role=Role.LABEL)
    if _bare(column) in _words("grades"):
        return _graded(column, grid)
    if _bare(column) in _words("answers"):
        return replace(column, role=Role.COMMENT)
    if _shows_marks(column, grid):
        return replace(column, role=Role.ASSESSMENT)  # "Resultat" over how each control went
    kept = (Role.RESPONSIBLE, Role.DEADLINE, Role.STATUS, Role.ASSESSMENT, Role.NUMBER)
    before = column.role is Role.LABEL and column.index < name.index
    return column if column.role in kept or before else replace(column, role=Role.UNKNOWN)


def _shows_marks(column: Column, grid: Grid) -> bool:
    cells = [cell for row in grid.body if (cell := grid.at(row, column.index)) is not None]
    shown = sum(bool(cell.marks) for cell in cells)
    return 2 * shown > len(cells) and not any(cell.text.strip() for cell in cells)


def _graded(column: Column, grid: Grid) -> Column:
    cells = body_cells(grid, column.index)
    short = all(len(cell.text.strip()) <= _LONGEST for cell in cells)
    role = Role.VALUE if cells and short else Role.UNKNOWN
    measure = str(_words("letters").get(_bare(column), _bare(column)))
    # "K" is konsekvens here, and no group of people
    heading = replace(column.heading, measure=measure, breakdown=None)
    return replace(column, role=role, heading=heading)


def _bare(column: Column) -> str:
    """The heading without brackets: "Sannolikhet (1–4)"."""
    return " ".join(re.sub(r"[(\[].*?[)\]]", " ", fold(column.text)).split()).strip(" .:")


def _words(which: str) -> Any:
    return vocabulary("tables")["risks"][which]
