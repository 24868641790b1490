"""Which lines of a printed table a question asks for."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.words import is_percent
from plansvar.asking.query import Order, OrderBy
from plansvar.asking.tables.asked import (
    LEAST,
    MOST,
    Asked,
    Limit,
    is_of_results,
)
from plansvar.asking.tables.beside import set_beside
from plansvar.asking.tables.columns import (
    AFTER,
    DEVIATION,
    GIVEN,
    ranked_column,
    says,
)
from plansvar.asking.tables.deviations import deviations, is_turned
from plansvar.asking.tables.moved import OF_CHANGE, all_moved, furthest_moved, way_moved
from plansvar.asking.tables.nouns import is_of_verb, is_titled, names_boards
from plansvar.asking.tables.parts import Part, Told, is_of, is_within, stems_of, valued
from plansvar.asking.tables.printed import Column, PrintedTable
from plansvar.asking.tables.scope import in_years
from plansvar.asking.tables.units import factor_of, is_money
from plansvar.asking.understanding.due_asked import due_asked
from plansvar.asking.understanding.member_fitting import is_said
from plansvar.asking.understanding.member_tables import kinds_of_word
from plansvar.asking.understanding.moneyed import is_group
from plansvar.asking.understanding.reading import Reading
from plansvar.language.deadlines import months_due

_CHANGE = "change"
DEADLINE = "deadline"  # the role of a column of times
_OTHERS = ("responsible", "status")


def told_lines(part: Part, asked: Asked, reading: Reading) -> Told | None:
    """What is asked for of a table; null where the table does not say all that is said."""
    if asked.beside is not None:
        return set_beside(part, asked, reading)
    if asked.order is None and asked.limit is None:
        return _moved(part, reading) or all_moved(part, reading) or _holding(part, reading)
    if asked.order is not None and asked.order.by in OF_CHANGE:
        return _by_change(part, asked, reading) or furthest_moved(part, asked, reading)
    return _by_column(part, asked, reading)


def _by_change(part: Part, asked: Asked, reading: Reading) -> Told | None:
    """The lines by a printed column of changes, where it is in percent if that is asked for."""
    column = _change(part.table)
    relative = says(reading, "percent")
    if column is not None and relative is not is_percent(column.unit):
        return None
    return _by_column(part, asked, reading)


def _by_column(part: Part, asked: Asked, reading: Reading) -> Told | None:
    column = _column(part, asked, reading)
    if column is None or not in_years(part.table, column, reading):
        return None
    own = part.of(column)
    if own is None:
        return None
    return _within(own, column, asked, reading) if asked.limit else _ordered(own, column, asked)


def _column(part: Part, asked: Asked, reading: Reading) -> Column | None:
    order, table = asked.order, part.table
    if order is not None and order.by is OrderBy.RISE:
        return _change(table)
    if order is not None and order.by is not OrderBy.VALUE:
        if names_boards(part.label) or not is_of_results(order, reading):
            return None
        results = deviations(table) or _result_columns(table, reading)
        if not results and not is_of(table, "results"):
            return None
        table = replace(table, columns=(part.label, *results)) if results else table
    if asked.limit is not None and asked.limit.unit:
        kept = (c for c in table.columns if c == part.label or _is_given_in(c, asked.limit))
        table = replace(table, columns=tuple(kept))
    table = _of_sort(table, part.label, reading)
    done = [c for c in table.columns if c.numeric and is_of_verb(c.stems, reading)]
    if len(done) == 1:
        return done[0]  # "effektiviserar mest" of a column "Effektivisering"
    column = ranked_column(table, part.rest, reading, part.label)
    if column and names_boards(part.label) and not _says_money(column, part, reading):
        return None
    return column


def _of_sort(table: PrintedTable, label: Column, reading: Reading) -> PrintedTable:
    """A table without columns of another sort than what is asked for: what costs is told in money,
    and what there is most of is counted and no share."""
    columns = table.columns
    if says(reading, "counting"):
        columns = tuple(c for c in columns if c == label or not is_percent(c.unit))
    if reading.has("spending", "cost"):
        columns = tuple(c for c in columns if c == label or is_money(c.unit))
    return replace(table, columns=columns)


def _result_columns(table: PrintedTable, reading: Reading) -> tuple[Column, ...]:
    """The columns of results; of a table of results what is expected, where that is asked for."""
    columns = [c for c in table.columns if c.numeric]
    expected = [c for c in columns if AFTER[0] in c.measures]
    if expected and says(reading, "expected") and is_of(table, "results"):
        return tuple(expected)
    return tuple(c for c in columns if "resultat" in c.measures)


def _change(table: PrintedTable) -> Column | None:
    moved = [c for c in table.columns if c.numeric and _CHANGE in c.measures]
    return moved[0] if len(moved) == 1 else None


def _says_money(column: Column, part: Part, reading: Reading) -> bool:
    """Whether a question on boards says what it asks most of: a column, or what they are given."""
    said = any(is_said(content, set(column.stems)) for content in part.rest)
    said = said or is_of_verb(part.table.title, reading) or _names_title(part.table, reading)
    stems = {t.stem for t in reading.tokens if t.number is None and not reading.is_function(t)}
    given = says(reading, "given") or reading.has("spending", "give")
    of_money = bool(column.measures.intersection((*AFTER, *GIVEN)))
    of_money = of_money and (column.unit is None or is_money(column.unit))
    return said or bool(stems & column.stems) or (given and of_money)


def _names_title(table: PrintedTable, reading: Reading) -> bool:
    """Whether a word that is none for boards stands in the title over a table."""
    free = [t for t in reading.tokens if not (reading.is_function(t) or kinds_of_word(t.key))]
    return any(is_titled(table, token.stem) for token in free if token.number is None)


def _ordered(part: Part, column: Column, asked: Asked) -> Told | None:
    """The lines by a column, the first ones first; amounts that are all below zero by size."""
    order = asked.order
    found = valued(part, column)
    if not any(v for _, v in found):
        return None
    if DEVIATION in column.measures and is_turned(part.table, column):
        found = [(n, -v) for n, v in found]
    below = [v for _, v in found if v < 0]
    if order is None:
        return None
    if order.by is OrderBy.VALUE and below and any(v > 0 for _, v in found):
        return None
    most = is_most_first(order)
    sized = [(n, abs(v) if order.by is OrderBy.VALUE else v) for n, v in found]
    sized.sort(key=lambda pair: -pair[1] if most else pair[1])
    return Told(tuple(n for n, _ in sized), (column,), MOST if most else LEAST)


def is_most_first(order: Order) -> bool:
    """Whether the largest value comes first: what is worst of results is the least of them."""
    return order.descending is not (order.by is OrderBy.DISTANCE_TO_TARGET)


def _within(part: Part, column: Column, asked: Asked, reading: Reading) -> Told | None:
    """The lines within a limit, in the unit of the column; costs that are all printed below zero
    by their size, and changes by the way that they go."""
    limit = asked.limit
    if limit is None:
        return None
    if not _is_given_in(column, limit):
        return None
    value = limit.value * factor_of(limit.unit or "") / factor_of(column.unit)
    found = valued(part, column)
    below = max((v for _, v in found), default=0) <= 0
    sign = -1 if (says(reading, "falling") if _CHANGE in column.measures else below) else 1
    kept = [n for n, v in found if is_within(sign * v, value, limit.relation)]
    return Told(tuple(kept), (column,), "within")


def _is_given_in(column: Column, limit: Limit) -> bool:
    """Whether a column's figures are given in such a unit as a limit is: money, or shares."""
    unit = limit.unit or ""
    return is_money(unit) is is_money(column.unit) and (
        not is_percent(unit) or is_percent(column.unit)
    )


def _moved(part: Part, reading: Reading) -> Told | None:
    """The lines whose column of changes says that they rose or fell."""
    column = _change(part.table)
    rising = way_moved(reading)
    if column is None or rising is None or not says(reading, "which"):
        return None
    own = part.of(column)
    if own is None or not in_years(part.table, column, reading):
        return None
    kept = [n for n, v in valued(own, column) if (v > 0 if rising else v < 0)]
    return Told(tuple(kept), (column,), "rising" if rising else "falling")


def _ended(part: Part, reading: Reading) -> Told | None:
    """The lines that are to be done by the time asked for."""
    table, asked = part.table, due_asked(reading)
    due = next((c for c in table.columns if c.role == DEADLINE), None)
    if asked is None or due is None:
        return None
    told = ((n, table.lines[n].text(due.index)) for n in part.lines)
    dated = ((n, months_due(text, table.document.year)) for n, text in told)
    ended = tuple(n for n, months in dated if months is not None and asked.holds(months))
    return Told(ended, (due,), "holding") if ended else None


def _holding(part: Part, reading: Reading) -> Told | None:
    """The lines with somebody or something in one of their other columns of words."""
    if not says(reading, "which"):
        return None
    table = part.table
    if not part.rest and (ended := _ended(part, reading)) is not None:
        return ended
    if any(is_group(content, reading, "units") for content in part.rest):
        return None  # "nämnderna" are all of them: no line is of some board for that
    for column in table.columns if part.rest else ():
        if column.role not in _OTHERS or column.index == part.label.index:
            continue
        kept = [
            n
            for n in part.lines
            if all(is_said(content, stems_of(table.lines[n], column)) for content in part.rest)
        ]
        if kept:
            return Told(tuple(kept), (column,), "holding")
    return None
