"""Bars: the filled share, told by pixels and by the column in which a bar stands."""

from __future__ import annotations

import numpy as np
import pytest

from plansvar.reading.pdf.bars import Strip, shares, strip_in

WHITE, GREY, BLUE, PALE, GREEN, RED = (
    (255, 255, 255), (221, 221, 221), (47, 117, 181), (189, 215, 238), (84, 130, 53), (211, 48, 47),
)  # fmt: skip
DARK = (60, 60, 60)
Rgb = tuple[int, int, int]


def a_strip(*parts: tuple[Rgb, int], frame: Rgb | None = None) -> np.ndarray:  # type: ignore[type-arg]
    """A strip of twenty rows on white, made of colours and widths, with a frame around it."""
    row = np.concatenate([np.tile(np.array(rgb, np.uint8), (width, 1)) for rgb, width in parts])
    inside = np.tile(row, (20, 1, 1))
    if frame is not None:
        inside[:2], inside[-2:], inside[:, :2], inside[:, -2:] = (frame,) * 4
    return np.pad(inside, ((4, 4), (4, 4), (0, 0)), constant_values=255)


@pytest.mark.parametrize(
    ("parts", "frame", "share"),
    [
        ([(BLUE, 60), (GREY, 60)], None, 0.5),
        ([(BLUE, 30), (PALE, 90)], None, 0.25),
        ([(GREEN, 90), (WHITE, 30)], DARK, 0.76),
        ([(GREEN, 12), (WHITE, 3)] * 4 + [(GREY, 12), (WHITE, 3)] * 3 + [(GREY, 12)], None, 0.5),
        ([(GREEN, 60), (RED, 60)], None, None),
        ([(GREY, 60), (BLUE, 60)], None, None),
        ([(BLUE, 40), (GREY, 40), (BLUE, 40)], None, None),
        ([(BLUE, 120)], None, None),
    ],
    ids=["track", "two tones", "framed", "cells", "two parts", "from the right", "three", "one"],
)
def test_the_share_of_one_strip(
    parts: list[tuple[Rgb, int]], frame: Rgb | None, share: float | None
) -> None:
    found = strip_in(a_strip(*parts, frame=frame))
    assert (found.share if found else None) == share


def a_seen(front: Rgb, back: Rgb | None, share: float | None, shape: float = 6.0) -> Strip:
    return Strip(front, back, share, False, shape)


def test_a_strip_of_one_colour_is_full_or_empty_as_its_column_shows() -> None:
    half = a_seen(BLUE, GREY, 0.5)
    column = [half, a_seen(BLUE, None, None), a_seen(GREY, None, None)]
    assert shares(column, False) == [0.5, 1.0, 0.0]


def test_a_bar_without_its_whole_is_left_open() -> None:
    lengths = [a_seen(BLUE, None, None, shape) for shape in (2.8, 4.0, 6.0)]
    assert shares(lengths, True) == [None, None, None]
    shorter = [a_seen(BLUE, GREY, 0.5), a_seen(BLUE, None, None, 4.0)]
    assert shares(shorter, True) == [0.5, None]


def test_strips_of_one_colour_in_a_column_of_verdicts_are_no_bars() -> None:
    assert shares([a_seen(GREEN, None, None), a_seen(RED, None, None)], False) == [None, None]
