"""Which of several columns: a table that gives each board, or each month, a column of its own and
each thing a line ("vilken nämnd får mest till satsningar?", "vilken månad var den lägst?")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.asking.query import Operation, OrderBy, Query, Scope, Subject
from plansvar.asking.tables.asked import Asked, asked_of_lines
from plansvar.asking.tables.heads import years_named
from plansvar.asking.tables.lines import LEAST_ACROSS, MOST_ACROSS, TableLines
from plansvar.asking.tables.nouns import is_of_verb
from plansvar.asking.tables.printed import Column, Line, PrintedTable
from plansvar.asking.tables.reading import tables_of
from plansvar.asking.tables.scope import fits_place
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.measuring import order_of
from plansvar.asking.understanding.member_fitting import is_said
from plansvar.asking.understanding.member_tables import ends_as, kinds_known, kinds_of_word
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.reading import Reading
from plansvar.language.folding import words
from plansvar.language.months import month_of

_LEAST = 3  # columns that tell of parts, and not of two sides
_MONTH = "month"


@dataclass(frozen=True, slots=True)
class _Found:
    """A line with the columns of its parts, and how much of the question its label says."""

    table: PrintedTable
    line: int
    columns: tuple[Column, ...]
    said: int
    year: int


def of_columns(reading: Reading, catalogue: Catalogue) -> Query | None:
    """The query for the part whose column holds the most or least of the one line asked for."""
    order = order_of(reading)
    if order is None or order.by is not OrderBy.VALUE or reading.has("change"):
        return None
    kinds = frozenset(k for token in reading.tokens for k in kinds_of_word(token.key))
    if not kinds or reading.has("assessment"):
        return None
    asked = asked_of_lines(reading, catalogue)
    needed = [c for c in asked.needed if not _is_kind(c, reading)]
    tables = [t for t in tables_of(catalogue.library) if fits_place(t, reading)]
    parts = [(t, part_columns(t, kinds, catalogue)) for t in tables]
    held = [f for t, c in parts if c for f in _lines(t, c, needed, asked, reading)]
    if not held:
        return None
    best = min(
        held, key=lambda f: (-f.said, -(f.table.document.year or 0), -f.year, f.table.number)
    )
    return _query(reading, best, order.descending, order.limit or 1)


def _is_kind(content: Content, reading: Reading) -> bool:
    return any(kinds_of_word(reading.tokens[n].key) for n in content.tokens)


def part_columns(
    table: PrintedTable, kinds: frozenset[str], catalogue: Catalogue
) -> tuple[Column, ...]:
    """The columns that are each of one part; none where there are hardly any."""
    own = tuple(c for c in table.columns if c.numeric and _is_part(c.heading, kinds, catalogue))
    return own if len(own) >= _LEAST else ()


def _is_part(heading: str, kinds: frozenset[str], catalogue: Catalogue) -> bool:
    said = [word for word in words(heading) if not word.isdigit()]
    if _MONTH in kinds and len(said) == 1 and month_of(said[0]) is not None:
        return True
    named = catalogue.abbreviations.get(heading.strip(), heading)
    return any(ends_as(named, k["ends"]) for k in kinds_known() if k["name"] in kinds and k["ends"])


def _lines(
    table: PrintedTable,
    columns: tuple[Column, ...],
    needed: Sequence[Content],
    asked: Asked,
    reading: Reading,
) -> list[_Found]:
    """The lines that say, with what stands over the table, all that the question does."""
    years = set(reading.found.scope.years)
    found = []
    for n, line in enumerate(table.lines):
        name = line.label or line.text(0)  # a year alone is no label
        label, own = set(name_stems(name)), set(years_named(name))
        over = own or table.years or {table.document.year or 0}
        if asked.limit or (years and years.isdisjoint(over)) or not _is_told(line, columns):
            continue
        done = is_of_verb(label, reading)
        said = sum(is_said(content, label) for content in needed) + done
        whole = all(is_said(c, label | table.title) for c in needed)
        if (needed or done) and whole and (said or own or len(table.lines) == 1):
            found.append(_Found(table, n, columns, said, max(own, default=0)))
    return found


def _is_told(line: Line, columns: Sequence[Column]) -> bool:
    return sum(line.value(c.index) is not None for c in columns) > 1


def _query(reading: Reading, found: _Found, most: bool, shown: int) -> Query:
    line = found.table.lines[found.line]
    told = [(v, c.index) for c in found.columns if (v := line.value(c.index)) is not None]
    if max(v for v, _ in told) <= 0:
        told = [(-v, index) for v, index in told]
    told.sort(key=lambda each: each[0], reverse=most)
    last = told[min(shown, len(told)) - 1][0]
    first = [index for v, index in told if (v >= last if most else v <= last)]
    label = next((n for n, cell in enumerate(line.cells) if cell and cell.span in line.labels), 0)
    table = TableLines(
        document=found.table.document.path,
        number=found.table.number,
        lines=((found.table.number, found.line),),
        label=label,
        columns=tuple(first),
        way=MOST_ACROSS if most else LEAST_ACROSS,
        name=found.table.heading,
        column=line.label or line.text(0),
    )
    return Query(
        text=reading.text,
        base=reading.text,
        subject=Subject.AMOUNTS,
        operation=Operation.RANK,
        scope=Scope(years=reading.found.scope.years),
        language=reading.language,
        table=table,
    )
