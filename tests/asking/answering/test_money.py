"""Questions for money over invented tables: what the answer must say, and must not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fakes import MemoryLibrary
from money_worlds import money_library
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question


@pytest.fixture(scope="module")
def money() -> MemoryLibrary:
    return money_library()


def _ask(question: str, library: MemoryLibrary) -> Answer:
    made, _ = answer(Question(question), Conversation(), library, None)
    return made


# question, what the answer holds, what it does not hold
SAID = [
    ("vilken nämnd gick mest back 2041", "Parknämnden.*-2 200", "Skolnämnden"),
    ("vilken nämnd drog över mest 2041", "Parknämnden.*-2 200", "Skolnämnden"),
    ("vilken nämnd ligger bäst till 2041", "Skolnämnden.*500", "Parknämnden"),
    ("vilken nämnd får mest pengar 2042", "Skolnämnden.*-322 100", "Parknämnden"),
    ("vilka nämnder avviker från budget 2041, plus som minus", "Parknämnden.*Skolnämnden", "Hamn"),
    ("vilka nämnder höll budgeten 2041", "Skolnämnden.*Hamnnämnden", "Parknämnden"),
    ("vilka nämnder höll inte budgeten 2041", "Parknämnden", "Hamnnämnden|Skolnämnden"),
    ("vilken nämnd ökar mest mellan 2040 och 2041", "Skolnämnden.*8 900", "Parknämnden"),
    ("hur mycket mer får skolnämnden 2043 än 2042", "7 900", "-442 200"),
    ("hur mycket får parknämnden 2042", "-94 000", "8,0"),
    ("hur mycket investerar parknämnden 2041", "8,0", "-90 500"),
    ("hur stor del av budgeten 2041 går till skolnämnden", "70,2 procent", "Parknämnden"),
    ("hur mycket gick skolnämnden back 2041", "Skolnämnden ligger på plus.*500", "minus"),
    ("hur mycket gick hamnnämnden back 2041", "varken på plus eller minus", "underskott"),
    ("hur mycket avviker parknämnden från budget", "Parknämnden ligger på minus.*-2 200", "Skol"),
    ("hur mycket sämre blev resultatet 2041 än året innan", "15,2.*9,9.*5,3", "-3,1"),
    ("kan jag få resultatet för de fyra senaste åren", "7,5.*-3,1.*15,2.*9,9", "200"),
    ("skatteintäkterna de senaste tre åren", "412,7.*430,0.*445,6", "400,1"),
    ("vilka investeringar spränger budgeten", "Ny ishall", "Bron"),
    ("hur mycket överskrider parknämnden sin ram 2041", "minus.*-2 200", "Skolnämnden"),
    ("vilka nämnder spräckte ramen 2041", "Parknämnden", "Skolnämnden|Hamnnämnden"),
    ("stämmer summan av investeringarna 2041, budget", "82,0|90,0.*går (inte )?ihop", "-1 700"),
    ("vilket år gick det bäst för kommunen", "15,2", "9,9|Skolnämnden"),
    ("vilket år gick det sämst ekonomiskt", "-3,1", "15,2"),
    ("hur många nämnder gick back 2041", "Parknämnden.*-2 200", "Hamnnämnden|500"),
    ("blev bron billigare än man hade räknat med", "24,5.*5,5", "60,5"),
    ("varför blev ishallen billigare än budget", "52,0.*60,5.*8,5 mnkr mer än planerat", "24,5"),
    ("varför minskade skatteintäkterna 2041", "minskade inte.*430,0.*445,6", "400,1"),
    ("hur mycket gick kommunen back 2041", "9,9", "-3,1"),
    ("vilken avvikelse är prognosen för skolnämnden 2041", "500", "Parknämnden"),
    ("vilket år var resultatet bäst", "15,2", "9,9"),
    ("vilka år gick kommunen back", "-3,1", "15,2"),
    ("vilka år gick parknämnden back", "-2 200", "-41 300|500"),
    ("varför gick skolnämnden back 2041", "avvikelsen 2041 är 500", "2 200"),
    ("vilket år var resultatet sämst", "-3,1", "15,2"),
    ("hur mycket har låneskulden vuxit sedan 2038", "70,0", "445,6"),
    ("hur mycket ökade skatteintäkterna mellan 2039 och 2041", "32,9", "430,0"),
    ("hur mycket dyrare än tänkt blev ishallen", "8,5", "24,5"),
    ("vilken investering blev dyrare än budget 2041", "Ny ishall.*8,5", "Bron"),
    ("vilka investeringar blev billigare än budget 2041", "Bron över ån.*5,5", "ishall"),
    ("dyraste investeringen 2041", "Ny ishall", "Summa"),
    ("vad kostade ishallen och bron ihop 2041", "85,0|82,0", "93,0"),
    ("hur mycket investerade kommunen 2041", "93,0", "-443 900"),
    ("vad kostar ishallen för en vuxen", "65", "52,0|60,5"),
    ("är det någon nämnd som går med underskott 2041", "Parknämnden", "Skolnämnden"),
    ("vilken nämnd ligger närmast budget 2041", "Hamnnämnden.*0 tkr", "Parknämnden"),
    ("hur mycket får parknämnden 2042 och 2043 tillsammans", "190 500", "Skolnämnden"),
    ("vilken avgift höjs mest", "Ishallen, vuxen.*5", "Parknämnden"),
    ("vilket år var låneskulden högst", "190,0", "120,0"),
    ("hur mycket bättre än 2039 blev resultatet", "13,0", "-2 200"),
    ("hur mycket fick kommunen in i skatt 2040", "430,0", "445,6"),
]


@pytest.mark.parametrize(("question", "held", "not_held"), SAID, ids=[s[0] for s in SAID])
def test_money_is_told(question: str, held: str, not_held: str, money: MemoryLibrary) -> None:
    made = _ask(question, money)
    assert not made.abstained, made.text
    assert re.search(held, made.text, re.DOTALL), made.text
    assert not re.search(not_held, made.text), made.text


DECLINED = [
    "vad kostar en plats i förskolan",
    "hur mycket får friskolorna",
    "hur stor är hamnnämndens budget 2043",
    "vad kostar ishallen per timme",
    "hur mycket lägger parknämnden på gräsklippare",
    "hur många barn räknar budgeten med",
    "hur mycket back gick simhallsförvaltningen 2041",
]


@pytest.mark.parametrize("question", DECLINED)
def test_what_no_table_says_is_declined(question: str, money: MemoryLibrary) -> None:
    made = _ask(question, money)
    assert made.abstained, made.text


def test_a_change_is_reckoned_from_the_printed_amounts(money: MemoryLibrary) -> None:
    made = _ask("hur mycket ökade skatteintäkterna mellan 2039 och 2041", money)
    assert [s.calculation for s in made.statements] == ["445,6 − 412,7: 32,9"]


def test_how_far_from_the_budget_is_told_with_what_it_is_far_from(money: MemoryLibrary) -> None:
    _, talk = answer(Question("parknämndens budget 2041"), Conversation(), money, None)
    made, _ = answer(Question("hur långt ifrån budget är det?"), talk, money, None)
    assert "-2 200" in made.text, made.text


@pytest.mark.parametrize("asked", ["vad är hyran i ny ishall", "vad är inträdet till ny ishall"])
def test_a_building_tells_no_rent_and_no_ticket(money: MemoryLibrary, asked: str) -> None:
    assert "60,5" in _ask("vad kostar ny ishall", money).text
    assert _ask(asked, money).abstained


REPORT = """# Årsredovisning 2041

Vikstad kommun

## Ekonomi

Kommunens borgensåtagande för Vikstad Energi AB uppgår till 845 mnkr.
"""


@pytest.mark.parametrize(
    "asked", ["hur stor vinst gjorde Vikstad Energi?", "vad blev Vikstad Energis resultat?"]
)
def test_what_is_guaranteed_for_a_company_is_no_result_of_it(tmp_path: Path, asked: str) -> None:
    library = read_reports(tmp_path, {"arsredovisning-2041.md": REPORT})
    assert "845" in _ask("hur stort är borgensåtagandet för Vikstad Energi?", library).text
    assert _ask(asked, library).abstained
