"""Gauges: sectors of a ring in the colours of a traffic light, and a needle that points at one.

The sector at which the needle points is what the gauge says; one whose sectors are all grey and
that has no needle says that nothing is known."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plansvar.domain import Colour
from plansvar.reading.pdf.colours import VERDICTS, classify
from plansvar.reading.pdf.drawn import is_straight
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.shapes import Rgb, Shape, ShapeKind

Point = tuple[float, float]

_SMALLEST, _LARGEST = 5.0, 130.0  # of a sector, along its longer side
_NEAR = 5.0  # points between two sectors
_FEWEST, _MOST = 3, 5
_THICK = 3.0  # points of a stroke that is a sector
_HUB = 0.2  # of the radius: points nearer the middle have no direction
_CLEAR = math.radians(4)  # from the side of a sector: nearer it points at no one
_SLENDER = 2.5  # times as long as wide
_LONG_ENOUGH = 0.45  # of the radius


@dataclass(frozen=True, slots=True)
class Gauge:
    """Where a gauge stands, the colour that it says and that colour as it is drawn."""

    rect: Rect
    colour: Colour
    shade: Rgb


@dataclass(frozen=True, slots=True)
class _Sector:
    ink: Rgb
    colour: Colour
    rect: Rect
    points: tuple[Point, ...]


def find_gauges(shapes: Sequence[Shape]) -> list[Gauge]:
    """The gauges of a page that say one thing for sure."""
    sectors = [sector for shape in shapes if (sector := _sector(shape)) is not None]
    groups = [group for group in _groups(sectors) if _makes_dial(group)]
    found = (_gauge(group, shapes) for group in groups)
    return [gauge for gauge in found if gauge is not None]


def _sector(shape: Shape) -> _Sector | None:
    if shape.kind is not ShapeKind.PATH or not shape.outlines or is_straight(shape):
        return None
    thick = shape.line_width >= _THICK
    ink = shape.fill if shape.fill is not None else shape.stroke if thick else None
    colour = classify(ink) if ink is not None else None
    high = max(shape.rect.width, shape.rect.height)
    if ink is None or colour is None or colour not in (*VERDICTS, Colour.GREY):
        return None
    if not _SMALLEST <= high <= _LARGEST:
        return None
    points = tuple(point for outline in shape.outlines for point in outline)
    return _Sector(ink, colour, shape.rect, points)


def _groups(sectors: Sequence[_Sector]) -> list[list[_Sector]]:
    """Sectors that stand close to each other."""
    groups: list[list[_Sector]] = []
    for sector in sectors:
        wide = sector.rect.grown(_NEAR)
        near = [g for g in groups if any(wide.shared_area(other.rect) > 0 for other in g)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), sector])
    return groups


def _makes_dial(group: Sequence[_Sector]) -> bool:
    """Whether sectors all have a colour of their own, or are all grey."""
    if not _FEWEST <= len(group) <= _MOST:
        return False
    colours = [sector.colour for sector in group]
    grey = set(colours) == {Colour.GREY}
    return grey or (len(set(colours)) == len(colours) and Colour.GREY not in colours)


def _gauge(group: Sequence[_Sector], shapes: Sequence[Shape]) -> Gauge | None:
    whole = around(sector.rect for sector in group)
    inks = {sector.ink for sector in group}
    inside = [s for s in shapes if whole.grown(_NEAR).has_centre_of(s.rect) and _ink(s) not in inks]
    needles = [needle for shape in inside for needle in _needles(shape)]
    said = {sector for needle in needles if (sector := _pointed_at(needle, group)) is not None}
    if all(sector.colour is Colour.GREY for sector in group):
        return None if needles else Gauge(whole, Colour.GREY, group[0].ink)
    if len(said) != 1:
        return None
    sector = said.pop()
    return Gauge(whole, sector.colour, sector.ink)


def _ink(shape: Shape) -> Rgb | None:
    return shape.fill if shape.fill is not None else shape.stroke


def _needles(shape: Shape) -> Iterator[tuple[Point, Point]]:
    """The two ends of a slender shape, in either order."""
    if shape.kind is not ShapeKind.PATH or shape.curved or len(shape.outlines) != 1:
        return
    points = list(dict.fromkeys(shape.outlines[0]))
    if len(points) == 2:
        ends = (points[0], points[1])
    elif len(points) in (3, 4):
        middle = _mean(points)
        tip = max(points, key=lambda p: math.dist(p, middle))
        far = sorted(points, key=lambda p: -math.dist(p, tip))[:2]
        if math.dist(*far) * _SLENDER > math.dist(tip, _mean(far)):
            return
        ends = (_mean(far), tip)
    else:
        return
    yield ends
    yield ends[::-1]


def _mean(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _pointed_at(needle: tuple[Point, Point], group: Sequence[_Sector]) -> _Sector | None:
    """The one sector at which a needle points, where its other end is the middle of the dial."""
    hub, tip = needle
    radius = max(math.dist(hub, point) for sector in group for point in sector.points)
    if not _LONG_ENOUGH * radius < math.dist(hub, tip) <= 1.1 * radius:
        return None
    reaches = [_reach(sector, hub, radius) for sector in group]
    if any(reach is None for reach in reaches):
        return None
    known = [reach for reach in reaches if reach is not None]
    pairs = [(a, b) for i, a in enumerate(known) for b in known[i + 1 :]]
    if any(_between(a[0], b[0]) < a[1] + b[1] - _CLEAR for a, b in pairs):
        return None  # seen from there the sectors cover each other: that is not the middle
    at = _direction(hub, tip)
    own = [
        sector
        for sector, (middle, half) in zip(group, known, strict=True)
        if _between(at, middle) < half - _CLEAR
    ]
    return own[0] if len(own) == 1 else None


def _reach(sector: _Sector, hub: Point, radius: float) -> tuple[float, float] | None:
    """In which direction from the middle a sector lies, and how far it reaches to either side."""
    rim = [p for p in sector.points if math.dist(hub, p) > _HUB * radius]
    if len(rim) < 2:
        return None
    angles = [_direction(hub, point) for point in rim]
    guess = math.atan2(sum(map(math.sin, angles)), sum(map(math.cos, angles)))
    turns = [math.remainder(angle - guess, math.tau) for angle in angles]
    return guess + (max(turns) + min(turns)) / 2, (max(turns) - min(turns)) / 2


def _direction(hub: Point, point: Point) -> float:
    return math.atan2(hub[1] - point[1], point[0] - hub[0])


def _between(one: float, other: float) -> float:
    return abs(math.remainder(one - other, math.tau))
