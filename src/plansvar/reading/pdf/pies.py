"""Circles and rings cut into sectors, with a figure and a name beside each: as rows of a table.

There are as many labels as sectors, and the sectors are as large as the figures say: only then are
the labels those of the chart. All else is left to be read as what it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.language.numbers import parse_number
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Segment, lines_of
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.vocabulary import is_value

_FEWEST = 3
_LEAST, _LARGEST = 60.0, 400.0  # points from side to side
_ROUND = 1.15  # times as wide as high at most
_WIDE, _HIGH = 150.0, 50.0  # points around a chart in which its labels stand
_ALIGNED, _STEP, _SAME = 1.5, 1.5, 0.3
_SHARE = 0.035  # by which the share of a sector may differ from that of its figure
_WHITE = 250


@dataclass(frozen=True, slots=True)
class _Label:
    """A figure and the lines of its name."""

    figure: Segment
    name: tuple[Segment, ...]

    @property
    def rect(self) -> Rect:
        return around(s.rect for s in (self.figure, *self.name))


def find_pies(words: Sequence[Word], shapes: Sequence[Shape]) -> list[RawTable]:
    """The charts of sectors on a page."""
    sectors = [s for s in shapes if _may_be_sector(s)]
    if len(sectors) < _FEWEST:
        return []
    segments = [s for line in lines_of(w for w in words if not w.style.turn) for s in line.segments]
    labels = [label for s in segments if (label := _label(s, segments)) is not None]
    found = []
    for group in _groups(sectors):
        circle = around(shape.rect for shape in group)
        near = circle._replace(
            x0=circle.x0 - _WIDE,
            x1=circle.x1 + _WIDE,
            top=circle.top - _HIGH,
            bottom=circle.bottom + _HIGH,
        )
        own = [label for label in labels if near.holds(label.rect)]
        if len(group) >= _FEWEST and _is_round(circle) and _are_true(own, group):
            found.append(_table(own, circle))
    return found


def _may_be_sector(shape: Shape) -> bool:
    coloured = shape.fill is not None and min(shape.fill) < _WHITE
    path = shape.kind is ShapeKind.PATH and shape.curved and bool(shape.outlines)
    return path and coloured and max(shape.rect.width, shape.rect.height) <= _LARGEST


def _groups(sectors: Sequence[Shape]) -> list[list[Shape]]:
    """Sectors that meet each other."""
    groups: list[list[Shape]] = []
    for shape in sectors:
        wide = shape.rect.grown(1)
        near = [g for g in groups if any(wide.shared_area(other.rect) > 0 for other in g)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), shape])
    return groups


def _is_round(rect: Rect) -> bool:
    low, high = sorted((rect.width, rect.height))
    return low >= _LEAST and high <= min(_LARGEST, _ROUND * low)


def _label(segment: Segment, segments: Sequence[Segment]) -> _Label | None:
    """A figure with the lines of one look right below it, set to the same side."""
    if not is_value(segment.text) or parse_number(segment.text) is None:
        return None
    name: list[Segment] = []
    last = segment
    while (below := _below(last, segment, segments)) is not None:
        name.append(below)
        last = below
    return _Label(segment, tuple(name)) if name else None


def _below(last: Segment, first: Segment, segments: Sequence[Segment]) -> Segment | None:
    near = [
        s
        for s in segments
        if 0.5 * last.size < s.rect.cy - last.rect.cy < _STEP * last.size
        and abs(s.size - first.size) < _SAME
        and not is_value(s.text)
        and min(abs(s.rect.x0 - first.rect.x0), abs(s.rect.x1 - first.rect.x1)) < _ALIGNED
    ]
    return near[0] if len(near) == 1 else None


def _are_true(labels: Sequence[_Label], sectors: Sequence[Shape]) -> bool:
    """Whether the sectors are as large as the figures, the largest first."""
    if len(labels) != len(sectors):
        return False
    figures = sorted((parse_number(label.figure.text) or 0.0 for label in labels), reverse=True)
    areas = sorted((_area(shape) for shape in sectors), reverse=True)
    if min(figures) <= 0 or min(areas) <= 0:
        return False
    shares = ((f / sum(figures), a / sum(areas)) for f, a in zip(figures, areas, strict=True))
    return all(abs(figure - area) < _SHARE for figure, area in shares)


def _area(shape: Shape) -> float:
    outlines = [outline for outline in shape.outlines if len(outline) > 2]
    return max((abs(_twice(outline)) / 2 for outline in outlines), default=0.0)


def _twice(outline: Sequence[tuple[float, float]]) -> float:
    following = (*outline[1:], outline[0])
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(outline, following, strict=True))


def _table(labels: Sequence[_Label], circle: Rect) -> RawTable:
    """The labels clockwise from the top."""

    def turn(label: _Label) -> float:
        return math.atan2(label.rect.cx - circle.cx, circle.cy - label.rect.cy) % math.tau

    cells = []
    for row, label in enumerate(sorted(labels, key=turn)):
        name = [word for segment in label.name for word in segment.words]
        cells += [_cell(row, 0, name), _cell(row, 1, label.figure.words)]
    rect = around([circle, *(label.rect for label in labels)])
    return RawTable(cells, rect, [rect.x0, circle.x0, rect.x1], ruled=False, marked=True)


def _cell(row: int, column: int, words: Sequence[Word]) -> RawCell:
    own = list(words)
    return RawCell(row, column, around(word.rect for word in own), text_of(own), words=own)
