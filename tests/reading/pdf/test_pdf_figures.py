"""Ticks, crosses and smileys told by their form, and whether their colour counts."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from plansvar.domain import Colour, Mark, MarkSource
from plansvar.reading.pdf.figures import figure_in
from plansvar.reading.pdf.inks import without_inks

WHITE = (255, 255, 255)


def drawn(kind: str, ink: str = "#222222", fill: str | None = None) -> np.ndarray:  # type: ignore[type-arg]
    """A figure of 60 by 60 pixels, drawn four times as large and made smaller."""
    picture = Image.new("RGB", (240, 240), "white")
    draw = ImageDraw.Draw(picture)
    if fill or kind in ("glad", "neutral", "ledsen"):
        draw.ellipse((12, 12, 228, 228), fill=fill, outline=ink if not fill else None, width=10)
    if kind in ("glad", "neutral", "ledsen"):
        for x in (72, 148):
            draw.ellipse((x, 74, x + 22, 98), fill=ink)
        bends = {"glad": ((62, 60, 178, 176), 25, 155), "ledsen": ((66, 140, 174, 240), 205, 335)}
        if kind in bends:
            draw.arc(*bends[kind], fill=ink, width=13)
        else:
            draw.line((74, 160, 166, 160), fill=ink, width=13)
    lines = {
        "bock": [[(60, 128), (100, 170), (184, 70)]],
        "kryss": [[(66, 66), (174, 174)], [(174, 66), (66, 174)]],
        "plus": [[(120, 40), (120, 200)], [(40, 120), (200, 120)]],
        "pil": [[(30, 120), (200, 120)], [(150, 70), (200, 120), (150, 170)]],
        "v": [[(40, 60), (120, 180), (200, 60)]],
    }
    for line in lines.get(kind, []):
        draw.line(line, fill=ink, width=22, joint="curve")
    return np.asarray(picture.resize((60, 60), Image.Resampling.LANCZOS))


@pytest.mark.parametrize("kind", ["bock", "kryss", "glad", "neutral", "ledsen"])
@pytest.mark.parametrize(("ink", "fill"), [("#222222", None), ("#ffffff", "#2e7d32")])
def test_figures_are_known_by_their_form(kind: str, ink: str, fill: str | None) -> None:
    assert figure_in(drawn(kind, ink, fill), WHITE) == kind


@pytest.mark.parametrize("kind", ["plus", "pil", "v", "nothing"])
def test_other_forms_are_no_figures(kind: str) -> None:
    assert figure_in(drawn(kind), WHITE) is None


def test_a_disc_is_a_full_ball() -> None:
    assert figure_in(drawn("disc", fill="#2e7d32"), WHITE) == "fylld cirkel"


def seen(raw: str, colour: Colour | None) -> list[Mark]:
    return [Mark(MarkSource.PICTURE, colour, raw=raw)]


YELLOW, GREEN, RED, BLUE = Colour.YELLOW, Colour.GREEN, Colour.RED, Colour.BLUE


@pytest.mark.parametrize(
    ("column", "colours"),
    [
        ([seen("glad", YELLOW), seen("ledsen", YELLOW)], [None, None]),
        ([seen("glad", GREEN), seen("glad", RED)], [GREEN, RED]),
        ([seen("bock", BLUE), seen("bock", BLUE)], [None, None]),
        ([seen("bock", GREEN), seen("kryss", RED)], [GREEN, RED]),
        ([seen("cirkel", BLUE), seen("cirkel", GREEN)], [BLUE, GREEN]),
    ],
    ids=["one ink, two moods", "colours judge", "ink of ticks", "both tell", "no figures"],
)
def test_ink_that_says_nothing_is_left_out(
    column: list[list[Mark]], colours: list[Colour | None]
) -> None:
    assert [marks[0].colour for marks in without_inks(column)] == colours


def test_faces_that_all_are_yellow_and_smile_are_left_open() -> None:
    marks = without_inks([seen("glad", YELLOW), seen("glad", YELLOW)])
    assert [(m.colour, bool(m.disagreement)) for cell in marks for m in cell] == [(None, True)] * 2
