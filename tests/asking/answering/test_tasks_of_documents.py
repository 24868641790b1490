"""One undertaking under several names, who does it and when, and what a board was told to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

BUDGET = """# Mål och budget 2031

Storvik kommun

## Uppdrag till nämnderna

| Uppdrag | Ansvarig | Klart senast |
|---|---|---|
| Ta fram riktlinjer för användning av drönare i kommunen | Tekniska nämnden | 30 september 2031 |
| Minska kostnaderna för taxiresor med minst 1,5 mnkr | Fritidsnämnden | 31 december 2031 |
| Starta en fritidsbank i hamnen | Fritidsnämnden | 1 maj 2031 |
"""
REPORT = """# Delårsrapport augusti 2031

Storvik kommun

## Fullmäktiges uppdrag

| Uppdrag | Ansvarig | Status |
|---|---|---|
| Riktlinjer för drönare | TN | Pågår |
| Minska kostnaderna för taxiresor | FN | Försenat |
| Fritidsbank i hamnen | FN | Klart |
| Bygga en skidbacke | FN | Avbrutet. Ingen snö. |
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("tasks_of_documents")
    return read_reports(folder, {"budget.md": BUDGET, "delar.md": REPORT})


def asked(library: MemoryLibrary, question: str) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return found


SAID = [
    ("vem ska ta fram riktlinjer för drönare och när ska de vara klara", "Tekniska.*30 september"),
    ("vad har fritidsnämnden fått i uppdrag?", "taxiresor.*fritidsbank"),
    ("vad har fritidsnämnden fått i uppdrag att göra med taxiresorna", "minst 1,5 mnkr"),
]


@pytest.mark.parametrize(("question", "held"), SAID)
def test_what_documents_say_of_one_thing_is_put_together(
    question: str, held: str, storvik: MemoryLibrary
) -> None:
    said = asked(storvik, question)
    assert re.search(held, said.text, re.DOTALL), said.text


def test_letters_of_a_unit_are_not_told_beside_its_name(storvik: MemoryLibrary) -> None:
    said = asked(storvik, "vem ansvarar för riktlinjerna för drönare?")
    assert "Tekniska nämnden" in said.text
    assert "TN" not in said.text


@pytest.mark.parametrize(
    "question",
    ["vilket uppdrag lades ner och av vilken anledning", "hur gick det med skidbacken?"],
)
def test_what_was_given_up_is_told_as_printed(question: str, storvik: MemoryLibrary) -> None:
    said = asked(storvik, question)
    assert re.search("skidbacke.*Avbrutet.*Ingen snö", said.text, re.DOTALL), said.text
    assert "ingen status" not in said.text
    assert "taxiresor" not in said.text


def test_what_a_newer_report_tells_is_not_told_again(storvik: MemoryLibrary) -> None:
    said = asked(storvik, "vilka uppdrag blev inte klara?")
    assert re.search("taxiresor.*skidbacke", said.text, re.DOTALL), said.text
    assert "Fritidsbank" not in said.text
