"""The cells of a printed table as they lie: figures, labels, the rows that name columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from plansvar.asking.evidence.values import value_of
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.tables.heads import YEAR
from plansvar.domain import Cell, Document, Span, Table
from plansvar.language.folding import fold, words
from plansvar.language.months import month_of
from plansvar.language.numbers import find_numbers, parse_number
from plansvar.language.vocabulary import vocabulary

_FIGURE = re.compile(r"[(\s]*[+−–-]?\s?\d[\d\s  .,]*[)\s]*(?P<unit>[^\d\s]{0,12})\s*")
_NUMBERING = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}\.?|(?!(?:19|20)\d\d$)\d{3,6}")
_MOST_LABELS = 3  # columns of words before the figures of a line
_CORNER = 2  # columns whose headings may print the unit of all figures
Grid = Mapping[tuple[int, int], Cell]


def figure_of(cell: Cell) -> float | None:
    """The value of a cell that is one figure, with or without its unit; a date is none."""
    text = " ".join(cell.text.split())
    found = _FIGURE.fullmatch(text)
    if not found or month_of(found["unit"]) or len(find_numbers(text, spelled=False)) != 1:
        return None
    return value_of(text)


def labels_of(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The words that a line begins with, behind its number, up to what begins with a figure."""
    found: list[Cell] = []
    filled = [cell for cell in cells if cell.text.strip()]
    numbered = len(filled) > 1 and _NUMBERING.fullmatch(filled[0].text.strip())
    for cell in filled[1:] if numbered else filled:
        named = any(map(str.isalpha, cell.text)) or (found and cell.text.strip() in _units())
        begun = bool(found) and parse_number(cell.text) is not None
        if figure_of(cell) is not None or begun or not named:
            break
        found.append(cell)
    return tuple(found[:_MOST_LABELS])


@cache
def _units() -> frozenset[str]:
    """Units without a letter, that may stand in a column of their own."""
    told = (s for unit in vocabulary("units")["units"] for s in unit["spellings"])
    return frozenset(s for s in told if not any(map(str.isalpha, s)))


def headings_of(grid: Grid, heads: int, column: int) -> tuple[Cell, ...]:
    """The headings of a column, each said once."""
    found: dict[str, Cell] = {}
    for number in range(heads):
        head = grid.get((number, column))
        if head is not None and head.text.strip():
            found.setdefault(fold(head.text), head)
    return tuple(found.values())


def head_rows(grid: Grid, table: Table) -> int:
    """The rows that name columns; the first where none could be told and it prints years only."""
    if table.header_rows:
        return table.header_rows
    first = [grid[0, c] for c in range(table.column_count) if (0, c) in grid]
    figures = [c for c in first if figure_of(c) is not None]
    return int(all(YEAR.fullmatch(c.text.strip()) for c in figures))


def grid_of(table: Table) -> dict[tuple[int, int], Cell]:
    found: dict[tuple[int, int], Cell] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                found.setdefault((row, column), cell)
    return found


def is_part(label: str) -> bool:
    """Whether a line gives a part of the line above it ("varav kvinnor", "Män"); "Totalt" alone
    sums up all lines."""
    said = set(words(label))
    known = _groups() | set(vocabulary("compared")["heads"]["of_which"])
    return bool(said) and said <= known and not said <= set(vocabulary_list("measures", "total"))


@cache
def _groups() -> frozenset[str]:
    parts = vocabulary("compared")["heads"]["parts"]
    return frozenset(parts) | frozenset(vocabulary_list("measures", "total"))


def unique(cells: Iterable[Cell | None]) -> tuple[Cell, ...]:
    return tuple(dict.fromkeys(cell for cell in cells if cell is not None))


def over_of(document: Document, table: Table, grid: Grid) -> tuple[Span, ...]:
    """Where a table may print the unit of all its figures: its first headings, its caption, the
    heading right above."""
    corner = [
        cell.span
        for column in range(_CORNER)
        for row in range(head_rows(grid, table))
        if (cell := grid.get((row, column))) is not None and cell.text.strip()
    ]
    section = document.section_at(table.span.start)
    told = (table.caption, section.heading if section else None)
    return tuple(dict.fromkeys((*corner, *filter(None, told))))
