"""Balls that judge by how much of them is filled: full, three quarters, half, a quarter, and a ring
of dashes; an empty ring is a figure of its own."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.colours import Pixels

Mask = NDArray[np.bool_]
_NEAR = 60  # from the ink
_PALE = 225
_RIM, _WITHIN, _HUB = 0.4, 0.32, 0.07  # of the width, from the middle
_SECTORS, _SURE = 24, 0.8
_RAYS = 120
_FEWEST_GAPS = 6
_PARTIAL = {6: "quarter", 12: "half", 18: "three_quarters"}


def ball_in(square: Pixels, outer: Mask) -> str | None:
    """Which ball stands in a square area; `outer` is what differs from the ground. None where it is
    none, or an empty ring."""
    side = len(outer)
    y, x = np.indices(outer.shape) - (side - 1) / 2
    away, angle = np.hypot(x, y) / side, np.arctan2(y, x) % (2 * np.pi)
    rim = outer & (away > _RIM)
    if not rim.any():
        return None
    ink = np.median(square[rim], axis=0)
    dark = np.abs(square.astype(np.int16) - ink.astype(np.int16)).max(axis=2) < _NEAR
    pale = (square.min(axis=2) > _PALE) | ~outer
    within = away < _WITHIN
    if (dark | pale)[within].mean() < 0.9:
        return None
    filled = float((dark & ~pale)[within].mean())
    if filled > 0.97:
        return "full"
    if filled < 0.03:
        return "dashed" if _is_dashed(outer, away, angle) else None
    return _partial(dark, within & (away > _HUB), angle)


def is_partial(raw: str | None) -> bool:
    """Whether a figure is a ball that is filled in part, so that the share filled judges."""
    figures = vocabulary("marks")["figures"]
    return raw is not None and raw in (figures[kind] for kind in _PARTIAL.values())


def is_full(raw: str | None) -> bool:
    return raw == str(vocabulary("marks")["figures"]["full"])


def is_dashed(raw: str | None) -> bool:
    return raw == str(vocabulary("marks")["figures"]["dashed"])


def _partial(dark: Mask, within: Mask, angle: NDArray[np.float64]) -> str | None:
    """The ball of which one sector is filled."""
    sectors = (angle / (2 * np.pi) * _SECTORS).astype(int) % _SECTORS
    means = [float(dark[within & (sectors == n)].mean()) for n in range(_SECTORS)]
    filled = [mean > 0.5 for mean in means]
    sides = sum(a != b for a, b in zip(filled, [*filled[1:], filled[0]], strict=True))
    unsure = sum(1 - _SURE < mean < _SURE for mean in means)
    if sides != 2 or unsure > 4:
        return None
    near = min(_PARTIAL, key=lambda count: abs(count - sum(filled)))
    return _PARTIAL[near] if abs(near - sum(filled)) <= 1 else None


def _is_dashed(outer: Mask, away: NDArray[np.float64], angle: NDArray[np.float64]) -> bool:
    """Whether a rim is broken by many gaps all around."""
    rays = (angle / (2 * np.pi) * _RAYS).astype(int) % _RAYS
    rim = away > _RIM
    shown = [bool(outer[rim & (rays == n) & (away < 0.52)].mean() > 0.2) for n in range(_RAYS)]
    gaps = sum(a and not b for a, b in zip(shown, [*shown[1:], shown[0]], strict=True))
    return gaps >= _FEWEST_GAPS
