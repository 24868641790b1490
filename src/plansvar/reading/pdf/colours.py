"""Colours told apart: what a person would call the colour of a mark."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from plansvar.domain import Colour
from plansvar.language.vocabulary import vocabulary

Pixels = NDArray[np.uint8]
Tones = NDArray[np.int8]

DARK, NEUTRAL_GREY, NEUTRAL_WHITE = 0, 1, 2
_HUES = (Colour.RED, Colour.ORANGE, Colour.YELLOW, Colour.GREEN, Colour.BLUE, Colour.PURPLE)
_FIRST_HUE = 3
SATURATED = frozenset(_HUES)
VERDICTS = frozenset({Colour.GREEN, Colour.YELLOW, Colour.ORANGE, Colour.RED})


def colour_of_tone(tone: int) -> Colour | None:
    """The colour of a tone; null for the dark of text and rules."""
    if tone >= _FIRST_HUE:
        return _HUES[tone - _FIRST_HUE]
    return {NEUTRAL_GREY: Colour.GREY, NEUTRAL_WHITE: Colour.WHITE}.get(tone)


def tone_of(colour: Colour) -> int:
    """The tone of a colour."""
    if colour in _HUES:
        return _FIRST_HUE + _HUES.index(colour)
    return NEUTRAL_GREY if colour is Colour.GREY else NEUTRAL_WHITE


def tones_of(pixels: Pixels) -> Tones:
    """A tone for each pixel of an array whose last axis is red, green, blue."""
    limits = vocabulary("colours")["limits"]
    scaled = np.asarray(pixels, dtype=np.float32) / np.float32(255)
    value, lowest = _extremes(scaled)
    chroma = value - lowest
    hue = _hue(np.asarray(scaled, dtype=np.float32))
    vivid = (chroma >= limits["chroma"]) & (value > limits["dark"])
    vivid &= (value >= limits["dim"]) | (chroma >= limits["dim_chroma"])
    pastel = (chroma >= limits["pastel_chroma"]) & (value >= limits["pastel_value"])
    bounds = np.array([b for b in vocabulary("colours")["hues"].values()], dtype=np.float32)
    band = np.searchsorted(bounds, hue, side="right") % len(_HUES)
    neutral = np.where(
        value >= limits["white"], NEUTRAL_WHITE, np.where(value > 0.42, NEUTRAL_GREY, DARK)
    )
    return np.where(vivid | pastel, band + _FIRST_HUE, neutral).astype(np.int8)


def strength_of(pixels: Pixels) -> NDArray[np.float32]:
    """How strongly each pixel shines in its colour: a lit lamp more than one that is out."""
    scaled = pixels.astype(np.float32) / 255
    highest, lowest = _extremes(np.asarray(scaled, dtype=np.float32))
    return np.asarray(highest - lowest, dtype=np.float32)


def _extremes(scaled: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The highest and the lowest channel of each pixel, much faster than along the last axis."""
    red, green, blue = scaled[..., 0], scaled[..., 1], scaled[..., 2]
    highest = np.maximum(np.maximum(red, green), blue)
    return highest, np.minimum(np.minimum(red, green), blue)


def _hue(scaled: NDArray[np.float32]) -> NDArray[np.float32]:
    value, lowest = _extremes(scaled)
    chroma = value - lowest
    red, green, blue = scaled[..., 0], scaled[..., 1], scaled[..., 2]
    safe = np.where(chroma == 0, 1, chroma)
    hue = np.where(
        value == red,
        ((green - blue) / safe) % 6,
        np.where(value == green, (blue - red) / safe + 2, (red - green) / safe + 4),
    )
    return np.asarray(hue * 60, dtype=np.float32)


@cache
def classify(rgb: tuple[int, int, int]) -> Colour | None:
    """What a person would call this colour; null for the dark of text and rules."""
    return colour_of_tone(int(tones_of(np.array([rgb], dtype=np.uint8))[0]))


@cache
def strength(rgb: tuple[int, int, int]) -> float:
    return float(strength_of(np.array([rgb], dtype=np.uint8))[0])


def agree(first: Colour, second: Colour) -> bool:
    """Whether two witnesses say the same; yellow and orange border on each other."""
    warm = {Colour.YELLOW, Colour.ORANGE}
    return first is second or {first, second} == warm


def names_orange(text: str) -> bool:
    """Whether a text itself speaks of orange, so that orange is not its word for yellow."""
    words = set(vocabulary("colours")["words"]["orange"])
    return any(word.strip(".,;:()=").lower() in words for word in text.split())


def orange_is_yellow(colours: Iterable[Colour], text: str) -> bool:
    """Whether orange marks stand where others have yellow: no yellow beside them, nor the word."""
    seen = set(colours)
    return Colour.YELLOW not in seen and not names_orange(text)
