"""Vector shapes drawn as pixels, so that what they make together can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from plansvar.reading.marks.forms import Points
from plansvar.reading.marks.looks import Rgb
from plansvar.reading.pdf.colours import Pixels

Strokes = Sequence[tuple[Points, bool]]
_CANVAS = 240
_FAR = 1e6
_MOST_POINTS = 20_000


@dataclass(frozen=True, slots=True)
class Painted:
    """A shape as painted: its colours, the width of its stroke, and its outlines with true beside
    each that is closed."""

    fill: Rgb | None
    stroke: Rgb | None
    width: float
    outlines: Strokes


def painted(shapes: Sequence[Painted], ground: Rgb = (255, 255, 255)) -> Pixels | None:
    """The shapes drawn on a ground; null where there is nothing to see."""
    points = [p for s in shapes for outline, _ in s.outlines for p in outline if s.fill or s.stroke]
    if (
        len(points) < 2
        or len(points) > _MOST_POINTS
        or any(abs(v) > _FAR for p in points for v in p)
    ):
        return None
    edge = max((s.width / 2 for s in shapes if s.stroke), default=0.0)
    left, top = min(x for x, _ in points) - edge, min(y for _, y in points) - edge
    wide, tall = max(x for x, _ in points) + edge - left, max(y for _, y in points) + edge - top
    if not wide > 0 or not tall > 0 or edge > max(wide, tall):
        return None
    scale = _CANVAS / max(wide, tall)
    size = (max(1, round(wide * scale)), max(1, round(tall * scale)))
    picture = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(picture)
    for shape in shapes:
        _paint(draw, shape, (left, top), scale)
    return np.asarray(picture, dtype=np.uint8)


def _paint(
    draw: ImageDraw.ImageDraw, shape: Painted, origin: tuple[float, float], scale: float
) -> None:
    for outline, closed in shape.outlines:
        points = [((x - origin[0]) * scale, (y - origin[1]) * scale) for x, y in outline]
        if shape.fill is not None and len(points) > 2:
            draw.polygon(points, fill=shape.fill)
        if shape.stroke is not None and len(points) > 1:
            drawn = [*points, points[0]] if closed else points
            wide = max(1, round(shape.width * scale))
            draw.line(drawn, fill=shape.stroke, width=wide, joint="curve")
