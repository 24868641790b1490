"""Cells with two values, the second in brackets: "18 214 (18 167)" under "Utfall 2031 (2030)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from plansvar.domain import Cell, Span
from plansvar.extraction.tables.column import Column
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
