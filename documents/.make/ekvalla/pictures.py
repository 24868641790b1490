"""Pictures drawn in flat colours, as bitmaps, and diagrams as vectors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PIL import Image, ImageDraw
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor

from ekvalla.facts import facts
from ekvalla.themes import MARKS, Theme

_SIZE = (560, 260)


def picture(name: str) -> Image.Image:
    """A scene: sky, land and what its name says."""
    image = Image.new("RGB", _SIZE, "#bcd9ea")
    draw = ImageDraw.Draw(image)
    draw.ellipse((450, 25, 500, 75), fill="#f6e3a1")
    draw.polygon([(0, 150), (120, 90), (260, 150), (400, 80), (560, 150)], fill="#8fb39a")
    draw.rectangle((0, 150, 560, 260), fill="#7da66b")
    _SCENES.get(name, _houses)(draw)
    return image.quantize(32).convert("RGB")


def _lake(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse((60, 160, 520, 250), fill="#5c93b8")
    draw.polygon([(260, 205), (340, 205), (325, 218), (275, 218)], fill="#7a4a2b")
    draw.polygon([(300, 205), (300, 165), (328, 200)], fill="#f4f1ea")


def _forest(draw: ImageDraw.ImageDraw) -> None:
    for place in range(20, 560, 42):
        height = 70 + place * 7 % 40
        draw.rectangle((place + 9, 190, place + 15, 215), fill="#6b4a2f")
        draw.polygon(
            [(place - 8, 195), (place + 12, 195 - height), (place + 32, 195)], fill="#2f6b4f"
        )


def _houses(draw: ImageDraw.ImageDraw) -> None:
    for place, colour in zip(
        range(40, 500, 95), ("#b5473c", "#e0b23d", "#f4f1ea", "#b5473c", "#8a9ba8"), strict=True
    ):
        draw.rectangle((place, 130, place + 70, 205), fill=colour)
        draw.polygon([(place - 6, 130), (place + 35, 95), (place + 76, 130)], fill="#4a3a35")
        for window in (12, 42):
            draw.rectangle((place + window, 148, place + window + 16, 168), fill="#dceaf2")


def _hall(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((130, 90, 430, 210), fill="#d8c7a3")
    draw.polygon([(115, 90), (280, 45), (445, 90)], fill="#7a3b2e")
    for place in range(150, 420, 45):
        draw.rectangle((place, 115, place + 22, 150), fill="#46687d")
    draw.rectangle((262, 160, 298, 210), fill="#4a3a35")


def _pool(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((0, 0, 560, 260), fill="#e6eef0")
    draw.polygon([(60, 250), (170, 110), (390, 110), (500, 250)], fill="#3d9dc4")
    for shift in range(-70, 71, 35):
        draw.line((280 + shift, 110, 280 + shift * 2, 250), fill="#f4f1ea", width=2)


def _road(draw: ImageDraw.ImageDraw) -> None:
    draw.polygon([(180, 260), (270, 150), (290, 150), (380, 260)], fill="#5b5f63")
    for top in (165, 190, 220):
        draw.line((280, top, 280, top + 12), fill="#f4f1ea", width=3)
    for place in (120, 430):
        draw.line((place, 120, place, 235), fill="#3b3f42", width=4)
        draw.ellipse((place - 9, 106, place + 9, 124), fill="#f6e3a1")


def _portrait(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((0, 0, 560, 260), fill="#cfd8d3")
    draw.pieslice((170, 170, 390, 390), 180, 360, fill="#37506b")
    draw.ellipse((225, 55, 335, 185), fill="#e3bd9c")
    draw.pieslice((215, 40, 345, 170), 180, 360, fill="#8a8783")


_SCENES: dict[str, Callable[[ImageDraw.ImageDraw], None]] = {
    "sjo": _lake,
    "skog": _forest,
    "by": _houses,
    "hus": _houses,
    "stadshus": _hall,
    "skola": _hall,
    "bad": _pool,
    "vag": _road,
    "portratt": _portrait,
}


def diagram(name: str, theme: Theme) -> Drawing:
    """A bar chart of figures in the facts file, or the boards as boxes."""
    if name == "organisation":
        return _organisation(theme)
    data = facts().of("diagram", name)
    drawing = Drawing(440, 170)
    drawing.add(_bars(data, theme))
    return drawing


def _bars(data: dict[str, Any], theme: Theme) -> VerticalBarChart:
    chart = VerticalBarChart()
    chart.x, chart.y, chart.width, chart.height = 40, 25, 380, 130
    chart.data = [data["varden"]]
    chart.categoryAxis.categoryNames = data["etiketter"]
    chart.categoryAxis.labels.fontName = chart.valueAxis.labels.fontName = theme.font
    chart.categoryAxis.labels.fontSize = chart.valueAxis.labels.fontSize = 8
    chart.valueAxis.valueMin = min(0, *data["varden"]) * 1.2
    chart.bars[0].fillColor, chart.bars[0].strokeColor = theme.main, None
    colours = [MARKS.get(colour) for colour in ("grön", "gul", "röd")]
    for place, colour in enumerate(colours if data["id"] == "mal" else ()):
        chart.bars[0, place].fillColor = colour
    return chart


def _organisation(theme: Theme) -> Drawing:
    drawing = Drawing(440, 170)
    _box(drawing, 150, 128, 140, "Kommunfullmäktige", theme)
    _box(drawing, 150, 78, 140, facts().boards["KS"], theme)
    drawing.add(Line(220, 128, 220, 108, strokeColor=theme.main))
    for place, board in enumerate(("SN", "BUN", "SBN", "KFN")):
        left = place * 112
        drawing.add(Line(220, 78, left + 50, 52, strokeColor=theme.main))
        _box(drawing, left, 22, 102, board, theme)
    return drawing


def _box(drawing: Drawing, left: float, low: float, width: float, name: str, theme: Theme) -> None:
    drawing.add(Rect(left, low, width, 30, fillColor=theme.main, strokeColor=None, rx=3, ry=3))
    middle = left + width / 2
    drawing.add(
        String(
            middle,
            low + 11,
            name,
            fontName=theme.bold,
            fontSize=9,
            textAnchor="middle",
            fillColor=HexColor("#ffffff"),
        )
    )
