"""Tables as printed: what their columns say, and the lines under them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.asking.understanding.member_tables import (
    ends_as,
    is_whole,
    kinds_known,
    kinds_of_word,
)
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.roots import root
from plansvar.domain import Cell, Document, Span, Table
from plansvar.index.library import Library
from plansvar.language.folding import fold, words
from plansvar.language.numbers import parse_number
from plansvar.language.vocabulary import vocabulary

LEAST_LINES, LONGEST_TITLE = 2, 16
_SHORT = 4  # letters of a word that other words may begin or end with by chance
_LABELS = 2  # columns that may name the lines
Units = Mapping[tuple[str, int], tuple[str | None, Span | None]]
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MOSTLY = 0.5  # so many of a column's cells are numbers where it holds numbers


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading with the spans that print it. `measures` are what the heading says is
    told, `role` what a column without values holds, `unit` what its numbers are given in, `kinds`
    what parts of a municipality its cells name."""

    index: int
    heading: str
    spans: tuple[Span, ...]
    stems: frozenset[str]
    years: frozenset[int]
    measures: frozenset[str]
    role: str | None
    numeric: bool
    unit: str | None
    unit_span: Span | None
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of cells, null where there is none; `whole` where it sums up the others."""

    cells: tuple[Cell | None, ...]
    whole: bool

    def text(self, column: int) -> str:
        cell = self.cells[column]
        return " ".join(cell.text.split()) if cell else ""

    def value(self, column: int) -> float | None:
        return parse_number(self.text(column))


@dataclass(frozen=True, slots=True)
class Grid:
    """A printed table. `title` are the stems of its caption and the heading right above, `around`
    those of all headings and of the document's title."""

    document: Document
    number: int
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    heading: str
    title: frozenset[str]
    around: frozenset[str]
    years: frozenset[int]
    organisation: str | None

    @property
    def labels(self) -> tuple[Column, ...]:
        """The columns that may name the lines."""
        named = [c for c in self.columns if not c.numeric and c.role is None and not c.years]
        return tuple(named[:_LABELS])


def grids_of(library: Library) -> tuple[Grid, ...]:
    """All tables of a library that have headed columns and several lines."""
    units = {
        (row.place.document_id, row.cell.start): (row.unit, row.unit_span)
        for row in library.amounts()
        if row.unit
    }
    made = (
        _grid(document, number, table, units)
        for document in library.documents()
        for number, table in enumerate(document.tables)
        if table.header_rows
    )
    return tuple(grid for grid in made if grid and len(grid.lines) >= LEAST_LINES)


def _grid(document: Document, number: int, table: Table, units: Units) -> Grid | None:
    at = {
        (row, column): cell
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    width = table.column_count
    rows = [
        tuple(at.get((row, column)) for column in range(width))
        for row in range(table.header_rows, table.row_count)
    ]
    lines = tuple(_line(cells) for cells in rows if len({c for c in cells if c}) > 1)
    heads = [
        [c for row in range(table.header_rows) if (c := at.get((row, column)))]
        for column in range(width)
    ]
    section = document.section_at(table.span.start)
    path = section.path if section else ()
    caption = document.quote(table.caption) if table.caption else ""
    titled = caption if len(words(caption)) <= LONGEST_TITLE else ""
    part = document.part_at(table.span.start)
    columns = tuple(
        _column(index, heads[index], heads, lines, table.caption, caption) for index in range(width)
    )
    near = " ".join((titled, *path[-1:]))
    return Grid(
        document,
        number,
        columns,
        lines,
        path[-1] if path else caption,
        frozenset(name_stems(near)),
        frozenset(name_stems(" ".join((near, *path, document.title)))),
        _years(near) or _years(" ".join(path[1:])),
        part.organisation if part else None,
    )


def _with_unit(column: Column, lines: Sequence[Line], document: Document, units: Units) -> Column:
    """The column with the unit that its amounts were found to be in, where no heading says it."""
    if column.unit or not column.numeric:
        return column
    cells = (cell for line in lines if (cell := line.cells[column.index]))
    found = (units.get((document.path, cell.span.start)) for cell in cells)
    unit, span = next(filter(None, found), (None, None))
    return replace(column, unit=unit, unit_span=span)


def _line(cells: Sequence[Cell | None]) -> Line:
    label = next((c.text for c in cells if c and any(map(str.isalpha, c.text))), "")
    first = words(label)[:1]
    part = bool(first) and first[0] in _told("parts_of_lines")
    return Line(tuple(cells), part or is_whole(label))


def _column(
    index: int,
    own: Sequence[Cell],
    heads: Sequence[Sequence[Cell]],
    lines: Sequence[Line],
    caption: Span | None,
    captioned: str,
) -> Column:
    cells = tuple(dict.fromkeys(cell for cell in own if cell.text.strip()))
    heading = " ".join(" ".join(cell.text.split()) for cell in cells)
    filled = [line for line in lines if line.text(index)]
    numbers = [line for line in filled if line.value(index) is not None]
    mostly = len(numbers) > _MOSTLY * len(filled)
    dates = all(_YEAR.match(line.text(index)) for line in numbers) or _role(heading) is not None
    told = [(heading, cells[0].span if cells else None)]
    told += [(" ".join(c.text.split()), c.span) for head in heads[:2] for c in head]
    units = (
        (unit, span) for text, span in (*told, (captioned, caption)) if (unit := unit_in(text))
    )
    unit, unit_span = next(units, (None, None))
    return Column(
        index,
        heading,
        tuple(cell.span for cell in cells),
        frozenset(name_stems(heading)),
        _years(heading),
        frozenset(_measures(heading)),
        _role(heading),
        bool(numbers) and not dates and (mostly or unit_in(heading) is not None),
        unit,
        unit_span,
        _kinds(heading, [line.text(index) for line in lines if not line.whole]),
    )


def _kinds(heading: str, cells: Sequence[str]) -> frozenset[str]:
    """What parts of a municipality are named: by the heading, or the ends of their names."""
    found = {kind for word in words(heading) for kind in kinds_of_word(word)}
    for kind in kinds_known():
        named = [text for text in cells if ends_as(text, kind["ends"])]
        if len(named) > _MOSTLY * len(cells):
            found.add(kind["name"])
    return frozenset(found)


def unit_in(text: str) -> str | None:
    """The unit that a heading says its amounts are given in."""
    said = words(text)
    for unit, names in vocabulary("tablewords")["units"].items():
        phrases = (name.split() for name in names)
        if any(p == said[n : n + len(p)] for p in phrases for n in range(len(said))):
            return str(unit)
    return None


def _measures(heading: str) -> Iterable[str]:
    said = words(heading)
    for measure, names in vocabulary("tablewords")["measures"].items():
        long = tuple(name for name in names if len(name) > _SHORT)
        if any(word in names or _begins_or_ends(word, long) for word in said):
            yield str(measure)


def _begins_or_ends(word: str, names: tuple[str, ...]) -> bool:
    return bool(names) and (word.startswith(names) or word.endswith(names))


def _role(heading: str) -> str | None:
    said = fold(" ".join(words(heading)))
    for role, names in vocabulary("measures")["roles"].items():
        if role not in ("label", "unit") and said in names:
            return str(role)
    return None


def _years(text: str) -> frozenset[int]:
    return frozenset(int(year) for year in _YEAR.findall(text))


@cache
def _told(name: str) -> tuple[str, ...]:
    return tuple(vocabulary("tablewords")["words"][name])


@cache
def nouns_of(heading: str) -> frozenset[str]:
    """The roots of what a column heading calls the lines, without units and small words."""
    return frozenset(root(word) for word in words(heading) if word not in _told("no_nouns"))
