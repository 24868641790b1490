"""Rows of made-up tables, the words and colours that they are made of, and their truth on file."""

from __future__ import annotations

import io
import json
import random
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

WORDS = tomllib.loads(Path(__file__).with_name("reading_words.toml").read_text("utf-8"))
ANGLES = {"upp": (90, 45), "ned": (-90, -45), "oförändrad": (0, 0)}
GLYPHS = (
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
            chance.choice(WORDS["labels"]),
            tuple(_value(chance) for _ in range(3)),
            chance.choice(["grön", "gul", "röd", "grå"]),
            chance.choice(["upp", "ned", "oförändrad"]),
            chance.random() < 0.5,
            chance.choice(WORDS["comments"]),
            chance.choice(WORDS["units"]),
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


def palette_of(chance: random.Random) -> dict[str, str]:
    palette: dict[str, str] = WORDS["palettes"][chance.choice(list(WORDS["palettes"]))]
    return palette


def names_of(chance: random.Random) -> list[str]:
    names: list[str] = chance.choice(WORDS["heads"])["names"]
    return names


def arrow_picture(angle: int) -> bytes:
    """A PNG of an arrow turned by `angle` degrees from pointing right."""
    picture = Image.new("RGBA", (60, 60), (0, 0, 0, 0))
    outline = [(6, 24), (34, 24), (34, 10), (56, 30), (34, 50), (34, 36), (6, 36)]
    ImageDraw.Draw(picture).polygon(outline, fill="#222222")
    return _png(picture.rotate(angle, resample=Image.Resampling.BICUBIC))


def dot_picture(colour: str) -> bytes:
    picture = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((2, 2, 38, 38), fill=colour)
    return _png(picture)


def _png(picture: Image.Image) -> bytes:
    target = io.BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def write_truth(rows: list[Row], target: Path, look: dict[str, Any]) -> None:
    data = [
        {"label": r.label, "vals": list(r.values), "color": r.colour, "trend": r.trend}
        for r in rows
    ]
    truth = json.dumps({"rows": data, **look}, ensure_ascii=False)
    target.with_suffix(".json").write_text(truth, "utf-8")
