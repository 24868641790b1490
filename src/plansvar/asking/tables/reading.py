"""Reads printed tables: what their columns say, and the lines under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from plansvar.asking.evidence.words import years_in
from plansvar.asking.tables.cells import (
    Grid,
    figure_of,
    grid_of,
    head_rows,
    headings_of,
    is_part,
    labels_of,
    over_of,
    unique,
)
from plansvar.asking.tables.heads import (
    MOSTLY,
    YEAR,
    kinds_of,
    measures_of,
    role_of,
    without_years,
    year_of_column,
    years_named,
)
from plansvar.asking.tables.printed import Column, Frame, Line, PrintedTable, TableCell
from plansvar.asking.tables.units import Known, known_units, unit_in, unit_of
from plansvar.asking.understanding.member_tables import is_whole
from plansvar.asking.understanding.names import name_stems
from plansvar.domain import Cell, Document, Span, Table
from plansvar.index.library import Library
from plansvar.language.adding import heads_of_groups
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.vocabulary import vocabulary

LONGEST_TITLE = 16  # words
NOTE = "note"  # the role of a column that numbers notes, which are no figures of a line

_KEPT: WeakKeyDictionary[Library, dict[str, tuple[PrintedTable, ...]]] = WeakKeyDictionary()


def tables_of(library: Library) -> tuple[PrintedTable, ...]:
    """All printed tables of a library, read once."""
    if library not in _KEPT:
        known = known_units(library)
        _KEPT[library] = {
            document.path: tuple(
                read_table(document, number, known) for number in range(len(document.tables))
            )
            for document in library.documents()
        }
    return tuple(table for tables in _KEPT[library].values() for table in tables)


def lines_of(library: Library, document: Document) -> tuple[Line, ...]:
    """The lines with figures of a document's tables."""
    tables_of(library)
    tables = _KEPT[library].get(document.path, ())
    return tuple(line for table in tables for line in table.lines if line.figures)


def read_table(document: Document, number: int, known: Known) -> PrintedTable:
    table = document.tables[number]
    grid = grid_of(table)
    heads = head_rows(grid, table)
    over = over_of(document, table, grid)
    frame = Frame(document, number, table.span, over, _around(document, table, grid, heads))
    section = document.section_at(table.span.start)
    path = section.path if section else ()
    caption = document.quote(table.caption) if table.caption else ""
    titled = caption if len(words(caption)) <= LONGEST_TITLE else ""
    near = " ".join((titled, *path[-1:]))
    part = document.part_at(table.span.start)
    columns = _columns(document, table, grid, heads)
    lines = _with_groups(tuple(_lines(frame, grid, heads, table, columns, known)))
    return PrintedTable(
        frame,
        bool(table.header_rows),
        tuple(_with_cells(column, lines) for column in columns),
        lines,
        path[-1] if path else caption,
        frozenset(name_stems(near)),
        frozenset(name_stems(" ".join((near, *path, document.title)))),
        frozenset(years_named(near) or years_named(" ".join(path[1:]))),
        part.organisation if part else None,
    )


def _with_groups(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines; those that are the sums of the ones right below them sum up others too."""
    places = sorted({figure.column for line in lines for figure in line.figures})
    heads = heads_of_groups([[line.value(place) for place in places] for line in lines])
    return tuple(replace(line, whole=True) if n in heads else line for n, line in enumerate(lines))


def _columns(document: Document, table: Table, grid: Grid, heads: int) -> list[Column]:
    year = _year_of_table(document, table)
    found = []
    for index in range(table.column_count):
        cells = headings_of(grid, heads, index)
        heading = " ".join(" ".join(cell.text.split()) for cell in cells)
        found.append(
            Column(
                index,
                heading,
                tuple(cell.span for cell in cells),
                frozenset(name_stems(heading)),
                frozenset(told_stems(without_years(heading))),
                frozenset(years_named(heading)),
                year_of_column(heading, year),
                frozenset(measures_of(heading)),
                role_of(heading),
                False,
                "",
            )
        )
    return found


def _with_cells(column: Column, lines: Sequence[Line]) -> Column:
    """A column with what only its cells tell: whether it holds figures, their unit, what parts of
    a municipality they name."""
    index = column.index
    filled = [line for line in lines if line.text(index)]
    numbers = [line for line in filled if line.value(index) is not None]
    mostly = len(numbers) > MOSTLY * len(filled) or unit_in(column.heading) is not None
    dates = all(YEAR.match(line.text(index)) for line in numbers) or column.role is not None
    units = {figure.unit for line in lines if (figure := line.figure(index))}
    unit = units.pop() if len(units) == 1 else ""
    return replace(
        column,
        numeric=bool(numbers) and not dates and mostly,
        unit=unit or unit_in(column.heading) or "",
        kinds=kinds_of(column.heading, [line.text(index) for line in lines if not line.whole]),
    )


def _lines(
    frame: Frame, grid: Grid, heads: int, table: Table, columns: Sequence[Column], known: Known
) -> Iterator[Line]:
    section: tuple[Cell, ...] = ()
    whole: tuple[Cell, ...] = ()
    for number in range(heads, table.row_count):
        row = tuple(grid.get((number, column)) for column in range(table.column_count))
        cells = unique(row)
        labels = labels_of(cells)
        behind = [c for c in cells if labels and c.column > labels[0].column]
        told = [c for c in behind if c not in labels and figure_of(c) is not None]
        above: tuple[Cell, ...] = ()
        part_of: tuple[Cell, ...] = ()
        if labels and not told:
            section, whole = labels, ()
        elif labels:
            part = is_part(labels[0].text)
            part_of = whole if part else ()
            above = (*section, *part_of)
            whole = whole if part else labels
        if len(cells) > 1:
            yield _line(frame, row, labels, above, part_of, told, columns, known)


def _line(
    frame: Frame,
    row: tuple[Cell | None, ...],
    labels: tuple[Cell, ...],
    above: tuple[Cell, ...],
    part_of: tuple[Cell, ...],
    told: Iterable[Cell],
    columns: Sequence[Column],
    known: Known,
) -> Line:
    spans = tuple(cell.span for cell in labels)
    made = (_figure(frame, cell, columns[cell.column], spans, known) for cell in told)
    figures = tuple(figure for figure in made if figure is not None)
    said = Counter(fold(figure.head) for figure in figures)
    label = ", ".join(" ".join(cell.text.split()) for cell in labels)
    return Line(
        frame,
        row,
        _sums_up(row),
        label,
        spans,
        tuple(cell.span for cell in above),
        tuple(cell.span for cell in part_of),
        tuple(f if said[fold(f.head)] == 1 else replace(f, year=None) for f in figures),
        frozenset(told_stems(label)),
        frozenset(stem for cell in above for stem in told_stems(cell.text)),
    )


def _figure(
    frame: Frame, cell: Cell, column: Column, labels: tuple[Span, ...], known: Known
) -> TableCell | None:
    value = figure_of(cell)
    if value is None or column.role == NOTE:
        return None
    document = frame.document
    raw = " ".join(document.text[cell.span.start : cell.span.end].split())
    unit = unit_of(raw, cell.span, column.spans, labels, frame.over, document, known)
    return TableCell(
        cell.column,
        cell.span,
        raw,
        value,
        column.spans,
        column.heading,
        _year(column, " ".join(map(document.quote, labels))),
        column.kind,
        unit.name,
        unit.span,
    )


def _year(column: Column, label: str) -> int | None:
    """The year that the heading names, else the one that the line's label does ("Skattesats 2025"
    in a table of 2024)."""
    own = set() if column.years else set(years_named(label))
    return next(iter(own)) if len(own) == 1 else column.year


def _sums_up(row: Sequence[Cell | None]) -> bool:
    """Whether a line sums up the others, or is a part of the one above it."""
    label = next((c.text for c in row if c and any(map(str.isalpha, c.text))), "")
    first = words(label)[:1]
    part = bool(first) and first[0] in vocabulary("tablewords")["words"]["parts_of_lines"]
    return part or is_whole(label)


def _around(document: Document, table: Table, grid: Grid, heads: int) -> frozenset[str]:
    """The stems of all that stands over a table."""
    section = document.section_at(table.span.start)
    part = document.part_at(table.span.start)
    texts = [document.title, document.kind.value, document.period or "", document.path]
    texts += section.path if section else ()
    texts += [document.quote(table.caption)] if table.caption else []
    texts += [part.organisation or "", part.title or ""] if part else []
    texts += [grid[0, 0].text] if heads and (0, 0) in grid else []
    return frozenset(stem for text in texts for stem in told_stems(text.replace("_", " ")))


def _year_of_table(document: Document, table: Table) -> int | None:
    """The year that a caption or heading names, else the document's."""
    section = document.section_at(table.span.start)
    told = [document.quote(table.caption)] if table.caption else []
    told += section.path[-1:] if section else ()
    for text in told:
        years = years_in(text)
        if len(years) == 1:
            return next(iter(years))
    return document.year
