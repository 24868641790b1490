"""Tables and legends on laid-out pages."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from ekvalla.facts import facts
from ekvalla.flowables import Arrow, Label, arrow_glyph, glyph
from ekvalla.specs import Row, Spec
from ekvalla.themes import MARKS, Theme
from ekvalla.truth import Truth

_LINE = HexColor("#9a9a9a")
_WIDTHS = {
    "namn": 3.0,
    "grupp": 0.8,
    "namnd": 2.75,
    "farg": 1.4,
    "pil": 0.9,
    "not": 0.5,
    "datum": 1.0,
    "status": 1.0,
    "ord": 1.3,
}


def table(
    spec: Spec, theme: Theme, styles: dict[str, ParagraphStyle], truth: Truth, width: float
) -> Table:
    """A table whose header is repeated on every page it reaches."""
    shares = [_WIDTHS.get(role, 1.5 if role[0] == "t" else 1.1) for role in spec.roles]
    widths = [width * share / sum(shares) for share in shares]
    head = [Paragraph(heading, styles["head"]) for heading in spec.columns]
    body = [_row(row, spec, theme, styles, truth) for row in spec.rows]
    made = Table([head, *body], colWidths=widths, repeatRows=1)
    made.setStyle(TableStyle(_look(spec, theme)))
    return made


def _row(
    row: Row, spec: Spec, theme: Theme, styles: dict[str, ParagraphStyle], truth: Truth
) -> list[Any]:
    cells: list[Any] = []
    for place, (text, role) in enumerate(zip(row.cells, spec.roles, strict=True)):
        if place == 0:
            style = styles["sum" if row.kind == "sum" else "cell"]
            indent = "&nbsp;&nbsp;&nbsp;" if row.kind == "sub" and text else ""
            key = row.key
            cells.append(Label(indent + text, style, key, truth))
        elif role in ("farg", "pil"):
            cells.append(_mark(row, role, theme, styles))
        else:
            cells.append(Paragraph(text, styles["cell"]) if role in ("namnd", "ord") else text)
    return cells


def _mark(row: Row, role: str, theme: Theme, styles: dict[str, ParagraphStyle]) -> Any:
    if role == "pil" and row.arrow and row.kind == "row":
        if theme.marks == "glyph":
            return Paragraph(arrow_glyph(row.arrow), styles["mark"])
        return Arrow(row.arrow)
    if role == "farg" and row.colour and theme.marks == "glyph":
        return Paragraph(glyph(row.colour), styles["mark"])
    return ""


def _look(spec: Spec, theme: Theme) -> list[tuple[Any, ...]]:
    look: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("FONT", (1, 1), (-1, -1), theme.font, theme.cell),
        ("BACKGROUND", (0, 0), (-1, 0), theme.main),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
    if theme.grid == "lines":
        look.append(("GRID", (0, 0), (-1, -1), 0.5, _LINE))
    else:
        look.append(("LINEBELOW", (0, 1), (-1, -1), 0.4, _LINE))
    for number, row in enumerate(spec.rows, start=1):
        look += _row_look(number, row, spec, theme)
    return look + _aligned(spec)


def _row_look(number: int, row: Row, spec: Spec, theme: Theme) -> list[tuple[Any, ...]]:
    look: list[tuple[Any, ...]] = []
    if theme.grid == "bands" and number % 2 == 0:
        look.append(("BACKGROUND", (0, number), (-1, number), theme.soft))
    if row.kind == "sum":
        look.append(("FONT", (1, number), (-1, number), theme.bold, theme.cell))
    colour = spec.column("farg")
    if row.kind == "sub":
        look.append(("NOSPLIT", (0, number - 1), (-1, number)))
    if colour is not None and row.colour and theme.marks == "cell":
        look.append(("BACKGROUND", (colour, number), (colour, number), MARKS[row.colour]))
    return look


def _aligned(spec: Spec) -> list[tuple[Any, ...]]:
    return [
        ("ALIGN", (place, 0), (place, -1), "RIGHT")
        for place, role in enumerate(spec.roles)
        if role[1:2] == " "
    ]


def legend(theme: Theme, styles: dict[str, ParagraphStyle]) -> Flowable:
    """What the colours and arrows mean, each drawn as in the tables."""
    rows: list[list[Any]] = []
    look: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    for number, (colour, meaning) in enumerate(facts().data["bedomningar"].items()):
        mark = Paragraph(glyph(colour), styles["mark"]) if theme.marks == "glyph" else ""
        rows.append([mark, Paragraph(f"{colour.capitalize()}: {meaning}", styles["cell"])])
        if theme.marks == "cell":
            look.append(("BACKGROUND", (0, number), (0, number), MARKS[colour]))
            look.append(("BOX", (0, number), (0, number), 2, HexColor("#ffffff")))
    made = Table(rows, colWidths=[26, 300], hAlign="LEFT")
    made.setStyle(TableStyle(look))
    return made
