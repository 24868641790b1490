"""Undertakings as people ask of them: not begun, not done, late and why, and the newest time."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

PLAN = """# Verksamhetsplan 2031

Storvik kommun

## Uppdrag

| Uppdrag | Ansvarig | Klart senast |
|---|---|---|
| Bygga om simhallen | Fritidschefen | 30 juni 2031 |
| Ta fram en lekplatsplan | Parkchefen | 31 december 2031 |
| Byta ut gatubelysningen | Gatuchefen | 31 mars 2031 |
| Digitalisera ansökan om parkering | IT-chefen | 30 september 2031 |
"""
REPORT = """# Delårsrapport augusti 2031

Storvik kommun

## Uppdrag

| Uppdrag | Ansvarig | Status | Klart senast |
|---|---|---|---|
| Bygga om simhallen | Fritidschefen | Försenat | 30 juni 2031 |
| Ta fram en lekplatsplan | Parkchefen | Inte påbörjat | 31 december 2031 |
| Byta ut gatubelysningen | Gatuchefen | Klart | 31 mars 2031 |
| Digitalisera ansökan om parkering | IT-chefen | Pågår | 30 september 2031 |

## Läget i höst

Bygget i simhallen stoppades när asbest hittades i väggarna. Badet öppnar i februari 2032.
Nämnden betalar hyra för den gamla hallen under tiden.
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("tasks")
    (folder / "plan.md").write_text(PLAN, "utf-8")
    (folder / "delar.md").write_text(REPORT, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


def asked(library: MemoryLibrary, *questions: str) -> Answer:
    talk = Conversation()
    for question in questions:
        found, talk = answer(Question(question), talk, library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    "question",
    [
        "vilka uppdrag har man inte ens börjat med",
        "uppdrag som ingen har tagit tag i",
        "vilka uppdrag är ännu inte igång",
        "vilka uppdrag är orörda?",
        "which assignments have not yet been started?",
    ],
)
def test_what_has_not_begun_is_no_list_of_all(storvik: MemoryLibrary, question: str) -> None:
    found = asked(storvik, question)
    assert "lekplatsplan" in found.text
    assert "simhallen" not in found.text


@pytest.mark.parametrize(
    "question", ["är alla uppdrag klara?", "varför är alla uppdrag från fullmäktige redan klara?"]
)
def test_what_is_claimed_of_all_is_held_against_the_others(
    storvik: MemoryLibrary, question: str
) -> None:
    found = asked(storvik, question)
    assert found.text.startswith("Nej, inte alla.")
    assert "gatubelysningen" not in found.text


def test_what_has_not_begun_stands_beside_another_status(storvik: MemoryLibrary) -> None:
    found = asked(storvik, "vilka uppdrag är klara eller inte påbörjade?")
    assert "lekplatsplan" in found.text
    assert "gatubelysningen" in found.text
    assert "simhallen" not in found.text


@pytest.mark.parametrize("question", ["vilka uppdrag är inte klara?", "vilka uppdrag missades?"])
def test_what_is_not_done_is_counted_as_another_status(
    storvik: MemoryLibrary, question: str
) -> None:
    found = asked(storvik, question)
    assert "3 av de 4" in found.text
    assert "annan status än ”klar”" in found.text
    assert "gatubelysningen" not in found.text


@pytest.mark.parametrize("question", ["vilka uppdrag är röda?", "vilka uppdrag är oförändrade?"])
def test_what_only_goals_are_is_asked_of_no_undertakings(
    storvik: MemoryLibrary, question: str
) -> None:
    assert asked(storvik, question).abstained


@pytest.mark.parametrize(
    "question", ["när ska simhallen vara ombyggd?", "när blir ombyggnaden av simhallen klar?"]
)
def test_the_newest_time_comes_before_the_planned_one(
    storvik: MemoryLibrary, question: str
) -> None:
    found = asked(storvik, question)
    assert found.text.index("februari 2032") < found.text.index("30 juni 2031")


@pytest.mark.parametrize(
    "questions",
    [("varför är simhallen försenad?",), ("vilka uppdrag är försenade?", "varför då?")],
)
def test_the_text_tells_why_it_is_late(storvik: MemoryLibrary, questions: tuple[str, ...]) -> None:
    assert "asbest" in asked(storvik, *questions).text


def test_a_status_is_that_of_the_newest_document(storvik: MemoryLibrary) -> None:
    found = asked(storvik, "hur går det med lekplatsplanen?")
    assert "inte påbörjat" in found.text
    assert "ingen status" not in found.text


def test_a_noun_for_what_is_done_links_to_the_verb(storvik: MemoryLibrary) -> None:
    found = asked(storvik, "vem ansvarar för digitaliseringen av parkeringsansökan?")
    assert "IT-chefen" in found.text


@pytest.mark.parametrize("question", ["vilka uppdrag var försenade 2030?", "uppdrag 2029"])
def test_years_without_documents_have_no_undertakings(
    storvik: MemoryLibrary, question: str
) -> None:
    assert asked(storvik, question).abstained


def test_a_second_question_of_the_rows_is_a_question_of_its_own(storvik: MemoryLibrary) -> None:
    found = asked(storvik, "vilka uppdrag har parkchefen och är de klara?")
    assert "lekplatsplan" in found.text
    assert "simhallen" not in found.text
