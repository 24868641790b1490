"""The cells of an OpenDocument sheet at their places, repeated ones written out within limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from plansvar.reading.marks.odt_looks import TABLE

_N = "urn:oasis:names:tc:opendocument:xmlns:"
_DRAW, _TEXT = f"{{{_N}drawing:1.0}}", f"{{{_N}text:1.0}}"
_OFFICE = f"{{{_N}office:1.0}}"
_CELL, _COVERED = f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
_HIDING = ("collapse", "filter")
_FURTHEST_ROW, _FURTHEST_COLUMN = 20_000, 400
_MOST_CELLS = 200_000
_MOST_BARE = 200
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OdsCell:
    """A cell at its row and column from 1; `style` is its own or that of its row or column."""

    place: Place
    element: Any
    style: str
    tall: int = 1
    wide: int = 1


@dataclass(slots=True)
class OdsGrid:
    """The cells of one sheet. `far` is the place of a filled cell beyond the limits."""

    cells: list[OdsCell] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    far: Place | None = None

    @property
    def merges(self) -> dict[Place, Place]:
        return {c.place: (c.tall, c.wide) for c in self.cells if c.tall > 1 or c.wide > 1}


def grid_of(table: Any) -> OdsGrid:
    """All cells of a sheet that hold or show something, and those between them."""
    grid = OdsGrid()
    columns = _columns(table, grid)
    number = 1
    for row in _parts(table, "table-row"):
        repeated = _count(row, "number-rows-repeated")
        cells = [cell for cell in row if cell.tag in (_CELL, _COVERED)]
        holds = any(_is_filled(cell) for cell in cells)
        hidden = row.get(f"{TABLE}visibility") in _HIDING
        written = repeated if holds else min(repeated, _MOST_BARE)
        for place in range(number, min(number + written, _FURTHEST_ROW + 1)):
            _row(grid, row, cells, place, columns)
            grid.hidden_rows |= {place} if hidden and holds else set()
        if holds and number + repeated - 1 > _FURTHEST_ROW:
            grid.far = grid.far or (number + repeated - 1, 1)
        number += repeated
    return grid


def _columns(table: Any, grid: OdsGrid) -> dict[int, str]:
    """The style that each column gives its cells; hidden columns are noted."""
    styles: dict[int, str] = {}
    number = 1
    for column in _parts(table, "table-column"):
        end = min(number + _count(column, "number-columns-repeated"), _FURTHEST_COLUMN + 1)
        style = column.get(f"{TABLE}default-cell-style-name") or ""
        styles |= dict.fromkeys(range(number, end), style)
        if column.get(f"{TABLE}visibility") in _HIDING:
            grid.hidden_columns |= set(range(number, end))
        number += _count(column, "number-columns-repeated")
    return styles


def _row(grid: OdsGrid, row: Any, cells: list[Any], number: int, columns: dict[int, str]) -> None:
    column = 1
    usual = row.get(f"{TABLE}default-cell-style-name")
    for cell in cells:
        repeated = _count(cell, "number-columns-repeated")
        filled = _is_filled(cell)
        written = repeated if filled else min(repeated, _MOST_BARE)
        for place in range(column, min(column + written, _FURTHEST_COLUMN + 1)):
            if len(grid.cells) >= _MOST_CELLS:
                grid.far = grid.far or (number, place)
                return
            if cell.tag == _CELL:
                style = cell.get(f"{TABLE}style-name") or usual or columns.get(place, "")
                spans = (_count(cell, f"number-{kind}-spanned") for kind in ("rows", "columns"))
                grid.cells.append(OdsCell((number, place), cell, style, *spans))
        if filled and column + repeated - 1 > _FURTHEST_COLUMN:
            grid.far = grid.far or (number, column + repeated - 1)
        column += repeated


def _parts(holder: Any, name: str) -> Iterator[Any]:
    """Rows or columns in order, also within groups and repeated headings."""
    for child in holder:
        if child.tag == f"{TABLE}{name}":
            yield child
        elif child.tag in {
            f"{TABLE}{group}"
            for group in (f"{name}s", f"{name}-group", f"table-header-{name[6:]}s")
        }:
            yield from _parts(child, name)


def _is_filled(cell: Any) -> bool:
    if cell.get(f"{_OFFICE}value-type") or cell.find(f"{_TEXT}p") is not None:
        return True
    return any(str(child.tag).startswith(_DRAW) for child in cell)


def _count(element: Any, name: str) -> int:
    value = element.get(f"{TABLE}{name}") or "1"
    return max(1, int(value)) if value.isdigit() and len(value) < 9 else 1
