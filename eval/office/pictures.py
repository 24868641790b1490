"""Small pictures as reports have them: dots, smileys, traffic lights, arrows, bars."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from eval.office.truth import STRONG


def disc(colour: str, form: str) -> bytes:
    image = Image.new("RGB", (48, 48), "white")
    ImageDraw.Draw(image).ellipse((4, 4, 43, 43), fill=f"#{colour}")
    return saved(image, form)


def smiley(colour: str) -> bytes:
    image = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((2, 2, 61, 61), fill=f"#{colour}", outline="black", width=2)
    for x in (20, 40):
        draw.ellipse((x, 20, x + 6, 28), fill="black")
    draw.arc((16, 20, 48, 50), 20, 160, fill="black", width=4)
    return saved(image, "PNG")


def lights(colour: str) -> bytes:
    image = Image.new("RGB", (24, 64), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((1, 1, 22, 62), fill="#333333")
    for place, (name, lit, out) in enumerate(
        (
            ("röd", "#ff2020", "#501010"),
            ("gul", "#ffd000", "#504510"),
            ("grön", "#20d040", "#105020"),
        )
    ):
        draw.ellipse((4, 3 + 20 * place, 19, 18 + 20 * place), fill=lit if name == colour else out)
    return saved(image, "PNG")


def sprite() -> bytes:
    image = Image.new("RGB", (144, 48), "white")
    draw = ImageDraw.Draw(image)
    for place, colour in enumerate(("grön", "gul", "röd")):
        draw.ellipse((4 + 48 * place, 4, 43 + 48 * place, 43), fill=f"#{STRONG[colour]}")
    return saved(image, "PNG")


def bar(share: float) -> bytes:
    image = Image.new("RGB", (120, 14), "#dddddd")
    ImageDraw.Draw(image).rectangle((0, 0, round(120 * share) - 1, 13), fill="#2f75b5")
    return saved(image, "PNG")


def arrow(trend: str, colour: str) -> bytes:
    image = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    points = [(6, 24), (34, 24), (34, 8), (58, 32), (34, 56), (34, 40), (6, 40)]
    ImageDraw.Draw(image).polygon(points, fill=f"#{colour}")
    return saved(image.rotate({"upp": 90, "ned": -90, "oförändrad": 0}[trend]), "PNG")


def saved(image: Image.Image, form: str) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form)
    return stream.getvalue()
