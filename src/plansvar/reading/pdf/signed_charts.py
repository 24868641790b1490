"""Bars that show what is more and less: lying ones to both sides of one line, and upright ones that
each begin where the one before ends (from the budget to the forecast).

Each bar has one name and one figure of its own, all are as long as their figures are large, and in
the first kind those below zero lie to one side of the line: else nothing is read."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.language.numbers import is_missing
from plansvar.reading.pdf.chart_bars import (
    FEWEST,
    SAME,
    cell_of,
    figures_over,
    has_further,
    level_with,
    number_in,
)
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Segment
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.tables import RawTable
from plansvar.reading.pdf.vocabulary import is_value

_LOW, _TALL, _SHORTEST, _LONGEST = 4.0, 60.0, 0.4, 420.0
_WHITE = 250
_EXACT = 0.03  # share of the longest bar that a bar may differ from its figure
_END = 14.0  # points from the end of a bar to its figure
_FARTHEST = 300.0  # points from a name to the line from which bars lie
_FEWEST_STEPS = 4
_BELOW, _ASIDE, _LEVEL = 90.0, 14.0, 2.0
_STEP = 1.5  # sizes of type between two lines of a name
_MINUS = "-–−"


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar with its name and figure; `length` is along its axis, below zero where it lies left."""

    rect: Rect
    name: tuple[Segment, ...]
    figure: Segment
    length: float


def find_signed(segments: Sequence[Segment], shapes: Sequence[Shape]) -> list[RawTable]:
    """The charts of a page whose bars stand for more and less."""
    bars = [shape.rect for shape in shapes if _is_bar(shape)]
    charts = [*_lying(bars, segments), *_stepped(bars, segments)]
    return [_table(chart) for chart in charts if _is_sure(chart, segments)]


def _is_bar(shape: Shape) -> bool:
    filled = shape.fill is not None and min(shape.fill) < _WHITE
    low, high = sorted((shape.rect.width, shape.rect.height))
    fits = low >= _SHORTEST and _LOW <= high <= _LONGEST
    return shape.kind is ShapeKind.PATH and filled and fits


def _lying(bars: Sequence[Rect], segments: Sequence[Segment]) -> list[list[_Bar]]:
    """Bars of one thickness below each other, to both sides of one line."""
    charts: list[list[_Bar]] = []
    for first in bars:
        fits = [r for r in bars if abs(r.height - first.height) < SAME and r.height <= _TALL]
        group = [r for r in fits if min(abs(r.x0 - first.x0), abs(r.x1 - first.x0)) < SAME]
        axis = first.x0
        right = [r for r in group if abs(r.x0 - axis) < abs(r.x1 - axis)]
        left = [r for r in group if r not in right]
        known = any(first == bar.rect for chart in charts for bar in chart)
        if known or not left or len(group) < FEWEST or _overlap(group):
            continue
        read = [_row(r, -r.width if r in left else r.width, axis, segments) for r in group]
        chart = [bar for bar in read if bar is not None]
        if len(chart) == len(group):
            zeros = _without_bar(chart, axis, segments)
            charts.append(sorted((*chart, *zeros), key=lambda bar: bar.rect.cy))
    return charts


def _overlap(group: Sequence[Rect]) -> bool:
    ordered = sorted(group, key=lambda r: r.top)
    return any(b.top < a.bottom for a, b in itertools.pairwise(ordered))


def _row(bar: Rect, length: float, axis: float, segments: Sequence[Segment]) -> _Bar | None:
    """A bar with the figure at its end and the name on its line."""
    level = level_with(bar, segments)
    end = bar.x0 if length < 0 else bar.x1
    figures = [s for s in level if is_value(s.text) and _is_at(s.rect, end, bar)]
    names = [s for s in level if not is_value(s.text) and abs(axis - s.rect.cx) < _FARTHEST + 100]
    names = [s for s in names if s.rect.x1 < bar.x0 or s.rect.x0 > bar.x1]
    if len(figures) != 1 or len(names) != 1:
        return None
    return _Bar(bar, (names[0],), figures[0], length)


def _is_at(figure: Rect, end: float, bar: Rect) -> bool:
    near = min(abs(figure.x0 - end), abs(figure.x1 - end)) < _END
    return near or (bar.x0 < figure.cx < bar.x1)


def _without_bar(chart: Sequence[_Bar], axis: float, segments: Sequence[Segment]) -> list[_Bar]:
    """Names in line with those of bars whose figure at the line is nought, and so has no bar."""
    place = around(bar.rect for bar in chart).grown(chart[0].rect.height * 2)
    start = chart[0].name[0].rect.x0
    own = {id(bar.name[0]) for bar in chart}
    found = []
    for name in segments:
        aligned = abs(name.rect.x0 - start) < SAME and place.top < name.rect.cy < place.bottom
        if not aligned or id(name) in own:
            continue
        spot = Rect(axis, name.rect.top, axis, name.rect.bottom)
        beside = [s for s in level_with(spot, segments) if s is not name and is_value(s.text)]
        if len(beside) == 1 and number_in(beside[0]) == 0 and _is_at(beside[0].rect, axis, spot):
            found.append(_Bar(spot, (name,), beside[0], 0.0))
    return found


def _stepped(bars: Sequence[Rect], segments: Sequence[Segment]) -> list[list[_Bar]]:
    """Upright bars of one width side by side that do not all stand on one line."""
    charts = []
    taken: list[Rect] = []
    for first in bars:
        group = [r for r in bars if abs(r.width - first.width) < SAME and r.width <= _LONGEST / 4]
        if first in taken or len(group) < _FEWEST_STEPS:
            continue
        taken += group
        ordered = sorted(group, key=lambda r: r.x0)
        apart = all(b.x0 > a.x1 for a, b in itertools.pairwise(ordered))
        one_line = len({round(r.bottom / SAME) for r in group}) == 1
        chart = [_step(r, ordered, segments) for r in ordered]
        told = [bar for bar in chart if bar is not None]
        if apart and not one_line and len(told) == len(group):
            charts.append(told)
    return charts


def _step(bar: Rect, bars: Sequence[Rect], segments: Sequence[Segment]) -> _Bar | None:
    """A bar with the figure over it, and the name under all bars."""
    over = figures_over(bar, segments)
    foot = max(r.bottom for r in bars)
    under = [s for s in segments if -1 < s.rect.top - foot < _BELOW and not is_value(s.text)]
    first = min((s.rect.cy for s in under), default=0.0)
    own = [s for s in under if abs(s.rect.cx - bar.cx) <= bar.width / 2 + _ASIDE]
    names = [s for s in own if abs(s.rect.cy - first) < _LEVEL]
    if len(over) != 1 or len(names) != 1:
        return None
    for segment in sorted(own, key=lambda s: s.rect.cy):
        step = segment.rect.cy - names[-1].rect.cy
        if _LEVEL < step < _STEP * segment.size and abs(segment.size - names[0].size) < 0.3:
            names.append(segment)
    return _Bar(bar, tuple(names), over[0], bar.height)


def _is_sure(chart: Sequence[_Bar], segments: Sequence[Segment]) -> bool:
    """Whether each bar has a name of its own and is as long as its figure is large."""
    own = [part for bar in chart for part in (*bar.name, bar.figure)]
    once = len(set(map(id, own))) == len(own)
    values = [number_in(bar.figure) for bar in chart]
    known = [abs(value) for value in values if value is not None]
    if not once or len(known) < len(chart) or any(is_missing(b.figure.text) for b in chart):
        return False
    longest = max(abs(bar.length) for bar in chart)
    step = longest / max(known) if max(known) else 0.0
    pairs = zip(known, chart, strict=True)
    true = all(abs(v * step - abs(b.length)) <= max(SAME, _EXACT * longest) for v, b in pairs)
    turned = any(bar.length < 0 for bar in chart)
    signs = all((bar.length < 0) == (bar.figure.text.strip()[0] in _MINUS) for bar in chart)
    alone = not has_further(around(bar.rect for bar in chart), own, segments)
    return bool(step) and true and alone and (signs or not turned)


def _table(chart: Sequence[_Bar]) -> RawTable:
    """A row for each bar; name and figure of an upright one stand as far apart as the bar is long,
    so that both cells have the place of it all."""
    cells = []
    for row, bar in enumerate(chart):
        whole = around([bar.rect, bar.figure.rect, *(line.rect for line in bar.name)])
        level = bar.name[0].rect.overlap_y(bar.figure.rect) > 0
        for at, parts in enumerate((bar.name, (bar.figure,))):
            place = around(part.rect for part in parts) if level else whole
            cells.append(cell_of(row, at, place, *parts))
    rect = around([*(bar.rect for bar in chart), *(cell.rect for cell in cells)])
    edges = [rect.x0, min(bar.rect.x0 for bar in chart), rect.x1]
    return RawTable(cells, rect, edges, ruled=False, marked=True)
