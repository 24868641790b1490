"""The witness of the rendered page: the colour and form of what stands in a cell."""

from __future__ import annotations

import ctypes
from functools import lru_cache
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from plansvar.domain import Colour
from plansvar.reading.pdf.colours import (
    NEUTRAL_GREY,
    NEUTRAL_WHITE,
    Pixels,
    Tones,
    colour_of_tone,
    strength_of,
    tone_of,
    tones_of,
)
from plansvar.reading.pdf.geometry import Frame, Rect

SCALE = 3.0
_MAX_PIXELS = 12_000_000
_APART = 14
_MAJORITY = 0.6
_CONTESTED = 0.25
_MANY = 4096
Rgb = tuple[int, int, int]


class Raster:
    """A page rendered once, when first asked for; `at` cuts rectangles out of it."""

    def __init__(self, page: Any, frame: Frame, scale: float = SCALE) -> None:
        self._page = page
        self._frame = frame
        self._pixels: Pixels | None = None
        area = max(1.0, frame.width * frame.height)
        self.scale = min(scale, (_MAX_PIXELS / area) ** 0.5)

    @property
    def pixels(self) -> Pixels:
        if self._pixels is None:
            self._pixels = render(self._page, self.scale, self._frame.turn)
        return self._pixels

    def at(self, rect: Rect, inset: float = 0.0) -> Pixels:
        x0, x1 = (round(v * self.scale) for v in (rect.x0 + inset, rect.x1 - inset))
        y0, y1 = (round(v * self.scale) for v in (rect.top + inset, rect.bottom - inset))
        return self.pixels[max(0, y0) : max(0, y1), max(0, x0) : max(0, x1)]


def render(page: Any, scale: float, turn: int = 0) -> Pixels:
    """The pixels of a page, turned by quarters clockwise."""
    bitmap = page.render(
        scale=scale, may_draw_forms=False, rev_byteorder=True, bitmap_maker=_bitmap
    )
    pixels: Pixels = bitmap.to_numpy()[:, :, :3]
    bitmap.close()  # its memory is ours and stays
    return np.ascontiguousarray(np.rot90(pixels, -turn)) if turn else pixels


def _bitmap(width: int, height: int, format: int, rev_byteorder: bool = False) -> Any:
    """A bitmap on memory that is not cleared first: rendering paints a ground all over it."""
    size = 4 * width * height
    memory = (ctypes.c_ubyte * size).from_buffer(np.empty(size, dtype=np.uint8).data)
    return pypdfium2.PdfBitmap.new_native(width, height, format, rev_byteorder, memory)


def background_of(pixels: Pixels) -> tuple[int, int, int]:
    """The colour that fills most of an area."""
    flat = pixels[::2, ::2].reshape(-1, 3)
    if not len(flat):
        return 255, 255, 255
    for guess in (flat[0], flat[len(flat) // 2]):
        if 2 * np.count_nonzero(_like(flat, guess)) > len(flat):
            return int(guess[0]), int(guess[1]), int(guess[2])
    most = flat[_most_alike(np.asarray(flat >> 2, dtype=np.uint8))]
    red, green, blue = (_median(most[:, channel]) for channel in range(3))
    return red, green, blue


def _like(pixels: Pixels, colour: Pixels) -> NDArray[np.bool_]:
    alike = pixels[:, 0] == colour[0]
    alike &= pixels[:, 1] == colour[1]
    alike &= pixels[:, 2] == colour[2]
    return np.asarray(alike)


def _most_alike(coarse: Pixels) -> NDArray[np.bool_]:
    """Which pixels are of the commonest colour."""
    alike = _like(coarse, coarse[0])
    if 2 * np.count_nonzero(alike) > len(coarse):
        return alike
    wide = coarse.astype(np.int32)
    codes = wide[:, 0] << 12 | wide[:, 1] << 6 | wide[:, 2]
    if len(codes) > _MANY:
        return np.asarray(codes == np.bincount(codes).argmax())
    found, counts = np.unique(codes, return_counts=True)
    return np.asarray(codes == found[counts.argmax()])


def _median(values: NDArray[np.uint8]) -> int:
    """The middle of some values, rounded down between two of them."""
    middle = len(values) // 2
    reached = np.bincount(values).cumsum()
    upper = int(np.searchsorted(reached, middle, side="right"))
    if len(values) % 2:
        return upper
    return (upper + int(np.searchsorted(reached, middle - 1, side="right"))) // 2


def foreground(pixels: Pixels, background: tuple[int, int, int]) -> NDArray[np.bool_]:
    """Where the pixels are not background."""
    apart = np.zeros(pixels.shape[:-1], dtype=np.bool_)
    for channel, value in enumerate(background):
        shown = pixels[..., channel]
        apart |= shown > min(255, value + _APART)
        apart |= shown < max(0, value - _APART)
    return apart


def colour_seen(pixels: Pixels, background: tuple[int, int, int]) -> Colour | None:
    """The colour of a mark in an area, or null where only text or nothing stands there."""
    if pixels.shape[0] < 3 or pixels.shape[1] < 3:
        return None
    return _colour_in(pixels.tobytes(), pixels.shape, background)


@lru_cache(maxsize=128)
def _colour_in(raw: bytes, shape: tuple[int, ...], background: Rgb) -> Colour | None:
    """The colour of a mark; the marks of a document are often the same, pixel by pixel."""
    total = shape[0] * shape[1]
    shown, tones = _toned(raw, shape, background)
    if len(shown) < 0.006 * total:
        return None
    weight = strength_of(shown)
    for least, share in ((0.33, 0.008), (0.06, 0.03)):
        strong = (tones > NEUTRAL_WHITE) & (weight >= least)
        if strong.sum() > share * total:
            return _vote(tones[strong], weight[strong])
    return _neutral(shown, tones, total)


def shade_seen(
    pixels: Pixels, background: tuple[int, int, int], colour: Colour
) -> tuple[int, int, int] | None:
    """The very shade in which a colour shows in an area."""
    return _shade_in(pixels.tobytes(), pixels.shape, background, colour)


@lru_cache(maxsize=128)
def _shade_in(raw: bytes, shape: tuple[int, ...], background: Rgb, colour: Colour) -> Rgb | None:
    shown, tones = _toned(raw, shape, background)
    alike = shown[tones == tone_of(colour)]
    if not len(alike):
        return None
    red, green, blue = (int(v) for v in np.median(alike, axis=0))
    return red, green, blue


@lru_cache(maxsize=4)
def _toned(raw: bytes, shape: tuple[int, ...], background: Rgb) -> tuple[Pixels, Tones]:
    """The pixels that are not background, and their tones."""
    pixels = np.frombuffer(raw, dtype=np.uint8).reshape(shape)
    shown = pixels[foreground(pixels, background)]
    return shown, tones_of(shown)


def _vote(tones: NDArray[np.int8], weight: NDArray[np.float32]) -> Colour | None:
    votes = np.bincount(tones, weights=weight.astype(np.float64) ** 2)
    winner = int(votes.argmax())
    others = sum(vote for tone, vote in enumerate(votes) if abs(tone - winner) > 1)
    if votes[winner] < _MAJORITY * votes.sum() and others > _CONTESTED * votes.sum():
        return None  # several lamps shine alike
    return colour_of_tone(winner)


def _neutral(shown: Pixels, tones: NDArray[np.int8], total: int) -> Colour | None:
    """Grey where one even grey fills a part of the area; the edges of black text are uneven."""
    grey = shown[tones == NEUTRAL_GREY]
    if len(grey) > 0.015 * total:
        counts = np.bincount(grey.max(axis=-1) >> 2)
        peak = int(counts[max(0, counts.argmax() - 1) : counts.argmax() + 2].sum())
        if peak > 0.5 * len(grey) and peak > 0.012 * total:
            return Colour.GREY
    white = int((tones == NEUTRAL_WHITE).sum())
    return Colour.WHITE if white > 0.05 * total else None
