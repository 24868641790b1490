"""Colours, words, shapes and rules: small tables of input → expected."""

from __future__ import annotations

import pytest

from plansvar.domain import Colour, Trend
from plansvar.reading.html_styles import style_sheet
from plansvar.reading.marks.fonts import signs_of
from plansvar.reading.marks.forms import trend_of_line, trend_of_preset
from plansvar.reading.marks.rgb import from_css, tinted
from plansvar.reading.marks.svg import svg_forms
from plansvar.reading.marks.words import class_says, colour_said, trend_said
from plansvar.reading.marks.xlsx_values import (
    UnclearError,
    compared,
    holds,
    is_banding,
    threshold,
)


@pytest.mark.parametrize(
    ("written", "rgb"),
    [
        ("#f00", (255, 0, 0)),
        ("rgb(0, 128, 0)", (0, 128, 0)),
        ("rgb(0 128 0 / 50%)", (128, 192, 128)),
        ("rgba(255,0,0,.5)", (255, 128, 128)),
        ("hsl(120, 100%, 25%)", (0, 128, 0)),
        ("DarkOrange", (255, 140, 0)),
        ("rgba(0,0,0,0)", None),
        ("transparent", None),
        ("var(--status)", None),
        ("", None),
    ],
)
def test_css_colours(written: str, rgb: tuple[int, int, int] | None) -> None:
    assert from_css(written) == rgb


def test_tints() -> None:
    assert tinted((0, 0, 0), 0.5) == (128, 128, 128)
    assert tinted((255, 0, 0), -0.5) == (128, 0, 0)


@pytest.mark.parametrize(
    ("said", "colour", "trend"),
    [
        ("Grön cirkel", Colour.GREEN, None),
        ("Röd pil nedåt", Colour.RED, Trend.DOWN),
        ("röd eller grön", None, None),
        ("Bild 3", None, None),
        ("Arrow up", None, Trend.UP),
    ],
)
def test_descriptions(said: str, colour: Colour | None, trend: Trend | None) -> None:
    assert (colour_said(said), trend_said(said)) == (colour, trend)


@pytest.mark.parametrize(
    ("name", "colour", "trend"),
    [
        ("icon-green", Colour.GREEN, None),
        ("status--red", Colour.RED, None),
        ("fa-arrow-up", None, Trend.UP),
        ("text-right", None, None),
        ("btn-green", None, None),
        ("table-success", None, None),
    ],
)
def test_classes(name: str, colour: Colour | None, trend: Trend | None) -> None:
    said = class_says(name)
    assert (colour_said(said), trend_said(said)) == (colour, trend)


@pytest.mark.parametrize(
    ("preset", "turn", "flip", "mirror", "trend"),
    [
        ("upArrow", 0, False, False, Trend.UP),
        ("upArrow", 180, False, False, Trend.DOWN),
        ("upArrow", 0, True, False, Trend.DOWN),
        ("rightArrow", -45, False, False, Trend.UP),
        ("rightArrow", 45, False, False, Trend.DOWN),
        ("rightArrow", 315, False, False, Trend.UP),
        ("rightArrow", 0, False, True, None),
        ("leftArrow", 0, False, True, Trend.LEVEL),
        ("leftRightArrow", 0, False, False, Trend.LEVEL),
        ("ellipse", 90, False, False, None),
    ],
)
def test_presets(preset: str, turn: float, flip: bool, mirror: bool, trend: Trend | None) -> None:
    assert trend_of_preset(preset, turn, flip, mirror) is trend


def test_lines_with_a_head() -> None:
    assert trend_of_line(10, -10) is Trend.UP
    assert trend_of_line(10, 1) is Trend.LEVEL
    assert trend_of_line(-10, 0) is None


@pytest.mark.parametrize(
    ("path", "trend"),
    [
        ("M12 2 L20 12 H15 V22 H9 V12 H4 Z", Trend.UP),
        ("M12 22 L20 12 H15 V2 H9 V12 H4 Z", Trend.DOWN),
        ("m2 9h10v-5l10 8-10 8v-5h-10z", Trend.LEVEL),
        ("M2 2 H22 V22 H2 Z", None),
    ],
)
def test_arrows_in_svg(path: str, trend: Trend | None) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><path d="{path}"/></svg>'
    assert {f.trend for f in svg_forms(svg.encode())} - {None} == ({trend} if trend else set())


@pytest.mark.parametrize(
    ("letters", "font", "signs"),
    [
        ("J", "Wingdings", "☺"),
        ("p", "Wingdings 3", "▲"),
        ("a", "Webdings", "✔"),
        ("p", "Arial", "p"),
    ],
)
def test_symbol_fonts(letters: str, font: str, signs: str) -> None:
    assert signs_of(letters, font) == signs


VALUES = {(2, 1): 5.0, (2, 2): 7, (3, 1): "Klar", (3, 2): None}


@pytest.mark.parametrize(
    ("expression", "place", "true"),
    [
        ("A2<B2", (2, 1), True),
        ("$A$2>=6", (2, 1), False),
        ('A2="klar"', (3, 1), True),
        ("A2<>7", (3, 2), False),
        ("A2>50%", (2, 1), True),
    ],
)
def test_expressions(expression: str, place: tuple[int, int], true: bool) -> None:
    assert holds(expression, VALUES, (2, 1), place) is true


@pytest.mark.parametrize("expression", ["AND(A2>1,B2>1)", "A2", "SUM(A1:A9)>3", "A1:A3>2"])
def test_what_is_not_one_comparison_is_unclear(expression: str) -> None:
    with pytest.raises(UnclearError):
        holds(expression, VALUES, (2, 1), (2, 1))


def test_comparisons_of_unlike_kinds() -> None:
    assert not compared(None, "lessThan", 5.0)
    assert not compared("–", "greaterThan", 5.0)
    assert compared("–", "notEqual", 5.0)


def test_stripes_are_known() -> None:
    assert is_banding("MOD(ROW(),2)=0")
    assert not is_banding("MOD(A1,2)=0")


def test_thresholds() -> None:
    numbers = [0.0, 10.0, 40.0]
    kinds = [("num", 3), ("percent", 50), ("percentile", 50), ("min", None), ("max", None)]
    assert [threshold(kind, value, numbers) for kind, value in kinds] == [3, 20, 10, 0, 40]
    with pytest.raises(UnclearError):
        threshold("formula", "$A$1", numbers)


def test_style_sheets_follow_what_a_browser_does() -> None:
    from lxml import html

    css = ".a td.x{color:red} td.x{color:blue} #i > td{color:lime} td:hover{color:black}"
    page = html.fromstring("<table class=a><tr><td class=x>1</td></tr></table>")
    cell = page.find(".//td")
    assert style_sheet([css]).style_of(cell).endswith("color:red;")
