"""Whether documents, or text and tables, agree on a thing; parts of it are no two values for it."""

from __future__ import annotations

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

REPORT = """# Årsredovisning 2041

Vikstad kommun

## Nyckeltal

| Nyckeltal | Utfall 2041 | Mål 2041 |
|---|---|---|
| Matsvinn i skolan (gram) | 44 | 40 |

## Sjukfrånvaro

| Nyckeltal | Utfall 2041 |
|---|---|
| Sjukfrånvaro, procent, Hela kommunen | 5,8 |
| Sjukfrånvaro, procent, Socialnämnden | 7,1 |
| Sjukfrånvaro, procent, Tekniska nämnden | 3,3 |
"""
SHEET = """# Nyckeltal 2041

Vikstad kommun

| Nyckeltal | Utfall 2041 |
|---|---|
| Matsvinn i skolan (gram) | 41 |
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    reports = {"arsredovisning-2041.md": REPORT, "nyckeltal-2041.md": SHEET}
    return read_reports(tmp_path_factory.mktemp("agreeing"), reports)


def ask(library: MemoryLibrary, *questions: str) -> Answer:
    conversation = Conversation()
    for question in questions:
        found, conversation = answer(Question(question), conversation, library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    "questions",
    [
        ("är dokumenten överens om matsvinnet?",),
        ("hur stort är matsvinnet i skolan?", "är dokumenten överens?"),
        ("Hur stort är matsvinnet i skolan? Är rapporterna ense?",),
    ],
)
def test_both_values_are_told(questions: tuple[str, ...], vikstad: MemoryLibrary) -> None:
    told = ask(vikstad, *questions)
    assert "41" in told.text
    assert "44" in told.text
    assert told.conflicts


def test_parts_of_a_thing_do_not_contradict_it(vikstad: MemoryLibrary) -> None:
    told = ask(vikstad, "finns det motsägelser om sjukfrånvaron?")
    assert "säger emot varandra" in told.text
    assert not told.conflicts
