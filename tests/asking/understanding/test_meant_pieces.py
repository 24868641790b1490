"""Compounds of people's words stand for what names have for both of their words."""

from __future__ import annotations

import pytest
from worlds import Row, world

from plansvar.asking.query import Scope
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.fitting import NARROWER, fits_of
from plansvar.asking.understanding.meant_pieces import meant_pieces
from plansvar.asking.understanding.reading import contents, read

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


def test_a_word_for_something_else_is_not_guessed_by_what_it_begins_with() -> None:
    library = world(Row("Påbörjade bostäder, antal", ("34", "61", "60")))
    catalogue = catalogue_of(library)
    reading = read("hur många bostadslösa finns det?", 0, catalogue, Scope())
    (said,) = [c for c in contents(reading, frozenset(), catalogue) if not c.support]
    assert max(fits_of(said, catalogue).values(), default=0.0) <= NARROWER
