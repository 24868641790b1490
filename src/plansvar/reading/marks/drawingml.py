"""Drawings in Word, PowerPoint and Excel files: shapes, lines and pictures of DrawingML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from plansvar.domain import Trend
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.marks.forms import (
    Points,
    is_slanting,
    trend_of_line,
    trend_of_outlines,
    trend_of_preset,
)
from plansvar.reading.marks.looks import Form, Picture, Rgb
from plansvar.reading.marks.rgb import from_css, from_hex, mixed, with_light

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Theme = Mapping[str, Rgb]
Fetch = Callable[[str], bytes | None]
_ALIASES = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_RECOLOURS = ("duotone", "grayscl", "clrChange", "biLevel", "clrRepl")
_UNIT = 12_700
_TURN = 60_000
_WHOLE = 100_000


def theme_of(root: Any) -> dict[str, Rgb]:
    """The colours of a theme by name."""
    found = {}
    scheme = next(root.iter(f"{A}clrScheme"), None)
    for entry in scheme if scheme is not None else ():
        for child in entry:
            colour = from_hex(child.get("lastClr") or child.get("val"))
            if colour is not None and isinstance(entry.tag, str):
                found[entry.tag.removeprefix(A)] = colour
    return found


def fill_of(holder: Any, theme: Theme) -> Rgb | None:
    """The solid fill right under an element; the mean of its stops where it is a gradient."""
    solid = holder.find(f"{A}solidFill")
    if solid is not None:
        return colour_in(solid, theme)
    stops = [colour_in(stop, theme) for stop in holder.findall(f"{A}gradFill/{A}gsLst/{A}gs")]
    known = [stop for stop in stops if stop is not None]
    if not known:
        return None
    red, green, blue = (sum(channel) // len(known) for channel in zip(*known, strict=True))
    return red, green, blue


def colour_in(holder: Any, theme: Theme) -> Rgb | None:
    """The colour that an element holds, with its modifiers."""
    for child in holder:
        base = _base(child, theme)
        if base is not None:
            return _modified(base, child)
    return None


def form_of(properties: Any, style: Any, theme: Theme, alt: str = "") -> Form:
    """The form that a shape's properties (spPr) and style give."""
    fill = _shape_fill(properties, style, theme)
    turn, flip, mirror = _turn(properties)
    preset = properties.find(f"{A}prstGeom")
    name = preset.get("prst") or "" if preset is not None else ""
    trend = trend_of_preset(name, turn, flip, mirror)
    if preset is None and not turn and not flip and not mirror:
        trend = _custom_trend(properties)
    line = properties.find(f"{A}ln")
    if line is not None and ("Connector" in name or name == "line"):
        trend = _line_trend(properties, line, turn, flip, mirror)
        fill = fill_of(line, theme) or fill
    elif fill is None and line is not None and preset is None:
        fill = fill_of(line, theme)
    return Form(fill, trend, _named(name), alt)


def picture_of(holder: Any, properties: Any, fetch: Fetch, alt: str) -> Picture | None:
    """The picture that a blip fill holds, as it is shown."""
    blip = next(holder.iter(f"{A}blip"), None)
    if blip is None:
        return None
    identity = blip.get(f"{R}embed")
    turn, flip, _ = _turn(properties) if properties is not None else (0.0, False, False)
    return Picture(
        fetch(identity) if identity else None,
        alt,
        _size(properties),
        _crop(holder),
        turn,
        flip,
        any(blip.find(f"{A}{name}") is not None for name in _RECOLOURS),
    )


def _base(element: Any, theme: Theme) -> Rgb | None:
    tag = element.tag.removeprefix(A) if isinstance(element.tag, str) else ""
    value = element.get("val") or ""
    if tag == "srgbClr":
        return from_hex(value)
    if tag == "schemeClr":
        return theme.get(_ALIASES.get(value, value))
    if tag == "sysClr":
        system = vocabulary("marks")["system_colours"]
        return from_hex(element.get("lastClr") or system.get(value))
    if tag == "prstClr":
        name = value.replace("dk", "dark").replace("lt", "light").replace("med", "medium")
        return from_css(value) or from_css(name)
    return None


def _modified(colour: Rgb, element: Any) -> Rgb | None:
    for child in element:
        raw = child.get("val") or ""
        if not raw.lstrip("-").isdigit() or not isinstance(child.tag, str):
            continue
        share = int(raw) / _WHOLE
        changed = _changed(colour, child.tag.removeprefix(A), share)
        if changed is None:
            return None
        colour = changed
    return colour


def _changed(colour: Rgb, name: str, share: float) -> Rgb | None:
    if name == "lumMod":
        return with_light(colour, share, 0)
    if name == "lumOff":
        return with_light(colour, 1, share)
    if name == "tint":
        return mixed(colour, (255, 255, 255), share)
    if name == "shade":
        return mixed(colour, (0, 0, 0), share)
    if name == "alpha":
        return mixed(colour, (255, 255, 255), share) if share > 0.08 else None
    return colour


def _shape_fill(properties: Any, style: Any, theme: Theme) -> Rgb | None:
    if properties.find(f"{A}noFill") is not None:
        return None
    own = fill_of(properties, theme)
    if own is not None or style is None:
        return own
    reference = style.find(f"{A}fillRef")
    if reference is None or reference.get("idx") in (None, "0"):
        return None
    return colour_in(reference, theme)


def _turn(properties: Any) -> tuple[float, bool, bool]:
    frame = properties.find(f"{A}xfrm")
    if frame is None:
        return 0.0, False, False
    raw = frame.get("rot") or "0"
    turn = int(raw) / _TURN if raw.lstrip("-").isdigit() else 0.0
    return turn, frame.get("flipV") in ("1", "true"), frame.get("flipH") in ("1", "true")


def _line_trend(properties: Any, line: Any, turn: float, flip: bool, mirror: bool) -> Trend | None:
    ends = [_has_head(line, end) for end in ("headEnd", "tailEnd")]
    size = _size(properties)
    if size is None or ends == [False, False]:
        return None
    dx, dy = (-size[0] if mirror else size[0]), (-size[1] if flip else size[1])
    if all(ends):
        return Trend.LEVEL if abs(dy) < 0.35 * abs(dx) and not turn else None
    if turn:
        return None
    return trend_of_line(-dx, -dy) if ends[0] else trend_of_line(dx, dy)


def _has_head(line: Any, name: str) -> bool:
    end = line.find(f"{A}{name}")
    return end is not None and end.get("type") not in (None, "none")


def _size(properties: Any) -> tuple[float, float] | None:
    extent = properties.find(f"{A}xfrm/{A}ext") if properties is not None else None
    raw = (extent.get("cx"), extent.get("cy")) if extent is not None else ("", "")
    if not all(value and value.isdigit() for value in raw):
        return None
    return int(raw[0]) / _UNIT, int(raw[1]) / _UNIT


def _crop(holder: Any) -> tuple[float, float, float, float]:
    source = next(holder.iter(f"{A}srcRect"), None)
    if source is None:
        return 0, 0, 0, 0
    left, top, right, bottom = (_part(source.get(side)) for side in "ltrb")
    return (left, top, right, bottom) if left + right < 1 and top + bottom < 1 else (0, 0, 0, 0)


def _part(raw: str | None) -> float:
    return min(1.0, int(raw) / _WHOLE) if raw and raw.isdigit() and len(raw) < 8 else 0.0


def _named(preset: str) -> str | None:
    names = vocabulary("marks")["presets"]["named"].items()
    return next((str(name) for name, presets in names if preset in presets), None)


def _custom_trend(properties: Any) -> Trend | None:
    outlines = list(_paths(properties))[:50]
    return trend_of_outlines(outlines) if any(map(is_slanting, outlines)) else None


def _paths(properties: Any) -> Iterator[Points]:
    for path in properties.iterfind(f"{A}custGeom/{A}pathLst/{A}path"):
        outline: list[tuple[float, float]] = []
        for step in path:
            points = [_point(point) for point in step.iter(f"{A}pt")]
            if step.tag == f"{A}moveTo" and outline:
                yield outline
                outline = []
            outline += [point for point in points[-1:] if point is not None]
        if outline:
            yield outline


def _point(element: Any) -> tuple[float, float] | None:
    try:
        return float(element.get("x")), float(element.get("y"))
    except (TypeError, ValueError):
        return None
