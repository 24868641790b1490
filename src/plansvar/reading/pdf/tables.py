"""Tables as found on a page, before pages are joined and characters counted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plansvar.domain import Box, Mark
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.lines import join_lines, lines_of
from plansvar.reading.pdf.vocabulary import is_value

_LONG_WORD = 6


@dataclass(slots=True)
class RawCell:
    """A cell with its place on the page; fields as in `domain.Cell`. `broken` are pairs of pieces
    that may be one word, broken by a narrow cell."""

    row: int
    column: int
    rect: Rect
    text: str = ""
    row_span: int = 1
    column_span: int = 1
    words: list[Word] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    page_index: int = 1
    broken: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class RawTable:
    """A table on one page. `edges` are the sides of its columns from left to right.

    `type_size` is that of most of its text.
    `cards` tells that each row is a box of its own, `marked` that its marks are known,
    `edged` that one stands along its side.
    `unfit` counts rows that did not fit the columns: each is one cell over the whole width."""

    cells: list[RawCell]
    rect: Rect
    edges: list[float]
    header_rows: int = 0
    page_index: int = 1
    ruled: bool = True
    unfit: list[Rect] = field(default_factory=list)
    last_page: int = 0
    bands: list[Rect] = field(default_factory=list)
    soft: bool = False
    headings: list[Rect] = field(default_factory=list)
    joined_rows: int = 0
    open_sided: bool = False
    type_size: float = 0.0
    cards: bool = False
    marked: bool = False
    edged: bool = False

    @property
    def columns(self) -> int:
        return max((cell.column + cell.column_span for cell in self.cells), default=0)

    @property
    def rows(self) -> int:
        if self.joined_rows:  # known since pages were joined: there may be many thousand cells
            return self.joined_rows
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    def row(self, index: int) -> list[RawCell]:
        return [cell for cell in self.cells if cell.row == index]


def text_of(words: Iterable[Word]) -> str:
    """The words in a cell as one text, read line by line."""
    upright: list[Word] = []
    on_end: list[Word] = []
    for word in words:
        (on_end if word.style.turn % 2 else upright).append(word)
    if len(upright) == 1 and not on_end:
        return join_lines([upright[0].text])
    lines = _unbroken([line.text for line in lines_of(upright, gap=1e6)])
    if on_end:
        lines += _lines_on_end(on_end)
    return join_lines(lines)


def _unbroken(lines: Sequence[str]) -> list[str]:
    """Lines with words put together that a narrow cell broke without a hyphen: a long word alone
    on its line, and the next line begins with what is an ending and never a word."""
    joined: list[str] = []
    before = ""
    for line in lines:
        if before.isalpha() and len(before) >= _LONG_WORD and _begins_with_ending(line):
            joined[-1] += line
        else:
            joined.append(line)
        before = line
    return joined


def _begins_with_ending(line: str) -> bool:
    first = line.split(maxsplit=1)[0] if line.strip() else ""
    return first.rstrip(",.") in vocabulary("pdf")["hyphens"]["endings"]


def _lines_on_end(words: Sequence[Word]) -> list[str]:
    rising = words[0].style.turn == 3
    columns: dict[int, list[Word]] = {}
    for word in words:
        columns.setdefault(round(word.rect.cx / max(4.0, 0.6 * word.size)), []).append(word)
    ordered = [columns[key] for key in sorted(columns, reverse=not rising)]
    sign = -1 if rising else 1
    return [
        " ".join(word.text for word in sorted(column, key=lambda w: sign * w.rect.cy))
        for column in ordered
    ]


def fill_cells(cells: Sequence[RawCell], words: Iterable[Word]) -> list[Word]:
    """Give each word to the cell that holds its centre; the rest is returned."""
    ordered = sorted(cells, key=lambda cell: cell.rect.top)
    tops = [cell.rect.top for cell in ordered]
    tallest = max((cell.rect.height for cell in cells), default=0.0)
    left: list[Word] = []
    for word in words:
        last = bisect_right(tops, word.rect.cy + 1)
        home = None
        for cell in reversed(ordered[:last]):
            if cell.rect.top < word.rect.cy - tallest - 2:
                break
            if cell.rect.has_centre_of(word.rect, 1):
                home = cell
                break
        if home is None:
            left.append(word)
        else:
            home.words.append(word)
    return left


def fused(table: RawTable) -> bool:
    """Whether cells hold several values side by side, so that the grid lacks columns."""
    rows = {cell.row for cell in table.cells if _holds_several(cell)}
    return len(rows) >= 2


def _holds_several(cell: RawCell) -> bool:
    for line in lines_of(word for word in cell.words if word.style.turn % 2 == 0):
        values = sum(is_value(segment.text) for segment in line.segments)
        if values and len(line.segments) >= 2:
            return True
    return False


def holds_values_beside(cell: RawCell) -> bool:
    """Whether a line of a cell has several values with wide gaps between them."""
    upright = (word for word in cell.words if word.style.turn % 2 == 0)
    return any(
        sum(is_value(segment.text) for segment in line.segments) > 1 for line in lines_of(upright)
    )


def holds_two_values(words: Iterable[Word]) -> bool:
    """Whether two values stand side by side among words that should be one cell."""
    for line in lines_of(words, gap=0.5):
        if sum(is_value(segment.text) for segment in line.segments) >= 2:
            return True
    return False


def drop_empty_rows(table: RawTable) -> None:
    """Take out rows that hold neither text nor mark and that no taller cell runs through."""
    empty = []
    for row in range(table.rows):
        through = [c for c in table.cells if c.row <= row < c.row + c.row_span]
        if all(c.row_span == 1 and not c.text and not c.marks for c in through):
            empty.append(row)
    gone = set(empty)
    table.cells = [cell for cell in table.cells if cell.row not in gone]
    for cell in table.cells:
        cell.row -= sum(row < cell.row for row in empty)
    table.header_rows -= sum(row < table.header_rows for row in empty)
