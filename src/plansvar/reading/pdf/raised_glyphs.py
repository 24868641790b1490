"""Digits that a font itself draws small and high (OpenType superiors): their size and their code
are those of other digits, and only the place of their ink tells them apart.

Without this "3,3" with such a 1 behind it is the figure 3,31."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from plansvar.reading.notes import raised

_LOW, _HIGH = 0.45, 0.35  # of a letter's height: how high its ink is at most, and where it begins


def as_drawn(letter: str, raw: Any, index: int, bottom: float, top: float) -> str:
    """A digit as a raised sign where its ink is small and high between the sides of its line, in
    points from below; any other letter as it is."""
    if not ("0" <= letter <= "9") or top <= bottom:
        return letter
    left, right, low, high = (ctypes.c_double() for _ in range(4))
    if not pdfium.FPDFText_GetCharBox(raw, index, left, right, low, high):
        return letter
    height = top - bottom
    small = 0 < high.value - low.value < _LOW * height
    return raised(letter) if small and low.value - bottom > _HIGH * height else letter
