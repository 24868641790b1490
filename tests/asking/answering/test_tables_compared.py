"""Two figures of tables held against each other, and what a text says against a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

ANNUAL = """# Årsredovisning 2030

Storvik kommun

## Ordföranden har ordet

Sjukfrånvaron är fortfarande hög. Under 2030 uppgick den till 6,3 procent.

## Nämndernas ekonomi

| Nämnd (tkr) | Budget 2030 | Utfall 2030 | Avvikelse 2030 |
|---|---|---|---|
| Socialnämnden | 391 200 | 400 655 | –9 455 |
| Tekniska nämnden | 76 250 | 76 905 | –655 |

## Volymer

| Volym | Jan–aug 2029 | Jan–aug 2030 | Budget 2030 |
|---|---|---|---|
| Utförda hemtjänsttimmar per månad | 10 720 | 11 840 | 10 900 |
| Placerade barn och unga i augusti | 16 | 19 | 14 |

## Skolor

| Skola | Nyckeltal | 2029 | 2030 |
|---|---|---|---|
| Backens skola | Antal elever | 305 | 298 |
| Backens skola | Kostnad per elev, kr | 124900 | 131200 |
| Tallskolan | Antal elever | 401 | 409 |
| Tallskolan | Kostnad per elev, kr | 112600 | 117500 |

## Personal

| Personal | Kvinnor 2030 | Män 2030 |
|---|---|---|
| Medianlön, kr/mån | 33 150 | 34 400 |
| Sjukfrånvaro, % | 6,9 | 3,6 |

## Personal i sammandrag

| Nyckeltal | 2029 | 2030 |
|---|---|---|
| Sjukfrånvaro totalt, % | 6,5 | 6,1 |
"""
INTERIM = """# Delårsrapport augusti 2031

Storvik kommun

## Nämndernas prognos

| Nämnd (tkr) | Budget 2031 | Prognos 2031 | Avvikelse 2031 |
|---|---|---|---|
| Socialnämnden | 405 800 | 411 200 | –5 400 |
| Tekniska nämnden | 78 600 | 78 100 | 500 |
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("compared")
    return read_reports(folder, {"ar.md": ANNUAL, "delar.md": INTERIM})


def asked(library: MemoryLibrary, question: str) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hur många hemtjänsttimmar i månaden kör de över budget", ["11 840", "10 900", "940"]),
        (
            "placerade barn i augusti, fler än i fjol och fler än budgeterat?",
            ["19", "16", "14"],
        ),
        (
            "vilken skola kostar mest per elev, backens eller tallskolan 2030?",
            ["131200", "117500", "13 700"],
        ),
        ("har tallskolan fler eller färre elever 2030 än 2029", ["409", "401", "8"]),
        ("skiljer det mycket mellan kvinnors och mäns medianlön 2030", ["33 150", "34 400"]),
        (
            "socialnämnden eller tekniska nämnden, vem hade störst minus 2030",
            ["9 455", "655", "8 800"],
        ),
        (
            "är socialnämndens underskott större 2031 än det var 2030",
            ["5 400", "9 455", "4 055"],
        ),
    ],
)
def test_both_figures_and_the_difference_are_told(
    storvik: MemoryLibrary, question: str, told: list[str]
) -> None:
    found = asked(storvik, question)
    assert not found.abstained
    assert all(figure in found.text for figure in told), found.text


def test_a_change_in_percent_is_reckoned(storvik: MemoryLibrary) -> None:
    found = asked(storvik, "hur många procent fler hemtjänsttimmar utfördes 2030 än året innan")
    assert "10,4 procent" in found.text


@pytest.mark.parametrize(
    "question",
    [
        "har antalet bilar per hushåll ökat 2030 jämfört med 2029",
        "vilken skola är störst, granskolan eller björkskolan 2030?",
        "har tallskolan fler lärare 2030 än 2029",
    ],
)
def test_what_no_table_names_is_not_compared(storvik: MemoryLibrary, question: str) -> None:
    assert "mot" not in asked(storvik, question).text.split()


def test_text_and_table_stand_beside_each_other(storvik: MemoryLibrary) -> None:
    question = "ordföranden säger 6,3 procent sjuka 2030, ligger inte personaltabellen på annat"
    found = asked(storvik, question)
    assert "uppgick den till 6,3 procent" in found.text
    assert "6,1" in found.text
    assert any("6,1" in citation.quote for citation in found.citations)


def test_a_number_that_no_text_says_is_not_held_against_a_table(storvik: MemoryLibrary) -> None:
    found = asked(storvik, "texten säger att 9,9 procent är sjuka 2030, tabellen?")
    assert "Tabellen har" not in found.text


PLAN = """# Mål och budget 2032 med plan 2033-2034

Storvik kommun

## Finansiella nyckeltal

| Nyckeltal, tkr | Budget 2032 | Plan 2033 | Plan 2034 |
|---|---|---|---|
| Långfristiga lån | 500 000 | 510 000 | 515 000 |

## Skolan

| Indikator | Mål 2033 | Mål 2034 |
|---|---|---|
| Grundskolan, behöriga till yrkesprogram, % | 88 | 90 |
"""


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("hur mycket har låneskulden ökat?", "högre"),
        ("hur mycket har de långfristiga lånen ökat?", "högre"),
        ("hur mycket dyrare blev grundskolan?", "procentenheter"),
    ],
)
def test_plans_tell_nothing_of_what_has_grown_and_shares_of_what_is_dearer(
    tmp_path: Path, question: str, never: str
) -> None:
    library = read_reports(tmp_path, {"budget.md": PLAN})
    assert never not in asked(library, question).text


def test_a_plan_tells_what_is_to_grow(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"budget.md": PLAN})
    told = asked(library, "hur mycket ökar de långfristiga lånen från 2033 till 2034?").text
    assert "510 000" in told
    assert "515 000" in told
