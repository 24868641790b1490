"""Colours and fills of a workbook's cells: by number, by theme with a tint, by hand."""

from __future__ import annotations

from typing import Any

from plansvar.reading.marks.drawingml import Theme, theme_of
from plansvar.reading.marks.looks import Rgb
from plansvar.reading.marks.odt_looks import parsed
from plansvar.reading.marks.rgb import from_hex, mixed, tinted

_ORDER = (
    "lt1",
    "dk1",
    "lt2",
    "dk2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
_NAMED = {
    "black": (0, 0, 0), "blue": (0, 0, 255), "cyan": (0, 255, 255), "green": (0, 255, 0),
    "magenta": (255, 0, 255), "red": (255, 0, 0), "white": (255, 255, 255),
    "yellow": (255, 255, 0),
}  # fmt: skip
_WHITE = (255, 255, 255)
_PATTERNS = {
    "gray125": 0.125,
    "gray0625": 0.0625,
    "lightGray": 0.25,
    "mediumGray": 0.5,
    "darkGray": 0.75,
}
_HALF = 0.5


class Palette:
    """Resolves the colours of one workbook."""

    def __init__(self, workbook: Any) -> None:
        raw = workbook.loaded_theme
        self.theme: Theme = theme_of(parsed(raw)) if raw else {}
        self._indexed = list(workbook._colors or ())

    def rgb(self, colour: Any) -> Rgb | None:
        """A colour of openpyxl's; null for automatic ones."""
        base = self._base(colour) if colour is not None else None
        tint = float(getattr(colour, "tint", 0) or 0) if base else 0.0
        return tinted(base, max(-1.0, min(1.0, tint))) if base and tint else base

    def named(self, name: str | None) -> Rgb | None:
        """A colour that a number format names: "red", "color10"."""
        if name is None or not name.startswith("color"):
            return _NAMED.get(name or "")
        number = int(name.removeprefix("color") or 0) + 7
        return from_hex(self._indexed[number][-6:]) if 8 <= number < len(self._indexed) else None

    def fill(self, fill: Any) -> Rgb | None:
        """The colour that a cell's fill shows; null for none and for white."""
        shown = self._shown(fill)
        return None if shown == _WHITE else shown

    def rule_fill(self, fill: Any) -> Rgb | None:
        """The fill of a conditional format, which keeps its colour in the background."""
        if fill is None or not hasattr(fill, "bgColor"):
            return None
        for colour in (fill.bgColor, fill.fgColor):
            empty = colour is None or (colour.type == "rgb" and colour.rgb == "00000000")
            if not empty:
                return self.rgb(colour)
        return None

    def _base(self, colour: Any) -> Rgb | None:
        kind = colour.type
        if kind == "rgb" and isinstance(colour.rgb, str):
            return from_hex(colour.rgb[-6:])
        if kind == "indexed" and 0 <= colour.indexed < len(self._indexed):
            return from_hex(self._indexed[colour.indexed][-6:]) if colour.indexed < 64 else None
        if kind == "theme" and 0 <= colour.theme < len(_ORDER):
            return self.theme.get(_ORDER[colour.theme])
        return None

    def _shown(self, fill: Any) -> Rgb | None:
        stops = [self.rgb(stop.color) for stop in getattr(fill, "stop", ())]
        known = [stop for stop in stops if stop]
        if known:
            red, green, blue = (sum(c) // len(known) for c in zip(*known, strict=True))
            return red, green, blue
        kind = getattr(fill, "fill_type", None)
        if not kind or kind == "none":
            return None
        front, back = self.rgb(fill.fgColor), self.rgb(fill.bgColor)
        if kind == "solid":
            return front
        return mixed(front or (0, 0, 0), back or _WHITE, _PATTERNS.get(kind, _HALF))
