"""What single cells hold, as far as it tells columns apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from plansvar.domain import Cell
from plansvar.extraction.tables.assessing import is_verdict_word
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.targets import read_target
from plansvar.extraction.units import unit_in_cell, unit_named
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers, is_missing
from plansvar.language.periods import find_period, year_of
from plansvar.language.vocabulary import vocabulary

LONG_LABEL = 14
LEAST_WORDS = 3
_FEWEST = 2
_COUNTED = re.compile(r"(\d{1,2})[.)]?\s+(?=[^\W\d_]{2})")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[^\W\d_]{3,}\s*\S)")
_REFERENCE = re.compile(r"§\s*\d|\b[A-ZÅÄÖ]{2,5}[ -]?(?:19|20)\d\d[/:]\d+")


def body_cells(grid: Grid, index: int) -> list[Cell]:
    """The filled cells below a heading that belong to this column alone."""
    found = [grid.at(row, index) for row in grid.body]
    return [
        cell
        for cell in dict.fromkeys(found)
        if cell is not None and cell.column_span == 1 and (cell.text.strip() or cell.marks)
    ]


def is_figure(cell: Cell) -> bool:
    """Whether a cell holds a figure, a target or a mark for a missing one."""
    text = cell.text.strip()
    short = len(text) < 30 and not is_numbered(text)
    return is_missing(text) or (short and bool(find_numbers(text, spelled=False)))


def is_numbered(text: str) -> bool:
    """Whether a text is words behind a number of their own in a list: "2. Trygga äldre"."""
    found = _NUMBERED.match(text.strip())
    if found is None:
        return False
    rest = text.strip()[found.end() :]
    pointed = found[0].strip()[-1] in ".)" or "." in found[0]
    return pointed and unit_in_cell(found[0] + rest) is None and len(rest.split()) > 1


def are_listed(cells: Sequence[Cell]) -> bool:
    """Whether cells are words behind bare numbers that count them: "1 Trygga äldre"; in a part of a
    list the numbers go on from the part before."""
    found = [_COUNTED.match(cell.text.strip()) for cell in cells]
    numbers = [int(match[1]) for match in found if match]
    if len(cells) < _FEWEST or len(numbers) < len(cells):
        return False
    worded = all(len(cell.text.split()) > LEAST_WORDS for cell in cells)
    first = numbers[0]
    return (first == 1 or worded) and numbers == list(range(first, first + len(cells)))


def without_number(text: str) -> str:
    """A text without the number that counts it."""
    return _COUNTED.sub("", text.strip())


def is_date(cell: Cell) -> bool:
    """Whether a cell says when: "31 maj 2026", "mars 2026", "T1 2026"; a bare year may count."""
    shown = " ".join(cell.text.split())
    return bool(shown) and not shown.isdigit() and find_period(shown) == shown


def tells_year(cell: Cell) -> bool:
    """Whether a cell names a year, and so no value of one."""
    return year_of(cell.text) is not None


def is_reference(cell: Cell) -> bool:
    """Whether a cell says where something was decided: "2024-11-25 § 112", "KS 2025/00187"."""
    return _REFERENCE.search(cell.text) is not None


def is_words(cell: Cell) -> bool:
    """Whether a cell holds words and no figure."""
    text = cell.text.strip()
    bare = text[:1] not in "0123456789-–−+<>≥≤" or is_numbered(text)
    return bool(text) and not is_missing(text) and bare


def is_name(cell: Cell) -> bool:
    """Whether a cell may name something: words that are no target."""
    # "Öka" is a target, "Fler unga i arbete" is a goal
    short = len(cell.text.split()) < LEAST_WORDS
    return is_words(cell) and not (short and read_target(cell.text).relation)


def is_label(cell: Cell) -> bool:
    """Whether a cell holds a name of some length."""
    return is_name(cell) and len(cell.text.strip()) >= LONG_LABEL


def is_unit(cell: Cell) -> bool:
    """Whether a cell holds a unit, or a mark for none."""
    return unit_named(cell.text) is not None or is_missing(cell.text)


def is_verdict(cell: Cell) -> bool:
    """Whether a cell holds an assessment, in words or as a mark."""
    return is_verdict_word(cell.text) or is_bare_mark(cell)


def is_bare_mark(cell: Cell) -> bool:
    """Whether a cell holds a mark or a sign and no letters."""
    sign = cell.text.strip() and not is_missing(cell.text)
    return bool(cell.marks or sign) and not any(letter.isalnum() for letter in cell.text)


def mostly(cells: Sequence[Cell], test: Callable[[Cell], bool]) -> bool:
    """Whether most of the cells pass a test."""
    return bool(cells) and sum(map(test, cells)) * 2 > len(cells)


def says_yes_or_no(cell: Cell) -> bool:
    """Whether a cell answers what its heading asks, which may be anything: "Risk för återkrav"."""
    answer = fold(cell.text).strip(" .")
    return not cell.marks and answer in vocabulary("tables")["cells"]["yes_no"]
