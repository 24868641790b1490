"""Which boards get more money than the year before, or less ("vilka nämnder får höjd ram?"): the
lines of the table that prints what each of them is given in both years."""

from __future__ import annotations

import re
from functools import cache

from plansvar.asking.query import Operation, Query, Scope, Subject
from plansvar.asking.tables.columns import GIVEN
from plansvar.asking.tables.lines import TableLines
from plansvar.asking.tables.moved import ALL_FELL, ALL_ROSE, DIGITS
from plansvar.asking.tables.nouns import names_boards
from plansvar.asking.tables.printed import Column, PrintedTable
from plansvar.asking.tables.reading import tables_of
from plansvar.asking.tables.scope import fits_document
from plansvar.asking.tables.units import is_money
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.member_tables import ends_as, kinds_known
from plansvar.asking.understanding.reading import Reading
from plansvar.domain import DocumentKind
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_MORE, _LESS = "more", "less"
_BOARD = "committee"
_FEWEST = 2  # boards


def of_frames(reading: Reading, catalogue: Catalogue) -> Query | None:
    """The query for the boards whose frames rise, or fall; null where no table prints both years,
    or none of them does."""
    ways = [way for way in (_MORE, _LESS) if _asked(way).search(fold(reading.text))]
    if len(ways) != 1 or reading.found.scope.organisations:
        return None
    tables = [t for t in tables_of(catalogue.library) if fits_document(t.document, reading)]
    tables.sort(key=lambda t: (t.document.kind is not DocumentKind.BUDGET, _age(t), t.number))
    found = (_moved(table, ways[0] == _MORE, reading) for table in tables if not table.organisation)
    lines = next((each for each in found if each is not None), None)
    if lines is None:
        return None
    return Query(
        text=reading.text,
        base=reading.text,
        subject=Subject.AMOUNTS,
        operation=Operation.LIST,
        scope=Scope(years=reading.found.scope.years),
        language=reading.language,
        table=lines,
    )


def _age(table: PrintedTable) -> int:
    return -(table.document.year or 0)


def _moved(table: PrintedTable, up: bool, reading: Reading) -> TableLines | None:
    label = next((c for c in table.columns if not c.numeric and names_boards(c)), None)
    pair = _pair(table, reading.found.scope.years)
    if label is None or pair is None:
        return None
    last, first = pair
    steps: dict[int, float] = {}
    for n, line in enumerate(table.lines):
        after, before = line.value(last.index), line.value(first.index)
        if not _is_board(line.text(label.index)) or after is None or before is None:
            continue
        if not line.whole and after * before >= 0:
            steps[n] = round(abs(after) - abs(before), DIGITS)
    moved = [n for n in steps if steps[n] and (steps[n] > 0) is up]
    if len(steps) < _FEWEST:
        return None
    moved.sort(key=lambda n: -abs(steps[n]))
    return TableLines(
        document=table.document.path,
        number=table.number,
        lines=tuple((table.number, n) for n in moved),
        label=label.index,
        columns=(last.index, first.index),
        way=ALL_ROSE if up else ALL_FELL,
        name=table.heading,
        column=last.heading,
        among=tuple(steps),
    )


def _is_board(name: str) -> bool:
    kinds = (kind for kind in kinds_known() if kind["name"] == _BOARD)
    return any(ends_as(name, kind["ends"]) for kind in kinds)


def _pair(table: PrintedTable, years: tuple[int, ...]) -> tuple[Column, Column] | None:
    """The columns of what is given in the year asked for, or the report's own, and in the year
    before; of several of one year those that are headed alike ("netto")."""
    year = years[0] if len(years) == 1 else table.document.year
    given = [c for c in table.columns if c.numeric and _is_given(c)]
    last = [c for c in given if c.year == year]
    first = [c for c in given if year is not None and c.year == year - 1]
    pairs = [(one, other) for one in last for other in first if one.unit == other.unit]
    if len(pairs) > 1:  # "Budget 2026 netto" beside cost, income and net of 2027
        pairs = [(one, other) for one, other in pairs if _last_word(one) == _last_word(other)]
    return pairs[0] if len(pairs) == 1 else None


def _last_word(column: Column) -> str:
    return next(iter(fold(column.heading).split()[-1:]), "")


def _is_given(column: Column) -> bool:
    return is_money(column.unit) and not column.measures.isdisjoint(GIVEN)


@cache
def _asked(way: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("frames")[way]))
