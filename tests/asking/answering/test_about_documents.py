"""Questions on documents themselves: when they were decided, their period, headings and signs."""

from __future__ import annotations

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

BUDGET = """# Mål och budget 2031

Storvik kommun

Antagen av kommunfullmäktige den 24 november 2030, § 88

## Mål

| Mål | Utfall 2029 | Mål 2031 |
|---|---|---|
| Nöjda besökare (%) | 80 | minst 82 |

## Ekonomi

Skatten är oförändrad.

## Investeringar

Simhallen byggs om.

## Uppföljning

Läget redovisas i april och augusti.
"""
INTERIM = """# Delårsrapport augusti 2031

Storvik kommun

Rapporten gäller januari till augusti 2031.

## Mål

| Mål | Utfall 2030 | Utfall aug 2031 | Mål 2031 |
|---|---|---|---|
| Nöjda besökare (%) | 81 | *** | minst 82 |

*** Enkäten besvaras först i oktober.
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("about")
    return read_reports(folder, {"budget.md": BUDGET, "delar.md": INTERIM})


def asked(library: MemoryLibrary, question: str) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("under vilken paragraf klubbades mål och budget 2031?", "§ 88"),
        ("när fastställdes mål och budget 2031", "24 november 2030"),
        ("vilken period gäller delårsrapporten?", "januari till augusti 2031"),
        ("vilka rubriker har mål och budget 2031?", "Investeringar"),
        ("vad betyder *** i delårsrapporten?", "Enkäten besvaras först i oktober"),
    ],
)
def test_what_documents_print_of_themselves_is_quoted(
    storvik: MemoryLibrary, question: str, told: str
) -> None:
    found = asked(storvik, question)
    assert told in found.text
    assert found.citations


def test_a_report_that_nobody_decided_on_is_not_said_to_be(storvik: MemoryLibrary) -> None:
    assert asked(storvik, "när antogs delårsrapporten 2031?").abstained


@pytest.mark.parametrize("question", ["vem fattade beslut om mål och budget 2031?"])
def test_who_decided_is_told_where_nothing_more_is_named(
    storvik: MemoryLibrary, question: str
) -> None:
    assert "kommunfullmäktige" in asked(storvik, question).text
