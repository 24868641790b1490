"""Two things side by side: which is more, how far apart, and what makes them unlike."""

from __future__ import annotations

import re

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

REPORT = """# Årsredovisning 2041

Vikstad kommun

## Nyckeltal

| Nyckeltal | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Sjukfrånvaro (%) | 6,1 | 5,8 | 5,5 |
| Nöjda med kollektivtrafiken (%) | 61 | 64 | 65 |
| Väntetid till bygglov (dagar) | 31 | 28 | 30 |
| Nöjda med maten i skolan och förskolan (%) | 70 | 64 | 72 |

## Investeringar

| Projekt | Budget 2041, tkr | Utfall 2041, tkr |
|---|---|---|
| Ny simhall | 41 000 | 43 500 |
| Gator och broar | 18 000 | 17 200 |
"""
SICK, BUS = "Sjukfrånvaro", "kollektivtrafiken"


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("pairs"), {"arsredovisning.md": REPORT})


def ask(library: MemoryLibrary, *questions: str) -> Answer:
    conversation = Conversation()
    for question in questions:
        found, conversation = answer(Question(question), conversation, library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("jämför sjukfrånvaron med nöjda med kollektivtrafiken", rf"{BUS}.* högre än .*{SICK}"),
        ("är sjukfrånvaron högre än nöjda med kollektivtrafiken?", rf"^Nej\. .*{SICK}.* lägre än"),
        ("är sjukfrånvaron lägre än nöjda med kollektivtrafiken?", rf"^Ja\. .*{SICK}.* lägre än"),
        ("vilket är högst, sjukfrånvaron eller nöjda med kollektivtrafiken?", rf"^”[^”]*{BUS}"),
        ("vilket är lägst, sjukfrånvaron eller nöjda med kollektivtrafiken?", rf"^”{SICK}"),
        ("skillnaden mellan sjukfrånvaron och nöjda med kollektivtrafiken", r"58,2 procentenheter"),
        ("hur är sjukfrånvaron jämfört med nöjda med kollektivtrafiken?", r"58,2 procentenheter"),
        ("compare sjukfrånvaro with nöjda med kollektivtrafiken", r"58,2 percentage points"),
        (
            "jämför nöjda med maten i skolan och förskolan med nöjda med kollektivtrafiken",
            r"är lika",
        ),
    ],
)
def test_both_are_told_and_which_is_more(question: str, first: str, vikstad: MemoryLibrary) -> None:
    told = ask(vikstad, question).text
    assert re.search(first, told), told
    assert "64" in told


@pytest.mark.parametrize(
    "follow_up",
    [
        "jämför med nöjda med kollektivtrafiken",
        "vilket är högst, det eller nöjda med kollektivtrafiken?",
        "och skillnaden mot nöjda med kollektivtrafiken?",
        "är nöjda med kollektivtrafiken högre?",
    ],
)
def test_beside_what_was_spoken_of(follow_up: str, vikstad: MemoryLibrary) -> None:
    told = ask(vikstad, "hur hög är sjukfrånvaron?", follow_up).text
    assert "5,8" in told
    assert "64" in told
    assert "58,2" in told


def test_no_difference_over_different_units(vikstad: MemoryLibrary) -> None:
    told = ask(vikstad, "vilket är högst, sjukfrånvaron eller väntetiden till bygglov?").text
    assert "olika enheter" in told
    assert "Skillnaden" not in told
    assert "5,8" in told
    assert "28" in told


@pytest.mark.parametrize(
    "question",
    [
        "är sjukfrånvaron högre än målet?",
        "jämför sjukfrånvaron med förra året",
        "är sjukfrånvaron 2041 lägre än 2040?",
    ],
)
def test_target_and_year_are_no_second_thing(question: str, vikstad: MemoryLibrary) -> None:
    told = ask(vikstad, question).text
    assert "5,8" in told or "5,5" in told
    assert "64" not in told


def test_what_the_documents_lack_is_not_compared(vikstad: MemoryLibrary) -> None:
    told = ask(vikstad, "jämför sjukfrånvaron med antalet tågresor till Rom")
    assert told.abstained
