"""Where things stand: rows, headings and words of the text, with document, page and heading."""

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

## Personal

Friskvårdsbidraget höjdes. Kommunen anlitade två sommarvikarier.

| Nyckeltal | Utfall 2041 | Mål 2041 |
|---|---|---|
| Sjukfrånvaro (%) | 5,8 | 5,5 |
| Nöjda med kollektivtrafiken (%) | 64 | 65 |

## Så har vi bedömt

Varje nämnd bedömer sina egna mål.

## Avgifter och taxor

En matlåda kostar 60 kronor.
"""
PLAN = """# Mål och budget 2042

Vikstad kommun

## Nämndernas mål

| Nyckeltal | Utfall 2040 | Mål 2042 |
|---|---|---|
| Sjukfrånvaro (%) | 6,1 | 5,4 |

Friskvårdsbidraget är oförändrat.
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    reports = {"arsredovisning-2041.md": REPORT, "budget-2042.md": PLAN}
    return read_reports(tmp_path_factory.mktemp("places"), reports)


def ask(library: MemoryLibrary, question: str) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("i vilket dokument finns nöjda med kollektivtrafiken?", "kollektivtrafiken.*Personal"),
        ("var kan jag läsa om nöjda med kollektivtrafiken?", "kollektivtrafiken.*Personal"),
        ("vilka dokument nämner sjukfrånvaron?", "(?s)udget.*rsredovisning"),
        ("i vilken rapport nämns friskvårdsbidraget?", "(?s)oförändrat.*höjdes"),
        ("var står det om sommarvikarier?", "sommarvikarier.*Personal"),
        ("på vilken sida finns rubriken så har vi bedömt?", "”Så har vi bedömt” står i"),
        ("vilket avsnitt handlar om avgifter?", "”Avgifter och taxor” står i"),
        ("finns det ett avsnitt om personal?", "”Personal” står i"),
        ("står sjukfrånvaron i budgeten eller årsredovisningen?", "(?s)udget.*rsredovisning"),
        ("where can i read about sjukfrånvaro?", "Sjukfrånvaro.* stands in"),
        ("finns det något om friskvårdsbidraget i dokumenten?", "Friskvårdsbidraget"),
    ],
)
def test_the_places_are_told(question: str, held: str, vikstad: MemoryLibrary) -> None:
    told = ask(vikstad, question)
    assert re.search(held, told.text), told.text
    assert told.citations


@pytest.mark.parametrize(
    "question",
    [
        "i vilket dokument finns delfinariet?",
        "var står det om tunnelbanan?",
        "var finns närmaste tandläkare?",
        "finns det något om flygplatsen?",
    ],
)
def test_what_stands_nowhere_is_declined(question: str, vikstad: MemoryLibrary) -> None:
    assert ask(vikstad, question).abstained


def test_documents_of_a_year(vikstad: MemoryLibrary) -> None:
    told = ask(vikstad, "vilka dokument finns för 2042?").text
    assert "budget 2042" in told
    assert "2041" not in told
