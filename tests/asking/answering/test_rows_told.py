"""Key figures told by their year, group, limit and share, over an invented report."""

from __future__ import annotations

import re

import pytest
from fakes import FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

REPORT = """# Årsredovisning 2041

Vikstad kommun

## Mål

| Mål | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Nöjda besökare i ishallen (%) | 70 | 71 | minst 75 |
| Besök på museet (antal) | 4 100 | 4 300 | minst 4 000 |
| Lärare med legitimation (%) | 66 | 69 | minst 68 |
| Elever med frånvaro över 20 procent (%) | 9 | 11 | högst 8 |

## Avgifter

| Avgift | Enhet | Utfall 2040 | Utfall 2041 |
|---|---|---|---|
| Avgift, Musikskolan | per termin | 900 | 950 |
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("rows")
    (folder / "arsredovisning.md").write_text(REPORT, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


def ask(library: MemoryLibrary, question: str) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("vilka mål kom inte ända fram till målvärdet", "Nöjda besökare"),
        ("hur stor andel av målen nåddes 2041", r"50 %"),
        ("hur många procent av lärarna är legitimerade", r"69 %"),
        ("hur stor andel elever har frånvaro över 20 procent", r"11 %"),
        ("hur mycket måste frånvaron pressas ner för att nå målet", r"\b3\b"),
        ("vilket mål ökade mest", "frånvaro"),
    ],
)
def test_a_row_is_told(vikstad: MemoryLibrary, question: str, wanted: str) -> None:
    found = ask(vikstad, question)
    assert not found.abstained, found.interpretation
    assert re.search(wanted, found.text), found.text


@pytest.mark.parametrize(
    "question",
    ["hur nöjda är museibesökarna", "hur många barn går i musikskolan"],
)
def test_a_row_of_something_else_is_no_answer(vikstad: MemoryLibrary, question: str) -> None:
    assert ask(vikstad, question).abstained
