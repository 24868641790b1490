"""Lamps in a row of which one is lit: a traffic light, or a strip of fields with one filled.

Which of them is lit judges, and the others say nothing; so the whole is one mark in the colour of
the lit lamp. Rows with several lit are a scale, and are left as they are."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.reading.pdf.colours import VERDICTS, classify
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.shapes import Shape, ShapeKind

_LEAST, _LARGEST = 4.0, 40.0
_SQUARE = 1.8
_ALIKE = 1.0
_OVERLAP = 2.5  # points that outlines of lamps side by side may share
_APART = 0.6  # of a lamp's size, between two of them
_FEWEST, _MOST = 3, 5
_DRAWING = 400  # small shapes on a page: more are a drawing
_MARGIN = 0.8  # of a lamp's size, that a housing is larger on each side


@dataclass(frozen=True, slots=True)
class Lamps:
    """A row of lamps with what they stand in: its whole place, and that of the lamp that tells."""

    whole: Rect
    lit: Rect
    dropped: tuple[Shape, ...]


def find_lamps(shapes: Sequence[Shape]) -> list[Lamps]:
    """The rows of lamps of which one at most is lit; dark ones only where a housing holds them, as
    fields without colour may be anything."""
    paths = [s for s in shapes if s.kind is ShapeKind.PATH]
    small = [s for s in paths if _is_lamp(s.rect)]
    if len(small) > _DRAWING:
        return []
    outer = [s.rect for s in small if not any(_holds(o.rect, s.rect) for o in small)]
    found = []
    for row in _rows(list(dict.fromkeys(outer))):
        lamps = _told(row, paths)
        found += [lamps] if lamps is not None else []
    return found


def _is_lamp(rect: Rect) -> bool:
    low, high = sorted((rect.width, rect.height))
    return low >= _LEAST and high <= _LARGEST and high <= _SQUARE * low


def _holds(outer: Rect, inner: Rect) -> bool:
    return outer.area > inner.area + 1 and outer.holds(inner, 0.3)


def _rows(rects: Sequence[Rect]) -> list[list[Rect]]:
    """Lamps of one size close beside or below each other, in whole rows."""
    found: list[list[Rect]] = []
    used: set[int] = set()
    for level in (True, False):
        ordered = sorted(rects, key=lambda r: (r.x0, r.top) if level else (r.top, r.x0))
        for first in ordered:
            if id(first) in used:
                continue
            row = [first]
            while (after := _next(row[-1], ordered, level)) is not None and len(row) <= _MOST:
                row.append(after)
            if _FEWEST <= len(row) <= _MOST and _evenly(row, level):
                found.append(row)
                used |= set(map(id, row))
    return found


def _next(last: Rect, rects: Sequence[Rect], level: bool) -> Rect | None:
    def step(rect: Rect) -> float:
        return rect.x0 - last.x1 if level else rect.top - last.bottom

    size = last.width if level else last.height
    near = [r for r in rects if r is not last and -_OVERLAP < step(r) < _APART * size]
    return min((r for r in near if _in_line(last, r, level)), key=step, default=None)


def _in_line(one: Rect, other: Rect, level: bool) -> bool:
    sizes = abs(one.width - other.width) < _ALIKE and abs(one.height - other.height) < _ALIKE
    return sizes and (abs(one.cy - other.cy) if level else abs(one.cx - other.cx)) < _ALIKE


def _evenly(row: Sequence[Rect], level: bool) -> bool:
    steps = [(b.cx - a.cx) if level else (b.cy - a.cy) for a, b in itertools.pairwise(row)]
    return max(steps) - min(steps) < _ALIKE


def _told(row: Sequence[Rect], paths: Sequence[Shape]) -> Lamps | None:
    """The lamp of a row that is lit, else the middle one of a dark row in its housing."""
    inside = [[s for s in paths if lamp.grown(0.3).holds(s.rect)] for lamp in row]
    lit = [n for n, parts in enumerate(inside) if any(_shines(s) for s in parts)]
    housing = _housing(row, paths)
    if len(lit) > 1 or (not lit and housing is None):
        return None
    place = lit[0] if lit else len(row) // 2
    kept = [s for s in inside[place] if not lit or _shines(s)]
    others = [s for n, parts in enumerate(inside) for s in parts if n != place or s not in kept]
    whole = around([*row, *([housing.rect] if housing else [])])
    dropped = (*others, *([housing] if housing else []))
    return Lamps(whole, around(s.rect for s in kept), dropped)


def _shines(shape: Shape) -> bool:
    return shape.fill is not None and classify(shape.fill) in VERDICTS


def _housing(row: Sequence[Rect], paths: Sequence[Shape]) -> Shape | None:
    """A shape around all lamps of a row, and not much larger."""
    lamps, size = around(row), max(row[0].width, row[0].height)
    around_all = [s for s in paths if _holds(s.rect, lamps) and s.fill is not None]
    near = [s for s in around_all if lamps.grown(_MARGIN * size).holds(s.rect)]
    return min(near, key=lambda s: s.rect.area, default=None)
