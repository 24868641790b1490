"""Passages tell all that a question asks: each of so many things, a verb with its particle, the
year, and the pieces of words with a hyphen."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.asking.passages.signs import sign_tells
from plansvar.domain import Question
from plansvar.language.folding import stem, told_stems

PLAN = """# Verksamhetsplan 2041–2043 Granviks kommun

Granviks kommun

## Hamnen

Fyrvaktaren Storvik blir kvar på ön. En ny brygga byggs. Tre yrken ska ses över under året.

De fyra bryggorna är Norra bryggan, Södra bryggan, Västra bryggan och Gästbryggan.

## Avgifter

Båtplatsen blir 4 procent dyrare från den 1 januari 2041.

## Uppföljning

Fiskenämnden följer upp planen i april och augusti. Bron var stängd i sju veckor efter isgången.

Gångvägen längs Ängsstigen har inte kommit i gång, eftersom markägarna har överklagat planen.

## Fiskenämndens mål

Värden inom parentes är resultat för 2040. Nämnden vill att fler fiskar.

Inflödet av fiskekort ökade från 312 till 388 under 2040.

- Andel som är nöjda med fisket. Mål 2041: minst 82 % (81 %)
- Andel som tycker att fisken smakar bra. Mål 2041: minst 75 % (71 %)

## Kajbygget

Kostnaden för Östra kajen har räknats upp efter förnyad projektering. Bygget är klart i maj 2043.

## Fyrskolan

Fyrskolan avvecklas i juni 2042 när barnen blivit för få.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("granvik"), {"verksamhetsplan-2041.md": PLAN})


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Vilka är de fyra bryggorna?", "Gästbryggan"),
        ("när läggs fyrskolan ner", "juni 2042"),
        ("hur ofta följer fiskenämnden upp planen?", "april och augusti"),
        ("hur länge var bron stängd efter isgången", "sju veckor"),
        ("varför har gångvägen längs ängsstigen inte börjat byggas", "överklagat"),
        ("hur många fiskekort kom in 2040", "388"),
        ("när är östra kajen klar?", "maj 2043"),
        ("varför räknas kostnaden för östra kajen upp", "förnyad projektering"),
    ],
)
def test_what_the_text_tells_is_quoted(library: MemoryLibrary, asked: str, told: str) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert told in given.text


@pytest.mark.parametrize(
    "asked",
    [
        "Vilka är de tre yrkena som ska ses över?",
        "när läggs hamnen ner",
        "hur mycket dyrare blir båtplatsen 2043?",
    ],
)
def test_what_the_text_does_not_tell_is_declined(library: MemoryLibrary, asked: str) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert given.abstained


def test_a_word_with_a_hyphen_is_told_by_its_pieces() -> None:
    assert {stem("röster"), stem("ja-röster")} <= set(told_stems("Med 7 ja-röster."))


def test_cheap_things_are_no_cars() -> None:
    assert stem("billigare") != stem("bilar")
    assert stem("billigare") == stem("billigt")


@pytest.mark.parametrize(
    ("word", "text", "told"),
    [
        ("överskottet", "Fiske och bad (+2,5 mnkr).", True),
        ("överskottet", "Fiske och bad (–2,5 mnkr).", False),
        ("underskott", "Fiske och bad (–2,5 mnkr).", True),
        ("underskott", "Fiske och bad 2,5 mnkr.", False),
    ],
)
def test_a_sign_tells_over_and_short(word: str, text: str, told: bool) -> None:
    assert sign_tells(word, text) is told
