"""Colours as files write them: hexadecimal, by name, as functions; tints and shades of themes."""

from __future__ import annotations

import colorsys
import re
from functools import lru_cache

from PIL import ImageColor

from plansvar.reading.marks.looks import Rgb

_HEX = re.compile(r"#?([0-9a-fA-F]{6})")
_ALPHA = re.compile(r"(rgba|hsla)\(([^)]*)\)")
_MODERN = re.compile(r"(rgba?|hsla?)\(([^),]*)\)")
_GAPS = re.compile(r"[\s/]+")
_LONGEST = 64
_FAINT = 0.08


def from_hex(value: str | None) -> Rgb | None:
    """The colour that six hexadecimal digits write; null for "auto" and the like."""
    found = _HEX.fullmatch((value or "").strip())
    if found is None:
        return None
    number = int(found[1], 16)
    return number >> 16, number >> 8 & 255, number & 255


@lru_cache(maxsize=4096)
def from_css(value: str) -> Rgb | None:
    """The colour that a style sheet writes; null for none, for transparent and for unknown."""
    plain = value.strip().lower()[:_LONGEST]
    share = 1.0
    if modern := _MODERN.search(plain):
        parts = _GAPS.split(modern[2].strip())
        plain = f"{modern[1].rstrip('a')}{'a' * (len(parts) > 3)}({','.join(parts)})"
    if found := _ALPHA.search(plain):
        parts = [part.strip() for part in found[2].split(",")]
        share = _share(parts[3]) if len(parts) > 3 else 1.0
        plain = f"{found[1][:3]}({','.join(parts[:3])})"
    try:
        colour = ImageColor.getrgb(plain)
    except ValueError:
        return None
    if len(colour) > 3:
        share = colour[3] / 255
    return None if share < _FAINT else mixed(colour[:3], (255, 255, 255), share)


def mixed(colour: tuple[int, ...], ground: Rgb, share: float) -> Rgb:
    """A colour laid over a ground so that it covers `share` of it."""
    red, green, blue = (
        round(c * share + g * (1 - share)) for c, g in zip(colour, ground, strict=True)
    )
    return red, green, blue


def tinted(colour: Rgb, tint: float) -> Rgb:
    """A spreadsheet's tint: lighter above 0, darker below."""
    hue, light, strength = colorsys.rgb_to_hls(*(c / 255 for c in colour))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return _from_hls(hue, light, strength)


def with_light(colour: Rgb, factor: float, offset: float) -> Rgb:
    """The lightness multiplied and shifted, as drawings do."""
    hue, light, strength = colorsys.rgb_to_hls(*(c / 255 for c in colour))
    return _from_hls(hue, min(1.0, max(0.0, light * factor + offset)), strength)


def _from_hls(hue: float, light: float, strength: float) -> Rgb:
    red, green, blue = (round(255 * c) for c in colorsys.hls_to_rgb(hue, light, strength))
    return red, green, blue


def _share(value: str) -> float:
    try:
        return float(value.rstrip("%")) / (100 if value.endswith("%") else 1)
    except ValueError:
        return 1.0
