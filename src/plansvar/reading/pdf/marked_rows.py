"""Tables without headings between level rules, in which each row has a mark in one column: a dot,
the goal that it judges, and what is said of it. Filled strips between the rows name groups."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.reading.pdf.banded import column_edges, dealt
from plansvar.reading.pdf.chains import Chain, chains_of
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Line, lines_of
from plansvar.reading.pdf.rulings import Rule
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of

_CELL_GAP = 0.5
_SAME_COLUMN = 3.0
_FEWEST = 3  # rows with a mark
_FEWEST_COLUMNS = 2
_LONGEST_CODE = 5
_SMALLER = 0.94


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands between two rules; without a mark it names a group of rows."""

    top: float
    bottom: float
    words: tuple[Word, ...]
    mark: Rect | None


def find_marked_rows(
    words: Sequence[Word],
    level: Sequence[Rule],
    marks: Sequence[Rect],
    taken: Sequence[RawTable],
) -> list[RawTable]:
    """The tables whose rows have a mark each and no heading over them, those left out that stand
    where others have been `taken`."""
    upright = [word for word in words if word.style.turn == 0]
    found = []
    for chain in chains_of(level):
        if any(table.rect.shared_area(chain.rect) > 0 for table in taken):
            continue
        rows = _rows(chain, upright, marks)
        table = _table(chain, rows) if rows else None
        found += [table] if table is not None else []
    return found


def _rows(chain: Chain, words: Sequence[Word], marks: Sequence[Rect]) -> list[_Row]:
    """The rows between the first and the last rule; none where a row has neither one mark in the
    column of all nor a single line of words."""
    inside = [mark for mark in marks if chain.rect.has_centre_of(mark)]
    column = max(inside, key=lambda mark: len(_of_column(mark, inside)), default=None)
    of_column = _of_column(column, inside) if column is not None else []
    rows = []
    for top, bottom in itertools.pairwise(chain.heights):
        band = Rect(chain.start, top, chain.end, bottom)
        own = [mark for mark in of_column if band.has_centre_of(mark)]
        held = tuple(word for word in words if band.has_centre_of(word.rect))
        if len(own) > 1 or not (held and (own or _is_one_line(held))):
            return []
        rows.append(_Row(top, bottom, held, own[0] if own else None))
    marked = sum(row.mark is not None for row in rows)
    return rows if marked >= _FEWEST and 2 * marked > len(rows) else []


def _of_column(one: Rect, marks: Sequence[Rect]) -> list[Rect]:
    return [mark for mark in marks if abs(mark.cx - one.cx) < _SAME_COLUMN]


def _is_one_line(words: Sequence[Word]) -> bool:
    lines = lines_of(words, gap=_CELL_GAP)
    return len(lines) == 1 and len(lines[0].segments) == 1


def _table(chain: Chain, rows: Sequence[_Row]) -> RawTable | None:
    told = [lines_of(row.words, gap=_CELL_GAP) for row in rows if row.mark is not None]
    edges = column_edges(chain, told, [row.mark for row in rows if row.mark is not None])
    if len(edges) - 1 < _FEWEST_COLUMNS or _are_titled(told, edges):
        return None
    cells: list[RawCell] = []
    for number, row in enumerate(rows):
        if row.mark is None:
            rect = Rect(edges[0], row.top, edges[-1], row.bottom)
            cells.append(_cell(number, 0, rect, row.words, len(edges) - 1))
            continue
        for column, words in enumerate(dealt(lines_of(row.words, gap=_CELL_GAP), edges)):
            rect = Rect(edges[column], row.top, edges[column + 1], row.bottom)
            cells.append(_cell(number, column, rect, words))
    return RawTable(cells, around(cell.rect for cell in cells), edges, ruled=False)


def _are_titled(rows: Sequence[Sequence[Line]], edges: Sequence[float]) -> bool:
    """Whether all text stands in one column, as titles with smaller or lighter lines under each:
    items below each other with a mark beside their titles, and no cells."""
    parts = [dealt(row, edges) for row in rows]
    columns = {n for row in parts for n, words in enumerate(row) if _is_text(words)}
    tall = [row for row in rows if len(row) > 1]
    titled = sum(_has_title(row) for row in tall)
    return len(columns) == 1 and bool(tall) and 2 * titled > len(rows)


def _is_text(words: Sequence[Word]) -> bool:
    return sum(letter.isalpha() for word in words for letter in word.text) > _LONGEST_CODE


def _has_title(row: Sequence[Line]) -> bool:
    title, *rest = (line.segments[-1] for line in row)
    below = [s for s in rest if s.rect.x0 < title.rect.x1]
    bold = title.style.bold and not any(s.style.bold for s in below)
    return bool(below) and (bold or all(s.size < _SMALLER * title.size for s in below))


def _cell(
    row: int, column: int, rect: Rect, words: Sequence[Word], column_span: int = 1
) -> RawCell:
    return RawCell(row, column, rect, text_of(words), column_span=column_span, words=list(words))
