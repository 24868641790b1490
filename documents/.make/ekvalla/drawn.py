"""PDF files drawn by hand on a canvas: borderless tables, no contents list, no outline."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from ekvalla.facts import facts, title_of
from ekvalla.flowables import draw_arrow, draw_circle
from ekvalla.markup import Block, blocks
from ekvalla.specs import Row, Spec, goal_table, money_table, task_table
from ekvalla.themes import Theme, themes
from ekvalla.truth import Truth

_WIDTH, _HEIGHT = A4
_LEFT, _RIGHT, _FLOOR = 70, _WIDTH - 70, 84
_SHARES = {
    "namn": 3.1,
    "namnd": 2.0,
    "farg": 1.2,
    "pil": 0.8,
    "ord": 1.5,
    "status": 1.1,
    "datum": 1.1,
}


def make(document: dict[str, Any], path: Path) -> Truth:
    """Writes the file; drawn twice, since the footer says how many pages there are."""
    first = _Sheet(document, path, 0)
    first.draw()
    final = _Sheet(document, path, first.page)
    final.draw()
    return final.truth


@dataclass
class _Sheet:
    """A pen that moves down the page and turns to a new one when it is full."""

    document: dict[str, Any]
    path: Path
    pages: int

    def __post_init__(self) -> None:
        self.theme: Theme = themes()[self.document["stil"]]
        self.truth = Truth(self.document["fil"])
        self.canvas = Canvas(str(self.path), pagesize=A4, invariant=1, lang="sv-SE")
        self.canvas.setTitle(title_of(self.document))
        self.page = 0
        self.y = 0.0

    def draw(self) -> None:
        self._turn()
        self._head()
        for block in blocks(self.document["id"], self.document["id"]):
            self._block(block)
        self.canvas.showPage()
        self.canvas.save()

    def _turn(self) -> None:
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.y = _HEIGHT - 92
        self._furniture()

    def _furniture(self) -> None:
        canvas, theme = self.canvas, self.theme
        canvas.setFillColor(theme.main)
        canvas.rect(_LEFT, _HEIGHT - 58, 16, 16, stroke=0, fill=1)
        canvas.setFont(theme.bold, 9)
        canvas.drawString(_LEFT + 22, _HEIGHT - 54, "EKVALLA KOMMUN")
        canvas.setFont(theme.font, 8)
        canvas.drawRightString(_RIGHT, _HEIGHT - 54, self.document["titel"])
        canvas.drawString(_LEFT, 40, facts().footer)
        label = theme.page_label.format(page=self.page, pages=self.pages)
        canvas.drawRightString(_RIGHT, 40, label)

    def _head(self) -> None:
        self._text(self.document["titel"], self.theme.bold, 20, 26)
        self._text("Ekvalla kommun (påhittad kommun)", self.theme.bold, 20, 26)
        self._text(self.document["rad"], self.theme.italic, self.theme.size, 15)

    def _block(self, block: Block) -> None:
        theme = self.theme
        if block.kind in ("h1", "h2", "h3"):
            self._heading(block.text, block.kind)
        elif block.kind in ("p", "li", "not"):
            size = 8.5 if block.kind == "not" else theme.size
            self._text(
                ("– " if block.kind == "li" else "") + block.text, theme.font, size, size * 1.4
            )
            self.y -= 4
        elif block.kind == "teckenforklaring":
            self._legend()
        else:
            self._table(self._spec(block), block)

    def _heading(self, text: str, kind: str) -> None:
        size = {"h1": 15, "h2": 12, "h3": 11}[kind]
        if self.y < _FLOOR + 110:
            self._turn()
        self.y -= 12
        self._text(text, self.theme.bold, size, size * 1.35)
        self.y -= 2

    def _text(self, text: str, font: str, size: float, leading: float) -> None:
        self.canvas.setFillColor(self.theme.main if font == self.theme.bold else "#000000")
        for line in simpleSplit(text, font, size, _RIGHT - _LEFT):
            if self.y < _FLOOR:
                self._turn()
            self.canvas.setFillColor(self.theme.main if font == self.theme.bold else "#000000")
            self.canvas.setFont(font, size)
            self.canvas.drawString(_LEFT, self.y, line)
            self.y -= leading

    def _legend(self) -> None:
        for colour, meaning in facts().data["bedomningar"].items():
            draw_circle(self.canvas, colour, _LEFT + 6, self.y + 3)
            self.canvas.setFillColor("#000000")
            self.canvas.setFont(self.theme.font, self.theme.size)
            self.canvas.drawString(_LEFT + 20, self.y, f"{colour.capitalize()} = {meaning}")
            self.y -= 17

    def _spec(self, block: Block) -> Spec:
        report = facts().data["rapport"][self.document["id"]]
        if block.kind == "mal":
            goals = facts().goals_of(block.text)
            return goal_table(self.document, goals, self.truth, self.document["id"])
        if block.kind == "uppdrag":
            tasks = [t for t in facts().data["uppdrag"] if t["ar"] == self.document["ar"]]
            return task_table(tasks, report, self.truth)
        return money_table(block.text, self.theme.minus, self.truth)

    def _table(self, spec: Spec, block: Block) -> None:
        title = spec.title or (facts().boards[block.text] if block.kind == "mal" else "")
        if self.y < _FLOOR + 130:
            self._turn()
        if title:
            self.y -= 6
            self._text(title, self.theme.bold, 11.5, 16)
        edges = _edges(spec)
        self._header(spec, edges)
        for row in spec.rows:
            if self.y < _FLOOR + 24:
                self._turn()
                self._header(spec, edges)
            self._row(row, spec, edges)
        self.y -= 14

    def _header(self, spec: Spec, edges: list[float]) -> None:
        self.y -= 4
        cells = [(heading, self.theme.bold) for heading in spec.columns]
        self.y -= self._cells(cells, spec, edges)
        self.canvas.setStrokeColor(self.theme.main)
        self.canvas.setLineWidth(0.8)
        self.canvas.line(_LEFT, self.y + 8, _RIGHT, self.y + 8)
        self.y -= 5

    def _row(self, row: Row, spec: Spec, edges: list[float]) -> None:
        self.truth.seen(row.key, self.page)
        font = self.theme.bold if row.kind == "sum" else self.theme.font
        for role in ("farg", "pil"):
            self._mark(row, role, spec, edges)
        self.y -= self._cells([(cell, font) for cell in row.cells], spec, edges) + 3

    def _cells(self, cells: list[tuple[str, str]], spec: Spec, edges: list[float]) -> float:
        """Draws the cells of a row and tells how high it is."""
        high = 0
        self.canvas.setFillColor("#000000")
        for place, (text, font) in enumerate(cells):
            left, right = edges[place], edges[place + 1] - 8
            self.canvas.setFont(font, 9)
            lines = simpleSplit(text, font, 9, right - left)
            for number, line in enumerate(lines):
                low = self.y - 11 * number
                if spec.roles[place][1:2] == " ":
                    self.canvas.drawRightString(right, low, line)
                else:
                    self.canvas.drawString(left, low, line)
            high = max(high, len(lines))
        return 11 * high + 2

    def _mark(self, row: Row, role: str, spec: Spec, edges: list[float]) -> None:
        place = spec.column(role)
        if place is None:
            return
        middle = (edges[place] + edges[place + 1]) / 2 - 8
        if role == "farg" and row.colour:
            draw_circle(self.canvas, row.colour, middle, self.y + 3)
        elif role == "pil" and row.arrow:
            draw_arrow(self.canvas, row.arrow, middle, self.y + 3)


def _edges(spec: Spec) -> list[float]:
    """Where the columns begin, and where the last one ends."""
    shares = [_SHARES.get(role, 1.5 if role[0] == "t" else 1.15) for role in spec.roles]
    step = (_RIGHT - _LEFT + 8) / sum(shares)
    edges = [float(_LEFT)]
    for share in shares:
        edges.append(edges[-1] + share * step)
    return edges
