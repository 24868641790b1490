"""Plain tables of things and figures: "Skola | Elever | Lärare" over a row for each school."""

from __future__ import annotations

import re
from dataclasses import replace

from plansvar.extraction.headings import Role, parse_heading
from plansvar.extraction.tables.cells import body_cells, is_date, is_figure, is_name, mostly
from plansvar.extraction.tables.column import Column, with_role
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.money_tables import says_each
from plansvar.extraction.units import unit_in_name, unit_named
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_FEWEST_ROWS = 2
_LONGEST = 60
_SPAN = re.compile(r"(?:[^\W\d_]|\d{1,2})\s?[-–—]\s?\d{1,2}")


def plain_columns(grid: Grid, columns: tuple[Column, ...]) -> tuple[Column, ...] | None:
    """The columns, each of figures with its own heading as measure; null where a heading or a
    label is missing or a column holds something else."""
    columns = tuple(_without_spans(grid, column) for column in columns)
    labels, values = with_role(columns, Role.LABEL), with_role(columns, Role.VALUE)
    kept = (Role.LABEL, Role.VALUE, Role.COMMENT)
    others = [c for c in columns if c.role not in kept and not _says_where(grid, c)]
    if len(labels) != 1 or not labels[0].text or labels[0].index or not values or others:
        return None
    if not _are_names(grid, labels[0]) or not all(_counts_things(grid, c) for c in values):
        return None
    own = [_own_measure(c) for c in values]
    known = set(vocabulary("measures")["measures"])
    if set(own) <= known or any(c.heading.breakdown and len(c.parts) < 2 for c in values):
        return None
    said = zip(own, values, strict=True)
    apart = len({(word, c.heading.period, c.heading.breakdown) for word, c in said})
    if apart < len(values):
        return None
    named = {
        column.index: replace(column, heading=replace(column.heading, measure=word))
        for column, word in zip(values, own, strict=True)
    }
    return tuple(named.get(column.index, column) for column in columns)


def _without_spans(grid: Grid, column: Column) -> Column:
    """A column of spans ("7–9", "F–6") holds no figures."""
    spans = column.role is Role.VALUE and _holds_spans(grid, column)
    return replace(column, role=Role.UNKNOWN) if spans else column


def _says_where(grid: Grid, column: Column) -> bool:
    """Whether a column holds spans, or the names of what the things belong to: "Område" over
    Centrum, Norr, Centrum."""
    if _holds_spans(grid, column):
        return True
    cells = body_cells(grid, column.index)
    named = column.role is Role.UNKNOWN and bool(column.text) and column.index > 0
    return named and bool(cells) and all(is_name(cell) and not is_figure(cell) for cell in cells)


def _holds_spans(grid: Grid, column: Column) -> bool:
    return mostly(body_cells(grid, column.index), lambda c: bool(_SPAN.fullmatch(c.text.strip())))


def _are_names(grid: Grid, column: Column) -> bool:
    cells = body_cells(grid, column.index)
    said = {fold(cell.text) for cell in cells}
    distinct = len(said) == len(cells) >= _FEWEST_ROWS
    return distinct and len(column.text) <= _LONGEST and all(map(is_name, cells))


def _counts_things(grid: Grid, column: Column) -> bool:
    words = _own_measure(column)
    unit = unit_named(words)
    named = unit is not None and (unit.money or unit.name != words)  # "Årsarbetare" are counted
    unsaid = words in vocabulary("tables")["turned"]["unsaid"] or named
    cells = body_cells(grid, column.index)
    figures = mostly(cells, is_figure) and not mostly(cells, is_date)
    return bool(words) and not unsaid and len(column.text) <= _LONGEST and figures


def _own_measure(column: Column) -> str:
    """The heading without its period and its unit: "Elever 2025" → "elever"; a word that is known
    as a measure by itself keeps its meaning, but not with what it is given for each of."""
    # under "Behöriga (%)" over Alla, Flickor, Pojkar the upper heading says what is counted
    text = " ".join(column.parts[:-1]) if column.heading.breakdown else column.text
    heading = parse_heading(text)
    known = vocabulary("measures")["measures"]
    if heading.measure in known and not says_each(text):
        return str(heading.measure)
    rest = text.replace(heading.period or "\0", " ")
    unit = unit_in_name(rest)
    if unit is not None and rest[: unit.span.start].rstrip().endswith(("(", ",")):
        rest = rest[: unit.span.start].rstrip()[:-1]
    return " ".join(fold(rest).split()).strip(" ,.-–/:")
