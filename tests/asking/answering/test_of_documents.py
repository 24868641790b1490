"""Questions about documents as such: pages, age, matter, units, adoption."""

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

Antagen av kommunfullmäktige den 3 maj 2042, § 17.

## Personal

Friskvårdsbidraget höjdes under året.

## Socialnämnden

Nämnden höll sin budget.

## Tekniska nämnden

Nämnden lagade elva broar.
"""
PLAN = """# Mål och budget 2043

Vikstad kommun

## Kulturnämnden

Nämnden får mer pengar.
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    reports = {"arsredovisning-2041.md": REPORT, "budget-2043.md": PLAN}
    return read_reports(tmp_path_factory.mktemp("documents"), reports)


def ask(library: MemoryLibrary, question: str) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("när antogs årsredovisningen?", "3 maj 2042"),
        ("vem har beslutat om årsredovisningen?", "kommunfullmäktige"),
        ("vilka nämnder redovisas?", "(?s)Kulturnämnden.*Socialnämnden och Tekniska nämnden"),
        ("vilka nämnder redovisas i årsredovisningen?", "Socialnämnden och Tekniska nämnden"),
        ("vilket dokument är nyast?", "^Mål och budget 2043"),
        ("vilken rapport är äldst?", "^Årsredovisning 2041"),
        ("vad handlar årsredovisningen om?", "”Personal”"),
        ("vilka rubriker har årsredovisningen?", "”Tekniska nämnden”"),
        ("hur många sidor har årsredovisningen?", "inte indelad i sidor"),
        ("vilka rapporter och planer kan jag fråga om här?", "(?s)2043.*2041"),
    ],
)
def test_documents_are_told_of(question: str, held: str, vikstad: MemoryLibrary) -> None:
    told = ask(vikstad, question).text
    assert re.search(held, told), told


def test_a_document_that_does_not_tell_who_adopted_it(vikstad: MemoryLibrary) -> None:
    assert ask(vikstad, "när antogs budgeten 2043?").abstained


def test_what_is_asked_of_a_part_is_no_question_of_the_document(vikstad: MemoryLibrary) -> None:
    told = ask(vikstad, "vad innehåller årsredovisningen om friskvårdsbidraget?").text
    assert "höjdes" in told
    assert "Tekniska" not in told
