"""Questions for the goals of an area or a board, and how it goes with them."""

from __future__ import annotations

import pytest
from fakes import FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

REPORT = """# Årsredovisning 2031

Storvik kommun

Socialnämnden ansvarar för äldreomsorg och stöd till personer med funktionsnedsättning.
Förskolan har fått nya lokaler under året.

## Trygg hela livet

| Mål | Utfall 2030 | Utfall 2031 | Mål 2031 | Bedömning | Nämnd |
|---|---|---|---|---|---|
| Nöjda med hemtjänsten (%) | 88 | 86 | minst 90 | röd | Socialnämnden |
| Väntetid till särskilt boende (dagar) | 60 | 41 | högst 45 | grön | Socialnämnden |
| Verkställda beslut enligt LSS (%) | 90 | 92 | minst 95 | gul | Socialnämnden |

## Lärande

| Mål | Utfall 2030 | Utfall 2031 | Mål 2031 | Bedömning | Nämnd |
|---|---|---|---|---|---|
| Behöriga till yrkesprogram, årskurs 9 (%) | 84 | 87 | minst 86 | grön | Utbildningsnämnden |
| Gymnasieexamen inom tre år (%) | 71 | 70 | minst 74 | röd | Utbildningsnämnden |
| Elever i kulturskolan (antal) | 300 | 310 | minst 350 | gul | Kulturnämnden |

## Volymer

| Nyckeltal | Utfall 2030 | Utfall 2031 |
|---|---|---|
| Personer med hemtjänst (antal) | 310 | 322 |
| Elever i grundskolan (antal) | 1 210 | 1 190 |

## Bredband

Målet är att alla hushåll ska ha tillgång till räddningstjänst inom 20 minuter.
"""

PLAN = """# Verksamhetsplan 2032 för socialnämnden

Storvik kommun

## Mål 1: Äldre ska möta kända ansikten

| Indikator | Utfall 2030 | Mål 2032 |
|---|---|---|
| Antal personal på 14 dagar | 16 | högst 12 |
"""

SCHOOLS = """# Nyckeltal 2031

Storvik kommun

## Skolor

| Skola | Meritvärde | Kostnad per elev, kr |
|---|---|---|
| Björkskolan | 231 | 121 000 |
| Lindskolan | 214 | 133 000 |
| Almskolan | 220 | 118 000 |
"""


def library(tmp_path_factory: pytest.TempPathFactory, **files: str) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("areas")
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return library(tmp_path_factory, arsredovisning=REPORT, verksamhetsplan=PLAN)


@pytest.fixture(scope="module")
def schools(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return library(tmp_path_factory, nyckeltal=SCHOOLS)


def ask(library: MemoryLibrary, *questions: str) -> Answer:
    talk = Conversation()
    for question in questions:
        found, talk = answer(Question(question), talk, library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("question", "wanted", "unwanted"),
    [
        ("vilka mål gäller för äldreomsorgen", "hemtjänsten (%);särskilt boende;14 dagar", "LSS"),
        ("vad har ni för mål för de gamla?", "hemtjänsten (%);särskilt boende", "LSS"),
        ("vilka mål finns för skolan", "yrkesprogram;Gymnasieexamen", "kulturskolan;grundskolan"),
        ("finns det mål för kulturen", "kulturskolan", "yrkesprogram"),
        ("hur går det för skolan", "yrkesprogram;grön;rött", "kulturskolan"),
        ("hur ser det ut inom äldreomsorgen", "hemtjänsten (%);rött", "Personer med;16"),
        ("når vi målen för äldreomsorgen?", "1 av 2|Ett av 2;särskilt boende", "LSS"),
        ("vilka skolmål når vi inte", "Gymnasieexamen", "yrkesprogram"),
        ("vilka mål för skolan är röda", "Gymnasieexamen", "yrkesprogram"),
        ("hur många mål har skolan", "2 mål", "Gymnasieexamen"),
        ("vilket mål för skolan ligger längst från målet", "Gymnasieexamen", "yrkesprogram"),
        ("vilka mål gäller för skolan 2031", "yrkesprogram;Gymnasieexamen", "kulturskolan"),
        ("vilka mål ligger vi efter med inom skolan", "Gymnasieexamen", "yrkesprogram"),
        ("vilka mål gäller för lss", "LSS", "hemtjänsten"),
        ("which goals are there for the schools", "yrkesprogram;Gymnasieexamen", "kulturskolan"),
    ],
)
def test_the_goals_of_an_area(
    storvik: MemoryLibrary, question: str, wanted: str, unwanted: str
) -> None:
    found = ask(storvik, question)
    told = f"{found.interpretation}\n{found.text}"
    assert not found.abstained, told
    for each in wanted.split(";"):
        assert any(form.casefold() in found.text.casefold() for form in each.split("|")), told
    assert not any(each in found.text for each in unwanted.split(";")), told


def test_a_goal_is_told_once_with_the_heading_that_it_stands_under(
    storvik: MemoryLibrary,
) -> None:
    found = ask(storvik, "vilka mål gäller för äldreomsorgen")
    assert found.text.count("Nöjda med hemtjänsten") == 1
    assert "Äldre ska möta kända ansikten" in found.text


@pytest.mark.parametrize(
    "question",
    ["vilka mål gäller för förskolan", "når vi målen för biblioteken?", "vilka mål finns för it"],
)
def test_an_area_without_goals_is_declined(storvik: MemoryLibrary, question: str) -> None:
    assert ask(storvik, question).abstained


def test_goals_that_only_running_text_states_are_quoted(storvik: MemoryLibrary) -> None:
    found = ask(storvik, "vilka mål har ni för räddningstjänsten")
    assert "inom 20 minuter" in found.text


@pytest.mark.parametrize(
    ("before", "after", "wanted", "unwanted"),
    [
        ("vilka mål gäller för äldreomsorgen", "och för skolan?", "yrkesprogram", "hemtjänsten"),
        ("hur går det för skolan", "och äldreomsorgen då?", "hemtjänsten", "yrkesprogram"),
        ("vilka mål för skolan är röda", "och de gröna?", "yrkesprogram", "Gymnasieexamen"),
        ("vilka mål är röda", "sortera dem på avvikelse", "Gymnasieexamen", "särskilt boende"),
        ("vilka mål når vi inte", "sortera på avvikelse", "Gymnasieexamen", "särskilt boende"),
        ("hur går det för skolan", "vilka är röda?", "Gymnasieexamen", "hemtjänsten"),
        ("hur går det för socialnämnden", "och utbildningsnämnden?", "yrkesprogram", "hemtjänsten"),
    ],
)
def test_the_talk_goes_on_about_an_area(
    storvik: MemoryLibrary, before: str, after: str, wanted: str, unwanted: str
) -> None:
    found = ask(storvik, before, after)
    assert wanted in found.text, f"{found.interpretation}\n{found.text}"
    assert unwanted not in found.text


def test_an_area_without_goals_in_the_talk_is_declined(storvik: MemoryLibrary) -> None:
    assert ask(storvik, "vilka mål gäller för skolan", "och för förskolan?").abstained


def test_how_it_goes_for_a_board_is_told_by_its_goals(storvik: MemoryLibrary) -> None:
    found = ask(storvik, "hur går det för socialnämnden?")
    assert "Nöjda med hemtjänsten" in found.text
    assert "yrkesprogram" not in found.text


def test_the_goals_of_a_board_are_no_volumes(storvik: MemoryLibrary) -> None:
    found = ask(storvik, "vilka mål har kommunen")
    assert "Gymnasieexamen" in found.text
    assert "Personer med hemtjänst" not in found.text


def test_a_board_that_no_document_has_is_no_two_words(storvik: MemoryLibrary) -> None:
    assert ask(storvik, "vilka mål har äldrenämnden").abstained


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("vilken skola har bäst resultat", "Björkskolan"),
        ("vilken skola har sämst resultat?", "Lindskolan"),
        ("vilken skola har högst betyg", "Björkskolan"),
    ],
)
def test_the_best_school_is_told_by_its_results(
    schools: MemoryLibrary, question: str, wanted: str
) -> None:
    found = ask(schools, question)
    assert wanted in found.text, f"{found.interpretation}\n{found.text}"


@pytest.mark.parametrize(
    "question",
    ["vilken skola är bäst", "vilken förskola har bäst resultat", "vilken skola är tryggast"],
)
def test_the_best_without_a_measure_is_declined(schools: MemoryLibrary, question: str) -> None:
    assert ask(schools, question).abstained
