"""What is built and invested in, asked without a word that the tables print."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question

PLAN = """# Mål och budget 2041 Granviks kommun

## Investeringsbudget

| Projekt (mnkr) | 2041 | 2042 | 2043 |
| --- | --- | --- | --- |
| Kajen i hamnen | 12,0 | 48,0 | – |
| Ny lekpark vid torget | 3,5 | 1,0 | 0 |
| Badhuset, nytt tak | 20,5 | 2,0 | – |
| Summa | 36,0 | 51,0 | 0 |
"""
REPORT = """# Delårsrapport augusti 2041 Granviks kommun

## Investeringar

| Projekt (mnkr) | Budget 2041 | Utfall jan–aug | Avvikelse |
| --- | --- | --- | --- |
| Kajen i hamnen | 12,0 | 4,0 | 0,0 |
| Badhuset, nytt tak | 20,5 | 20,1 | 0,4 |
| Summa | 32,5 | 24,1 | 0,4 |
"""
BOARDS = """# Månadsuppföljning april 2042 Granviks kommun

## Investeringar

| Nämnd (mnkr) | Budget 2042 |
| --- | --- |
| Socialnämnden | 4,0 |
| Kulturnämnden | 2,5 |
| Summa | 6,5 |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"mal-och-budget-2041.md": PLAN, "delarsrapport-augusti-2041.md": REPORT}
    texts |= {"manadsuppfoljning-april-2042.md": BOARDS}
    return read_reports(tmp_path_factory.mktemp("granvik"), texts)


def told(question: str, library: MemoryLibrary) -> str:
    given, _ = answer(Question(question), Conversation(), library, None)
    return given.text


@pytest.mark.parametrize(
    "question",
    [
        "vad ska kommunen bygga de närmaste åren",
        "vad bygger kommunen",
        "vilka investeringar planeras framöver",
        "vilka byggen är på gång",
    ],
)
def test_what_is_built_is_told_by_the_plan(question: str, library: MemoryLibrary) -> None:
    said = told(question, library)
    assert "har 3 investeringar" in said
    places = [said.index(name) for name in ("Kajen", "Badhuset", "lekpark")]
    assert places == sorted(places)
    assert "2042: 48,0 mnkr" in said
    assert "2043" not in said


def test_a_year_asked_for_is_that_of_the_columns(library: MemoryLibrary) -> None:
    said = told("vad byggs 2042", library)
    assert "2042: 48,0 mnkr" in said
    assert "2041: 12,0" not in said


def test_another_word_asks_for_something_else(library: MemoryLibrary) -> None:
    assert "har 3 investeringar" not in told("vad bygger budgeten på", library)
    assert "har 3 investeringar" not in told("vilket år investerar kommunen mest", library)
