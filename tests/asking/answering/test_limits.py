"""Whether a value is over or under a limit: yes or no, with the value that proves it."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.asking.understanding.limits_asked import limit_asked
from plansvar.domain import Question

TEXT = """# Årsredovisning 2040 Granviks kommun

## Fem år

|  | 2040 | 2039 |
| --- | --- | --- |
| Sjukfrånvaro, % | 6,4 | 7,1 |
| Antal båtplatser | 1 240 | 1 210 |

## Nämndernas ekonomi

| Nettokostnad, mnkr | Budget 2040 | Utfall 2040 | Avvikelse 2040 |
| --- | --- | --- | --- |
| Hamnnämnden | 30,2 | 31,5 | –1,3 |
| Lotsnämnden | 4,0 | 3,2 | 0,8 |

## Bolaget

Hamnbolaget har 1 140 lägenheter. Räntan ökade kostnaderna med 4 mnkr.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("granvik"), {"arsredovisning-2040.md": TEXT})


@pytest.mark.parametrize(
    ("asked", "verdict", "value"),
    [
        ("Är sjukfrånvaron under 7 procent?", "Ja.", "6,4 %"),
        ("Låg sjukfrånvaron över 7 procent 2040?", "Nej.", "6,4 %"),
        ("Var sjukfrånvaron högre än 7 procent 2039?", "Ja.", "7,1 %"),
        ("Har vi fler än 1 300 båtplatser?", "Nej.", "1 240"),
        ("Kostade lotsnämnden mer än 3 miljoner?", "Ja.", "3,2 mnkr"),
        ("Gick hamnnämnden back med mer än 2 miljoner 2040?", "Nej.", "–1,3 mnkr"),
        ("Stämmer det att hamnbolaget har över tusen lägenheter?", "Ja.", "1 140 lägenheter"),
    ],
)
def test_a_value_and_its_limit(
    library: MemoryLibrary, asked: str, verdict: str, value: str
) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert value in given.text
    assert verdict in given.text


@pytest.mark.parametrize(
    "asked",
    [
        "Finns det mål under 80 procent?",
        "Vilka värden är över 80 procent?",
        "Blev det fler båtar än 2039?",
        "Hur många är över 80 år?",
        "Blev resultatet högre än budget?",
    ],
)
def test_what_asks_of_no_limit(asked: str) -> None:
    assert limit_asked(asked) is None


def test_the_question_for_the_value_itself() -> None:
    found = limit_asked("Hade hamnen mer än 700 miljoner i låneskuld?")
    assert found is not None
    assert (found.limit.relation, found.limit.value, found.limit.unit) == (">", 700.0, "mnkr")
    assert "700" not in found.text
