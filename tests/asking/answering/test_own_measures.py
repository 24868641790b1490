"""Tables that give rows measures of the documents' own, and kinds that tables call otherwise."""

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

## Resultat

| Nyckeltal | Utfall 2040 | Utfall 2041 | Riket 2041 |
|---|---|---|---|
| Meritvärde i årskurs 9 | 219 | 223 | 227 |
| Frånvaro i årskurs 9 (%) | 9 | 8 | 7 |

## Skolor 2041

| Skola | Elever | Meritvärde |
|---|---|---|
| Björkskolan | 310 | 231 |
| Almskolan | 190 | 214 |
| Kommunen totalt | 500 | 223 |
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("measures"), {"arsredovisning.md": REPORT})


def ask(library: MemoryLibrary, question: str) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("question", "held", "not_held"),
    [
        ("hur står sig meritvärdet mot riket", r"223.*227", "231"),
        ("meritvärdet på Almskolan", "214", "223"),
        ("vilken skola har högst meritvärde", "Björkskolan", "Almskolan|totalt"),
        ("vilken skola har minst antal elever", "Almskolan", "Björkskolan”"),
    ],
)
def test_a_measure_that_rows_are_named_by_too(
    question: str, held: str, not_held: str, vikstad: MemoryLibrary
) -> None:
    told = ask(vikstad, question).text
    assert re.search(held, told, re.S), told
    assert not re.search(not_held, told), told
