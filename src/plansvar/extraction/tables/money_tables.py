"""Whether a table of figures is one of money."""

from __future__ import annotations

from typing import Any

from plansvar.domain import Span
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.cells import body_cells
from plansvar.extraction.tables.column import Column, with_role
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.kinds import heading_kind
from plansvar.extraction.tables.money import speaks_of_money
from plansvar.extraction.tables.series import mixes_units
from plansvar.extraction.units import Unit, unit_in_cell, unit_in_name, unit_named
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_FEWEST = 2


def is_about_money(
    grid: Grid, columns: tuple[Column, ...], unit: tuple[Unit, Span] | None, kind: str | None
) -> bool:
    """Whether the figures of a table are amounts of money, by their units and words."""
    measures = {column.heading.measure for column in with_role(columns, Role.VALUE)}
    goals = measures & set(measures_of("goals"))
    explicit = kind is not None and heading_kind(columns) is not None
    if explicit or goals or mixes_units(grid, columns) or _counts_more(grid, columns):
        return False
    per_person = unit is not None and "/" in unit[0].name
    if unit is not None and unit[0].money and not per_person:
        return True
    values = with_role(columns, Role.VALUE)
    headed = any(is_money_heading(c) or _holds_money(grid, c) for c in values)
    return headed or (
        bool(measures & set(measures_of("money"))) and _speaks_of_money(grid, columns)
    )


def _counts_more(grid: Grid, columns: tuple[Column, ...]) -> bool:
    """Whether most columns beside those of money hold shares and numbers of things: pupils, their
    absence and what each of them costs, over a row for each school."""
    values = with_role(columns, Role.VALUE)
    money = [c for c in values if is_money_heading(c) or _holds_money(grid, c)]
    plain = [c for c in money if c.heading.measure in measures_of("money")]
    sums = [c for c in plain if not says_each(c.text)]
    others = [c for c in values if c not in money and _says_count(c)]
    return len(others) >= _FEWEST and len(values) > 2 * len(money) and not sums


def _says_count(column: Column) -> bool:
    """Whether a heading says that its figures are shares, or numbers of something."""
    unit = unit_in_name(column.text)
    counts = tuple(vocabulary("tables")["money"]["counts"])
    shares = unit is not None and not unit.unit.money
    return shares or fold(column.text).startswith(counts) or says_each(column.text)


def _holds_money(grid: Grid, column: Column) -> bool:
    """Whether most cells print a unit of money of their own: "25 mkr"."""
    units = [unit_in_cell(cell.text) for cell in body_cells(grid, column.index)]
    return sum(bool(unit and unit.money) for unit in units) * 2 > len(units)


def _speaks_of_money(grid: Grid, columns: tuple[Column, ...]) -> bool:
    labels = with_role(columns, Role.LABEL)
    return speaks_of_money(
        cell.text for column in labels for cell in body_cells(grid, column.index)
    )


def is_money_heading(column: Column) -> bool:
    """Whether a heading says that its figures are sums of money, also above the years that part
    them: "Budget, tkr" over 2030 and 2031."""
    found = [unit_in_name(text) for text in (column.text, *column.parts)]
    alone = unit_named(column.text) if column.text[:1].isupper() else None
    alone = alone if alone is not None and (alone.factor or 0) > 1 else None  # "Mnkr"
    unit = next((each.unit for each in found if each is not None), alone)
    return unit is not None and unit.money and "/" not in unit.name


def says_each(heading: str) -> bool:
    """Whether a heading says that its figures are given for each of something: "per elev"."""
    each = vocabulary("tables")["money"]["each"]
    return any(word in each for word in fold(heading).split()[1:])


def measures_of(name: str) -> Any:
    """The measures that tell such a table, by the name of their list."""
    return vocabulary("tables")["measure"][name]
