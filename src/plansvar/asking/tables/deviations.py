"""How far the lines of a printed table are from what was planned for them."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.tables.columns import AFTER, DEVIATION, GIVEN, table_words
from plansvar.asking.tables.printed import Column, PrintedTable
from plansvar.language.folding import words
from plansvar.language.months import month_of


def deviations(table: PrintedTable) -> tuple[Column, ...]:
    """The column of what is over or short: that of the report's own year and month, where earlier
    ones stand beside it."""
    off = [c for c in table.columns if c.numeric and DEVIATION in c.measures]
    own = [c for c in off if not _is_earlier(c, table)]
    whole = [c for c in own if set(words(c.heading)).isdisjoint(table_words("of_period"))]
    return tuple((whole or own)[:1])


def _is_earlier(column: Column, table: PrintedTable) -> bool:
    """Whether a deviation is told of another report than this ("Avvikelse 2024", "i april")."""
    newest = max((year for c in table.columns for year in c.years), default=0)
    other = bool(column.years) and newest not in column.years
    said = [month_of(word) for word in words(column.heading)]
    return other or (any(said) and column.measures != {DEVIATION})


def is_turned(table: PrintedTable, column: Column) -> bool:
    """Whether more than planned is printed above zero: in most of the lines where both what was
    planned and what came out of it are."""
    planned = [c for c in table.columns if c.numeric and c.measures & set(GIVEN)]
    out = [c for c in table.columns if c.numeric and c.measures & set(AFTER) and c != column]
    if not planned or not out:
        return False
    ways = []
    for line in table.lines:
        off, had, went = (line.value(c.index) for c in (column, planned[-1], out[-1]))
        if off and had is not None and went is not None and abs(went) != abs(had):
            ways.append((abs(went) > abs(had)) is (off > 0))
    return sum(ways) * 2 > len(ways)


def dated(table: PrintedTable, column: Column) -> Column:
    """A column; one of deviations that names no year with that of the table, where another names
    its own ("Avvikelse", "Avvikelse 2023")."""
    if not column.numeric:
        return replace(column, years=frozenset())
    other = any(c.kind == column.kind and c.years for c in table.columns)
    bare = DEVIATION in column.measures and other and not column.years and column.year
    return replace(column, years=frozenset({column.year})) if bare and column.year else column
