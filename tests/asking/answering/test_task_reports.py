"""Of a year's reports the last one tells how far tasks have come; a year that is over is told by
its annual report."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question

TASKS = """# Delårsrapport {month} 2041 Granviks kommun

## Uppdrag från fullmäktige

| Uppdrag | Ansvarig | Status |
| --- | --- | --- |
| Bygga en ny kaj | Hamnnämnden | {first} |
| Se över taxan för båtplatser | Hamnnämnden | {second} |
"""
GOALS = """# {title} Granviks kommun

## Kommunens mål

| Mål | Utfall {period}2040 | Mål 2040 |
| --- | --- | --- |
| Handläggningstid för bygglov, veckor | {weeks} | högst 6,0 |
| Sjukfrånvaro, % | 7,4 | högst 6,5 |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {
        "delarsrapport-april-2041.md": TASKS.format(month="april", first="Pågår", second="Pågår"),
        "delarsrapport-augusti-2041.md": TASKS.format(
            month="augusti", first="Klart", second="Pågår"
        ),
        "arsredovisning-2040.md": GOALS.format(title="Årsredovisning 2040", period="", weeks="5,8"),
        "delarsrapport-augusti-2040.md": GOALS.format(
            title="Delårsrapport augusti 2040", period="jan–aug ", weeks="6,4"
        ),
    }
    return read_reports(tmp_path_factory.mktemp("granvik"), texts)


def told(question: str, library: MemoryLibrary) -> str:
    given, _ = answer(Question(question), Conversation(), library, None)
    return given.text


def test_a_task_that_is_done_by_now_is_not_told_as_under_way(library: MemoryLibrary) -> None:
    said = told("vilka uppdrag pågår", library)
    assert "båtplatser" in said
    assert "kaj" not in said


def test_an_earlier_report_is_told_where_it_is_asked_for(library: MemoryLibrary) -> None:
    assert "kaj" in told("vilka uppdrag pågick i delårsrapporten april 2041", library)


def test_a_year_that_is_over_is_told_by_its_annual_report(library: MemoryLibrary) -> None:
    said = told("vilka mål nåddes inte 2040", library)
    assert "Sjukfrånvaro" in said
    assert "bygglov" not in said
