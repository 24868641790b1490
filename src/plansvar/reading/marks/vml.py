"""Older drawings in Word files (VML): shapes with their fill, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plansvar.reading.marks.drawingml import Fetch, R
from plansvar.reading.marks.forms import trend_of_preset
from plansvar.reading.marks.looks import Form, Picture, Rgb
from plansvar.reading.marks.rgb import from_css

_V = "{urn:schemas-microsoft-com:vml}"
_SHAPES = {f"{_V}{name}" for name in ("oval", "rect", "roundrect", "shape")}
_MOST = 200


def vml_looks(element: Any, fetch: Fetch) -> tuple[list[Form], list[Picture]]:
    """The forms and pictures within a `w:pict`."""
    forms: list[Form] = []
    pictures: list[Picture] = []
    for shape in list(_shapes(element))[:_MOST]:
        style = _style(shape)
        if style.get("visibility") == "hidden":
            continue
        image = shape.find(f"{_V}imagedata")
        if image is not None:
            identity = image.get(f"{R}id")
            data = fetch(identity) if identity else None
            pictures.append(Picture(data, shape.get("alt") or "", _size(style)))
        else:
            forms.append(_form(shape, style))
    return forms, pictures


def _shapes(element: Any) -> Iterator[Any]:
    return (shape for shape in element.iter() if shape.tag in _SHAPES)


def _form(shape: Any, style: dict[str, str]) -> Form:
    found = re.search(r"t\d+$", shape.get("type") or "")
    turn = re.fullmatch(r"-?\d{1,4}", style.get("rotation", "0"))
    flips = style.get("flip", "")
    preset = found[0] if found else ""
    trend = trend_of_preset(preset, float(turn[0]) if turn else 0.0, "y" in flips, "x" in flips)
    return Form(_fill(shape), trend, None, shape.get("alt") or "")


def _fill(shape: Any) -> Rgb | None:
    if shape.get("filled") in ("f", "false"):
        return None
    inner = shape.find(f"{_V}fill")
    value = shape.get("fillcolor") or (inner.get("color") if inner is not None else None)
    return from_css(re.sub(r"\s*\[.*", "", value)) if value else None


def _style(shape: Any) -> dict[str, str]:
    parts = (part.partition(":") for part in (shape.get("style") or "").split(";")[:60])
    return {name.strip().lower(): value.strip().lower() for name, _, value in parts}


def _size(style: dict[str, str]) -> tuple[float, float] | None:
    found = [
        re.fullmatch(r"([\d.]+)(pt|in|cm|mm|px)?", style.get(k, "")) for k in ("width", "height")
    ]
    if not all(found):
        return None
    scale = {"in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}
    sizes = [float(f[1].rstrip(".") or 0) * scale.get(f[2] or "pt", 1.0) for f in found if f]
    return sizes[0], sizes[1]
