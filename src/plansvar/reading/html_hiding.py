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
_WHITE = {"#fff", "#ffffff", "white", "rgb(255,255,255)", "#fefefe", "hsl(0,0%,100%)"}
_CLEAR = {"transparent", "none", "inherit", "initial", "rgba(0,0,0,0)"}


def is_hidden(element: Any, style: str, background: str) -> bool:
    """Whether an element cannot be seen on a page whose background here is `background`."""
    if element.get("hidden") is not None or element.get("type") == "hidden":
        return True
    if _HIDES.search(style):
        return True
    colour = _last(_COLOUR, style)
    return colour is not None and _same(colour, background_of(style, background))


def background_of(style: str, inherited: str) -> str:
    own = _last(_BACKGROUND, style)
    return inherited if own is None or own in _CLEAR else own


def _last(pattern: re.Pattern[str], style: str) -> str | None:
    found = pattern.findall(style)
    return re.sub(r"\s", "", found[-1]) if found else None


def _same(colour: str, background: str) -> bool:
    return colour == background or (colour in _WHITE and background in _WHITE)
