"""Plain tables of things and figures: "Skola | Elever | Lärare" over a row for each school."""

from __future__ import annotations

from dataclasses import replace

from plansvar.extraction.headings import Role, parse_heading
from plansvar.extraction.tables.cells import body_cells, is_date, is_figure, is_name, mostly
from plansvar.extraction.tables.column import Column, with_role
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.units import unit_in_name, unit_named
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_FEWEST_ROWS = 2
_LONGEST = 60


def plain_columns(grid: Grid, columns: tuple[Column, ...]) -> tuple[Column, ...] | None:
    """The columns, each of figures with its own heading as measure; null where a heading or a
    label is missing or a column holds something else."""
    labels, values = with_role(columns, Role.LABEL), with_role(columns, Role.VALUE)
    others = [c for c in columns if c.role not in (Role.LABEL, Role.VALUE, Role.COMMENT)]
    if len(labels) != 1 or not labels[0].text or labels[0].index or not values or others:
        return None
    if not _are_names(grid, labels[0]) or not all(_counts_things(grid, c) for c in values):
        return None
    own = [_own_measure(c) for c in values]
    known = set(vocabulary("measures")["measures"])
    if set(own) <= known or any(c.heading.breakdown for c in values):
        return None
    apart = len({(word, c.heading.period) for word, c in zip(own, values, strict=True)})
    if apart < len(values):
        return None
    named = {
        column.index: replace(column, heading=replace(column.heading, measure=word))
        for column, word in zip(values, own, strict=True)
    }
    return tuple(named.get(column.index, column) for column in columns)


def _are_names(grid: Grid, column: Column) -> bool:
    cells = body_cells(grid, column.index)
    said = {fold(cell.text) for cell in cells}
    distinct = len(said) == len(cells) >= _FEWEST_ROWS
    return distinct and len(column.text) <= _LONGEST and all(map(is_name, cells))


def _counts_things(grid: Grid, column: Column) -> bool:
    words = _own_measure(column)
    unsaid = words in vocabulary("tables")["turned"]["unsaid"] or unit_named(words) is not None
    cells = body_cells(grid, column.index)
    figures = mostly(cells, is_figure) and not mostly(cells, is_date)
    return bool(words) and not unsaid and len(column.text) <= _LONGEST and figures


def _own_measure(column: Column) -> str:
    """The heading without its period and its unit: "Elever 2025" → "elever"; a word that is known
    as a measure by itself keeps its meaning."""
    heading = parse_heading(column.text)
    known = vocabulary("measures")["measures"]
    if heading.measure in known:
        return str(heading.measure)
    rest = column.text.replace(heading.period or "\0", " ")
    unit = unit_in_name(rest)
    if unit is not None and rest[unit.span.start - 1 : unit.span.start] == "(":
        rest = rest[: unit.span.start - 1]
    return " ".join(fold(rest).split()).strip(" ,.-–/:")
