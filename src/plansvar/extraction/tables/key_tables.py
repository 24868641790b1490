"""Keys in tables of their own: a mark, and beside it what it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plansvar.domain import Cell, Mark, Table
from plansvar.extraction.statuses import status_word
from plansvar.extraction.tables.assessing import is_verdict_word
from plansvar.extraction.tables.kinds import kind_of_heading
from plansvar.extraction.tables.legends import Legend, Meaning
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.vocabulary import vocabulary

LONGEST_KEY = 8


@dataclass(frozen=True, slots=True)
class _HeadedKey:
    """A key with a heading: its marks from the top, and for each column of words its heading and
    the cells beside the marks."""

    marks: tuple[Mark | None, ...]
    columns: tuple[tuple[str, tuple[Cell, ...]], ...]


def is_key(table: Table) -> bool:
    """Whether a table is itself a legend: a few marks, each beside words of its own, and no
    figures."""
    if _headed_key(table) is not None:
        return True
    pairs = list(_key_pairs(table))
    filled = [cell for cell in table.cells if cell.text.strip() or cell.marks]
    words = [cell for cell in filled if any(letter.isalpha() for letter in cell.text)]
    figures = any(_is_figure(cell.text) for cell in words)
    if len({fold(cell.text) for _, cell in pairs}) < len(pairs):
        return False
    return 2 <= len(pairs) <= LONGEST_KEY and len(filled) <= 2 * len(pairs) + 1 and not figures


def key_of(table: Table, kind: str = "") -> Legend:
    """The legend that a key in a table of its own makes, for rows of a kind."""
    headed = _headed_key(table)
    if headed is not None:
        return _legend_for(headed, kind)
    pairs = [
        (mark, Meaning(" ".join(cell.text.split()), cell.span)) for mark, cell in _key_pairs(table)
    ]
    return Legend(swatches=tuple(pairs), blank=_blank_in(table))


def _key_pairs(table: Table) -> Iterator[tuple[Mark, Cell]]:
    for position, cell in enumerate(table.cells):
        if not cell.marks:
            continue
        if any(letter.isalpha() for letter in cell.text):
            yield cell.marks[0], cell
        elif position + 1 < len(table.cells):
            after = table.cells[position + 1]
            if after.row == cell.row and after.text.strip() and not after.marks:
                yield cell.marks[0], after
            elif (below := _words_below(table, cell)) is not None:
                yield cell.marks[0], below


def _words_below(table: Table, swatch: Cell) -> Cell | None:
    """The words right under a swatch, where a whole row shows nothing but swatches."""
    beside = [cell for cell in table.cells if cell.row == swatch.row]
    if any(cell.text.strip() for cell in beside):
        return None
    under = (c for c in table.cells if (c.row, c.column) == (swatch.row + 1, swatch.column))
    return next((cell for cell in under if any(map(str.isalpha, cell.text))), None)


def _blank_in(table: Table) -> Meaning | None:
    """What a key says of a cell without any colour: the one empty cell before words of its own."""
    marked = {id(cell) for _, cell in _key_pairs(table)}
    free = [
        cell
        for before, cell in pairwise(table.cells)
        if before.row == cell.row
        and not (before.text.strip() or before.marks or cell.marks)
        and cell.text.strip()
        and id(cell) not in marked
    ]
    return Meaning(" ".join(free[0].text.split()), free[0].span) if len(free) == 1 else None


def _is_figure(text: str) -> bool:
    numbers = find_numbers(text, spelled=False)
    return bool(numbers) and len(text.strip()) < 12


def _headed_key(table: Table) -> _HeadedKey | None:
    """The key that a table with a heading is: "Symbol | Bedömning av mål | Bedömning av uppdrag"
    over a mark and its words in each row."""
    first = min((c.row for c in table.cells if c.marks), default=0)
    below = [cell for cell in table.cells if cell.row >= first]
    head = [cell for cell in table.cells if cell.row < first and cell.text.strip()]
    places = {cell.column for cell in below if cell.marks}
    if not head or len(places) != 1 or any(cell.marks for cell in head):
        return None
    place = places.pop()
    shown = [cell for cell in below if cell.column == place]
    marks = tuple(cell.marks[0] if cell.marks else None for cell in shown)
    told = {cell.column for cell in below if cell.text.strip()} - {place}
    columns = [_words_in(column, head, below) for column in sorted(told)]
    rows = [cell.row for cell in shown]
    whole = all([c.row for c in cells] == rows for _, cells in columns)
    looks = {(m.colour, m.raw, m.shade) for m in marks if m is not None}
    distinct = 2 <= len(looks) == len(marks) - marks.count(None) and marks.count(None) <= 1
    if not (columns and whole and distinct and len(marks) <= LONGEST_KEY):
        return None
    heading = next((cell.text for cell in head if cell.column == place), "")
    found = _HeadedKey(marks, tuple(columns))
    return found if _all_words(shown, found) and _explains(heading, found) else None


def _words_in(
    column: int, head: Sequence[Cell], below: Sequence[Cell]
) -> tuple[str, tuple[Cell, ...]]:
    heading = " ".join(cell.text for cell in head if cell.column == column)
    cells = tuple(cell for cell in below if cell.column == column and cell.text.strip())
    return " ".join(heading.split()), cells


def _all_words(shown: Sequence[Cell], key: _HeadedKey) -> bool:
    """Whether nothing but a mark stands where the marks do, and words without figures beside."""
    signs = not any(letter.isalnum() for cell in shown for letter in cell.text)
    cells = [cell for _, column in key.columns for cell in column]
    said = all(any(map(str.isalpha, c.text)) and not _is_figure(c.text) for c in cells)
    return signs and said and not any(c.row_span > 1 or c.column_span > 1 for c in cells)


def _explains(heading: str, key: _HeadedKey) -> bool:
    """Whether the headings say that marks are explained, or the words beside them are verdicts."""
    words = vocabulary("tables")["key_tables"]
    over = [fold(text) for text, _ in key.columns]
    if any(text.startswith(tuple(words["meanings"])) for text in over):
        return True
    cells = [cell for _, column in key.columns for cell in column]
    verdicts = [c for c in cells if is_verdict_word(c.text) or status_word(c.text)]
    if 2 * len(verdicts) > len(cells):
        return True
    names_rows = any(kind_of_heading(text) == text for text in over)
    return fold(heading).strip(" .:") in words["marks"] and not names_rows


def _legend_for(key: _HeadedKey, kind: str) -> Legend:
    """What the marks stand for in rows of a kind; nothing where it explains others only."""
    cells = _column_for(key, kind)
    pairs = [
        (m, Meaning(" ".join(c.text.split()), c.span))
        for m, c in zip(key.marks, cells, strict=False)
    ]
    blank = [meaning for mark, meaning in pairs if mark is None]
    swatches = tuple((mark, meaning) for mark, meaning in pairs if mark is not None)
    return Legend(swatches=swatches, blank=blank[0] if blank else None)


def _column_for(key: _HeadedKey, kind: str) -> tuple[Cell, ...]:
    if len(key.columns) == 1:
        return key.columns[0][1]
    words = vocabulary("tables")["key_tables"]["kinds"]
    group: list[str] = next((own for own in words.values() if kind in own), [])
    for names in ([kind], group):
        for heading, cells in key.columns:
            said = fold(heading).split()
            if any(name and any(word.startswith(name) for word in said) for name in names):
                return cells
    return ()
