"""Progress bars: the share of a strip that is filled, told by its pixels and its column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from plansvar.reading.pdf.colours import Pixels, classify, strength

Rgb = tuple[int, int, int]
_Runs = list[tuple[Rgb, int]]

_WIDE = 2.6
_NARROWEST = 24
_APART = 12
_EVEN = 3
_LINE_WIDTH = 2
_ALIKE = 24
_FAR = 70
_LINE = 40
_STRONGER = 0.1
_DARKER = 25
_PALE = 0.35
_SAME_SHAPE = 0.06
_FEWEST_CELLS = 3
_MOST_RUNS = 60


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip of one or two colours. `share` is null where it has only one: full or empty, as its
    column shows. `framed` is true where a line runs around it, `shape` is width against height."""

    front: Rgb
    back: Rgb | None
    share: float | None
    framed: bool
    shape: float


def strip_in(pixels: Pixels, ground: Rgb = (255, 255, 255)) -> Strip | None:
    """The strip that fills an area beside its ground; null where it shows something else."""
    inner = _trimmed(pixels, ground)
    if inner is None or inner.shape[1] < max(_NARROWEST, _WIDE * inner.shape[0]):
        return None
    runs = _runs(inner, ground)
    if not 0 < len(runs) <= _MOST_RUNS:
        return None
    shape = inner.shape[1] / inner.shape[0]
    cells = _cells(runs)
    if cells is not None:
        return _strip([(rgb, 1) for rgb in cells], False, shape)
    return _strip(runs, _is_framed(inner), shape)


def shares(strips: Sequence[Strip | None], of_bars: bool) -> list[float | None]:
    """The filled share of each strip in a column; `of_bars` where its heading promises bars. Null
    where a strip may be a bar whose whole is not drawn, or no bar at all."""
    told = [strip for strip in strips if strip is not None and strip.share is not None]
    if not told and not of_bars:
        return [None] * len(strips)
    usual = median(strip.shape for strip in told) if told else None
    return [_share(strip, told, usual) if strip is not None else None for strip in strips]


def _share(strip: Strip, told: Sequence[Strip], usual: float | None) -> float | None:
    if strip.share is not None:
        return strip.share
    fits = usual is not None and abs(strip.shape - usual) <= _SAME_SHAPE * usual
    backs = [other.back for other in told if other.back is not None]
    if fits and any(_near(strip.front, back) for back in backs):
        return 0.0
    if fits and any(_near(strip.front, o.front) or _fills(strip.front, o.back) for o in told):
        return 1.0
    if strip.framed and (fits or not told):
        return 0.0 if min(strip.front) > 225 else 1.0 if strength(strip.front) > _PALE else None
    return None


def _strip(runs: _Runs, framed: bool, shape: float) -> Strip | None:
    """The strip that runs of colour make: one colour, or one and then another."""
    merged: _Runs = []
    for rgb, width in runs:
        if merged and _near(merged[-1][0], rgb):
            merged[-1] = (merged[-1][0], merged[-1][1] + width)
        else:
            merged.append((rgb, width))
    if len(merged) == 1:
        return Strip(merged[0][0], None, None, framed, shape)
    if len(merged) != 2 or not _fills(merged[0][0], merged[1][0]):
        return None
    (front, filled), (back, rest) = merged
    return Strip(front, back, round(filled / (filled + rest), 2), framed, shape)


def _fills(front: Rgb, back: Rgb | None) -> bool:
    """Whether one colour can be the filled part and the other the rest: stronger or darker, and
    of no hue against it, since green beside red are two parts and no whole."""
    if back is None:
        return False
    hues = {classify(front), classify(back)}
    pale = strength(back) <= _PALE
    darker = sum(back) - sum(front) >= 3 * _DARKER
    stronger = strength(front) - strength(back) >= _STRONGER
    lighter = sum(back) > sum(front) - _DARKER
    return lighter and (darker or stronger) and (pale or len(hues) == 1)


def _trimmed(pixels: Pixels, ground: Rgb) -> Pixels | None:
    apart = np.abs(pixels.astype(np.int16) - np.array(ground, dtype=np.int16)).max(axis=2) > 14
    rows, columns = np.flatnonzero(apart.any(axis=1)), np.flatnonzero(apart.any(axis=0))
    if len(rows) < 3 or len(columns) < _NARROWEST:
        return None
    return pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _runs(inner: Pixels, ground: Rgb) -> _Runs:
    """The colours from left to right, each with its width; blurred edges go to what they most are
    like, and a thin line at either end is left out."""
    height = inner.shape[0]
    middle = inner[height // 5 : max(height // 5 + 1, height - height // 5)]
    colours = np.median(middle, axis=0).astype(np.int16)
    palette = _palette(colours, ground)
    apart = np.abs(colours[:, None, :] - np.array(palette, dtype=np.int16)[None]).max(axis=2)
    runs = _sharp([(palette[k], len(list(g))) for k, g in groupby(apart.argmin(axis=1))])
    if len(runs) >= 3 and _near(runs[0][0], runs[-1][0]) and _is_line(runs, inner.shape):
        runs = runs[1:-1]
    while len(runs) > 1 and runs[0][1] <= _LINE_WIDTH:
        runs = runs[1:]
    while len(runs) > 1 and runs[-1][1] <= _LINE_WIDTH:
        runs = runs[:-1]
    return runs


def _sharp(runs: _Runs) -> _Runs:
    """Runs without those of a pixel or two that only are the blur between their neighbours."""
    kept: _Runs = runs[:1]
    for (rgb, width), after in pairwise(runs[1:]):
        before = kept[-1][0]
        sides = list(zip(before, after[0], strict=True))
        between = all(min(s) <= c <= max(s) for c, s in zip(rgb, sides, strict=True))
        if width <= _LINE_WIDTH and between:
            kept[-1] = (before, kept[-1][1] + width)
        else:
            kept.append((rgb, width))
    return [*kept, *runs[1:][-1:]]


def _palette(colours: NDArray[np.int16], ground: Rgb) -> list[Rgb]:
    """The colours that are even over at least a few pixels, and the ground."""
    steps = np.abs(np.diff(colours, axis=0)).max(axis=1) > _APART
    edges = [0, *(int(i) + 1 for i in np.flatnonzero(steps)), len(colours)]
    found = [ground]
    for start, end in pairwise(edges):
        red, green, blue = (int(v) for v in np.median(colours[start:end], axis=0))
        rgb = (red, green, blue)
        if end - start >= _EVEN and not any(_near(rgb, known) for known in found):
            found.append(rgb)
    for red, green, blue in colours[[0, -1]].tolist():
        # The line around a bar may be too thin to be even.
        if all(_distance((red, green, blue), known) > _FAR for known in found):
            found.append((red, green, blue))
    return found


def _cells(runs: _Runs) -> list[Rgb] | None:
    """The colours of equal cells that stand in a row with equal gaps; null where none do."""
    if len(runs) > 2 and _near(runs[1][0], runs[-1][0]) and runs[-1][1] < runs[0][1] / 2:
        runs = runs[:-1]
    cells, gaps = runs[::2], runs[1::2]
    if len(runs) % 2 == 0 or len(cells) < _FEWEST_CELLS:
        return None
    widths, between = [w for _, w in cells], [w for _, w in gaps]
    even = max(widths) <= 1.35 * min(widths) + 1 and max(between) <= min(between) + 2
    plain = all(_near(rgb, gaps[0][0]) for rgb, _ in gaps)
    apart = not any(_near(rgb, gaps[0][0]) for rgb, _ in cells)
    narrow = max(between) < 0.7 * min(widths)
    return [rgb for rgb, _ in cells] if even and plain and apart and narrow else None


def _is_framed(inner: Pixels) -> bool:
    """Whether dark lines run along the upper and the lower side."""
    middle = inner[inner.shape[0] // 2].astype(np.int16)
    for rows in (inner[:2], inner[-2:]):
        darker = (middle - rows.astype(np.int16)).max(axis=2) > _LINE
        if not (darker.mean(axis=1) > 0.9).any():
            return False
    return True


def _is_line(runs: _Runs, size: tuple[int, ...]) -> bool:
    return max(runs[0][1], runs[-1][1]) <= max(3, 0.35 * size[0])


def _near(one: Rgb, other: Rgb) -> bool:
    return _distance(one, other) <= _ALIKE


def _distance(one: Rgb, other: Rgb) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))
