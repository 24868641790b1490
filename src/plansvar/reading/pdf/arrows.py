"""Arrows told by their form: a mask of what is drawn against masks of known arrows."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from plansvar.domain import Trend

Mask = NDArray[np.bool_]
_SIDE = 32
_CANVAS = 192
_LEAST = 0.52
_MARGIN = 0.05
_MARGIN_TO_NONE = 0.03
_FEWEST = 14
_DIRECTIONS = {
    0: Trend.LEVEL,
    45: Trend.UP,
    90: Trend.UP,
    -45: Trend.DOWN,
    -90: Trend.DOWN,
}
_OTHER = (30, -30, 60, -60)
Point = tuple[float, float]


def direction_of(mask: Mask) -> Trend | None:
    """Which way an arrow points, or null where the form is no arrow or could be several."""
    return _direction_in(mask.tobytes(), mask.shape)


@lru_cache(maxsize=512)
def _direction_in(raw: bytes, shape: tuple[int, ...]) -> Trend | None:
    normal = normalised(np.frombuffer(raw, dtype=np.bool_).reshape(shape))
    return _direction(normal.tobytes()) if normal is not None else None


@lru_cache(maxsize=512)
def _direction(normal: bytes) -> Trend | None:
    """The direction of a form; the arrows of a document are few and often the same."""
    forms, names = _forms()
    flat = np.frombuffer(normal, dtype=np.bool_).astype(np.float32)
    shared = forms @ flat
    scores = shared / (forms.sum(axis=1) + flat.sum() - shared)
    best: dict[Trend | None, float] = {}
    for name, score in zip(names, scores, strict=True):
        best[name] = max(best.get(name, 0.0), float(score))
    ranked = sorted(best.items(), key=lambda item: -item[1])
    (winner, score), (rival, second) = ranked[0], ranked[1]
    margin = _MARGIN if rival is not None else _MARGIN_TO_NONE
    return winner if score >= _LEAST and score - second >= margin else None


def normalised(mask: Mask) -> Mask | None:
    """A mask cut to what it holds and scaled to one size, its proportions kept."""
    if np.count_nonzero(mask) < _FEWEST:
        return None
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    cut = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    side = max(cut.shape)
    square = np.zeros((side, side), dtype=np.uint8)
    top, left = (side - cut.shape[0]) // 2, (side - cut.shape[1]) // 2
    square[top : top + cut.shape[0], left : left + cut.shape[1]] = cut * np.uint8(255)
    small = Image.fromarray(square).resize((_SIDE, _SIDE), Image.Resampling.BOX)
    return np.asarray(np.asarray(small) > 100)


@cache
def _forms() -> tuple[NDArray[np.float32], list[Trend | None]]:
    """All known forms as rows of a matrix, with the direction of each; null for no arrow."""
    masks: list[Mask] = []
    names: list[Trend | None] = []
    for picture in _arrows():
        for angle, trend in _DIRECTIONS.items():
            masks.append(_turned(picture, angle))
            names.append(trend)
        for angle in _OTHER:
            masks.append(_turned(picture, angle))
            names.append(Trend.UP if angle > 0 else Trend.DOWN)
    for picture in _double_arrows():
        masks.append(_turned(picture, 0))
        names.append(Trend.LEVEL)
    for picture in _others():
        masks.append(_turned(picture, 0))
        names.append(None)
    matrix = np.stack([mask.reshape(-1) for mask in masks]).astype(np.float32)
    return matrix, names


def _turned(picture: Image.Image, angle: int) -> Mask:
    mask = np.asarray(picture.rotate(angle, resample=Image.Resampling.BILINEAR)) > 127
    form = normalised(mask)
    return form if form is not None else np.zeros((_SIDE, _SIDE), dtype=bool)


def _polygon(*points: Point) -> Image.Image:
    picture = Image.new("L", (_CANVAS, _CANVAS), 0)
    ImageDraw.Draw(picture).polygon([(x * 1.92, y * 1.92) for x, y in points], fill=255)
    return picture


def _strokes(width: int, *lines: tuple[Point, ...]) -> Image.Image:
    picture = Image.new("L", (_CANVAS, _CANVAS), 0)
    draw = ImageDraw.Draw(picture)
    for line in lines:
        draw.line([(x * 1.92, y * 1.92) for x, y in line], fill=255, width=width, joint="curve")
    return picture


def _arrows() -> list[Image.Image]:
    """Arrows that point to the right, in the ways in which they are commonly drawn."""
    found = [_polygon((25, 22), (25, 78), (76, 50))]
    for shaft, head, barb in (
        (8, 26, 46), (14, 26, 50), (10, 34, 60), (18, 36, 70), (6, 22, 58), (4, 18, 70),
        (3, 14, 76), (24, 44, 60), (12, 44, 54), (11, 36, 54), (16, 40, 46), (12, 30, 64),
    ):  # fmt: skip
        found.append(
            _polygon(
                (14, 50 - shaft), (barb, 50 - shaft), (barb, 50 - head), (86, 50),
                (barb, 50 + head), (barb, 50 + shaft), (14, 50 + shaft),
            )
        )  # fmt: skip
    for width in (6, 11, 18, 26):
        for back, rise in ((62, 22), (54, 32), (70, 16)):
            found.append(
                _strokes(
                    width, ((14, 50), (84, 50)), ((back, 50 - rise), (84, 50), (back, 50 + rise))
                )
            )
    found += [_strokes(w, ((36, 18), (68, 50), (36, 82))) for w in (12, 24)]
    return found


def _double_arrows() -> list[Image.Image]:
    found = []
    for shaft, head, barb in ((8, 26, 26), (12, 30, 32), (5, 20, 20)):
        left, right = 10 + barb, 90 - barb
        found.append(
            _polygon(
                (10, 50), (left, 50 - head), (left, 50 - shaft), (right, 50 - shaft),
                (right, 50 - head), (90, 50), (right, 50 + head), (right, 50 + shaft),
                (left, 50 + shaft), (left, 50 + head),
            )
        )  # fmt: skip
    for width in (6, 12):
        found.append(
            _strokes(
                width,
                ((12, 50), (88, 50)),
                ((34, 28), (12, 50), (34, 72)),
                ((66, 28), (88, 50), (66, 72)),
            )
        )
    return found


def _others() -> list[Image.Image]:
    """Forms that are no arrows, so that a dot is not taken for a blunt one."""
    found = []
    for inner in (0, 20, 28):
        picture = Image.new("L", (_CANVAS, _CANVAS), 0)
        draw = ImageDraw.Draw(picture)
        draw.ellipse((20, 20, 172, 172), fill=255)
        if inner:
            hole = 2 * inner
            draw.ellipse((96 - hole, 96 - hole, 96 + hole, 96 + hole), fill=0)
        found.append(picture)
    found.append(_polygon((15, 15), (85, 15), (85, 85), (15, 85)))
    found.append(_polygon((50, 10), (90, 50), (50, 90), (10, 50)))
    found.append(_polygon((10, 42), (90, 42), (90, 58), (10, 58)))
    found.append(_polygon((42, 10), (58, 10), (58, 90), (42, 90)))
    for width in (10, 22):
        found.append(_strokes(width, ((14, 54), (40, 80), (86, 22))))
        found.append(_strokes(width, ((18, 18), (82, 82)), ((82, 18), (18, 82))))
        found.append(_strokes(width, ((50, 10), (50, 90)), ((10, 50), (90, 50))))
    return found
