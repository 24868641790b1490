"""Makes a web page's tree plain before it is read: tables by role or style, raised marks."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from plansvar.reading.html_styles import StyleSheet
from plansvar.reading.notes import raised

_MOST = 100_000
_ROLES = {
    "table": "table", "grid": "table", "treegrid": "table", "row": "tr", "cell": "td",
    "gridcell": "td", "rowheader": "th", "columnheader": "th",
}  # fmt: skip
_DISPLAYS = {
    "table": "table", "inline-table": "table", "table-row": "tr", "table-cell": "td",
    "table-header-group": "thead", "table-footer-group": "tfoot", "table-row-group": "tbody",
}  # fmt: skip
_DISPLAY = re.compile(r"(?:^|;)\s*display\s*:\s*([a-z-]+)")
_SIDE_BY_SIDE = ("flex", "inline-flex", "grid", "inline-grid")
_BOXES = ("block", "inline-block")
_PLAIN = frozenset({"div", "span", "section", "article", "ul", "li", "dl", "dd", "dt", "p"})


def prepare(root: Any, sheet: StyleSheet) -> None:
    """Name elements that are shown as tables so, and set raised marks as raised signs."""
    styled = sheet.mentions("display")
    for element in list(islice(root.iter(), _MOST)):
        if element.tag == "sup":
            _raise(element)
        elif element.tag in _PLAIN:
            _as_table(element, sheet, styled)
            _spaced(element, sheet, styled)


def _raise(element: Any) -> None:
    """Also the mark inside a link to its note."""
    element.text = raised(element.text or "")
    for inner in element.iterdescendants():
        inner.text, inner.tail = raised(inner.text or ""), raised(inner.tail or "")


def _spaced(element: Any, sheet: StyleSheet, styled: bool) -> None:
    """Part what stands side by side in boxes of their own, so that it does not run together."""
    if styled or "display" in (element.get("style") or ""):
        shown = _DISPLAY.findall(sheet.style_of(element))
        for box in element if shown and shown[-1] in _SIDE_BY_SIDE else ():
            box.tail = f" {box.tail or ''}"
        if shown and shown[-1] in _BOXES:
            element.tail = f" {element.tail or ''}"


def _as_table(element: Any, sheet: StyleSheet, styled: bool) -> None:
    name = _ROLES.get((element.get("role") or "").lower())
    looked_up = styled or "table" in (element.get("style") or "")
    style = sheet.style_of(element) if looked_up and not name else ""
    shown = _DISPLAY.findall(style) if "display" in style else []
    name = name or (_DISPLAYS.get(shown[-1]) if shown else None)
    if name is not None:
        element.set("style", sheet.style_of(element))
        element.tag = name
