"""Cases whose colours are explained only by the swatches of a key, in shades of all kinds."""

from __future__ import annotations

import random
from dataclasses import dataclass

from eval.reading_mark_designs import Drawing
from eval.reading_mark_making import Case, MarkRow


@dataclass(frozen=True)
class Key:
    """`entries` are colour as drawn, what it means, and what a person calls the colour."""

    name: str
    entries: tuple[tuple[str, str, str], ...]
    layout: str = "line"
    form: str = "disc"
    above: bool = True
    breakdown: str = "totalt"
    heading: str = "Bedömning"


KEYS = (
    Key(
        "pastel",
        (
            ("#c6e0b4", "Målet uppnås", "grön"),
            ("#ffe699", "Uppnås delvis", "gul"),
            ("#f8cbad", "Uppnås inte", "orange"),
        ),
    ),
    Key(
        "greens",
        (
            ("#375623", "Uppfyllt", "grön"),
            ("#a9d08e", "På god väg", "grön"),
            ("#ffd966", "Risk för att inte nå ända fram", "gul"),
        ),
        "list",
        "square",
    ),
    Key(
        "odd",
        (
            ("#5bb5a2", "Når hela vägen", "grön"),
            ("#c9a0dc", "Svårt att bedöma", "lila"),
            ("#d9534f", "Når inte fram", "röd"),
        ),
        "table",
        "square",
        False,
    ),
    Key(
        "change",
        (
            ("#63be7b", "Förbättrat jämfört med föregående år", "grön"),
            ("#ffeb84", "Oförändrat", "gul"),
            ("#f8696b", "Försämrat jämfört med föregående år", "röd"),
        ),
        "list",
        "disc",
        True,
        "förändring",
        "Färg",
    ),
    Key(
        "rank",
        (
            ("#00b050", "Bland de 25 procent bästa kommunerna", "grön"),
            ("#ffc000", "Bland de 50 procent i mitten", "gul"),
            ("#ff0000", "Bland de 25 procent sämsta kommunerna", "röd"),
        ),
        "line",
        "square",
        False,
        "jämförelse",
        "Symbol",
    ),
    Key(
        "progress",
        (
            ("#70ad47", "Avslutad", "grön"),
            ("#5b9bd5", "Pågår", "blå"),
            ("#a6a6a6", "Ej påbörjad", "grå"),
        ),
        "line",
        "disc",
        True,
        "genomförande",
        "Status",
    ),
)


def key_case(key: Key, labels: tuple[str, ...]) -> Case:
    chance = random.Random(key.name)
    order = [*key.entries, *(chance.choice(key.entries) for _ in labels)][: len(labels)]
    rows = [
        MarkRow(label, _swatch(key.form, rgb), colour, None, text, key.breakdown)
        for label, (rgb, text, colour) in zip(labels, order, strict=True)
    ]
    swatches = tuple((_swatch(key.form, rgb), text) for rgb, text, _ in key.entries)
    head = ("Nämndmål", key.heading)
    return Case(f"key-{key.name}", head, tuple(rows), swatches, key.layout, key.above)


def _swatch(form: str, rgb: str) -> Drawing:
    drawing = Drawing(11, 11)
    if form == "disc":
        drawing.disc(5.5, 5.5, 5.2, rgb)
    else:
        drawing.rect(0.5, 0.5, 10, 10, rgb)
    return drawing
