"""Compounds that people make up are read as the two words that they are made of."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from worlds import Row, report

from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.heads import with_heads_apart
from plansvar.asking.understanding.tokens import tokenise


@pytest.mark.parametrize(
    ("word", "apart"),
    [
        ("augustiprognosen", "augusti prognosen"),
        ("totalavvikelse", "avvikelse"),
        ("sjukfrånvarosiffran", "sjukfrånvaro siffran"),
        ("bredbandspengarna", "bredband pengarna"),
        ("bredbandsfrågan", "bredband frågan"),
        ("bredbandsläget", "bredband läget"),
    ],
)
def test_a_compound_of_a_known_head_is_read_as_two_words(
    word: str, apart: str, library: MemoryLibrary
) -> None:
    assert with_heads_apart(tokenise(word)[0], catalogue_of(library)) == apart


@pytest.mark.parametrize("word", ["resultatmålet", "väderprognosen", "budgeten", "simskola"])
def test_other_words_stay_whole(word: str, library: MemoryLibrary) -> None:
    assert with_heads_apart(tokenise(word)[0], catalogue_of(library)) is None


def test_those_who_live_in_a_place_are_its_residents(library: MemoryLibrary) -> None:
    catalogue = catalogue_of(library)
    assert with_heads_apart(tokenise("norrvallabor")[0], catalogue) == "invånare i norrvalla"
    assert with_heads_apart(tokenise("norrvallaskolan")[0], catalogue) is None


def test_a_unit_may_go_by_its_first_and_last_word() -> None:
    row = Row("Soliditet, %", ("40", "41", "42"))
    made = report(row, organisation="Räddningstjänstförbundet")
    library = MemoryLibrary([made])
    catalogue = catalogue_of(library)
    token = tokenise("räddningsförbundets")[0]
    assert with_heads_apart(token, catalogue) == "räddningstjänstförbundet"
    assert with_heads_apart(tokenise("räddningsbåtarna")[0], catalogue) is None
