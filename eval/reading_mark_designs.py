"""Marks drawn from a few primitives, so that each can be made as SVG, PNG, JPEG and PDF paths.

A design draws into a box of its own size; y grows downwards.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

_SCALE = 4
Point = tuple[float, float]


@dataclass(frozen=True)
class Part:
    """One primitive: a closed outline or a stroke."""

    points: tuple[Point, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0


@dataclass
class Drawing:
    width: float
    height: float
    parts: list[Part] = field(default_factory=list)

    def rect(
        self, x: float, y: float, w: float, h: float, fill: str | None, stroke: str | None = None
    ) -> None:
        corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
        self.parts.append(Part(corners, fill, stroke))

    def disc(
        self, x: float, y: float, r: float, fill: str | None, stroke: str | None = None
    ) -> None:
        self.parts.append(Part(tuple(_arc(x, y, r, r, 0, 360)), fill, stroke))

    def pill(self, x: float, y: float, w: float, h: float, fill: str) -> None:
        r = min(h, w) / 2
        right = _arc(x + w - r, y + h / 2, r, h / 2, -90, 90)
        left = _arc(x + r, y + h / 2, r, h / 2, 90, 270)
        self.parts.append(Part((*right, *left), fill))

    def line(self, *points: Point, stroke: str = "#000000", width: float = 1.0) -> None:
        self.parts.append(Part(points, None, stroke, width))


def svg_of(drawing: Drawing) -> str:
    body = "".join(_svg_part(part) for part in drawing.parts)
    size = f'width="{drawing.width}" height="{drawing.height}"'
    box = f'viewBox="0 0 {drawing.width} {drawing.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box}>{body}</svg>'


def picture_of(drawing: Drawing, form: str = "PNG", mode: str = "RGB", zoom: float = 3.0) -> bytes:
    scale = _SCALE * zoom
    size = (round(drawing.width * scale), round(drawing.height * scale))
    clear = form == "PNG" and mode == "RGBA"
    image = Image.new("RGBA", size, (255, 255, 255, 0 if clear else 255))
    draw = ImageDraw.Draw(image)
    for part in drawing.parts:
        points = [(x * scale, y * scale) for x, y in part.points]
        if part.fill:
            draw.polygon(points, fill=part.fill)
        if part.stroke:
            closed = points if part.fill is None and _is_open(part) else [*points, points[0]]
            draw.line(closed, fill=part.stroke, width=round(part.width * scale), joint="curve")
    image = image.resize((size[0] // _SCALE, size[1] // _SCALE), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    image.convert(mode).save(stream, form)
    return stream.getvalue()


def bar(kind: str, share: float) -> Drawing:
    drawing = Drawing(60, 9)
    if kind == "cells":
        for place in range(10):
            fill = "#548235" if place < round(10 * share) else "#d9d9d9"
            drawing.rect(place * 6, 0, 5, 9, fill)
        return drawing
    tracks = {"track": "#dddddd", "tones": "#bdd7ee", "inset": "#444444"}
    if kind in tracks:
        drawing.rect(0, 0, 60, 9, tracks[kind])
    if kind == "inset":
        drawing.rect(1.2, 1.2, 57.6, 6.6, "#ffffff")
    if kind == "round":
        drawing.pill(0, 0, 60, 9, "#e6e6e6")
    if share:
        _filled(drawing, kind, share)
    if kind == "outline":
        drawing.rect(0, 0, 60, 9, None, "#555555")
    return drawing


def _filled(drawing: Drawing, kind: str, share: float) -> None:
    if kind == "round":
        drawing.pill(0, 0, max(60 * share, 9), 9, "#00857c")
    elif kind == "inset":
        drawing.rect(1.2, 1.2, 57.6 * share, 6.6, "#ed7d31")
    else:
        fill = {"track": "#2f75b5", "tones": "#1f4e79", "outline": "#70ad47"}[kind]
        drawing.rect(0, 0, 60 * share, 9, fill)


def sign(kind: str, name: str) -> Drawing:
    """A tick or a cross."""
    drawing = Drawing(14, 14)
    bright = {"bock": "#2e9e4f", "kryss": "#d3302f"}[name]
    if kind == "disc":
        drawing.disc(7, 7, 6.8, bright)
    elif kind == "box":
        drawing.rect(0.6, 0.6, 12.8, 12.8, None, "#333333")
    ink = {"disc": "#ffffff", "coloured": bright}.get(kind, "#222222")
    wide = {"thin": 0.9, "disc": 1.6}.get(kind, 2.0)
    near = 3.2 if kind in ("disc", "box") else 1.5
    far = 14 - near
    if name == "bock":
        low, middle = far - 0.6, 14 * 0.4
        drawing.line((near, 7.6), (middle, low), (far, near + 0.8), stroke=ink, width=wide)
    else:
        drawing.line((near, near), (far, far), stroke=ink, width=wide)
        drawing.line((far, near), (near, far), stroke=ink, width=wide)
    return drawing


def face(kind: str, mood: str) -> Drawing:
    drawing = Drawing(16, 16)
    fill = {"line": None, "yellow": "#ffcc22", "blue": "#5b9bd5", "grey": "#bfbfbf"}.get(kind)
    if kind == "colours":
        fill = {"glad": "#43a047", "neutral": "#fdd835", "ledsen": "#e53935"}[mood]
    ink = "#ffffff" if kind in ("blue", "knocked") else "#222222"
    if kind == "knocked":
        fill = "#333333"
    edge = None if kind in ("blue", "knocked") else "#222222"
    drawing.disc(8, 8, 7.4, fill, edge)
    for x in (5.5, 10.5):
        drawing.disc(x, 6, 1.0, ink)
    if mood == "neutral":
        mouth: list[Point] = [(4.8, 10.8), (11.2, 10.8)]
    elif mood == "glad":
        mouth = list(_arc(8, 8.6, 3.8, 3.4, 15, 165))
    else:
        mouth = list(_arc(8, 13.2, 3.8, 3.4, 195, 345))
    drawing.line(*mouth, stroke=ink, width=1.1)
    return drawing


def lamps(kind: str, colour: str) -> Drawing:
    lit = {"röd": "#e53935", "gul": "#fdd835", "grön": "#43a047"}
    out = {"röd": "#5a1f1e", "gul": "#5e5420", "grön": "#1e4a21"}
    pale = {"röd": "#f6d5d4", "gul": "#faf3cf", "grön": "#d5ead6"}
    level = kind in ("level", "level_grey", "level_pale")
    drawing = Drawing(32, 12) if level else Drawing(12, 32)
    if kind in ("dark", "level"):
        drawing.rect(0, 0, drawing.width, drawing.height, "#222222")
    elif kind == "housing":
        drawing.rect(0.5, 0.5, drawing.width - 1, drawing.height - 1, "#8c8c8c", "#333333")
    for place, name in enumerate(lit):
        unlit = {
            "dark": out[name], "level": "#4d4d4d", "level_grey": "#d0d0d0", "housing": "#d9d9d9",
            "level_pale": pale[name],
        }.get(kind)  # fmt: skip
        at = 6 + 10 * place
        x, y = (at, 6) if level else (6, at)
        fill = lit[name] if name == colour else unlit
        edge = "#777777" if kind in ("rings", "level_grey") else None
        drawing.disc(x, y, 4, fill, edge)
    return drawing


DESIGNS: dict[str, tuple[Callable[[str, str], Drawing], tuple[str, ...]]] = {
    "face": (face, ("line", "yellow", "blue", "grey", "colours", "knocked")),
    "sign": (sign, ("plain", "thin", "disc", "box", "coloured")),
    "lamps": (lamps, ("dark", "level", "level_grey", "level_pale", "housing", "rings")),
}
BARS = ("track", "outline", "round", "tones", "inset", "cells")


def _arc(x: float, y: float, rx: float, ry: float, start: float, end: float) -> list[Point]:
    steps = max(8, round(abs(end - start) / 12))
    angles = [math.radians(start + (end - start) * i / steps) for i in range(steps + 1)]
    return [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in angles]


def _is_open(part: Part) -> bool:
    (x0, y0), (x1, y1) = part.points[0], part.points[-1]
    return len(part.points) < 4 or (
        math.hypot(x0 - x1, y0 - y1) > 0.5 and part.fill is None and part.width != 1.0
    )


def _svg_part(part: Part) -> str:
    path = "M" + " L".join(f"{x:.2f} {y:.2f}" for x, y in part.points)
    path += "" if _is_open(part) and not part.fill else " Z"
    fill, stroke = part.fill or "none", part.stroke or "none"
    return f'<path d="{path}" fill="{fill}" stroke="{stroke}" stroke-width="{part.width}"/>'
