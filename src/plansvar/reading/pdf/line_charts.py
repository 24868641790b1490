"""Lines of a chart with a figure at each point: a row for each line, under the names of the points.

A figure is read only where it stands at one point, in the ink of its line where there are several,
each point has one name under it, and all points lie as high as their figures are large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plansvar.reading.pdf.chart_bars import FEWEST, are_true, cell_of
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.grouped_charts import text_behind
from plansvar.reading.pdf.lines import Segment
from plansvar.reading.pdf.shapes import Rgb, Shape, ShapeKind
from plansvar.reading.pdf.swatches import is_small
from plansvar.reading.pdf.tables import RawCell, RawTable
from plansvar.reading.pdf.vocabulary import is_value

_THICK, _LONG = 0.7, 60.0  # points of a line's stroke, and from its first to its last point
_MOST = 40  # points of a line
_ASIDE, _NEAR = 8.0, 16.0  # points from a point to its figure, across and along the page
_UNDER, _LEVEL, _OFF = 70.0, 2.0, 14.0  # points from a chart to the names under it
_AWAY = 140.0  # points from a chart to its key

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with the figure of each point, and what its key calls it."""

    points: tuple[Point, ...]
    figures: tuple[Segment, ...]
    name: Segment | None


def find_line_charts(segments: Sequence[Segment], shapes: Sequence[Shape]) -> list[RawTable]:
    """The charts of a page whose lines have a figure at each point."""
    lines = [shape for shape in shapes if _is_line(shape)]
    found = []
    for group in _groups(lines):
        table = _chart(group, segments, shapes)
        found += [table] if table is not None else []
    return found


def _is_line(shape: Shape) -> bool:
    if shape.kind is not ShapeKind.PATH or shape.fill is not None or shape.stroke is None:
        return False
    if shape.curved or len(shape.outlines) != 1 or shape.line_width < _THICK:
        return False
    points = shape.outlines[0]
    rising = all(b[0] > a[0] + 1 for a, b in pairwise(points))
    return FEWEST <= len(points) <= _MOST and rising and points[-1][0] - points[0][0] > _LONG


def _groups(lines: Sequence[Shape]) -> list[list[Shape]]:
    """Lines whose points stand over the same places."""
    groups: list[list[Shape]] = []
    for line in lines:
        home = next((g for g in groups if _same_places(g[0], line)), None)
        if home is None:
            groups.append([line])
        else:
            home.append(line)
    return groups


def _same_places(one: Shape, other: Shape) -> bool:
    a, b = one.outlines[0], other.outlines[0]
    return len(a) == len(b) and all(abs(p[0] - q[0]) < 1 for p, q in zip(a, b, strict=True))


def _chart(
    group: Sequence[Shape], segments: Sequence[Segment], shapes: Sequence[Shape]
) -> RawTable | None:
    alone = len(group) == 1
    place = around(shape.rect for shape in group)
    names = [None if alone else _name(s.stroke, place, segments, shapes) for s in group]
    free = [s for s in segments if is_value(s.text)]
    lines = []
    for shape, name in zip(group, names, strict=True):
        figures = [_figure(p, None if alone else shape.stroke, free) for p in shape.outlines[0]]
        told = [figure for figure in figures if figure is not None]
        if len(told) < len(figures) or (name is None and not alone):
            return None
        lines.append(_Line(shape.outlines[0], tuple(told), name))
    heads = _heads(group[0].outlines[0], place, segments)
    heights = [(f, place.bottom - p[1]) for ln in lines for f, p in _pairs(ln)]
    parts = [*(f for line in lines for f in line.figures), *heads]
    parts += [line.name for line in lines if line.name is not None]
    once = len(set(map(id, parts))) == len(parts)
    if not heads or not once or not are_true(heights):
        return None
    return _table(lines, heads, place)


def _pairs(line: _Line) -> list[tuple[Segment, Point]]:
    return list(zip(line.figures, line.points, strict=True))


def _name(
    ink: Rgb | None, place: Rect, segments: Sequence[Segment], shapes: Sequence[Shape]
) -> Segment | None:
    """What a key beside the chart calls the line of one ink."""
    small = [s for s in shapes if ink in (s.fill, s.stroke) and is_small(s)]
    near = [s for s in small if place.grown(_AWAY).has_centre_of(s.rect)]
    texts = [text for s in near if (text := text_behind(s.rect, segments)) is not None]
    texts = [text for text in texts if not place.has_centre_of(text.rect)]
    return texts[0] if len({id(text) for text in texts}) == 1 else None


def _figure(point: Point, ink: Rgb | None, figures: Sequence[Segment]) -> Segment | None:
    """The one figure at a point, of several those in the ink of its line."""
    x, y = point
    near = [s for s in figures if abs(s.rect.cx - x) < _ASIDE and abs(s.rect.cy - y) < _NEAR]
    own = [s for s in near if ink is None or s.style.colour == ink]
    return own[0] if len(own) == 1 else None


def _heads(points: Sequence[Point], place: Rect, segments: Sequence[Segment]) -> list[Segment]:
    """The names of the points: the first line under the chart, one for each."""
    under = [s for s in segments if 0 < s.rect.cy - place.bottom < _UNDER]
    under = [s for s in under if place.x0 - _OFF < s.rect.cx < place.x1 + _OFF]
    rows = sorted({round(s.rect.cy / _LEVEL) for s in under})
    for row in rows:
        level = [s for s in under if abs(s.rect.cy / _LEVEL - row) <= 1]
        own = [[s for s in level if abs(s.rect.cx - x) < _OFF] for x, _ in points]
        if all(len(found) == 1 for found in own):
            return [found[0] for found in own]
    return []


def _table(lines: Sequence[_Line], heads: Sequence[Segment], place: Rect) -> RawTable:
    """The names of the points over their figures, a row for each line."""
    blank = Rect(place.x0 - 1, place.top, place.x0, place.bottom)
    cells = [RawCell(0, 0, blank)]
    cells += [cell_of(0, at, head.rect, head) for at, head in enumerate(heads, 1)]
    for row, line in enumerate(lines, 1):
        name = line.name
        cells.append(cell_of(row, 0, name.rect, name) if name else RawCell(row, 0, blank))
        cells += [cell_of(row, at, f.rect, f) for at, f in enumerate(line.figures, 1)]
    rect = around([place, *(cell.rect for cell in cells)])
    edges = [rect.x0 - 1, *(head.rect.x0 for head in heads), rect.x1]
    return RawTable(cells, rect, edges, header_rows=1, ruled=False, marked=True)
