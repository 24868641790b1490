"""Drawn shapes: which way they point, by the name of their preset or by their outline."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

import numpy as np
from PIL import Image, ImageDraw

from plansvar.domain import Trend
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.arrows import direction_of

Points = Sequence[tuple[float, float]]
_CANVAS = 160
_SLANTING = 20
_STANDING = 70
_LEVEL = 20
_FAR = 1e7
_MOST_POINTS = 5_000


def trend_of_preset(
    name: str, turn: float = 0.0, flip: bool = False, mirror: bool = False
) -> Trend | None:
    """The trend that a preset shape shows, turned clockwise by `turn` degrees after `flip` (top
    to bottom) and `mirror` (left to right); null for shapes that do not point."""
    if name in vocabulary("marks")["presets"]["level"]:
        return Trend.LEVEL if abs(math.sin(math.radians(turn))) < 0.35 else None
    angle = _angles().get(name)
    if angle is None:
        return None
    if flip:
        angle = -angle
    if mirror:
        angle = 180 - angle
    return trend_of_angle(angle - turn)


def trend_of_angle(angle: float) -> Trend | None:
    """What an arrow at this angle shows: 0 points right, 90 up; null where it points left."""
    turned = (angle + 180) % 360 - 180
    if abs(turned) <= _LEVEL:
        return Trend.LEVEL
    if _SLANTING <= abs(turned) <= 180 - _STANDING:
        return Trend.UP if turned > 0 else Trend.DOWN
    return None


def trend_of_line(dx: float, dy: float) -> Trend | None:
    """What a line with its head at the end shows; `dy` grows downwards."""
    return trend_of_angle(math.degrees(math.atan2(-dy, dx))) if dx or dy else None


def trend_of_outlines(filled: Sequence[Points], strokes: Sequence[Points] = ()) -> Trend | None:
    """Which way outlines point when drawn; null where they are no arrow."""
    points = [point for outline in (*filled, *strokes) for point in outline][:_MOST_POINTS]
    points = [p for p in points if abs(p[0]) < _FAR and abs(p[1]) < _FAR]
    if len(points) < 3:
        return None
    left, top = min(x for x, _ in points), min(y for _, y in points)
    size = max(max(x for x, _ in points) - left, max(y for _, y in points) - top)
    if size <= 0:
        return None
    picture = Image.new("L", (_CANVAS + 20, _CANVAS + 20), 0)
    draw = ImageDraw.Draw(picture)
    scale = _CANVAS / size
    for outline in filled:
        if len(outline) > 2:
            draw.polygon(_placed(outline, left, top, scale), fill=255)
    for stroke in strokes:
        if len(stroke) > 1:
            draw.line(_placed(stroke, left, top, scale), fill=255, width=_CANVAS // 10)
    return direction_of(np.asarray(np.asarray(picture) > 127))


def is_slanting(outline: Points) -> bool:
    """Whether an outline has a side that is neither level nor upright, so that it may point."""
    sides = zip(outline, [*outline[1:], outline[0]], strict=True)
    return any(abs(ax - bx) > 1e-6 and abs(ay - by) > 1e-6 for (ax, ay), (bx, by) in sides)


def _placed(outline: Points, left: float, top: float, scale: float) -> list[tuple[float, float]]:
    kept = [p for p in outline[:_MOST_POINTS] if abs(p[0]) < _FAR and abs(p[1]) < _FAR]
    return [((x - left) * scale + 10, (y - top) * scale + 10) for x, y in kept]


@cache
def _angles() -> dict[str, float]:
    angles = vocabulary("marks")["presets"]["angles"]
    return {name: float(angle) for angle, names in angles.items() for name in names}
