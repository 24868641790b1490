"""Tables whose level rules are drawn cell by cell, with no upright ones: the ends of the pieces are
the sides of the columns, and where a piece is missing a cell goes on over two rows."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.reading.pdf.banded_heads import head_over
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import lines_of
from plansvar.reading.pdf.rulings import Rule
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of

_SAME = 1.5
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_TALLEST_ROW = 90.0
_CELL_GAP = 0.5


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Rules at one height that touch end to end, by the places where they meet."""

    at: float
    stops: tuple[float, ...]

    def covers(self, start: float, end: float) -> bool:
        return self.stops[0] < start + _SAME and self.stops[-1] > end - _SAME


def find_pieced(words: Sequence[Word], level: Sequence[Rule]) -> list[RawTable]:
    """The tables with a heading in which some cells go on over rows that others do not."""
    upright = [word for word in words if word.style.turn == 0]
    found = (_table(group, upright, level) for group in _groups(level))
    return [table for table in found if table is not None]


def _groups(level: Sequence[Rule]) -> list[list[_Pieces]]:
    """Whole rows of pieces below each other that meet at the same places, each with those between
    them that leave columns out at one side."""
    runs = sorted(_runs(level), key=lambda run: run.at)
    whole = [run for run in runs if len(run.stops) > _FEWEST_COLUMNS]
    groups: list[list[_Pieces]] = []
    for run in whole:
        home = groups[-1] if groups else None
        if home is None or not _same(home[0].stops, run.stops):
            partial = home is not None and _fits(run.stops, home[0].stops)
            if home is not None and partial and run.at - home[-1].at < _TALLEST_ROW:
                home.append(run)
            else:
                groups.append([run])
        elif run.at - home[-1].at < _TALLEST_ROW:
            home.append(run)
        else:
            groups.append([run])
    return groups


def _runs(level: Sequence[Rule]) -> list[_Pieces]:
    """Pieces of rules that touch, at each height."""
    found: list[list[Rule]] = []
    for rule in sorted(level, key=lambda r: (round(r.at), r.start)):
        last = found[-1][-1] if found else None
        touches = last is not None and abs(last.at - rule.at) < 1 and abs(last.end - rule.start) < 1
        if touches:
            found[-1].append(rule)
        else:
            found.append([rule])
    return [
        _Pieces(run[0].at, (run[0].start, *(r.end for r in run))) for run in found if len(run) > 1
    ]


def _same(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and _fits(one, other)


def _fits(part: Sequence[float], whole: Sequence[float]) -> bool:
    """Whether all stops are among those of whole rows."""
    return all(any(abs(stop - other) < _SAME for other in whole) for stop in part)


def _table(
    group: Sequence[_Pieces], words: Sequence[Word], level: Sequence[Rule]
) -> RawTable | None:
    edges = list(group[0].stops)
    whole = [run for run in group if _same(run.stops, edges)]
    if len(group) <= _FEWEST_ROWS or len(whole) == len(group) or group[-1] is not whole[-1]:
        return None
    inside = [w for w in words if edges[0] - 1 < w.rect.cx < edges[-1] + 1]
    above = [w for w in inside if w.rect.cy < group[0].at]
    head = head_over(lines_of(above, gap=_CELL_GAP), group[0].at, level)
    if head is None or head.upper:
        return None
    titles = [word for line in head.lower for word in line.words]
    cells = [
        _cell(0, column, Rect(start, head.top, end, head.bottom), titles)
        for column, (start, end) in enumerate(itertools.pairwise(edges))
    ]
    for column, (start, end) in enumerate(itertools.pairwise(edges)):
        heights = [(n, run.at) for n, run in enumerate(group) if run.covers(start, end)]
        for (first, top), (after, bottom) in itertools.pairwise(heights):
            cell = _cell(1 + first, column, Rect(start, top, end, bottom), inside)
            cell.row_span = after - first
            cells.append(cell)
    if sum(bool(cell.text) for cell in cells) * 2 < len(cells):
        return None
    headings = [cell.rect for cell in cells if cell.row == 0]
    rect = around(cell.rect for cell in cells)
    return RawTable(cells, rect, edges, 1, ruled=False, headings=headings)


def _cell(row: int, column: int, rect: Rect, words: Sequence[Word]) -> RawCell:
    own = [word for word in words if rect.has_centre_of(word.rect)]
    return RawCell(row, column, rect, text_of(own), words=own)
