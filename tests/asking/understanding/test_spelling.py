"""Misspelt words are mended towards the grammar and the documents; names and other words stay."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary

from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.spelling import mended, sound


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("vad är budjeten", "vad är budgeten"),
        ("vilken avikelse blev det", "vilken avvikelse blev det"),
        ("vilka mål uppnåde vi", "vilka mål uppnådde vi"),
        ("vilka upprdag är klara", "vilka uppdrag är klara"),
        ("vad är prognåsen", "vad är prognosen"),
        ("hur stor är sjukfrånnvaron", "hur stor är sjukfrånvaron"),
    ],
)
def test_misspelt_words_are_mended(question: str, meant: str, library: MemoryLibrary) -> None:
    assert mended(question, "sv", catalogue_of(library)) == meant


@pytest.mark.parametrize(
    "question",
    [
        "har kommunen en simskola",
        "finns det en ishall",
        "vem är Brodband",
        "vad gör Solna",
        "vad är HMX",
        "hur många ridhus finns det",
        "hur är maten i skolan",
        "vilka krav ställs",
        "skriv en dikt",
        "hur många lampor är uppsatta",
    ],
)
def test_other_words_stay_as_they_are(question: str, library: MemoryLibrary) -> None:
    assert mended(question, "sv", catalogue_of(library)) == question


@pytest.mark.parametrize(
    ("one", "other"),
    [("socialchef", "sosialchef"), ("prognås", "prognos"), ("komun", "kommun")],
)
def test_words_that_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_a_word_written_as_two_is_one_where_the_documents_have_it(library: MemoryLibrary) -> None:
    catalogue = catalogue_of(library)
    assert mended("hur är sjuk frånvaron", "sv", catalogue) == "hur är sjukfrånvaron"
    assert mended("pengar till drift", "sv", catalogue) == "pengar till drift"
