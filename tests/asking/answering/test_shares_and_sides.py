"""Shares that a text tells as so many of so many, and comparisons of which one side is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

INTERIM = """# Delårsrapport augusti 2031

Storvik kommun

## Bolagen

Storviksbostäder har 1 212 lägenheter och elva av dem stod tomma i augusti.

## Lån

Snitträntan var 2,94 procent.

## Bemanning

Inhyrda sjuksköterskor kostade 1,2 mnkr (1,9) till och med april.

## Uppdrag

| Nr | Uppdrag | Ansvarig | Läge |
|---|---|---|---|
| 1 | Laddplatser vid kommunens samtliga skolor | Fastighetschef | Pågår, 7 av 12 skolor klara |
| 2 | Ny webbplats | Kommunikationschef | Klart |
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("shares")
    return read_reports(folder, {"delar.md": INTERIM})


def asked(library: MemoryLibrary, question: str) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hur stor andel av storviksbostäders lägenheter stod tomma", ["elva", "1 212", "0,9"]),
        ("laddplatser vid skolorna, hur många procent av skolorna är klara?", ["7 av 12", "58,3"]),
    ],
)
def test_a_share_is_told_in_percent_too(
    storvik: MemoryLibrary, question: str, told: list[str]
) -> None:
    found = asked(storvik, question)
    assert not found.abstained
    assert all(each in found.text for each in told), found.text


def test_a_share_of_other_things_is_not_told(storvik: MemoryLibrary) -> None:
    assert "58,3" not in asked(storvik, "hur stor andel av skolorna har en simhall?").text


def test_a_single_value_compares_no_two_years(storvik: MemoryLibrary) -> None:
    assert asked(storvik, "är snitträntan högre 2031 än 2030").abstained


def test_the_change_between_two_given_numbers_is_reckoned(storvik: MemoryLibrary) -> None:
    question = "inhyrda sjuksköterskor kostade 1,2 i stället för 1,9 mnkr, hur många procent mindre"
    assert "−36,8 procent" in asked(storvik, question).text


def test_numbers_that_no_text_prints_are_not_reckoned_on(storvik: MemoryLibrary) -> None:
    question = "inhyrda sjuksköterskor kostade 1,4 i stället för 1,8 mnkr, hur många procent mindre"
    assert "22,2" not in asked(storvik, question).text
