"""Vector pictures in SVG: the filled shapes in them and which way they point."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any

from lxml import etree

from plansvar.domain import Trend
from plansvar.reading.marks.forms import Points, is_slanting, trend_of_outlines
from plansvar.reading.marks.looks import Form, Rgb
from plansvar.reading.marks.painting import Painted, painted
from plansvar.reading.marks.rgb import from_css
from plansvar.reading.pdf.bars import strip_in
from plansvar.reading.pdf.figures import figure_in
from plansvar.reading.pdf.geometry import IDENTITY, Matrix, apply, compose

_MOST = 300
_DEEPEST = 12
_LONGEST_PATH = 20_000
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_STEP = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_SIZES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}
_SHAPES = {"circle", "ellipse", "rect", "path", "polygon", "polyline", "line"}
_BLACK: Rgb = (0, 0, 0)
_GROUND: Rgb = (255, 255, 255)


def is_svg(data: bytes) -> bool:
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and b"<svg" in head


def svg_forms(data: bytes) -> list[Form]:
    """The shapes of an SVG file; none where it is damaged."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return forms_of(etree.fromstring(data, parser))
    except (etree.XMLSyntaxError, ValueError):
        return []


def forms_of(root: Any) -> list[Form]:
    """The shapes of an SVG element, and one form more for what they make together: an arrow, a
    bar, a tick, a cross, a smiley."""
    shapes = list(islice(_shapes(root, IDENTITY, {}, 0), _MOST))
    forms = [Form(s.fill or s.stroke) for s in shapes if s.fill or s.stroke]
    filled = [o for s in shapes if s.fill for o, _ in s.outlines]
    strokes = [_closed(*o) for s in shapes if s.stroke and not s.fill for o in s.outlines]
    trend = _trend(filled, strokes)
    pixels = painted(shapes)
    strip = strip_in(pixels) if pixels is not None else None
    if strip is not None:
        return [Form(None, strip=strip)]
    if trend is not None:
        return [*forms, Form(None, trend)]
    figure = figure_in(pixels, _GROUND) if pixels is not None else None
    return [*forms, Form(None, raw=figure)] if figure else forms


def path_outlines(path: str) -> list[tuple[Points, bool]]:
    """The outlines of path data, curves flattened; true beside each that is closed."""
    pen = _Pen()
    for letter, numbers in _STEP.findall(path[:_LONGEST_PATH]):
        pen.step(letter, [float(n) for n in _NUMBER.findall(numbers)])
    return pen.outlines


def _trend(filled: list[Points], strokes: list[Points]) -> Trend | None:
    outlines = [*filled, *strokes]
    if not any(is_slanting(outline) for outline in outlines):
        return None
    trend = trend_of_outlines(filled, strokes)
    if trend is None and len(filled) > 1:
        # An arrow on a disc or a square: without the largest shape.
        largest = max(filled, key=_extent)
        trend = trend_of_outlines([f for f in filled if f is not largest], strokes)
    return trend


def _shapes(element: Any, matrix: Matrix, style: dict[str, str], depth: int) -> Iterator[Painted]:
    if depth > _DEEPEST:
        return
    for child in element:
        name = etree.QName(child).localname.lower() if isinstance(child.tag, str) else ""
        own = style | _style(child) if name else style
        if own.get("display") == "none" or own.get("opacity") == "0":
            continue
        inner = compose(_matrix(child.get("transform") or ""), matrix)
        if name in ("g", "svg", "a"):
            yield from _shapes(child, inner, own, depth + 1)
        elif name in _SHAPES:
            outlines = [
                ([apply(inner, x, y) for x, y in outline], closed)
                for outline, closed in _outlines(child, name)
            ]
            fill, stroke = _colour(own, "fill", _BLACK), _colour(own, "stroke", None)
            wide = _NUMBER.match(own.get("stroke-width", "1").strip())
            scale = math.sqrt(abs(inner[0] * inner[3] - inner[1] * inner[2]))
            yield Painted(fill, stroke, (float(wide[0]) if wide else 1.0) * scale, outlines)


def _style(element: Any) -> dict[str, str]:
    names = ("fill", "stroke", "stroke-width", "color", "display", "opacity")
    found = {name: element.get(name) for name in names if element.get(name)}
    for part in (element.get("style") or "").split(";"):
        name, _, value = part.partition(":")
        if name.strip() in names:
            found[name.strip()] = value.strip()
    return found


def _colour(style: dict[str, str], name: str, default: Rgb | None) -> Rgb | None:
    value = style.get(name)
    if value is None:
        return default
    if value.lower() == "currentcolor":
        value = style.get("color", "black")
    return None if value == "none" else from_css(value)


def _outlines(element: Any, name: str) -> list[tuple[Points, bool]]:
    if name == "path":
        return path_outlines(element.get("d") or "")
    if name in ("polygon", "polyline"):
        numbers = [float(n) for n in _NUMBER.findall((element.get("points") or "")[:_LONGEST_PATH])]
        return [(list(zip(numbers[::2], numbers[1::2], strict=False)), name == "polygon")]
    if name == "line":
        x1, y1, x2, y2 = (_float(element, key) for key in ("x1", "y1", "x2", "y2"))
        return [([(x1, y1), (x2, y2)], False)]
    if name == "rect":
        x, y, w, h = (_float(element, key) for key in ("x", "y", "width", "height"))
        return [([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], True)]
    rx = _float(element, "r") or _float(element, "rx")
    ry = _float(element, "r") or _float(element, "ry")
    return [(_round(_float(element, "cx"), _float(element, "cy"), rx, ry), True)]


def _round(cx: float, cy: float, rx: float, ry: float) -> Points:
    angles = [2 * math.pi * i / 24 for i in range(24)]
    return [(cx + rx * math.cos(a), cy + ry * math.sin(a)) for a in angles]


def _float(element: Any, name: str) -> float:
    found = _NUMBER.match((element.get(name) or "0").strip())
    return float(found[0]) if found else 0.0


def _matrix(transform: str) -> Matrix:
    matrix = IDENTITY
    for name, raw in re.findall(r"(\w+)\s*\(([^)]*)\)", transform[:500]):
        step = _step_matrix(name, [float(n) for n in _NUMBER.findall(raw)])
        matrix = compose(step, matrix)
    return matrix


def _step_matrix(name: str, v: list[float]) -> Matrix:
    if name == "translate" and v:
        return 1, 0, 0, 1, v[0], v[1] if len(v) > 1 else 0
    if name == "scale" and v:
        return v[0], 0, 0, v[1] if len(v) > 1 else v[0], 0, 0
    if name == "rotate" and v:
        turn = math.radians(v[0])
        spun: Matrix = (math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 0, 0)
        if len(v) < 3:
            return spun
        return compose(compose((1, 0, 0, 1, -v[1], -v[2]), spun), (1, 0, 0, 1, v[1], v[2]))
    if name == "matrix" and len(v) == 6:
        return v[0], v[1], v[2], v[3], v[4], v[5]
    return IDENTITY


def _closed(outline: Points, closed: bool) -> Points:
    return [*outline, outline[0]] if closed and outline else outline


def _extent(outline: Points) -> float:
    xs, ys = [x for x, _ in outline] or [0], [y for _, y in outline] or [0]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


class _Pen:
    """Follows path data; curves become a few straight pieces."""

    def __init__(self) -> None:
        self.outlines: list[tuple[Points, bool]] = []
        self._at = (0.0, 0.0)

    def step(self, letter: str, numbers: list[float]) -> None:
        upper = letter.upper()
        if upper == "Z":
            if self.outlines:
                outline, _ = self.outlines[-1]
                self.outlines[-1] = (outline, True)
                self._at = outline[0] if outline else self._at
            return
        size = _SIZES[upper]
        for start in range(0, len(numbers) - size + 1, size):
            first = upper == "M" and start == 0
            self._one(upper, numbers[start : start + size], letter.islower(), first)

    def _one(self, letter: str, v: list[float], relative: bool, begins: bool) -> None:
        x, y = self._at
        dx, dy = (x, y) if relative else (0.0, 0.0)
        if letter == "H":
            target = (v[0] + dx, y)
        elif letter == "V":
            target = (x, v[0] + dy)
        else:
            target = (v[-2] + dx, v[-1] + dy)
        if begins or not self.outlines:
            self.outlines.append(([target], False))
        else:
            controls = [(v[i] + dx, v[i + 1] + dy) for i in range(0, len(v) - 2, 2)]
            points, _ = self.outlines[-1]
            curve = _curve(self._at, controls, target) if letter in "CQS" else [target]
            self.outlines[-1] = ([*points, *curve], False)
        self._at = target


def _curve(
    start: tuple[float, float], controls: list[tuple[float, float]], end: tuple[float, float]
) -> list[tuple[float, float]]:
    points = [start, *controls, end]
    found = []
    for step in (0.25, 0.5, 0.75, 1.0):
        layer = points
        while len(layer) > 1:
            layer = [
                (a[0] + (b[0] - a[0]) * step, a[1] + (b[1] - a[1]) * step)
                for a, b in pairwise(layer)
            ]
        found.append(layer[0])
    return found
