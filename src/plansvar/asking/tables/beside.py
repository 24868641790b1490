"""The lines of a printed table of which one column is more or less than another, than the same of
an earlier year, or than the line of all."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.tables.asked import ABOVE, BELOW, Asked, Beside
from plansvar.asking.tables.columns import (
    AFTER,
    DEVIATION,
    column_beside,
    headed,
    named_column,
    ranked_column,
    table_words,
)
from plansvar.asking.tables.deviations import dated, is_turned
from plansvar.asking.tables.nouns import names_boards
from plansvar.asking.tables.parts import Part, Told, is_of, is_within, valued
from plansvar.asking.tables.printed import Column, Line, PrintedTable
from plansvar.asking.tables.scope import in_years
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.member_fitting import is_said
from plansvar.asking.understanding.reading import Reading
from plansvar.language.folding import words


def set_beside(part: Part, asked: Asked, reading: Reading) -> Told | None:
    """The lines of which one column is more or less than another, or than the line of all."""
    beside, table = asked.beside, part.table
    if beside is not None and beside.of_year:
        return _beside_year(part, asked, beside, reading)
    if beside is None or not beside.said:
        return None
    if not set(beside.said).isdisjoint(table_words("whole")):
        return _beside_whole(part, asked, reading)
    other = named_column(table, beside.said, reading)
    own = column_beside(table, other, reading) if other else None
    if other is None or own is None or not in_years(table, own, reading):
        return None
    if len({_is_of_all_years(column) for column in (own, other)}) > 1:
        return None  # what all years cost is no more than the budget of one
    kept = part.of(own, other)
    above = _is_above(table, beside.way, beside.good)
    if kept is None or above is None:
        return None
    lines = [n for n in kept.lines if _is_beside(table.lines[n], own, other, above)]
    return Told(tuple(lines), (own, other), ABOVE if above else BELOW)


def _is_of_all_years(column: Column) -> bool:
    """Whether a column tells what something costs in all its years ("Total utgift")."""
    begins = table_words("of_all_years")
    return any(word.startswith(begins) for word in words(column.heading))


def _beside_year(part: Part, asked: Asked, beside: Beside, reading: Reading) -> Told | None:
    """The lines of which a column is more or less than the same column of an earlier year; of
    boards only where the table is of what is named: what they are given has questions of its
    own."""
    titled = any(is_said(content, set(part.table.title)) for content in asked.needed)
    if names_boards(part.label) and not titled:
        return None
    pair = year_columns(part.table, beside, part.rest, reading)
    above = _is_above(part.table, beside.way, beside.good)
    if pair and beside.good and DEVIATION in pair[0].measures:
        above = (beside.way == ABOVE) is not is_turned(part.table, pair[0])
    kept = part.of(*pair) if pair else None
    if pair is None or kept is None or above is None:
        return None
    lines = [n for n in kept.lines if _is_beside(part.table.lines[n], *pair, above)]
    return Told(tuple(lines), pair, ABOVE if above else BELOW) if lines else None


def year_columns(
    table: PrintedTable, beside: Beside, needed: Sequence[Content], reading: Reading
) -> tuple[Column, Column] | None:
    """A column of the year asked for, or of the newest, and the same column of the year that it is
    held against: of several such the one that says most of the question; null where that is more
    than one."""
    columns = (dated(table, column) for column in table.columns)
    of_years = [c for c in columns if c.numeric and len(c.years) == 1]
    years = [year for year in reading.found.scope.years if year != beside.year]
    own = years[0] if years else max((max(c.years) for c in of_years), default=0)
    other = beside.year if beside.year is not None else own - 1
    apart = [
        (one, two)
        for one in of_years
        for two in of_years
        if own in one.years and other in two.years and one.unit == two.unit
    ]
    pairs = [(one, two) for one, two in apart if one.kind == two.kind]
    # "Utfall 2027" beside "Prognos 2031": what a year came to, and what a later one is to come to.
    pairs = pairs or [pair for pair in apart if all(_tells_after(column) for column in pair)]
    told = [sum(headed(one, content) for content in needed) for one, _ in pairs]
    pairs = [pair for pair, said in zip(pairs, told, strict=True) if said == max(told)]
    return pairs[0] if len(pairs) == 1 else None


def _tells_after(column: Column) -> bool:
    return not column.measures.isdisjoint(AFTER)


def _is_above(table: PrintedTable, way: str, good: bool) -> bool | None:
    """Whether more is asked for; what is better is more of results and less of costs."""
    if not good:
        return way == ABOVE
    if is_of(table, "results"):
        return way == ABOVE
    return way != ABOVE if is_of(table, "costs") else None


def _is_beside(line: Line, own: Column, other: Column, above: bool) -> bool:
    first, second = line.value(own.index), line.value(other.index)
    if first is None or second is None:
        return False
    return first > second if above else first < second


def _beside_whole(part: Part, asked: Asked, reading: Reading) -> Told | None:
    """The lines that lie above or below the line of all."""
    wholes = [n for n, line in enumerate(part.table.lines) if line.whole]
    column = ranked_column(part.table, part.rest, reading, part.label)
    if column is None or len(wholes) != 1 or asked.beside is None or asked.beside.good:
        return None
    limit = part.table.lines[wholes[0]].value(column.index)
    kept = part.of(column)
    if kept is None or limit is None or not in_years(part.table, column, reading):
        return None
    above = asked.beside.way == ABOVE
    lines = [n for n, v in valued(kept, column) if is_within(v, limit, ">" if above else "<")]
    return Told(tuple(lines), (column,), ABOVE if above else BELOW, wholes[0])
