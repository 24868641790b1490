"""A table as a grid with its header told apart from its body."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from plansvar.domain import Cell, Table
from plansvar.extraction.headings import Role, breakdown_named, parse_heading
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers

MOST_HEADER_ROWS = 5
MOST_COLUMNS = 200
FIGURE_STARTS = frozenset("0123456789+-–−<>≥≤")
_DECIMAL = re.compile(r"[+–−-]?\s?\d[\d\s]*,\d+\s*%?|[+–−-]\s?\d[\d\s]*")


def compact(table: Table) -> Table:
    """The table without columns in which nothing begins (rules drawn twice make such ones), and
    with a heading joined to the cells below it where they stand in columns side by side."""
    kept = _joined_columns(table)
    last = max(kept.values(), default=0)
    if last + 1 == table.column_count or not kept:
        return table
    cells = []
    for cell in table.cells:
        inside = [kept[c] for c in _covered(cell) if c in kept]
        empty = not (cell.text.strip() or cell.marks)
        if inside and not (empty and list(kept.values()).count(inside[0]) > 1):
            wide = max(inside) - min(inside) + 1
            cells.append(replace(cell, column=min(inside), column_span=wide))
    return replace(table, cells=tuple(cells))


def without_title_row(table: Table) -> Table:
    """The table without a first row that only says what the sheet is, where the row below it has
    more cells and all of them are headings: "Uppdragslista 2025 | Nässjö kommun"."""
    rows = [[c for c in table.cells if c.row == row and c.text.strip()] for row in (0, 1)]
    first, second = rows
    merged = any(c.column_span > 1 or c.row_span > 1 for c in first)
    titled = first and not merged and len(first) < len(second) and table.row_count > 2
    heads = sum(_reads_as_heading(c.text) for c in second)
    others = any(parse_heading(c.text).role is not Role.UNKNOWN for c in first[1:])
    if not titled or heads < 2 or others:
        return table
    if not any(letter.isalpha() for letter in first[0].text) or first[0].column != 0:
        return table
    cells = tuple(replace(c, row=c.row - 1) for c in table.cells if c.row > 0)
    return replace(
        table,
        cells=cells,
        header_rows=max(1, table.header_rows - 1),
    )


def parted(table: Table) -> tuple[Table, ...]:
    """The table cut above each row that heads a table of its own: two printed right under each
    other are read as one."""
    grid = Grid(table)
    first = _texts(grid, 0)
    cuts = [row for row in grid.body if _heads_anew(grid, row) and _texts(grid, row) != first]
    if not cuts or grid.header_rows == 0:
        return (table,)
    borders = [0, *cuts, table.row_count]
    return tuple(
        replace(
            table,
            cells=tuple(replace(c, row=c.row - start) for c in table.cells if start <= c.row < end),
            header_rows=table.header_rows if start == 0 else 1,
            caption=table.caption if start == 0 else None,
        )
        for start, end in pairwise(borders)
    )


def _heads_anew(grid: Grid, row: int) -> bool:
    """Whether a row of the body names a column of labels and over each other one what it holds."""
    cells = grid.filled(row)
    whole = len(cells) == grid.width > 2 and not any(c.marks or c.row_span > 1 for c in cells)
    if not whole or parse_heading(cells[0].text).role is not Role.LABEL:
        return False
    return row + 1 < grid.height and all(_reads_as_heading(c.text) for c in cells[1:])


def _texts(grid: Grid, row: int) -> list[str]:
    return [fold(cell.text) for cell in grid.filled(row)]


def _joined_columns(table: Table) -> dict[int, int]:
    """The filled columns, each with its new number."""
    filled = [cell for cell in table.cells if cell.text.strip() or cell.marks]
    columns: dict[int, list[Cell]] = {}
    for cell in filled:
        columns.setdefault(cell.column, []).append(cell)
    found: dict[int, int] = {}
    number, before = -1, None
    for column in sorted(columns):
        joins = before is not None and _belong(columns[before], columns[column], table.header_rows)
        number += 0 if joins else 1
        before = None if joins else column
        found[column] = number
    return found


def _belong(left: list[Cell], right: list[Cell], header_rows: int) -> bool:
    """Whether one of two columns is the heading of the other: words under a label's heading or
    a unit, figures under a measure or a year."""
    halves = [{cell.row < header_rows for cell in cells} for cells in (left, right)]
    if sorted(map(list, halves)) != [[False], [True]]:
        return False
    heads, body = (left, right) if True in halves[0] else (right, left)
    heading = parse_heading(" ".join(cell.text for cell in heads))
    says_value = heading.role is Role.VALUE and bool(heading.measure or heading.period)
    figures = sum(cell.text.strip()[:1] in FIGURE_STARTS for cell in body)
    return says_value == (figures * 2 > len(body))


def _covered(cell: Cell) -> range:
    return range(cell.column, cell.column + min(cell.column_span, MOST_COLUMNS))


@dataclass(frozen=True)
class Grid:
    """Quick access to a table's cells; `header_rows` is mended where the reader could not tell."""

    table: Table

    @cached_property
    def places(self) -> dict[tuple[int, int], Cell]:
        found: dict[tuple[int, int], Cell] = {}
        for cell in self.table.cells:
            for row in range(cell.row, cell.row + min(cell.row_span, 2000)):
                for column in range(cell.column, cell.column + min(cell.column_span, MOST_COLUMNS)):
                    found.setdefault((row, column), cell)
        return found

    @cached_property
    def width(self) -> int:
        return self.table.column_count

    @cached_property
    def height(self) -> int:
        return self.table.row_count

    @cached_property
    def header_rows(self) -> int:
        count = self.table.header_rows
        while count < min(self.height - 1, MOST_HEADER_ROWS) and self._is_header(count):
            count += 1
        return count or int(self._has_words_over_figures())

    @property
    def body(self) -> range:
        return range(self.header_rows, self.height)

    def at(self, row: int, column: int) -> Cell | None:
        return self.places.get((row, column))

    def row(self, row: int) -> list[Cell]:
        """The cells that cover a row, each once, from left to right."""
        found: list[Cell] = []
        for column in range(self.width):
            cell = self.at(row, column)
            if cell is not None and (not found or found[-1] is not cell):
                found.append(cell)
        return found

    def filled(self, row: int) -> list[Cell]:
        """The cells of a row that hold text or marks."""
        return [cell for cell in self.row(row) if cell.text.strip() or cell.marks]

    def spans_all(self, row: int) -> Cell | None:
        """The one cell that covers the whole row, where there is one."""
        cells = self.row(row)
        whole = len(cells) == 1 and cells[0].column_span >= self.width > 1
        return cells[0] if whole and cells[0].text.strip() else None

    @cached_property
    def titles(self) -> tuple[Cell, ...]:
        """Header cells that span the whole table: a title, not a column heading."""
        if self.header_rows < 2:
            return ()
        rows = range(self.header_rows)
        return tuple(cell for row in rows if (cell := self.spans_all(row)) is not None)

    def heading_cells(self, column: int) -> list[Cell]:
        """The header cells over a column, from the top, titles left out."""
        found: list[Cell] = []
        for row in range(self.header_rows):
            cell = self.at(row, column)
            wanted = cell is not None and cell.text.strip() and cell not in self.titles
            if cell is not None and wanted and cell not in found:
                found.append(cell)
        return found

    def _is_header(self, row: int) -> bool:
        """Whether a row reads as column headings: known ones only, and no figures but years."""
        if self.spans_all(row) is not None:
            return row == 0 and self.height > 2 and self._is_header(1)
        cells = [cell for cell in self.row(row) if cell.text.strip()]
        if (
            not cells
            or any(cell.marks for cell in self.row(row))
            or (row and self._has_label(row, cells))
        ):
            return False
        known = [cell for cell in cells if _reads_as_heading(cell.text)]
        others = [cell for cell in cells if cell not in known]
        if any(_DECIMAL.fullmatch(cell.text.strip()) for cell in others):
            return False
        return len(known) >= 1 and len(others) <= (1 if row == 0 else 0)

    def _has_words_over_figures(self) -> bool:
        """Whether the first row is words and every cell below, but for the labels, begins with a
        figure."""
        heads = [self.at(0, column) for column in range(1, self.width)]
        below = [
            cell
            for row in range(1, self.height)
            for cell in self.filled(row)
            if cell.column > 0 and cell.text.strip()
        ]
        words = all(h and h.text.strip()[:1].isalpha() and not h.marks for h in heads)
        figures = all(c.text.strip()[0] in FIGURE_STARTS and not c.marks for c in below)
        return self.height > 2 and bool(heads) and words and bool(below) and figures

    def _has_label(self, row: int, cells: list[Cell]) -> bool:
        """Whether a row below the first begins with a label, as rows of the body do."""
        first = cells[0]
        if first.column != 0 or first.row != row:
            return False
        above = [self.at(other, 0) for other in range(row)]
        headed = any(c and c.text.strip() and c not in self._whole_rows() for c in above)
        return headed or not _reads_as_heading(first.text)

    def _whole_rows(self) -> list[Cell]:
        return [cell for row in (0, 1) if (cell := self.spans_all(row)) is not None]


def _reads_as_heading(text: str) -> bool:
    heading = parse_heading(text)
    if heading.role is Role.UNKNOWN:
        return False
    if heading.role is not Role.VALUE:
        return True
    rest = text.replace(heading.period or "\0", " ")
    said = heading.measure or heading.period or breakdown_named(text)
    return bool(said) and not find_numbers(rest, spelled=False)
