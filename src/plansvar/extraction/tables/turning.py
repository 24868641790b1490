"""Tables whose rows are years and whose columns are what was counted, turned so that names come
first: "År | Personer i kö" over 2024, 2025 → "Personer i kö | 2024 | 2025"."""

from __future__ import annotations

from dataclasses import replace

from plansvar.domain import Cell, Span, Table
from plansvar.extraction.headings import Role, parse_heading
from plansvar.extraction.responsible import alone
from plansvar.extraction.tables.cells import is_date, is_figure, mostly
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.labels import breakdown_of
from plansvar.extraction.units import unit_in_name, unit_named
from plansvar.language.folding import fold
from plansvar.language.periods import find_period, year_of
from plansvar.language.vocabulary import vocabulary

_FEWEST = 2


def turned(table: Table) -> Table:
    """The table turned where its first column gives years and each other heading names a thing; on
    one row where the first heading names the thing and the others the groups that it is divided
    into."""
    grid = Grid(table)
    if grid.header_rows != 1 or grid.width < _FEWEST or any(_is_merged(c) for c in table.cells):
        return table
    if _sets_units_side_by_side(grid):
        return _flipped(table)
    if not labels_are_periods(grid, 0):
        return table
    if _is_divided(grid):
        return _on_one_row(table, grid)
    if not _headings_name_things(grid):
        return table
    return _flipped(table)


def _flipped(table: Table) -> Table:
    cells = sorted(table.cells, key=lambda cell: (cell.column, cell.row))
    flipped = tuple(replace(cell, row=cell.column, column=cell.row) for cell in cells)
    return replace(table, cells=flipped, header_rows=1)


def _sets_units_side_by_side(grid: Grid) -> bool:
    """Whether the headings are units of the organisation and the rows what is told of each:
    "KS | BUN | VON" over "Budget 2031", "Prognos helår", "Avvikelse"."""
    heads = [cell for c in range(1, grid.width) if (cell := grid.at(0, c)) is not None]
    units = [cell for cell in heads if _names_unit(cell.text)]
    if len(units) < _FEWEST or 2 * len(units) <= len(heads) or len(heads) < grid.width - 1:
        return False
    rows = [grid.at(row, 0) for row in grid.body if grid.filled(row)]
    told = {parse_heading(cell.text).measure for cell in rows if cell is not None} & _measures()
    return len(told) >= _FEWEST and all(_holds_figures(grid, c) for c in range(1, grid.width))


def _names_unit(text: str) -> bool:
    said = text.strip()
    measured = parse_heading(said).role is Role.VALUE
    return not measured and alone(said, Span(0, len(said))) is not None


def _is_divided(grid: Grid) -> bool:
    """ "Sjukfrånvaro, % | Kvinnor | Män" over 2038, 2039: one thing by year and group."""
    name, *groups = (grid.at(0, column) for column in range(grid.width))
    named = name is not None and _names_thing(name.text)
    divided = all(cell is not None and breakdown_of(cell.text) for cell in groups)
    return named and divided and all(_holds_figures(grid, c) for c in range(1, grid.width))


def _on_one_row(table: Table, grid: Grid) -> Table:
    """The years over the groups as two rows of headings, and all values on one row below."""
    at = {(cell.row, cell.column): cell for cell in table.cells}
    cells = [replace(at[0, 0], row=2, column=0)]
    body = [row for row in grid.body if (row, 0) in at]
    places = [(row, column) for row in body for column in range(1, grid.width)]
    for place, (row, column) in enumerate(places, 1):
        heads = (at[row, 0], at[0, column])
        cells += [replace(head, row=n, column=place) for n, head in enumerate(heads)]
        cells += [replace(at[row, column], row=2, column=place)] if (row, column) in at else []
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.column))
    return replace(table, cells=tuple(ordered), header_rows=2)


def labels_are_periods(grid: Grid, index: int) -> bool:
    """Whether every row begins with a year or another period, no two with the same."""
    rows = [grid.at(row, index) for row in grid.body if grid.filled(row)]
    if len(rows) < _FEWEST or any(cell is None for cell in rows):
        return False
    shown = [" ".join(cell.text.split()) for cell in rows if cell is not None]
    dated = all(find_period(text) == text and year_of(text) for text in shown)
    return dated and len(set(shown)) == len(shown)


def _headings_name_things(grid: Grid) -> bool:
    headings = [grid.at(0, column) for column in range(1, grid.width)]
    return all(cell is not None and _names_thing(cell.text) for cell in headings) and all(
        _holds_figures(grid, column) for column in range(1, grid.width)
    )


def _names_thing(text: str) -> bool:
    """Whether a heading names what is counted, and not a measure, a group or only a unit."""
    words = fold(text).strip(" .:")
    if not words or words in _unsaid() or unit_named(text) or breakdown_of(text):
        return False
    heading = parse_heading(text)
    if heading.period or (heading.role is not Role.VALUE and heading.role is not Role.UNKNOWN):
        return False
    return heading.measure not in _measures() or _is_sum_of_money(text)


def _is_sum_of_money(text: str) -> bool:
    unit = unit_in_name(text)
    bare = fold(text[: unit.span.start] if unit else text).strip(" (,")
    return bare in vocabulary("tables")["turned"]["things"]


def _holds_figures(grid: Grid, column: int) -> bool:
    cells = [c for row in grid.body if (c := grid.at(row, column)) is not None and c.text.strip()]
    return mostly(cells, is_figure) and not mostly(cells, is_date)


def _is_merged(cell: Cell) -> bool:
    return cell.column_span > 1 or cell.row_span > 1


def _unsaid() -> list[str]:
    return list(vocabulary("tables")["turned"]["unsaid"])


def _measures() -> frozenset[str]:
    return frozenset(vocabulary("measures")["measures"])
