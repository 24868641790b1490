"""Ticks, crosses, smileys and rings told by their form, whatever their colour."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.balls import ball_in
from plansvar.reading.pdf.colours import Pixels
from plansvar.reading.pdf.pixels import background_of

Mask = NDArray[np.bool_]
Rgb = tuple[int, int, int]
_SIDE = 64
_SMALLEST = 9
_SQUARE = 1.45
_FEWEST = 12
_BENT = 0.09
_LEVEL = 0.035
_FAINTEST = 45
_INKED = 0.42
_HOOK = 6
_EVEN = 1.25
_HOLLOW = 0.34
_PALE = 225


def figure_in(pixels: Pixels, ground: Rgb) -> str | None:
    """The name of the figure that stands on a ground: a tick, a cross or the mood of a smiley."""
    area = _cut(pixels, ground)
    if area is None:
        return None
    square, outer, even = area
    inside = _inside(square, outer) if even else []
    mood = _mood(square, outer)
    if mood is not None:
        return _named(mood)
    for mask in (outer, *inside):
        kind = _stroke_kind(mask)
        if kind is not None:
            return _named(kind)
    ball = ball_in(square, outer) if _spares_corners(outer) else None
    if ball is not None and (ball == "dashed" or _is_round(outer)):
        return _named(ball)
    return _named("ring") if _is_ring(square, outer) else None


def is_mood(figure: str | None) -> bool:
    """Whether a figure is a smiley, which judges by its mouth."""
    return figure is not None and figure in map(_named, ("glad", "flat", "sad"))


def _named(kind: str) -> str:
    return str(vocabulary("marks")["figures"][kind])


def _cut(pixels: Pixels, ground: Rgb) -> tuple[Pixels, Mask, bool] | None:
    """What stands in an area, scaled to one size, where it is, and whether it is about as wide as
    high."""
    plain = np.abs(pixels.astype(np.int16) - np.array(ground, dtype=np.int16)).max(axis=2)
    mask = plain > _FAINTEST
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if len(rows) < _SMALLEST or len(columns) < _SMALLEST:
        return None
    cut = pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    height, width = cut.shape[:2]
    if max(height, width) > _SQUARE * min(height, width):
        return None
    scaled = Image.fromarray(np.ascontiguousarray(cut)).resize((_SIDE, _SIDE))
    square = np.asarray(scaled, dtype=np.uint8)
    apart = np.abs(square.astype(np.int16) - np.array(ground, dtype=np.int16)).max(axis=2)
    return square, np.asarray(apart > 60), max(height, width) <= _EVEN * min(height, width)


def _inside(square: Pixels, outer: Mask) -> list[Mask]:
    """What is drawn on a disc or in a box: it differs from what fills the middle."""
    found: list[Mask] = []
    margin = _SIDE // 8
    middle = square[margin:-margin, margin:-margin]
    fill = background_of(middle)
    ink = np.zeros_like(outer)
    apart = np.abs(middle.astype(np.int16) - np.array(fill, dtype=np.int16)).max(axis=2)
    ink[margin:-margin, margin:-margin] = apart > 70
    if ink.any():
        found.append(ink)
    parts = _parts(ink)
    if len(parts) > 1:
        found.append(max(parts, key=lambda part: int(part.sum())))
    return found


def _stroke_kind(mask: Mask) -> str | None:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if len(rows) < _SIDE // 4 or len(columns) < _SIDE // 4:
        return None
    cut = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    height, width = cut.shape
    if max(height, width) > _SQUARE * min(height, width):
        return None
    image = Image.fromarray(cut.astype(np.uint8) * 255).resize((_SIDE, _SIDE))
    shape = np.asarray(image) > 127
    if _is_cross(shape):
        return "cross"
    if _has_four_arms(shape):
        return "cross"
    return "tick" if _is_tick(shape) else None


def _is_cross(mask: Mask) -> bool:
    """Whether the ink follows both diagonals and nothing else."""
    y, x = np.indices(mask.shape)
    along = np.minimum(np.abs(x - y), np.abs(x + y - _SIDE + 1)) / np.sqrt(2)
    thick = max(3.0, float(mask.sum()) / (4.4 * _SIDE))
    near = along <= thick + 1.5
    if thick > 0.17 * _SIDE or (mask & ~near).sum() > 0.06 * mask.sum():
        return False
    line = np.arange(4, _SIDE - 4)
    falling = [mask[i - 2 : i + 3, i - 2 : i + 3].any() for i in line]
    rising = [mask[_SIDE - 3 - i : _SIDE + 2 - i, i - 2 : i + 3].any() for i in line]
    return bool(np.mean(falling) > 0.95 and np.mean(rising) > 0.95)


def _has_four_arms(mask: Mask) -> bool:
    """Whether each side shows two arms and the middle one crossing, as in a cross drawn freely."""
    for lines in (mask, mask.T):
        runs = (np.diff(np.pad(lines, ((0, 0), (1, 0))).astype(np.int8), axis=1) == 1).sum(axis=1)
        outer = (runs[8:18], runs[-18:-8])
        if not all((side == 2).mean() > 0.8 for side in outer) or (runs[27:37] == 1).mean() < 0.4:
            return False
    return bool(mask.mean() < 0.5 and not mask[26:38, :5].any() and not mask[:5, 26:38].any())


def _is_tick(mask: Mask) -> bool:
    """Whether one stroke falls to a low point left of the middle and then rises to the right."""
    inked = mask.any(axis=0)
    if inked.mean() < 0.96:
        return False
    top = mask.argmax(axis=0)
    low = _SIDE - 1 - mask[::-1].argmax(axis=0)
    whole = mask.sum(axis=0) >= 0.9 * (low - top + 1)
    centre = (top + low) / 2
    corner = int(np.argmax(low))
    start, end = float(centre[:3].mean()), float(centre[-3:].mean())
    left, right = centre[2 : max(4, corner - 3)], centre[corner + 4 : -2]
    falls = corner < _SIDE // 6 or bool((np.diff(left) >= -1.5).all())
    hooked = low[corner] - float(low[:3].mean()) >= _HOOK
    rises = len(right) > 12 and bool((np.diff(right) <= 1.5).all())
    placed = hooked and 0.06 < corner / _SIDE < 0.55 and end < 0.22 * _SIDE and start > 0.3 * _SIDE
    thin = float(np.median(low - top)) < 0.5 * _SIDE and mask.mean() < 0.5
    return bool(placed and falls and rises and thin and whole.mean() > 0.85)


def _mood(square: Pixels, outer: Mask) -> str | None:
    """The mood of a face: two eyes over a mouth within something round."""
    if not _is_round(outer):
        return None
    y, x = np.indices(outer.shape)
    middle = (_SIDE - 1) / 2
    within = np.hypot(x - middle, y - middle) < 0.39 * _SIDE
    fill = background_of(np.where(within[..., None], square, square[_SIDE // 2, 8]))
    apart = np.abs(square.astype(np.int16) - np.array(fill, dtype=np.int16)).max(axis=2)
    ink = apart > max(_FAINTEST, _INKED * float(apart[within].max()))
    parts = [part for part in _parts(ink & within) if part.sum() >= _FEWEST]
    if not 3 <= len(parts) <= 5:
        return None
    eyes = [part for part in parts if _centre(part)[1] < 0.5 * _SIDE]
    mouths = [part for part in parts if _centre(part)[1] >= 0.5 * _SIDE]
    if not _are_eyes(eyes) or len(mouths) != 1:
        return None
    return _mood_of(mouths[0])


def _are_eyes(eyes: Sequence[Mask]) -> bool:
    """Whether two parts stand side by side at one height, alike in size."""
    if len(eyes) != 2:
        return False
    (x0, y0), (x1, y1) = _centre(eyes[0]), _centre(eyes[1])
    sizes = sorted(int(eye.sum()) for eye in eyes)
    beside = abs(x0 + x1 - _SIDE) < 0.12 * _SIDE and abs(x0 - x1) > 0.15 * _SIDE
    return beside and abs(y0 - y1) < 0.06 * _SIDE and sizes[1] <= 1.8 * sizes[0]


def _mood_of(mouth: Mask) -> str | None:
    """Which way a mouth bends; null where it is no mouth or between the moods."""
    columns = np.flatnonzero(mouth.any(axis=0))
    width = int(columns[-1] - columns[0] + 1)
    rows = np.arange(_SIDE)[:, None]
    centre = (mouth * rows).sum(axis=0)[columns] / mouth.sum(axis=0)[columns]
    if width < 0.22 * _SIDE or len(columns) < width or abs(columns.mean() - _SIDE / 2) > 5:
        return None
    side = max(2, width // 6)
    ends = (centre[:side].mean() + centre[-side:].mean()) / 2
    inner = centre[width // 2 - side // 2 : width // 2 + side // 2 + 1].mean()
    skew = abs(centre[:side].mean() - centre[-side:].mean())
    bend = (inner - ends) / width
    if skew > 0.12 * width:
        return None
    if abs(bend) >= _BENT:
        return "glad" if bend > 0 else "sad"
    height = int(mouth.any(axis=1).sum())
    return "flat" if abs(bend) <= _LEVEL and height < 0.4 * width else None


def _is_ring(square: Pixels, outer: Mask) -> bool:
    """Whether nothing but a thin round line is drawn, with one pale ground within it."""
    if not _is_round(outer):
        return False
    y, x = np.indices(outer.shape)
    away = np.hypot(x - (_SIDE - 1) / 2, y - (_SIDE - 1) / 2) / _SIDE
    within = square[away < _HOLLOW]
    fill = background_of(within[None])
    even = np.abs(within.astype(np.int16) - np.array(fill, dtype=np.int16)).max(axis=1) < _FAINTEST
    rim = outer & (away > _HOLLOW)
    angles = np.arctan2(y - _SIDE / 2, x - _SIDE / 2)[rim]
    closed = len(np.unique(np.round(angles * 6))) > 6 * 2 * np.pi - 2
    return bool(min(fill) > _PALE and even.mean() > 0.98 and closed)


def _is_round(outer: Mask) -> bool:
    """Whether an outline is a circle: it touches all sides in the middle and spares the corners."""
    third = slice(_SIDE // 3, 2 * _SIDE // 3)
    sides = (outer[:3, third], outer[-3:, third], outer[third, :3].T, outer[third, -3:].T)
    return _spares_corners(outer) and all(side.any(axis=0).mean() > 0.6 for side in sides)


def _spares_corners(outer: Mask) -> bool:
    corner = _SIDE // 9
    corners = (
        outer[:corner, :corner], outer[:corner, -corner:],
        outer[-corner:, :corner], outer[-corner:, -corner:],
    )  # fmt: skip
    return all(part.mean() < 0.05 for part in corners)


def _parts(mask: Mask) -> list[Mask]:
    """The connected parts of a mask, found by spreading labels."""
    found: list[Mask] = []
    left = mask.copy()
    while left.any() and len(found) < 12:
        part = np.zeros_like(left)
        part.flat[int(left.argmax())] = True
        while True:
            grown = _spread(part) & left
            if grown.sum() == part.sum():
                break
            part = grown
        found.append(part)
        left &= ~part
    return found


def _spread(mask: Mask) -> Mask:
    """A mask grown by one pixel on all sides."""
    padded = np.pad(mask, 1)
    grown = np.zeros_like(mask)
    for dy in range(3):
        for dx in range(3):
            grown |= padded[dy : dy + mask.shape[0], dx : dx + mask.shape[1]]
    return grown


def _centre(part: Mask) -> tuple[float, float]:
    y, x = np.nonzero(part)
    return float(x.mean()), float(y.mean())
