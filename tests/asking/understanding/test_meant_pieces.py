"""Compounds of people's words stand for what names have for both of their words."""

from __future__ import annotations

import pytest
from worlds import Row, world

from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.meant_pieces import meant_pieces

LIBRARY = world(
    Row("Avgift i förskolan, kr", ("900", "880", "900")),
    Row("Kostnad per elev, tkr", ("120", "118", "121")),
)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("dagisavgiften", ("forskol", "avgift")),
        ("barnomsorgsavgift", ("forskol", "avgift")),
    ],
)
def test_the_words_of_a_compound_stand_for_those_of_a_name(
    word: str, pieces: tuple[str, ...]
) -> None:
    assert pieces in meant_pieces(word, catalogue_of(LIBRARY))


@pytest.mark.parametrize("word", ["elefantavgiften", "dagismaten", "avgift", "simhallskostnaden"])
def test_a_compound_whose_words_no_name_has_stands_for_none(word: str) -> None:
    assert meant_pieces(word, catalogue_of(LIBRARY)) == ()
