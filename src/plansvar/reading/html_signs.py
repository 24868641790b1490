"""Signs that a style sheet draws before or after elements, put into the page as elements."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from lxml import html

from plansvar.reading.html_styles import StyleSheet

_CONTENT = re.compile(r"(?:^|;)\s*content\s*:\s*(\"[^\"]*\"|'[^']*')")
_ESCAPED = re.compile(r"\\([0-9a-f]{1,6})\s?", re.IGNORECASE)
_MOST = 50_000


def insert_signs(root: Any, sheet: StyleSheet) -> None:
    """Put an element where the sheet draws a sign, so that it is read as any other."""
    if not sheet.signs:
        return
    elements = [e for e in islice(root.iter(), _MOST) if isinstance(e.tag, str)]
    for element in elements:
        for side in ("before", "after"):
            style = sheet.sign_of(element, side)
            content = _CONTENT.findall(style)
            if content:
                _insert(element, side, _plain(content[-1][1:-1]), style)


def _insert(element: Any, side: str, shown: str, style: str) -> None:
    sign = html.Element("span")
    sign.text = shown
    sign.set("style", _CONTENT.sub("", style))
    if side == "after":
        element.append(sign)
    else:
        sign.tail, element.text = element.text, None
        element.insert(0, sign)


def _plain(content: str) -> str:
    """The text of a `content` with its escapes as signs."""
    return _ESCAPED.sub(lambda found: _sign(int(found[1], 16)), content)


def _sign(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
