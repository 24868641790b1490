"""The lines of any printed table: those that come first, that lie within a limit, that are more
than what stands beside, that somebody answers for."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question

PLAN = """# Mål och budget 2041 Granviks kommun

## Investeringsbudget

| Projekt (mnkr) | Nämnd | 2041 | 2042 | Summa |
| --- | --- | --- | --- | --- |
| Kajen i Södra hamnen | HN | 12,0 | 48,0 | 60,0 |
| Ny lekpark vid torget | PN | 3,5 | 1,0 | 4,5 |
| Badhuset, nytt tak | PN | 20,5 | 2,0 | 22,5 |
| Summa | | 36,0 | 51,0 | 87,0 |

## Kommunala bolag

| Bolag | Ägd andel | Omsättning, mnkr | Resultat, mnkr |
| --- | --- | --- | --- |
| Granvikshem AB | 100 % | 148,2 | 6,3 |
| Granvik Energi AB | 60 % | 91,0 | 14,7 |
| Granviks Hamn AB | 100 % | 18,9 | -1,1 |
"""
ANNUAL = """# Årsredovisning 2040 Granviks kommun

## Investeringar

| Mnkr | Totalbudget | Utfall 2040 | Budget 2040 |
| --- | --- | --- | --- |
| Skolan på berget | 120,0 | 12,0 | 15,0 |
| Ny ishall | 64,0 | 30,0 | 31,0 |
| Summa | 184,0 | 42,0 | 46,0 |

## Resultat i bolagen

| Företag | Resultat 2040, mnkr | Resultat 2039, mnkr | Prognos 2041, mnkr |
| --- | --- | --- | --- |
| Granvikshem AB | 6,3 | 5,1 | 4,0 |
| Granvik Energi AB | 14,7 | 16,0 | 15,5 |
| Granviks Hamn AB | -1,1 | 0,4 | 7,5 |

## Sjukfrånvaro per förvaltning, %

| | 2040 | 2039 |
| --- | --- | --- |
| Socialförvaltningen | 8,3 | 8,8 |
| Skolförvaltningen | 4,4 | 4,3 |
| Hamnförvaltningen | 3,9 | 4,1 |

## Frånvaro

| Sjukfrånvaro per åldersgrupp, % | 2040 | 2039 |
| --- | --- | --- |
| 29 år och yngre | 6,1 | 6,8 |
| 30–49 år | 6,4 | 7,0 |
| 50 år och äldre | 7,4 | 8,0 |
"""
REPORT = """# Delårsrapport augusti 2041 Granviks kommun

## Åtgärder för budget i balans

| Åtgärd | Effekt helår, tkr | Effekt 2041, tkr | Ansvarig |
| --- | --- | --- | --- |
| Färre inhyrda vikarier | 3 600 | 1 200 | Chef stab |
| Ny planering av nätter | 800 | 700 | Chef omsorg |
| Egna familjehem | 2 400 | 1 900 | Chef omsorg |
| Summa | 6 800 | 3 800 | |

## Volymer

| Volym | 2040 | 2041 | Förändring |
| --- | --- | --- | --- |
| Båtplatser | 400 | 440 | +10,0 % |
| Gästnätter | 900 | 855 | -5,0 % |
| Kajdagar | 200 | 202 | +1,0 % |

## Verksamheter

| Verksamhet (tkr) | Budget 2041 | Prognos 2041 | Avvikelse |
| --- | --- | --- | --- |
| Grundskola | 90 000 | 91 942 | -1 942 |
| Förskola | 40 000 | 40 500 | -500 |

## Större projekt

| Projekt | Total budget, tkr | Totalprognos, tkr | Klart |
| --- | --- | --- | --- |
| Förrådet | 12 400 | 15 900 | 2042 |
| Bryggan | 9 800 | 9 800 | 2041 |
| Muren | 4 300 | 4 900 | 2042 |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"mal-och-budget-2041.md": PLAN, "delarsrapport-augusti-2041.md": REPORT}
    texts |= {"arsredovisning-2040.md": ANNUAL}
    return read_reports(tmp_path_factory.mktemp("granvik"), texts)


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("största investeringen 2042?", "Kajen i Södra hamnen”: 2042: 48,0", "51,0"),
        ("största investeringen i planen 2041-2042", "Summa: 60,0", "36,0"),
        ("vilken volym har ökat mest i procent", "Båtplatser”: Förändring: +10,0 %", "–5,0"),
        ("vilka volymer har minskat", "Gästnätter”: Förändring: -5,0 %", "Kajdagar"),
        ("vilka åtgärder ger mer än två miljoner på helår?", "Egna familjehem", "Ny planering"),
        ("vilka åtgärder ger minst en miljon 2041", "Färre inhyrda vikarier", "Ny planering"),
        ("vilka projekt väntas bli dyrare än total budget", "Muren", "Bryggan"),
        ("vilket bolag gick bäst", "Granvik Energi AB", "Granvikshem"),
        ("vilket kommunalt bolag gick sämst 2041", "Granviks Hamn AB", "Granvikshem"),
        ("vilka investeringar är på över 10 000 000 kr 2041", "Badhuset", "lekpark"),
        ("vilka volymer har ökat mer än fem procent", "Förändring: +10,0 %", "Kajdagar"),
        ("vilka volymer har minskat mer än fyra procent", "Förändring: -5,0 %", "Kajdagar"),
        ("vilken investering har störst totalbudget 2040", "Totalbudget: 120,0", "30,0"),
        ("vilka investeringar har en totalbudget över 100 mnkr 2040", "120,0 mnkr", "64,0"),
        ("vilka företag hade bättre resultat 2040 än 2039", "Granvikshem", "Energi"),
        ("vilka företag gick sämre 2040 än året innan", "Granviks Hamn", "Granvikshem"),
        ("vilket företag väntas få bäst resultat 2041", "15,5", "14,7"),
        ("vilken förvaltning hade högre sjukfrånvaro 2040 än 2039", "Skolförv", "Socialf"),
        ("vilken åldersgrupp har högst sjukfrånvaro 2040", "50 år och äldre”: 2040: 7,4", "8,0"),
    ],
)
def test_lines_of_a_table(library: MemoryLibrary, asked: str, told: str, untold: str) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert told in given.text
    assert untold not in given.text


@pytest.mark.parametrize(
    "asked",
    [
        "vilket bolag hade störst utsläpp?",
        "vilken risk är störst?",
        "vilka åtgärder ger mer än två miljoner 2044?",
        "vilka grundskolor har underskott?",
        "vilka förskolor går back, namnge dem",
        "vilken åldersgrupp är störst?",
        "vilka företag ökade omsättningen mer än fem procent?",
    ],
)
def test_what_no_table_says_is_declined(library: MemoryLibrary, asked: str) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert given.abstained


def test_a_line_is_cited_whole(library: MemoryLibrary) -> None:
    question = Question("vilka projekt väntas bli dyrare än total budget")
    given, _ = answer(question, Conversation(), library, None)
    quotes = " ".join(citation.quote for citation in given.citations)
    assert "Förrådet" in quotes
    assert "12 400" in quotes
    assert "15 900" in quotes
