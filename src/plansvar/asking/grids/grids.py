"""The rows of a document's tables, with what names each of their figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from weakref import WeakKeyDictionary

from plansvar.asking.checking.calculations import value_of
from plansvar.asking.evidence.words import vocabulary_list, years_in
from plansvar.domain import Cell, Document, Span, Table
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.numbers import find_numbers
from plansvar.language.vocabulary import vocabulary

_FIGURE = re.compile(r"[(\s]*[+−–-]?\s?\d[\d\s  .,]*[)\s]*(?P<unit>[^\d\s]{0,12})\s*")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MOST_LABELS = 3  # columns of words before the figures of a row


@dataclass(frozen=True, slots=True)
class GridCell:
    """A figure of a table: as printed, its value, and the headings above it. `year` is the one that
    it is of (null where another column is headed the same), and `kind` the stems of its heading
    without years."""

    span: Span
    raw: str
    value: float
    headings: tuple[Span, ...]
    head: str
    year: int | None
    kind: frozenset[str]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table. `above` are the rows that head it, and `around` all else that tells what
    its table is of: caption, headings, title."""

    document_id: str
    table: Span
    label: str
    labels: tuple[Span, ...]
    above: tuple[Span, ...]
    cells: tuple[GridCell, ...]
    over: tuple[Span, ...]
    label_stems: frozenset[str]
    above_stems: frozenset[str]
    around: frozenset[str]


_KEPT: WeakKeyDictionary[Library, dict[str, tuple[GridRow, ...]]] = WeakKeyDictionary()


def grid_rows(library: Library, document: Document) -> tuple[GridRow, ...]:
    """The rows with figures of a document's tables, read once for a library."""
    kept = _KEPT.setdefault(library, {})
    if document.path not in kept:
        kept[document.path] = tuple(
            row for table in document.tables for row in _rows(document, table)
        )
    return kept[document.path]


def _rows(document: Document, table: Table) -> Iterator[GridRow]:
    grid = _grid(table)
    heads = _head_rows(grid, table)
    around = _around(document, table, grid, heads)
    year = _year_of_table(document, table)
    section: tuple[Cell, ...] = ()
    whole: tuple[Cell, ...] = ()
    for number in range(heads, table.row_count):
        cells = _unique(grid.get((number, column)) for column in range(table.column_count))
        labels = _labels(cells)
        told = [c for c in cells if c not in labels and _figure(c) is not None]
        if not labels:
            continue
        if not told:
            section, whole = labels, ()
            continue
        part = _is_part(labels[0].text)
        above = (*section, *(whole if part else ()))
        whole = whole if part else labels
        yield _row(document, table, grid, heads, labels, above, told, around, year)


def _row(
    document: Document,
    table: Table,
    grid: Mapping[tuple[int, int], Cell],
    heads: int,
    labels: tuple[Cell, ...],
    above: tuple[Cell, ...],
    told: list[Cell],
    around: frozenset[str],
    year: int | None,
) -> GridRow:
    cells = tuple(
        made for c in told if (made := _cell(document, c, _above(grid, heads, c), year)) is not None
    )
    label = ", ".join(" ".join(c.text.split()) for c in labels)
    said = Counter(fold(cell.head) for cell in cells)
    cells = tuple(c if said[fold(c.head)] == 1 else replace(c, year=None) for c in cells)
    return GridRow(
        document.path,
        table.span,
        label,
        tuple(c.span for c in labels),
        tuple(c.span for c in above),
        cells,
        _over(grid, heads, table),
        frozenset(told_stems(label)),
        frozenset(stem for c in above for stem in told_stems(c.text)),
        around,
    )


def _cell(
    document: Document, cell: Cell, above: tuple[Cell, ...], year: int | None
) -> GridCell | None:
    value = _figure(cell)
    if value is None:
        return None
    head = " ".join(" ".join(c.text.split()) for c in above)
    years = [int(found) for found in _YEARS.findall(head)]
    own = years[-1] if years else year
    if not years and own and _says_before(head):
        own -= 1
    kind = frozenset(told_stems(_without_years(head)))
    spans = tuple(c.span for c in above)
    raw = " ".join(document.text[cell.span.start : cell.span.end].split())
    return GridCell(cell.span, raw, value, spans, head, own, kind)


def _figure(cell: Cell) -> float | None:
    """The value of a cell that is one figure, with or without its unit."""
    text = " ".join(cell.text.split())
    found = _FIGURE.fullmatch(text)
    if not found or len(find_numbers(text, spelled=False)) != 1:
        return None
    return value_of(text)


def _labels(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The words that a row begins with."""
    found: list[Cell] = []
    for cell in cells:
        if not cell.text.strip():
            continue
        named = any(map(str.isalpha, cell.text)) or (found and cell.text.strip() in _units())
        if _figure(cell) is not None or not named:
            break
        found.append(cell)
    return tuple(found[:_MOST_LABELS])


@cache
def _units() -> frozenset[str]:
    """Units without a letter, that may stand in a column of their own."""
    told = (s for unit in vocabulary("units")["units"] for s in unit["spellings"])
    return frozenset(s for s in told if not any(map(str.isalpha, s)))


def _above(grid: Mapping[tuple[int, int], Cell], heads: int, cell: Cell) -> tuple[Cell, ...]:
    """The headings of a column, each said once."""
    found: dict[str, Cell] = {}
    for number in range(heads):
        head = grid.get((number, cell.column))
        if head is not None and head.text.strip():
            found.setdefault(fold(head.text), head)
    return tuple(found.values())


def _head_rows(grid: Mapping[tuple[int, int], Cell], table: Table) -> int:
    """The rows that name columns; the first where none could be told and it prints years only."""
    if table.header_rows:
        return table.header_rows
    first = [grid[0, c] for c in range(table.column_count) if (0, c) in grid]
    figures = [c for c in first if _figure(c) is not None]
    return int(all(_YEARS.fullmatch(c.text.strip()) for c in figures))


def _grid(table: Table) -> dict[tuple[int, int], Cell]:
    found: dict[tuple[int, int], Cell] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                found.setdefault((row, column), cell)
    return found


def _over(grid: Mapping[tuple[int, int], Cell], heads: int, table: Table) -> tuple[Span, ...]:
    """Where a table may print the unit of all its figures."""
    corner = [grid[0, c].span for c in (0, 1) if heads and (0, c) in grid]
    return (*corner, *((table.caption,) if table.caption else ()))


def _around(
    document: Document, table: Table, grid: Mapping[tuple[int, int], Cell], heads: int
) -> frozenset[str]:
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


def _says_before(head: str) -> bool:
    told = fold(head)
    return any(phrase in told for phrase in vocabulary("compared")["heads"]["before"])


def _without_years(head: str) -> str:
    """A heading without years and the words that only say which of two years it is of."""
    text = _YEARS.sub(" ", fold(head))
    for phrase in vocabulary("compared")["heads"]["dull"]:
        text = re.sub(rf"\b{re.escape(phrase)}\b", " ", text)
    return text


def _is_part(label: str) -> bool:
    """Whether a row gives a part of the row above it ("varav kvinnor", "Män")."""
    said = words(label)
    return bool(said) and set(said) <= _groups() | set(vocabulary("compared")["heads"]["of_which"])


@cache
def _groups() -> frozenset[str]:
    parts = vocabulary("compared")["heads"]["parts"]
    return frozenset(parts) | frozenset(vocabulary_list("measures", "total"))


def _unique(cells: Iterable[Cell | None]) -> tuple[Cell, ...]:
    return tuple(dict.fromkeys(cell for cell in cells if cell is not None))
