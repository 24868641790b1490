"""Text styles of laid-out pages."""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle

from ekvalla.themes import Theme


def text_styles(theme: Theme) -> dict[str, ParagraphStyle]:
    """Styles by name, in the colours and fonts of a theme."""
    size = theme.size
    base = ParagraphStyle(
        "p", fontName=theme.font, fontSize=size, leading=size * 1.45, spaceAfter=size * 0.7
    )
    cell = ParagraphStyle("cell", base, fontSize=theme.cell, leading=theme.cell + 2, spaceAfter=0)
    return {
        "p": base,
        "h1": ParagraphStyle(
            "h1",
            base,
            fontName=theme.bold,
            fontSize=20,
            leading=25,
            textColor=theme.main,
            spaceBefore=14,
            spaceAfter=10,
            keepWithNext=1,
        ),
        "h2": ParagraphStyle(
            "h2",
            base,
            fontName=theme.bold,
            fontSize=13.5,
            leading=17,
            textColor=theme.main,
            spaceBefore=10,
            spaceAfter=5,
            keepWithNext=1,
        ),
        "h3": ParagraphStyle("h3", base, fontName=theme.bold, keepWithNext=1),
        "li": ParagraphStyle("li", base, leftIndent=14, bulletIndent=3, spaceAfter=3),
        "not": ParagraphStyle("not", base, fontSize=8, leading=11),
        "caption": ParagraphStyle("caption", base, fontName=theme.italic, fontSize=8, leading=11),
        "tabletitle": ParagraphStyle(
            "tt",
            base,
            fontName=theme.bold,
            fontSize=9.5,
            spaceBefore=6,
            spaceAfter=4,
            keepWithNext=1,
        ),
        "contents": ParagraphStyle(
            "contents", base, fontName=theme.bold, fontSize=20, leading=30, textColor=theme.main
        ),
        "toc0": ParagraphStyle("toc0", base, spaceAfter=1, spaceBefore=3, fontName=theme.bold),
        "toc1": ParagraphStyle("toc1", base, leftIndent=14, spaceAfter=0, fontSize=size - 0.5),
        "cell": cell,
        "head": ParagraphStyle(
            "head",
            cell,
            fontName=theme.bold,
            textColor=HexColor("#ffffff") if theme.grid != "bare" else theme.main,
        ),
        "sum": ParagraphStyle("sum", cell, fontName=theme.bold),
        "mark": ParagraphStyle("mark", cell, alignment=1, leading=13),
    }
