"""What is not in the documents is declined, and what a question takes for granted is corrected."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question
from plansvar.extraction import extract
from plansvar.language.numbers import find_numbers
from plansvar.reading.reading import read
from plansvar.reading.sources import discover

REPORT = """# Årsredovisning 2031

Storvik kommun

## Mål

Av kommunens 5 mål är 2 gröna, 1 gult och 2 röda.

| Mål | Utfall 2030 | Utfall 2031 | Mål 2031 | Bedömning |
|---|---|---|---|---|
| Färdigställda lägenheter (antal) | 60 | 45 | 60 | röd |
| Handläggningstid för bygglov (veckor) | 8 | 6 | högst 7 | grön |
| Besök på badhuset (antal) | 42 500 | 43 160 | minst 52 000 | gul |
| Sjukfrånvaro (%) | 6,1 | 5,8 | högst 6,0 | grön |
| Nöjda besökare på badhuset (%) | 74 | 71 | Öka | röd |
| Klagomål på sophämtningen (antal) | 31 | 40 | Minska | röd |

Sjukfrånvaron har minskat eftersom fler chefer följer upp tidigt.

Lärarna har fått nya lokaler. Kommunstyrelsen leder arbetet i kommunen och ansvarar för
personalen.
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("withheld")
    (folder / "arsredovisning.md").write_text(REPORT, "utf-8")
    return MemoryLibrary([extract(read(file)) for file in discover([folder])])


def asked(question: str, library: MemoryLibrary) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, None)
    return found


@pytest.mark.parametrize(
    "question",
    [
        "vilka mål togs bort?",
        "vilka mål är viktigast?",
        "vilka mål kan inte mätas?",
        "vilka mål är nya?",
        "hur många mål har ändrats?",
        "vilka mål kostar mest?",
    ],
)
def test_a_list_restricted_by_a_word_is_never_of_all_rows(
    question: str, storvik: MemoryLibrary
) -> None:
    found = asked(question, storvik)
    assert found.abstained
    assert not found.rows


@pytest.mark.parametrize(
    "question",
    [
        "lista alla mål",
        "vilka mål finns?",
        "hur många mål har kommunen?",
        "vilka mål följs upp i rapporten?",
        "vilka mål redovisas?",
        "vilka mål jobbar kommunen med?",
    ],
)
def test_a_list_that_nothing_restricts_is_of_all_rows(
    question: str, storvik: MemoryLibrary
) -> None:
    assert len(asked(question, storvik).rows) == 6


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("vilka mål ska öka?", ["Nöjda besökare på badhuset (%)"]),
        ("vilka indikatorer ska minska?", ["Klagomål på sophämtningen (antal)"]),
        ("vilka mål har mål som heter minska?", ["Klagomål på sophämtningen (antal)"]),
    ],
)
def test_targets_that_are_words(question: str, names: list[str], storvik: MemoryLibrary) -> None:
    assert [getattr(row, "name", "") for row in asked(question, storvik).rows] == names


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("varför är sjukfrånvaron 9 procent?", "annat värde", "Ja."),
        ("är sjukfrånvaron 9 procent?", "annat värde", "Ja."),
        ("varför föll besöken på badhuset till 12?", "annat värde", "Ja."),
        ("är sjukfrånvaron 5,8 procent?", "Ja.", "annat värde"),
        ("stämmer det att sjukfrånvaron är 6,1 procent?", "Ja.", "annat värde"),
        ("varför är sjukfrånvaron 5,8 procent?", "eftersom fler chefer", "annat värde"),
        ("varför ökade sjukfrånvaron?", "har inte ökat", "eftersom fler chefer"),
    ],
)
def test_what_is_taken_for_granted_is_held_against_the_rows(
    question: str, told: str, untold: str, storvik: MemoryLibrary
) -> None:
    found = asked(question, storvik)
    assert told in found.text
    assert untold not in found.text
    assert not found.abstained


@pytest.mark.parametrize(
    "question",
    [
        "hur är sjukfrånvaron bland lärarna?",
        "vad tycker de anställda om kommunstyrelsen?",
        "vem röstade nej i kommunstyrelsen?",
        "är göteborg bättre än storvik på sjukfrånvaro?",
        "är badhuset trovärdigt?",
        "bör storvik bygga fler lägenheter?",
        "stämmer 7+8+9?",
        "vad var sjukfrånvaron 2019?",
        "hur många lägenheter har vi om tio år?",
        "stämmer summan i budgeten?",
    ],
)
def test_what_is_not_told_is_declined_without_other_figures(
    question: str, storvik: MemoryLibrary
) -> None:
    found = asked(question, storvik)
    assert found.abstained
    own = {number.value for number in find_numbers(question)} | {2030.0, 2031.0}
    assert {number.value for number in find_numbers(found.text)} <= own


def test_a_no_names_what_is_near(storvik: MemoryLibrary) -> None:
    found = asked("vem ringde om sjukfrånvaron?", storvik)
    assert found.abstained
    assert "ringde" in found.text or "Sjukfrånvaro" in found.text
