"""How much boards are to save ("hur mycket ska nämnderna effektivisera?"): the line, the column or
the table that prints what is demanded of them, of one board or of all together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from plansvar.asking.query import Operation, Query, Scope, Subject
from plansvar.asking.tables.across import part_columns
from plansvar.asking.tables.columns import table_words
from plansvar.asking.tables.lines import DEMANDED, TableLines
from plansvar.asking.tables.nouns import names_boards
from plansvar.asking.tables.printed import Column, PrintedTable
from plansvar.asking.tables.reading import tables_of
from plansvar.asking.tables.scope import fits_document
from plansvar.asking.tables.units import is_money
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.member_tables import kinds_known, kinds_of_word
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import fold, words

_BOARDS = frozenset({"committee"})
_FEW = 1
Place = tuple[int, int, int]  # a line, its label and the column of its amount


def of_demand(reading: Reading, catalogue: Catalogue) -> Query | None:
    """The query for what is demanded of the boards, or of the one that is named; null where no
    table prints it for the year asked for."""
    if not _asks(reading):
        return None
    units = reading.found.scope.organisations
    years = set(reading.found.scope.years)
    tables = [t for t in tables_of(catalogue.library) if fits_document(t.document, reading)]
    tables = [t for t in tables if not years or _year(t) in years]
    tables.sort(key=lambda t: (-(t.document.year or 0), t.number))
    asked = {fold(unit) for unit in units} or _boards_named(reading)
    found = ((t, list(_places(t, asked, catalogue))) for t in tables)
    first = next((each for each in found if each[1]), None)
    if first is None:
        return None
    table, places = first
    _, label, column = places[0]
    return Query(
        text=reading.text,
        base=reading.text,
        subject=Subject.AMOUNTS,
        operation=Operation.VALUE,
        scope=Scope(organisations=units, years=reading.found.scope.years),
        language=reading.language,
        table=TableLines(
            document=table.document.path,
            number=table.number,
            lines=tuple((table.number, n) for n, *at in places if at == [label, column]),
            label=label,
            columns=(column,),
            way=DEMANDED,
            name=table.heading,
            column=table.columns[column].heading,
        ),
    )


def _year(table: PrintedTable) -> int | None:
    """The year that a table is of: of two the one that it leads to."""
    return max(table.years, default=table.document.year)


def _boards_named(reading: Reading) -> set[str]:
    """The boards that are named by their last word ("socialnämnden"), and not as such."""
    keys = {t.key for t in reading.tokens if kinds_of_word(t.key) & _BOARDS}
    return {key for key in keys if root(key) not in _plain_boards()}


@cache
def _plain_boards() -> frozenset[str]:
    return frozenset(root(w) for k in kinds_known() if k["name"] in _BOARDS for w in k["asked"])


def _is_named(name: str, asked: set[str]) -> bool:
    return fold(name) in asked or bool(asked.intersection(words(fold(name))[-1:]))


def _asks(reading: Reading) -> bool:
    """Whether it is asked how much is to be saved, by the boards or one of them."""
    keys = [token.key for token in reading.tokens]
    said = set(keys)
    named = [n for n, key in enumerate(keys) if key.startswith(table_words("demanded"))]
    demanded = any(not n or keys[n - 1] not in table_words("part_of") for n in named)
    much = not said.isdisjoint(table_words("how_much"))
    boards = any(kinds_of_word(key) & _BOARDS for key in keys)
    ought = not said.isdisjoint(table_words("ought")) or any(
        w in key for w in table_words("demands") for key in keys
    )
    return demanded and much and ought and (boards or bool(reading.found.scope.organisations))


def _places(table: PrintedTable, asked: set[str], catalogue: Catalogue) -> Iterator[Place]:
    """Where a table prints the demand: on a line of its own with a column for each board, in a
    column of its own, or as all that it is of."""
    labels = [c for c in table.columns if not c.numeric][:_FEW]
    label = labels[0] if labels else None
    boards = part_columns(table, _BOARDS, catalogue)
    wanted = [c for c in table.columns if c.numeric and _is_wanted(c, asked, catalogue)]
    if boards and wanted and label:
        for n, line in enumerate(table.lines):
            if _demands(line.text(label.index)) and line.value(wanted[0].index) is not None:
                yield n, label.index, wanted[0].index
    if label is not None:
        of_boards = names_boards(label)
        told = _places_of_boards if of_boards else _own_places
        yield from told(table, label, asked)


def _places_of_boards(table: PrintedTable, label: Column, asked: set[str]) -> Iterator[Place]:
    """The lines of boards, or of all of them, in the one column that tells what is demanded."""
    columns = [c for c in table.columns if c.numeric and _demands(c.heading)]
    if not columns and _demands(table.heading):
        columns = [c for c in table.columns if c.numeric and is_money(c.unit)]
    sums = any(line.whole for line in table.lines)
    for n, line in enumerate(table.lines):
        of_all = line.whole or not sums
        own = _is_named(line.text(label.index), asked) if asked else of_all
        if len(columns) == 1 and own and line.value(columns[0].index) is not None:
            yield n, label.index, columns[0].index


def _own_places(table: PrintedTable, label: Column, asked: set[str]) -> Iterator[Place]:
    """The sum of what a board is to save, in a table of its own papers under a heading that says
    so ("Effektiviseringar")."""
    own = table.organisation is not None and fold(table.organisation) in asked
    money = [c for c in table.columns if c.numeric and is_money(c.unit)]
    if not (own and _demands(table.heading) and len(money) == _FEW):
        return
    for n, line in enumerate(table.lines):
        if line.whole and line.value(money[0].index) is not None:
            yield n, label.index, money[0].index


def _is_wanted(column: Column, asked: set[str], catalogue: Catalogue) -> bool:
    """Whether a column is of the board asked for, or of all where none is named."""
    heading = column.heading.strip()
    if asked:
        return _is_named(catalogue.abbreviations.get(heading, heading), asked)
    return not set(words(heading)).isdisjoint(table_words("sums"))


def _demands(text: str) -> bool:
    return any(word.startswith(table_words("demanded")) for word in words(fold(text)))
