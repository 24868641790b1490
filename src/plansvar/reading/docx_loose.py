"""Pictures, diagrams and embedded objects in the paragraphs of Word files."""

from __future__ import annotations

import re
from typing import Any

from plansvar.reading.docx_text import ALTERNATE, W
from plansvar.reading.loose_pictures import LoosePictures

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_V = "{urn:schemas-microsoft-com:vml}"
_POINT = 12_700
_SIDE = re.compile(r"(width|height)\s*:\s*(\d+(?:\.\d+)?)pt")


def note_loose(paragraph: Any, part: Any, loose: LoosePictures) -> None:
    """Tell of what a paragraph shows beside its text."""
    for drawing in paragraph.iter(f"{_WP}inline", f"{_WP}anchor"):
        if not _is_older(drawing):
            _drawing(drawing, part, loose)
    for _ in paragraph.iter(f"{W}object"):
        loose.embedded()
    for picture in paragraph.iter(f"{W}pict"):
        data = picture.find(f".//{_V}imagedata")
        if data is not None and not _is_older(picture):
            _vml(picture, data, part, loose)


def _drawing(drawing: Any, part: Any, loose: LoosePictures) -> None:
    kind = next((g.get("uri") or "" for g in drawing.iter(f"{_A}graphicData")), "")
    if kind.endswith(("/chart", "/chartex", "/diagram")):
        loose.diagram()
    blip = next(drawing.iter(f"{_A}blip"), None)
    extent = drawing.find(f"{_WP}extent")
    if blip is not None and extent is not None:
        width, height = (int(extent.get(side) or 0) / _POINT for side in ("cx", "cy"))
        loose.picture(_bytes(part, blip.get(f"{_R}embed")), width, height)


def _vml(picture: Any, data: Any, part: Any, loose: LoosePictures) -> None:
    shape = data.getparent()
    sides = dict(_SIDE.findall(shape.get("style") or ""))
    width, height = (float(sides.get(side) or 0) for side in ("width", "height"))
    loose.picture(_bytes(part, data.get(f"{_R}id")), width, height)


def _bytes(part: Any, identity: str | None) -> bytes | None:
    try:
        data: bytes = part.related_parts[identity].blob
    except (KeyError, AttributeError):
        return None
    return data


def _is_older(element: Any) -> bool:
    return any(above.tag == ALTERNATE for above in element.iterancestors())
