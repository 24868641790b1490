"""Cases printed by Chromium from HTML, in many styles."""

from __future__ import annotations

import base64
import random
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from eval.reading_own_rows import (
    ANGLES,
    GLYPHS,
    WORDS,
    Row,
    arrow_picture,
    dot_picture,
    names_of,
    palette_of,
    rows_of,
    write_truth,
)


def html_case(chance: random.Random, target: Path) -> None:
    palette = palette_of(chance)
    head = names_of(chance)
    rows = rows_of(chance, chance.choice([5, 9, 14, 38]))
    mark = chance.choice(
        ["fill", "circle", "svg", "glyph", "emoji", "png", "smiley", "lamps", "square"]
    )
    arrow = chance.choice(["glyph", "glyph", "svg", "png"])
    glyphs = chance.choice(GLYPHS)
    order = [0, 1, 2, 3, 4, 5] if chance.random() < 0.6 else [0, 4, 1, 2, 3, 5]
    extra = chance.random() < 0.35
    body = []
    for row in rows:
        cells = [
            row.label,
            *row.values,
            _html_mark(row, mark, palette),
            _html_arrow(row, arrow, glyphs),
        ]
        fill = f' style="background:{palette[row.colour]}"' if mark == "fill" else ""
        line = "".join(f'<td class="c{i}"{fill if i == 4 else ""}>{cells[i]}</td>' for i in order)
        body.append(f"<tr>{line}{f'<td>{row.comment}</td>' if extra else ''}</tr>")
    names = "".join(f'<th class="c{i}">{head[i]}</th>' for i in order)
    names += f"<th>{WORDS['comment']}</th>" if extra else ""
    page = (
        f"<html><head><meta charset=utf-8><style>{_css(chance)}</style></head><body>"
        f"<h1>{chance.randint(2, 9)} {WORDS['heading']}</h1><p>{WORDS['before']}</p>"
        f"<table><thead><tr>{names}</tr></thead><tbody>{''.join(body)}</tbody></table>"
        f"{_below(chance)}<p>{WORDS['after']}</p></body></html>"
    )
    source = target.with_suffix(".html")
    source.write_text(page, "utf-8")
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--print-to-pdf={target}", str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    source.unlink()
    if mark == "emoji":
        rows = [replace(r, colour="blå" if r.colour == "grå" else r.colour) for r in rows]
    write_truth(rows, target, {"mark": mark, "arrow": arrow, "maker": "chromium", "hd": head})


def _below(chance: random.Random) -> str:
    """What stands right below the table: nothing, a numbered line that names it, or the title of a
    statement with years of its own."""
    caption = f'<p style="font:italic 8pt sans-serif;margin:2px 0">{WORDS["caption"]}</p>'
    heads, *lines = WORDS["statement"]
    rows = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in line)}</tr>" for line in lines)
    names = "".join(f"<th>{name}</th>" for name in heads)
    statement = f"<h2>{WORDS['statement_title']}</h2><table><tr>{names}</tr>{rows}</table>"
    return chance.choice(["", caption, statement])


def _css(chance: random.Random) -> str:
    font = chance.choice(
        ["DejaVu Sans", "Liberation Sans", "Liberation Serif", "Liberation Sans Narrow"]
    )
    align = chance.choice(["top", "middle", "bottom"])
    border = chance.choice(
        [
            "td,th{border:1px solid #444}",
            "td{border-bottom:1px solid #ccc}",
            "tr:nth-child(even) td{background:#f0f4fa}",
            "tr:nth-child(odd) td{background:#eee9dd}th{background:#333;color:#fff}",
            "",
            "table{border:2px solid #000}th{border-bottom:2px solid #000}",
            "td+td,th+th{border-left:1px solid #999}",
            "td{border-bottom:1px dotted #888}th{background:#dbe5f1}",
        ]
    )
    values = chance.choice(["right", "left", "center"])
    return (
        f"body{{font:{chance.choice([8, 9, 10, 11])}pt '{font}'}}"
        f"table{{border-collapse:collapse;width:{chance.choice([80, 90, 100])}%}}"
        f"td,th{{padding:{chance.choice([1, 2, 4, 7])}px {chance.choice([4, 8])}px;"
        f"vertical-align:{align}}}"
        f"th{{text-align:{chance.choice(['left', 'center'])}}}tr{{break-inside:avoid}}"
        f".c1,.c2,.c3{{text-align:{values}}}.c0{{width:{chance.choice([25, 32, 40])}%}}"
        f".c4,.c5{{text-align:center}}{border} *{{-webkit-print-color-adjust:exact}}"
    )


def _html_mark(row: Row, mark: str, palette: dict[str, str]) -> str:
    make = _MARKS.get(mark)
    return make(palette[row.colour], row) if make else ""


def _circle(colour: str, row: Row) -> str:
    look = f"{_BLOCK}width:11px;height:11px;border-radius:50%;background:{colour}"
    return f'<span style="{look}"></span>'


def _square(colour: str, row: Row) -> str:
    look = f"{_BLOCK}width:12px;height:12px;background:{colour};border:1px solid #555"
    return f'<span style="{look}"></span>'


def _svg(colour: str, row: Row) -> str:
    dot = f'<circle cx=6.5 cy=6.5 r=5.5 fill="{colour}" stroke="#333"/>'
    return f"<svg width=13 height=13>{dot}</svg>"


def _smiley(colour: str, row: Row) -> str:
    bend = {"grön": 11, "gul": 8.5, "röd": 6, "grå": 8.5}[row.colour]
    face = f'<circle cx=7 cy=7 r=6.5 fill="{colour}" stroke="#222" stroke-width=.6 />'
    eyes = "<circle cx=5 cy=5 r=.9 /><circle cx=9 cy=5 r=.9 />"
    mouth = f'<path d="M4 8.5 Q7 {bend} 10 8.5" fill="none" stroke="#222"/>'
    return f"<svg width=14 height=14>{face}{eyes}{mouth}</svg>"


def _lamps(colour: str, row: Row) -> str:
    names = ["röd", "gul", "grön"] if row.colour != "grå" else []
    lamps = "".join(
        f'<circle cx=6 cy={5 + 8 * i} r=3.2 fill="{colour if name == row.colour else "#3a3a3a"}"/>'
        for i, name in enumerate(names)
    )
    box = f'<rect width=12 height=26 rx=2 fill="{"#222" if names else colour}"/>'
    return f"<svg width=12 height=26>{box}{lamps}</svg>"


def _png(colour: str, row: Row) -> str:
    return f'<img width=13 height=13 src="{_embedded(dot_picture(colour))}">'


def _emoji(colour: str, row: Row) -> str:
    return {"grön": "🟢", "gul": "🟡", "röd": "🔴", "grå": "🔵"}[row.colour]


def _glyph(colour: str, row: Row) -> str:
    return f'<span style="color:{colour}">●</span>'


def _embedded(picture: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"


_BLOCK = "display:inline-block;"
_MARKS: dict[str, Callable[[str, Row], str]] = {
    "circle": _circle, "square": _square, "svg": _svg, "smiley": _smiley, "lamps": _lamps,
    "png": _png, "emoji": _emoji, "glyph": _glyph,
}  # fmt: skip


def _html_arrow(row: Row, arrow: str, glyphs: dict[str, str]) -> str:
    if arrow == "glyph":
        return glyphs[row.trend][row.slant]
    angle = ANGLES[row.trend][row.slant]
    if arrow == "svg":
        return (
            f'<svg width=16 height=16 viewBox="0 0 16 16"><g transform="rotate({-angle} 8 8)">'
            '<path d="M2 8 H13 M9 4 L13 8 L9 12" fill="none" stroke="#1d3557" '
            'stroke-width="1.8"/></g></svg>'
        )
    return f'<img width=14 height=14 src="{_embedded(arrow_picture(angle))}">'
