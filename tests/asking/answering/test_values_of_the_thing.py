"""The value that is told is of the very thing asked about, of the whole municipality where no unit
is named, and from the newest report."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

ANNUAL = """# Årsredovisning 2040

Vikstad kommun

## Resultaträkning och balansräkning

| Belopp i mnkr | Utfall 2040 | Budget 2040 |
|---|---|---|
| Årets resultat | 4,5 | 9,0 |

## Verksamhetens kostnader

| Belopp i mnkr | 2040 | 2039 |
|---|---|---|
| Löner och sociala avgifter | -71,5 | -68,2 |
| Lokalhyror | -43,2 | -41,8 |
| Övriga kostnader | -20,0 | -19,0 |

## Verksamhetens intäkter

| Belopp i mnkr | 2040 | 2039 |
|---|---|---|
| Taxor och avgifter | 39,8 | 36,4 |
| Hyror och arrenden | 12,0 | 11,0 |

## Investeringar

| Projekt, tkr | Budget 2040 | Utfall 2040 |
|---|---|---|
| Simhallen, takrenovering | 9 000 | 8 120 |
| Ny bro | 3 000 | 2 500 |

Kommunen lånade 80 mnkr för Ekliden. Fastigheterna ska renoveras. Av finansieringens överskott
kommer 15 mnkr från ökade intäkter från skatter och generella statsbidrag.

## Projekt

| Projekt, mnkr | Totalbudget | Utfall 2040 |
|---|---|---|
| Ekliden, ny skola | 285,0 | 88,4 |

## Vad kostar det?

En plats i förskolan kostade 176 tkr under 2040.

| Nyckeltal | 2040 | 2039 |
|---|---|---|
| Kostnad per plats i särskilt boende, tkr | 994 | 970 |

## Bostäder

| Indikator | Utfall 2039 | Utfall 2040 | Mål 2040 |
|---|---|---|---|
| Färdigställda bostäder (antal) | 14 | 31 | minst 80 |

Vikstad Bostäder AB äger 640 lägenheter.

## Taxor

| Taxa, kronor | 2040 | 2041 |
|---|---|---|
| Simhall, vuxen | 60 | 65 |
| Simhall, barn till och med 17 år | 30 | 35 |
"""

SPRING = """# Tertialrapport april 2041

Vikstad kommun

## Ekonomi

Kommunens prognos för helåret 2041 är ett underskott på 3,5 mnkr.
"""

AUTUMN = """# Delårsrapport augusti 2041

Vikstad kommun

## Ekonomi

För hela året väntas ett underskott på 1,6 miljoner kronor. Det är 14,2 miljoner kronor sämre än
budget.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("reports")
    texts = {"arsredovisning.md": ANNUAL, "tertial-april.md": SPRING, "delar-augusti.md": AUTUMN}
    return read_reports(folder, texts)


def asked(library: MemoryLibrary, *questions: str) -> Answer:
    talk = Conversation()
    for number, text in enumerate(questions):
        told, talk = answer(Question(text, str(number), "talk"), talk, library, None)
    return told


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("vad kostar en förskoleplats kommunen", "176", "994"),
        ("vad kostar en plats i särskilt boende", "994", "176"),
        ("vad kostade simhallens nya tak", "8 120", "2 500"),
        ("vad kostar ekliden", "285,0", "80 mnkr"),
        ("vad tjänar kommunen på avgifter", "39,8", "71,5"),
        ("vad tjänar kommunen på hyror", "12,0", "43,2"),
        ("hur många bostäder har blivit klara 2040", "31", "640"),
        ("gick kommunen med vinst 2040", "9,0", "3,5"),
        ("blir det plus eller minus för kommunen 2041", "1,6", "3,5"),
    ],
)
def test_the_value_is_of_the_thing_asked_about(
    library: MemoryLibrary, question: str, told: str, never: str
) -> None:
    text = asked(library, question).text
    assert told in text
    assert never not in text


def test_a_follow_up_names_another_price_of_the_same_thing(library: MemoryLibrary) -> None:
    told = asked(library, "vad kostar det för en vuxen att bada", "och för barn?").text
    assert "35 kronor" in told
    assert "65" not in told


def test_what_a_company_has_is_not_what_was_built(library: MemoryLibrary) -> None:
    assert "31" not in asked(library, "hur många lägenheter har bostadsbolaget").text


def test_income_from_taxes_is_no_tax_rate(library: MemoryLibrary) -> None:
    assert asked(library, "hur hög är skatten i vikstad").abstained
