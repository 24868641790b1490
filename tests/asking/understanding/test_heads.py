"""Compounds that people make up are read as the two words that they are made of."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary

from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.heads import with_heads_apart
from plansvar.asking.understanding.tokens import tokenise


@pytest.mark.parametrize(
    ("word", "apart"),
    [
        ("augustiprognosen", "augusti prognosen"),
        ("totalbudget", "budget"),
        ("sjukfrånvarosiffran", "sjukfrånvaro siffran"),
        ("bredbandspengarna", "bredband pengarna"),
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
