"""Rows that no two rules bound: the last of a table whose rules close none below it, and several
between two rules that part groups of rows."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.lines import Line, lines_of
from plansvar.reading.pdf.vocabulary import is_value, is_year

_CELL_GAP = 0.5
_STEP = 1.45  # sizes of type between two lines of one row
_FEWEST_ROWS, _FEWEST_CELLS = 3, 3
_SAME = 3.0


@dataclass(frozen=True, slots=True)
class Below:
    """The lines of a row below the last rule, and where it ends; none where no such row is."""

    rows: list[list[Line]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)


def row_below(
    words: Sequence[Word],
    rows: Sequence[Sequence[Line]],
    edges: Sequence[float],
    heights: Sequence[float],
) -> Below:
    """The row right below the last rule, where it fills every column that all rows above fill, each
    with what those hold: a figure under figures, words under words."""
    above = [_cells(row, edges) for row in rows]
    always = {n for n in range(len(edges) - 1) if all(cells[n] for cells in above)}
    lowest = min((b - a for a, b in itertools.pairwise(heights)), default=0.0)
    near = [w for w in words if w.rect.top < heights[-1] + lowest]
    if len(rows) < _FEWEST_ROWS or len(always) < _FEWEST_CELLS or not near:
        return Below()
    lines = lines_of(near, gap=_CELL_GAP)[:1]
    for line in lines_of([w for w in words if w not in near], gap=_CELL_GAP):
        if line.rect.cy - lines[-1].rect.cy > _STEP * line.size or line.rect.x0 < edges[1]:
            break
        lines.append(line)
    cells = _cells(lines, edges)
    begun = min(line.rect.x0 for row in rows for line in row)
    if any(not cells[n] for n in always) or abs(lines[0].rect.x0 - begun) > _SAME:
        return Below()
    if any(is_value(cells[n]) != is_value(row[n]) for n in always for row in above):
        return Below()
    crossed = any(_crosses(s.rect, edges) for line in lines for s in line.segments)
    return Below() if crossed else Below([lines], [max(ln.rect.bottom for ln in lines) + 1])


def are_rows(row: Sequence[Line]) -> bool:
    """Whether all lines between two rules are rows, each with its label and its figures: rules
    bound groups of rows and not each."""
    left = min(line.rect.x0 for line in row)
    full = [line for line in row if line.rect.x0 - left < _SAME and _is_row(line)]
    apart = all(is_value(s.text) for line in row for s in line.segments[1:])
    return len(row) > 1 and len(full) == len(row) and apart


def _is_row(line: Line) -> bool:
    first, *rest = line.segments
    figures = [s for s in rest if is_value(s.text) and not is_year(s.text)]
    return not is_value(first.text) and len(figures) > 1


def _cells(row: Sequence[Line], edges: Sequence[float]) -> list[str]:
    texts: list[list[str]] = [[] for _ in range(len(edges) - 1)]
    for line in row:
        for segment in line.segments:
            texts[sum(edge <= segment.rect.cx for edge in edges[1:-1])].append(segment.text)
    return [" ".join(parts) for parts in texts]


def _crosses(rect: Rect, edges: Sequence[float]) -> bool:
    return any(rect.x0 < edge - 1 and edge + 1 < rect.x1 for edge in edges[1:-1])
