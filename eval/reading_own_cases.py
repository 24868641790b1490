"""Makes PDF tables with known truth that differ from the shared ones in all that can differ.

    python -m eval.reading_own_cases FOLDER [--count 36] [--seed 1]

Half is printed by Chromium from HTML, half drawn with reportlab. Then:
python -m eval.reading_cases FOLDER --verbose
"""

from __future__ import annotations

import argparse
import base64
import io
import json
import random
import subprocess
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

_WORDS = tomllib.loads(Path(__file__).with_name("reading_words.toml").read_text("utf-8"))
_ANGLES = {"upp": (90, 45), "ned": (-90, -45), "oförändrad": (0, 0)}
_GLYPHS = (
    {"upp": "↑↗", "ned": "↓↘", "oförändrad": "→→"},
    {"upp": "▲▲", "ned": "▼▼", "oförändrad": "►►"},
    {"upp": "⬆⬈", "ned": "⬇⬊", "oförändrad": "➡➡"},
)


@dataclass(frozen=True)
class Row:
    label: str
    values: tuple[str, ...]
    colour: str
    trend: str
    slant: bool
    comment: str
    unit: str


def rows_of(chance: random.Random, count: int) -> list[Row]:
    return [
        Row(
            chance.choice(_WORDS["labels"]),
            tuple(_value(chance) for _ in range(3)),
            chance.choice(["grön", "gul", "röd", "grå"]),
            chance.choice(["upp", "ned", "oförändrad"]),
            chance.random() < 0.5,
            chance.choice(_WORDS["comments"]),
            chance.choice(_WORDS["units"]),
        )
        for _ in range(count)
    ]


def _value(chance: random.Random) -> str:
    number = chance.randint(1, 99)
    return chance.choice(
        [
            f"{number},{chance.randint(0, 9)}",
            f"{number} %",
            f"{chance.randint(1, 9)} {chance.randint(100, 999)}",
            f"{number}",
            "–",
            f"-{number},{chance.randint(0, 9)}",
            f"{chance.randint(10, 99)} {chance.randint(100, 999)}",
            f"{number}%",
        ]
    )


# --- Chromium -----------------------------------------------------------------------------------


def html_case(chance: random.Random, target: Path) -> None:
    palette = _WORDS["palettes"][chance.choice(list(_WORDS["palettes"]))]
    head = chance.choice(_WORDS["heads"])["names"]
    rows = rows_of(chance, chance.choice([5, 9, 14, 38]))
    mark = chance.choice(
        ["fill", "circle", "svg", "glyph", "emoji", "png", "smiley", "lamps", "square"]
    )
    arrow = chance.choice(["glyph", "glyph", "svg", "png"])
    glyphs = chance.choice(_GLYPHS)
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
    names += "<th>Kommentar</th>" if extra else ""
    page = (
        f"<html><head><meta charset=utf-8><style>{_css(chance)}</style></head><body>"
        f"<h1>{chance.randint(2, 9)} Uppföljning av mål</h1><p>Tabellen visar läget för nämndens mål.</p>"
        f"<table><thead><tr>{names}</tr></thead><tbody>{''.join(body)}</tbody></table>"
        "<p>Nämnden bedömer att arbetet går framåt och att takten behöver öka inom flera områden "
        "under resten av mandatperioden för att målen ska nås i tid.</p></body></html>"
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
    _write_truth(rows, target, {"mark": mark, "arrow": arrow, "maker": "chromium", "hd": head})


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
        f"td,th{{padding:{chance.choice([1, 2, 4, 7])}px {chance.choice([4, 8])}px;vertical-align:{align}}}"
        f"th{{text-align:{chance.choice(['left', 'center'])}}}tr{{break-inside:avoid}}"
        f".c1,.c2,.c3{{text-align:{values}}}.c0{{width:{chance.choice([25, 32, 40])}%}}"
        f".c4,.c5{{text-align:center}}{border} *{{-webkit-print-color-adjust:exact}}"
    )


def _html_mark(row: Row, mark: str, palette: dict[str, str]) -> str:
    colour = palette[row.colour]
    if mark == "circle":
        return f'<span style="display:inline-block;width:11px;height:11px;border-radius:50%;background:{colour}"></span>'
    if mark == "square":
        return f'<span style="display:inline-block;width:12px;height:12px;background:{colour};border:1px solid #555"></span>'
    if mark == "svg":
        return f'<svg width=13 height=13><circle cx=6.5 cy=6.5 r=5.5 fill="{colour}" stroke="#333"/></svg>'
    if mark == "glyph":
        return f'<span style="color:{colour}">●</span>'
    if mark == "emoji":
        return {"grön": "🟢", "gul": "🟡", "röd": "🔴", "grå": "🔵"}[row.colour]
    if mark == "smiley":
        bend = {"grön": 11, "gul": 8.5, "röd": 6, "grå": 8.5}[row.colour]
        return (
            f'<svg width=14 height=14><circle cx=7 cy=7 r=6.5 fill="{colour}" stroke="#222" stroke-width=.6 />'
            f'<circle cx=5 cy=5 r=.9 /><circle cx=9 cy=5 r=.9 /><path d="M4 8.5 Q7 {bend} 10 8.5" fill="none" stroke="#222"/></svg>'
        )
    if mark == "lamps":
        order = ["röd", "gul", "grön"]
        lamps = "".join(
            f'<circle cx=6 cy={5 + 8 * i} r=3.2 fill="{colour if name == row.colour else "#3a3a3a"}"/>'
            for i, name in enumerate(order)
        )
        only = colour if row.colour == "grå" else "#222"
        return f'<svg width=12 height=26><rect width=12 height=26 rx=2 fill="{only}"/>{lamps if row.colour != "grå" else ""}</svg>'
    if mark == "png":
        return f'<img width=13 height=13 src="data:image/png;base64,{_dot(colour)}">'
    return ""


def _html_arrow(row: Row, arrow: str, glyphs: dict[str, str]) -> str:
    if arrow == "glyph":
        return glyphs[row.trend][row.slant]
    angle = _ANGLES[row.trend][row.slant]
    if arrow == "svg":
        return (
            f'<svg width=16 height=16 viewBox="0 0 16 16"><g transform="rotate({-angle} 8 8)">'
            '<path d="M2 8 H13 M9 4 L13 8 L9 12" fill="none" stroke="#1d3557" stroke-width="1.8"/></g></svg>'
        )
    return f'<img width=14 height=14 src="data:image/png;base64,{_arrow_png(angle)}">'


def _dot(colour: str) -> str:
    picture = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((2, 2, 38, 38), fill=colour)
    return _base64(picture)


def _arrow_picture(angle: int) -> Image.Image:
    picture = Image.new("RGBA", (60, 60), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.polygon(
        [(6, 24), (34, 24), (34, 10), (56, 30), (34, 50), (34, 36), (6, 36)], fill="#222222"
    )
    return picture.rotate(angle, resample=Image.Resampling.BICUBIC)


def _arrow_png(angle: int) -> str:
    return _base64(_arrow_picture(angle))


def _base64(picture: Image.Image) -> str:
    target = io.BytesIO()
    picture.save(target, "PNG")
    return base64.b64encode(target.getvalue()).decode()


def _write_truth(rows: list[Row], target: Path, look: dict[str, Any]) -> None:
    data = [
        {"label": r.label, "vals": list(r.values), "color": r.colour, "trend": r.trend}
        for r in rows
    ]
    target.with_suffix(".json").write_text(
        json.dumps({"rows": data, **look}, ensure_ascii=False), "utf-8"
    )


def main() -> None:
    from eval.reading_own_drawn import drawn_case

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=36)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for number in range(arguments.count):
        chance = random.Random(f"{arguments.seed}-{number}")
        make = html_case if number % 2 else drawn_case
        make(chance, arguments.folder.resolve() / f"own{arguments.seed}-{number:02d}.pdf")


if __name__ == "__main__":
    main()
