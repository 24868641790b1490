"""How each document looks: colours, fonts, how tables and marks are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import reportlab
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

MARKS = {
    "grön": HexColor("#4a9b3f"),
    "gul": HexColor("#f2c500"),
    "röd": HexColor("#c9281f"),
    "grå": HexColor("#b5b5b5"),
}


@dataclass(frozen=True, slots=True)
class Theme:
    """`marks` is cell, circle or glyph; `grid` is lines, bands or bare."""

    main: Color
    soft: Color
    font: str
    bold: str
    italic: str
    size: float = 10.0
    cell: float = 8.0
    marks: str = "cell"
    grid: str = "lines"
    outline: bool = False
    minus: str = "-"
    page_label: str = "{page}"


def themes() -> dict[str, Theme]:
    _fonts()
    vera = ("Vera", "VeraBd", "VeraIt")
    helvetica = ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")
    times = ("Times-Roman", "Times-Bold", "Times-Italic")
    return {
        "bla": Theme(
            HexColor("#1d4e79"),
            HexColor("#dfe9f2"),
            *vera,
            size=9.5,
            cell=7.4,
            grid="bands",
            outline=True,
            page_label="Sida {page} ({pages})",
        ),
        "gron": Theme(
            HexColor("#2f6b4f"),
            HexColor("#e3efe8"),
            *helvetica,
            grid="lines",
            outline=True,
            minus="–",
        ),
        "rost": Theme(
            HexColor("#a4452c"),
            HexColor("#f6e7e1"),
            *vera,
            size=10.6,
            cell=7.4,
            marks="glyph",
            grid="bands",
            outline=True,
            minus="–",
        ),
        "lila": Theme(
            HexColor("#54417d"),
            HexColor("#ebe7f3"),
            *helvetica,
            marks="cell",
            cell=7.3,
            grid="lines",
            minus="− ",
        ),
        "svart": Theme(
            HexColor("#222222"),
            HexColor("#eeeeee"),
            *times,
            size=11,
            grid="bare",
            minus="– ",
            page_label="{page} ({pages})",
        ),
        "hav": Theme(
            HexColor("#00697a"),
            HexColor("#e0f0f2"),
            *helvetica,
            marks="circle",
            grid="bare",
            minus="-",
        ),
    }


def _fonts() -> None:
    """The free Bitstream Vera fonts that reportlab carries."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in ("Vera", "VeraBd", "VeraIt"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
    pdfmetrics.registerFontFamily("Vera", normal="Vera", bold="VeraBd", italic="VeraIt")
