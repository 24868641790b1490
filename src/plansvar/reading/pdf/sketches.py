"""Paths of a page drawn anew by themselves, as a mask or in their colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from plansvar.reading.pdf.geometry import around
from plansvar.reading.pdf.shapes import Rgb, Shape

_SCALE, _CANVAS = 8.0, 400.0
# Hundredths of a point: alike paths are the same wherever they stand on a page.
_DIGITS = 2
_Outline = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Path:
    """One path with its colours; its outlines count from the corner of the sketch."""

    fill: Rgb | None
    stroke: Rgb | None
    width: float
    outlines: tuple[_Outline, ...]


@dataclass(frozen=True, slots=True)
class Sketch:
    """Paths without their place on the page, so that equal sketches can be known again."""

    paths: tuple[Path, ...]
    width: float
    height: float


def sketch_of(shapes: Sequence[Shape], margin: float) -> Sketch:
    """The sketch of some shapes, with a margin around them."""
    rect = around(shape.rect for shape in shapes).grown(margin)
    left, top = rect.x0, rect.top
    paths = tuple(
        Path(
            shape.fill,
            shape.stroke,
            shape.line_width,
            tuple(
                tuple((round(x - left, _DIGITS), round(y - top, _DIGITS)) for x, y in outline)
                for outline in shape.outlines
            ),
        )
        for shape in shapes
    )
    return Sketch(paths, round(rect.width, _DIGITS), round(rect.height, _DIGITS))


def mask_of(sketch: Sketch) -> NDArray[np.bool_]:
    """Where a sketch has ink."""
    scale = _scale_of(sketch)
    picture = Image.new("L", _size(sketch, scale), 0)
    draw = ImageDraw.Draw(picture)
    for path in sketch.paths:
        for points in _scaled(path, scale):
            if path.fill is not None and len(points) > 2:
                draw.polygon(points, fill=255)
            if path.stroke is not None and len(points) > 1:
                draw.line(points, fill=255, width=max(1, round(path.width * scale)))
    return np.asarray(np.asarray(picture) > 127)


def painted(sketch: Sketch, ground: Rgb) -> NDArray[np.uint8]:
    """The pixels of a sketch in its colours on a ground."""
    scale = _scale_of(sketch)
    picture = Image.new("RGB", _size(sketch, scale), ground)
    draw = ImageDraw.Draw(picture)
    for path in sketch.paths:
        for points in _scaled(path, scale):
            if path.fill is not None and len(points) > 2:
                draw.polygon(points, fill=path.fill)
            if path.stroke is not None and len(points) > 1:
                wide = max(1, round(path.width * scale))
                draw.line(points, fill=path.stroke, width=wide, joint="curve")
    return np.asarray(picture, dtype=np.uint8)


def _scale_of(sketch: Sketch) -> float:
    return min(_SCALE, _CANVAS / max(sketch.width, sketch.height))


def _size(sketch: Sketch, scale: float) -> tuple[int, int]:
    return int(sketch.width * scale) + 1, int(sketch.height * scale) + 1


def _scaled(path: Path, scale: float) -> list[list[tuple[float, float]]]:
    return [[(x * scale, y * scale) for x, y in outline] for outline in path.outlines]
