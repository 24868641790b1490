"""How the paragraphs of an OpenDocument text are set: whether all of one is bold, and its size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plansvar.reading.bold_headings import BoldLine
from plansvar.reading.marks.odt_looks import FO, TABLE, TEXT, OdtLooks

_WEIGHT, _SIZE = f"{FO}font-weight", f"{FO}font-size"
_APART = {f"{TABLE}table", f"{TEXT}list", f"{TEXT}table-of-content"}
_POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")
_USUAL_SIZE = 12.0


def bold_line(paragraph: Any, text: str, looks: OdtLooks) -> BoldLine:
    """A paragraph that shows `text`."""
    style = paragraph.get(f"{TEXT}style-name") or ""
    weight, size = (
        looks.of_style("paragraph", style, "text-properties", key) or "" for key in (_WEIGHT, _SIZE)
    )
    pieces = [each for each in _pieces(paragraph, weight, size, looks) if each[0].strip()]
    sizes = {piece[2] for piece in pieces}
    return BoldLine(
        text,
        bool(pieces) and all(piece[1] == "bold" for piece in pieces),
        _points(sizes.pop() if len(sizes) == 1 else size),
    )


def bold_lines(body: Any, looks: OdtLooks, shown: Any) -> Iterator[BoldLine]:
    """The paragraphs of a body outside tables and lists; `shown` gives the text of each."""
    for paragraph in body.iter(f"{TEXT}p"):
        if not any(above.tag in _APART for above in paragraph.iterancestors()):
            yield bold_line(paragraph, shown(paragraph), looks)


def _pieces(
    element: Any, weight: str, size: str, looks: OdtLooks
) -> Iterator[tuple[str, str, str]]:
    yield element.text or "", weight, size
    for child in element:
        if child.tag == f"{TEXT}span":
            own = [looks.of_span(child, key) for key in (_WEIGHT, _SIZE)]
            yield from _pieces(child, own[0] or weight, own[1] or size, looks)
        yield child.tail or "", weight, size


def _points(size: str) -> float:
    found = _POINTS.fullmatch(size)
    return float(found[1]) if found else _USUAL_SIZE
