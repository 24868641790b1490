"""What a web page hides from its readers: by attribute or by style."""

from __future__ import annotations

import re
from typing import Any

_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0+\s*(?:;|!|$)"
    r"|font-size\s*:\s*0*\.?0+\s*(?:px|pt|em|rem|%)?\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}"
    r"|(?:left|top|right)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*0|(?:^|;)\s*(?:max-)?height\s*:\s*0(?:px)?\s*(?:;|$)"
)
_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)")
_BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)")
_SIZE = re.compile(r"(?:^|;)\s*font-size\s*:\s*([^;!]+)")
_INVISIBLE = re.compile(
    r"transparent|#[0-9a-f]{3}0|#[0-9a-f]{6}00|[a-z]+\((?:[^(),/]+,){3}0*\.?0+%?\)"
    r"|[a-z]+\([^()/]+/0*\.?0+%?\)"
)
_TINY = 2.0
_WHITE = {"#fff", "#ffffff", "white", "rgb(255,255,255)", "#fefefe", "hsl(0,0%,100%)"}
_CLEAR = {"transparent", "none", "inherit", "initial", "rgba(0,0,0,0)"}


def is_hidden(element: Any, style: str, background: str) -> bool:
    """Whether an element cannot be seen on a page whose background here is `background`."""
    if element.get("hidden") is not None or element.get("type") == "hidden":
        return True
    if _HIDES.search(style) or _is_tiny(style):
        return True
    colour = _last(_COLOUR, style)
    if colour is not None and _INVISIBLE.fullmatch(colour):
        return True
    return colour is not None and _same(colour, background_of(style, background))


def background_of(style: str, inherited: str) -> str:
    own = _last(_BACKGROUND, style)
    return inherited if own is None or own in _CLEAR else own


def _is_tiny(style: str) -> bool:
    """Whether letters are too small to be seen."""
    size = _last(_SIZE, style)
    found = re.fullmatch(r"(\d*\.?\d+)(px|pt)", size) if size else None
    return found is not None and float(found[1]) <= _TINY


def _last(pattern: re.Pattern[str], style: str) -> str | None:
    found = pattern.findall(style)
    return re.sub(r"\s", "", found[-1]) if found else None


def _same(colour: str, background: str) -> bool:
    return colour == background or (colour in _WHITE and background in _WHITE)
