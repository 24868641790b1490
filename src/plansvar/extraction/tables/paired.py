"""Cells that hold more than one value: two years' ("18 214 (18 167)"), or a group's name with its
value ("Tot 6,8")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from plansvar.domain import Cell, Span
from plansvar.extraction.headings import breakdown_named
from plansvar.extraction.tables.column import Column
from plansvar.language.folding import fold
from plansvar.language.numbers import NUMBER, is_missing
from plansvar.language.periods import find_period, year_of

_HEAD = re.compile(r"^(?P<first>[^()]*)\((?P<second>[^()]+)\)\s*$")
_CELL = re.compile(r"^(?P<first>[^()]+?)\s*\((?P<second>[^()]+)\)\s*$")


def of_two_years(column: Column, cell: Cell) -> Iterator[tuple[Column, Cell]]:
    """The column and cell as they are, or one pair for each of two years that the heading names."""
    heads, values = _HEAD.match(column.text), _CELL.match(cell.text)
    periods = [find_period(heads[part]) for part in ("first", "second")] if heads else []
    if heads is None or values is None or not all(map(year_of, periods)):
        yield column, cell
        return
    for period, part in zip(periods, ("first", "second"), strict=True):
        start, end = values.span(part)
        span = Span(cell.span.start + start, min(cell.span.start + end, cell.span.end))
        heading = replace(column.heading, period=period)
        yield replace(column, heading=heading), replace(cell, text=values[part], span=span)


def labelled_value(cell: Cell) -> tuple[str, Cell] | None:
    """The breakdown before a cell's value, and the cell without it: "Tot 6,8", "Flickor -"."""
    match = re.match(r"\s*([^\W\d]+)\s+(?=\S)", cell.text)
    if match is None or breakdown_named(fold(match[1])) is None:
        return None
    rest = cell.text[match.end() :]
    if not (is_missing(rest.strip()) or NUMBER.match(rest)):
        return None
    span = Span(min(cell.span.start + match.end(), cell.span.end), cell.span.end)
    return match[1], replace(cell, text=rest, span=span)
