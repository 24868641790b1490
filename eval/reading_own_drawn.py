"""Cases drawn with reportlab: other ways to place text, marks and arrows than a browser has."""

from __future__ import annotations

import io
import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.rl_config import TTFSearchPath

from eval.reading_own_rows import (
    ANGLES,
    GLYPHS,
    WORDS,
    Row,
    arrow_picture,
    names_of,
    palette_of,
    rows_of,
    write_truth,
)

_FONTS = {
    "DejaVu": ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    "Serif": ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"),
}
_CARRIED = ("Vera.ttf", "VeraBd.ttf")


def drawn_case(chance: random.Random, target: Path) -> None:
    signs = _fonts()
    palette = palette_of(chance)
    names = names_of(chance)
    rows = rows_of(chance, chance.choice([4, 8, 13]))
    look = {
        "font": chance.choice(["DejaVu", "Serif"]),
        "size": chance.choice([7, 8, 9]),
        "rules": chance.choice(["none", "level", "grid", "zebra", "upright", "head"]),
        "mark": chance.choice(
            ["fill", "circle", "ring", "square", "glyph", "digits", "diamond", "bar"]
        ),
        "arrow": chance.choice(["glyph", "path", "stroke", "picture"]),
        "place": chance.choice(["top", "middle"]),
        "align": chance.choice(["right", "left", "centre"]),
        "maker": "reportlab",
    }
    if not signs:
        look |= {"arrow": "path", "mark": "circle"}
    if look["mark"] == "digits":  # nobody prints grey digits as a verdict
        rows = [replace(r, colour="röd" if r.colour == "grå" else r.colour) for r in rows]
        palette = WORDS["palettes"][chance.choice(["tailwind", "deep", "material"])]
    size = landscape(A4) if chance.random() < 0.25 else A4
    canvas = Canvas(str(target), pagesize=size)
    _Table(canvas, rows, names, palette, look, chance, size).draw()
    canvas.save()
    write_truth(rows, target, look | {"hd": names})


class _Table:
    def __init__(
        self,
        canvas: Canvas,
        rows: list[Row],
        names: list[str],
        palette: dict[str, str],
        look: dict[str, Any],
        chance: random.Random,
        page: tuple[float, float],
    ) -> None:
        self.c, self.rows, self.names, self.palette, self.look = canvas, rows, names, palette, look
        self.page, self.size, self.lead = page, look["size"], look["size"] * 1.22
        self.pad = chance.choice([2, 4, 6])
        wide = page[0] - 110
        shares = [chance.choice([0.3, 0.38]), 0.12, 0.12, 0.12, 0.15, 0.11]
        self.xs = [55.0]
        for share in shares:
            self.xs.append(self.xs[-1] + wide * share)
        self.glyphs = chance.choice(GLYPHS[:2])

    def draw(self) -> None:
        c, width, height = self.c, *self.page
        c.setFont(f"{self.look['font']}-B", 14)
        c.drawString(55, height - 60, f"3.2 {WORDS['heading']}")
        c.setFont(self.look["font"], 10)
        c.drawString(55, height - 80, WORDS["before"])
        y = self._head(height - 100)
        for number, row in enumerate(self.rows):
            y = self._row(row, y, number)
        c.setFont(self.look["font"], 10)
        text = WORDS["after"]
        for line in simpleSplit(text, self.look["font"], 10, width - 110):
            y -= 14
            c.drawString(55, y - 6, line)

    def _head(self, y: float) -> float:
        font = f"{self.look['font']}-B"
        lines = [
            simpleSplit(name, font, self.size, self.xs[i + 1] - self.xs[i] - 6)
            for i, name in enumerate(self.names)
        ]
        tall = max(map(len, lines)) * self.lead + 2 * self.pad
        if self.look["rules"] in ("zebra", "head"):
            self.c.setFillColor(HexColor("#d5dde8"))
            self.c.rect(self.xs[0], y - tall, self.xs[-1] - self.xs[0], tall, stroke=0, fill=1)
        self.c.setFillColor(black)
        self.c.setFont(font, self.size)
        for i, parts in enumerate(lines):
            for k, part in enumerate(parts):
                self.c.drawString(self.xs[i] + 3, y - self.pad - self.size - k * self.lead, part)
        self._rules(y, tall, 0)
        if self.look["rules"] != "none":
            self.c.line(self.xs[0], y - tall, self.xs[-1], y - tall)
        return y - tall

    def _row(self, row: Row, y: float, number: int) -> float:
        c, look = self.c, self.look
        lines = simpleSplit(row.label, look["font"], self.size, self.xs[1] - self.xs[0] - 6)
        tall = len(lines) * self.lead + 2 * self.pad
        if look["rules"] == "zebra" and number % 2:
            c.setFillColor(HexColor("#f3efe6"))
            c.rect(self.xs[0], y - tall, self.xs[-1] - self.xs[0], tall, stroke=0, fill=1)
        c.setFillColor(black)
        c.setFont(look["font"], self.size)
        for k, part in enumerate(lines):
            c.drawString(self.xs[0] + 3, y - self.pad - self.size + 1 - k * self.lead, part)
        base = y - self.pad - self.size + 1
        if look["place"] == "middle":
            base -= (len(lines) - 1) * self.lead / 2
        for i, value in enumerate(row.values, 1):
            self._value(value, i, base, row)
        middle = base + self.size * 0.35
        self._mark(row, y, tall, middle)
        self._arrow(row, middle, base)
        self._rules(y, tall, number + 1)
        return y - tall

    def _value(self, value: str, i: int, base: float, row: Row) -> None:
        c = self.c
        coloured = self.look["mark"] == "digits" and i == 1
        c.setFillColor(HexColor(self.palette[row.colour]) if coloured else black)
        if self.look["align"] == "right":
            c.drawRightString(self.xs[i + 1] - 4, base, value)
        elif self.look["align"] == "left":
            c.drawString(self.xs[i] + 3, base, value)
        else:
            c.drawCentredString((self.xs[i] + self.xs[i + 1]) / 2, base, value)
        c.setFillColor(black)

    def _mark(self, row: Row, y: float, tall: float, middle: float) -> None:
        c, mark = self.c, self.look["mark"]
        x0, x1 = self.xs[4], self.xs[5]
        x, r = (x0 + x1) / 2, self.size * 0.5
        c.saveState()
        c.setFillColor(HexColor(self.palette[row.colour]))
        c.setStrokeColor(HexColor(self.palette[row.colour]))
        if mark == "fill":
            c.rect(x0, y - tall, x1 - x0, tall, stroke=0, fill=1)
        elif mark == "bar":
            c.rect(x0 + 4, middle - 3, x1 - x0 - 8, 6, stroke=0, fill=1)
        elif mark == "glyph":
            c.setFont("DejaVu", self.size + 2)
            c.drawCentredString(x, middle - self.size * 0.35, "●")
        else:
            self._form(mark, x, middle, r)
        c.restoreState()

    def _form(self, mark: str, x: float, middle: float, r: float) -> None:
        if mark == "circle":
            self.c.circle(x, middle, r, stroke=0, fill=1)
        elif mark == "ring":
            self.c.setLineWidth(2.2)
            self.c.circle(x, middle, r, stroke=1, fill=0)
        elif mark == "square":
            self.c.rect(x - r, middle - r, 2 * r, 2 * r, stroke=0, fill=1)
        elif mark == "diamond":
            path = self.c.beginPath()
            path.moveTo(x, middle + r)
            for dx, dy in ((r, 0), (0, -r), (-r, 0)):
                path.lineTo(x + dx, middle + dy)
            path.close()
            self.c.drawPath(path, stroke=0, fill=1)

    def _arrow(self, row: Row, middle: float, base: float) -> None:
        c, arrow = self.c, self.look["arrow"]
        x = (self.xs[5] + self.xs[6]) / 2
        angle = ANGLES[row.trend][row.slant]
        c.saveState()
        c.setFillColor(black)
        if arrow == "glyph":
            c.setFont("DejaVu", self.size)
            c.drawCentredString(x, base, self.glyphs[row.trend][row.slant])
        elif arrow == "picture":
            picture = ImageReader(io.BytesIO(arrow_picture(angle)))
            c.drawImage(picture, x - 6, middle - 6, 12, 12, mask="auto")
        else:
            c.translate(x, middle)
            c.rotate(angle)
            path = c.beginPath()
            if arrow == "path":
                path.moveTo(-5, -1.2)
                for px, py in ((1, -1.2), (1, -3.6), (6, 0), (1, 3.6), (1, 1.2), (-5, 1.2)):
                    path.lineTo(px, py)
                path.close()
                c.drawPath(path, stroke=0, fill=1)
            else:
                c.setLineWidth(1.3)
                c.line(-5, 0, 5, 0)
                c.line(2, 3, 5, 0)
                c.line(2, -3, 5, 0)
        c.restoreState()

    def _rules(self, y: float, tall: float, number: int) -> None:
        c, rules = self.c, self.look["rules"]
        c.setLineWidth(0.6)
        if rules in ("level", "grid"):
            c.line(self.xs[0], y, self.xs[-1], y)
            c.line(self.xs[0], y - tall, self.xs[-1], y - tall)
        if rules in ("upright", "grid"):
            for x in self.xs:
                c.line(x, y, x, y - tall)


def _fonts() -> bool:
    """Registers the fonts; false where reportlab's own, which have no arrows, must do."""
    found = {path.name: str(path) for root in TTFSearchPath for path in _files(Path(root))}
    whole = all(name in found for names in _FONTS.values() for name in names)
    for name, wanted in _FONTS.items():
        plain, bold = (found[n] for n in wanted) if whole else _CARRIED
        pdfmetrics.registerFont(TTFont(name, plain))
        pdfmetrics.registerFont(TTFont(f"{name}-B", bold))
    return whole


def _files(root: Path) -> Iterable[Path]:
    return root.rglob("DejaVuS*.ttf") if root.is_dir() else ()
