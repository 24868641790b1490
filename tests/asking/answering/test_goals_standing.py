"""How it goes with the goals is told by the newest report that judges them, and not by a plan."""

from __future__ import annotations

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

PLAN = """# Mål och budget 2042

Vikstad kommun

| Mål | Indikator | Målvärde 2042 |
|---|---|---|
| Rena stigar i hela kommunen | Städade stigar, % | 95 |
| Fler båtplatser vid sjön | Båtplatser, antal | 140 |
"""
REPORT = """# Delårsrapport augusti {year}

Vikstad kommun

| Mål | Bedömning |
|---|---|
| Rena stigar i hela kommunen | Uppfyllt |
| Fler båtplatser vid sjön | {verdict} |

| Indikator | Utfall {year} |
|---|---|
| Båtplatser, antal | 120 |
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    reports = {
        "plan.md": PLAN,
        "nya.md": REPORT.format(year=2041, verdict="Ej uppfyllt"),
        "gamla.md": REPORT.format(year=2040, verdict="Delvis uppfyllt"),
    }
    return read_reports(tmp_path_factory.mktemp("standing"), reports)


def _ask(library: MemoryLibrary, question: str) -> Answer:
    return answer(Question(question), Conversation(), library, FakeEncoder())[0]


@pytest.mark.parametrize(
    "question", ["hur går det med målen?", "hur ligger vi till med kommunens mål?"]
)
def test_the_newest_report_tells_how_it_goes(vikstad: MemoryLibrary, question: str) -> None:
    found = _ask(vikstad, question)
    assert "ej uppfyllt" in found.text.lower()
    assert "delvis" not in found.text.lower()
    assert "140" not in found.text


def test_the_report_of_the_year_asked_for_tells_how_it_went(vikstad: MemoryLibrary) -> None:
    found = _ask(vikstad, "hur gick det med målen 2040?")
    assert "delvis uppfyllt" in found.text.lower()


def test_a_year_that_no_report_judges_is_declined(vikstad: MemoryLibrary) -> None:
    assert _ask(vikstad, "hur gick det med målen 2042?").abstained


def test_a_report_that_nobody_named_is_not_what_the_talk_is_about(vikstad: MemoryLibrary) -> None:
    talk = Conversation()
    for question in ("hur går det med målen?", "hur många båtplatser?"):
        found, talk = answer(Question(question), talk, vikstad, FakeEncoder())
    assert "140" in found.text


SUMMED = """# Delårsrapport augusti 2041

Vikstad kommun

## Sammanfattning

Resultatet för perioden uppgår till 31,2 mnkr.
Helårsprognosen är 4,1 mnkr mot budgeterade 14,5 mnkr.

## Stigar

Tio stigar har fått nya skyltar.
"""


@pytest.mark.parametrize("question", ["hur går det för kommunen?", "hur ser läget ut?"])
def test_how_it_goes_at_all_is_summed_up(
    tmp_path_factory: pytest.TempPathFactory, question: str
) -> None:
    library = read_reports(tmp_path_factory.mktemp("summed"), {"delar.md": SUMMED})
    found = _ask(library, question)
    assert "4,1" in found.text
