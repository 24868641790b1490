"""Questions on the lines of any printed table: "största investeringen 2026?", "vilka bolag väntas
gå sämre än budget?", "vilka åtgärder ger mer än två miljoner?".

A table answers only where it says all that the question says: what the lines are, the column, the
year, and every other word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.asking.evidence.words import is_percent, vocabulary_list
from plansvar.asking.query import Operation, Query, Scope, Subject
from plansvar.asking.tables.asked import (
    ABOVE,
    BELOW,
    LEAST,
    MOST,
    Asked,
    asked_of_lines,
)
from plansvar.asking.tables.columns import AFTER, FORECAST, GIVEN, says, stems_told, table_words
from plansvar.asking.tables.finding import is_most_first, told_lines
from plansvar.asking.tables.heads import nouns_of
from plansvar.asking.tables.lines import TableLines
from plansvar.asking.tables.moved import ALL_MOVED, FELL, ROSE
from plansvar.asking.tables.nouns import lines_of_kind, noun_places
from plansvar.asking.tables.of_tasks import is_of_tasks
from plansvar.asking.tables.parts import Part, Told
from plansvar.asking.tables.printed import Column, PrintedTable
from plansvar.asking.tables.projects import SHOWN, of_largest_project, of_projects
from plansvar.asking.tables.scope import fits_place, lines_of_unit
from plansvar.asking.tables.units import is_money
from plansvar.asking.understanding import grammar as rules
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.cues import asks_what_is_done
from plansvar.asking.understanding.lexicon import function_words
from plansvar.asking.understanding.member_fitting import is_said, year_apart
from plansvar.asking.understanding.reading import Reading

_ASKING = (
    None, Operation.VALUE, Operation.LIST, Operation.WHAT, Operation.RANK, Operation.HOW,
    Operation.RESPONSIBLE, Operation.WHEN,
)  # fmt: skip
_OVER_YEARS = (Operation.TREND, Operation.COMPARE, Operation.DIFFERENCE)
_NARROW = (Operation.HOW, Operation.RESPONSIBLE, Operation.WHEN)
LONGEST = 60  # words of a question on the lines of a table


@dataclass(frozen=True, slots=True)
class Found:
    """A table that says all that a question says, and what it tells."""

    part: Part
    told: Told

    @property
    def table(self) -> PrintedTable:
        return self.part.table


def of_table(reading: Reading, catalogue: Catalogue) -> Query | None:
    """The query for the lines of the table that says all that the question does; of several such
    tables of one document with the same columns all together."""
    projects = of_projects(reading, catalogue) or of_largest_project(reading, catalogue)
    if projects is not None:
        return projects
    operation = rules.cued_operation(reading)
    if asks_what_is_done(reading):
        return None
    asked = asked_of_lines(reading, catalogue)
    over_years = operation in _OVER_YEARS and asked.beside is not None and asked.beside.of_year
    sorted_out = asked.order is not None and asked.order.whole
    compared = asked.limit is not None or asked.beside is not None
    counting = reading.has("operation", Operation.COUNT.value) and compared
    asking = operation in _ASKING or over_years or sorted_out or counting
    if not asking or reading.has("assessment"):
        return None
    if reading.has("against_plan") and asked.beside is None:
        return None
    if asked.beside is not None and says(reading, "degree"):
        return None
    which = says(reading, "which") or says(reading, "leading") or counting
    if not which and (operation in _NARROW or asked.order is None):
        return None
    held = (_found(table, asked, reading, catalogue) for table in catalogue.printed_tables)
    told = (each for each in held if each is not None and _is_asked(each, reading))
    found = sorted(told, key=lambda each: _rank(each, reading))
    if not found:
        return None
    table = _together(found, asked)
    return Query(
        text=reading.text,
        base=reading.text,
        subject=Subject.AMOUNTS,
        operation=_operation(table, counting),
        scope=Scope(years=reading.found.scope.years),
        as_table=reading.has("as_table"),
        language=reading.language,
        table=table,
    )


def _is_asked(found: Found, reading: Reading) -> bool:
    """Whether a table is of what is asked for: what boards run over is not what they invest."""
    invests = any(token.key.startswith(table_words("invested")) for token in reading.tokens)
    stems = {*found.table.title, *found.table.around, *nouns_of(found.part.label.heading)}
    of_those = any(stem.startswith(table_words("invested")) for stem in stems)
    return (of_those or not invests) and _tells_asked(found.told, reading)


def _tells_asked(told: Told, reading: Reading) -> bool:
    """Whether the column that decides tells what is asked for: the largest budget is none that most
    of has been used up."""
    laid_out = any(t.key in vocabulary_list("balance", "used_up") for t in reading.tokens)
    given = laid_out and any(set(GIVEN) >= c.measures and c.measures for c in told.columns[:1])
    return not given and _tells_share(told, reading)


def _tells_share(told: Told, reading: Reading) -> bool:
    """Whether the column that decides tells a share, or how far one is from another in percent,
    where a share is asked for: the most men are no largest share of men."""
    asked = reading.has("operation", Operation.SHARE.value)
    return not asked or told.relative or any(is_percent(c.unit) for c in told.columns[:1])


def _operation(table: TableLines, counting: bool) -> Operation:
    if table.way in (MOST, LEAST, ROSE, FELL):
        return Operation.RANK
    return Operation.COUNT if counting else Operation.LIST


def is_of_years(query: Query | None) -> bool:
    """Whether lines are asked for by how two years differ: of which one column is more or less than
    another ("högre 2025 än 2024"), or by how far they went, and not since the newest report."""
    table = query.table if query else None
    if query is None or table is None:
        return False
    return bool(table.among) or (table.way in (ABOVE, BELOW) and bool(query.scope.years))


def _together(found: Sequence[Found], asked: Asked) -> TableLines:
    """The first table that was found, with those of its document that have the same columns."""
    first = found[0]
    alike = [each for each in found if _is_alike(each, first)]
    lines = [(each.table.number, n) for each in alike for n in each.told.lines]
    if asked.order is not None and first.told.way in (MOST, LEAST):
        lines = _first_ones(alike, asked)
    columns = first.told.columns
    return TableLines(
        document=first.table.document.path,
        number=first.table.number,
        lines=tuple(lines),
        label=first.part.label.index,
        columns=tuple(column.index for column in columns),
        way=first.told.way,
        beside=first.told.beside,
        name=first.table.heading,
        column=columns[0].heading,
        among=first.told.among,
        relative=first.told.relative,
    )


def _is_alike(one: Found, other: Found) -> bool:
    if one is other:
        return True
    if one.told.beside is not None or other.told.beside is not None or other.told.among:
        return False
    return (
        one.table.document.path == other.table.document.path
        and [c.heading for c in one.table.columns] == [c.heading for c in other.table.columns]
        and [c.index for c in one.told.columns] == [c.index for c in other.told.columns]
        and one.told.way == other.told.way
    )


def _first_ones(found: Sequence[Found], asked: Asked) -> list[tuple[int, int]]:
    """The lines that come first in all of the tables, with those of the same value as the last; all
    where the list is sorted."""
    order = asked.order
    if order is None:
        return []
    column = found[0].told.columns[0].index
    valued = [
        (each.table.number, n, abs(value) if value < 0 and _are_below(found, column) else value)
        for each in found
        for n in each.told.lines
        if (value := each.table.lines[n].value(column)) is not None
    ]
    most = is_most_first(order)
    valued.sort(key=lambda each: -each[2] if most else each[2])
    shown = len(valued) if order.whole else order.limit or SHOWN
    last = valued[min(shown, len(valued)) - 1][2]
    return [
        (number, n) for number, n, value in valued if (value >= last if most else value <= last)
    ]


def _are_below(found: Sequence[Found], column: int) -> bool:
    """Whether all amounts are printed below zero: their size is what is asked about."""
    values = [each.table.lines[n].value(column) or 0.0 for each in found for n in each.told.lines]
    return max(values) <= 0


def _found(
    table: PrintedTable, asked: Asked, reading: Reading, catalogue: Catalogue
) -> Found | None:
    if not fits_place(table, reading) or not _is_named_money(table, asked, reading):
        return None
    for label in table.labels:
        part = _part(table, label, asked, reading, catalogue)
        told = told_lines(part, asked, reading) if part else None
        if part and told is None and part.narrowed and not part.rest and _lists(asked, reading):
            told = Told(part.lines, (label,), "holding")
        if part and told and not (told.way in ALL_MOVED or nouns_of(label.heading) or label.kinds):
            told = told if _says_column(told, reading) else None
        if part and told and not is_of_tasks(part, told, asked, reading, catalogue):
            return Found(part, told)
    return None


def _says_column(told: Told, reading: Reading) -> bool:
    """Whether a question names the column that decides, or asks for money where that is it; where
    only the title says what the lines of a table are, one that does not may ask of more than the
    table."""
    stems = {t.stem for t in reading.tokens if t.number is None and not reading.is_function(t)}
    column = told.columns[0]
    of_money = says(reading, "given") and is_money(column.unit)
    return of_money or not stems.isdisjoint(column.stems)


def _lists(asked: Asked, reading: Reading) -> bool:
    """Whether all lines of a unit are asked for, and nothing else of them."""
    plain = asked.order is None and asked.limit is None and asked.beside is None
    of_figures = reading.has("change") or reading.has("measure")
    return plain and says(reading, "which") and not of_figures


def _part(
    table: PrintedTable, label: Column, asked: Asked, reading: Reading, catalogue: Catalogue
) -> Part | None:
    places = noun_places(table, label, reading, asked.heads, asked.first)
    if not places:
        return None
    rest = [c for c in asked.needed if places.isdisjoint(c.tokens)]
    rest = [c for c in rest if not is_said(c, set(table.around))]
    lines = lines_of_kind(table, label, reading, places)
    own = lines_of_unit(table, label, lines, reading, catalogue)
    if own is None:
        return None
    return Part(table, label, tuple(rest), tuple(own), len(own) < len(lines))


def _is_named_money(table: PrintedTable, asked: Asked, reading: Reading) -> bool:
    """Whether words for money that is over or short are none but the table's title."""
    places = {n for m in reading.places("money") for n in range(m.start, m.end)}
    small = {w for name in ("doing", "better", "worse", "than") for w in table_words(name)}
    small |= set(asked.beside.said) if asked.beside else set()
    keys = {n: reading.tokens[n].key for n in places}
    told = {n for n, key in keys.items() if key not in function_words() and key not in small}
    over = any(
        reading.tokens[m.end].key in table_words("over")
        for m in reading.places("order")
        if m.end < len(reading.tokens)
    )
    sided = len(reading.values("money")) == 1  # over or short, and not which way ("i balans")
    limited = bool(told) and sided and asked.limit is not None
    return not (over or limited) and {reading.tokens[n].stem for n in told} <= table.title


def _came_out(found: Found) -> bool:
    """Whether the column that decides tells no plan: what a thing did cost is told by accounts."""
    column = found.told.columns[0]
    if FORECAST in column.measures:
        return False
    return not column.measures.isdisjoint(AFTER) or column.measures.isdisjoint(GIVEN)


def _rank(found: Found, reading: Reading) -> tuple[int, ...]:
    """Which of several fitting tables comes first: of the whole municipality, that is called by a
    word of the question, whose columns say most, of the year asked for, the newest."""
    scope, table = reading.found.scope, found.table
    stems = stems_told(reading)
    said = {stem for column in found.told.columns for stem in column.stems & stems}
    called = stems & (nouns_of(found.part.label.heading) | table.title)
    return (
        bool(table.organisation) and not scope.organisations,
        says(reading, "past") and not _came_out(found),
        not called,
        -len(said),
        year_apart(table.document, scope),
        -(table.document.year or 0),
        table.number,
    )
