"""Pieces of a laid-out page: labels that know their page, arrows, circles, headings."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Image, Paragraph

from ekvalla.pictures import picture
from ekvalla.themes import MARKS
from ekvalla.truth import Truth


class Label(Paragraph):
    """The first cell of a row; tells the truth on which page it was drawn."""

    def __init__(self, text: str, style: ParagraphStyle, key: str, truth: Truth) -> None:
        super().__init__(text, style)
        self.key, self.truth = key, truth

    def draw(self) -> None:
        self.truth.seen(self.key, self.canv.getPageNumber())
        super().draw()


class Heading(Paragraph):
    """A heading that goes into the contents list."""

    def __init__(self, text: str, style: ParagraphStyle, level: int) -> None:
        super().__init__(text, style)
        self.level, self.words = level, text


class Arrow(Flowable):
    """A trend drawn as a filled arrow: up, down or level."""

    def __init__(self, trend: str) -> None:
        super().__init__()
        self.width = self.height = 11
        self.trend = trend
        self.hAlign = "CENTER"

    def draw(self) -> None:
        draw_arrow(self.canv, self.trend, 5.5, 5.5)


def draw_arrow(canvas: Canvas, trend: str, x: float, y: float) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate({"upp": 90, "ned": -90, "oförändrad": 0}[trend])
    canvas.setFillColor(black)
    path = canvas.beginPath()
    path.moveTo(-5, -1.2)
    for point in ((0, -1.2), (0, -3.8), (5, 0), (0, 3.8), (0, 1.2), (-5, 1.2)):
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def draw_circle(canvas: Canvas, colour: str, x: float, y: float) -> None:
    canvas.saveState()
    canvas.setFillColor(MARKS[colour])
    canvas.circle(x, y, 5, stroke=0, fill=1)
    canvas.restoreState()


def scene(name: str, width: float) -> Image:
    """A picture as a bitmap in the page."""
    return Image(picture_bytes(name), width=width, height=width * 260 / 560)


def picture_bytes(name: str) -> BytesIO:
    data = BytesIO()
    picture(name).save(data, "PNG")
    data.seek(0)
    return data


def picture_reader(name: str) -> ImageReader:
    return ImageReader(picture_bytes(name))


def glyph(colour: str) -> str:
    """A coloured disc as a character."""
    return f'<font name="ZapfDingbats" size="13" color="{MARKS[colour].hexval()}">●</font>'


def arrow_glyph(trend: str) -> str:
    sign = {"upp": "↑", "ned": "↓", "oförändrad": "→"}[trend]
    return f'<font name="Symbol" size="12">{sign}</font>'
