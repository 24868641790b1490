"""Values of quarters: the newest that has a value, and the same quarter of the year before."""

from __future__ import annotations

import pytest
from fakes import Draft, MemoryLibrary

from plansvar.asking.conversation import Conversation
from plansvar.asking.evidence.periods import part_of_year, same_period
from plansvar.asking.evidence.reading import read
from plansvar.domain import DocumentKind, Question
from plansvar.pipeline import answer_question

QUARTERS = [f"utfall Kv\u00a0{n}\u00a0{year} totalt" for year in (2040, 2041) for n in (1, 2, 3, 4)]
VALUES = "11 | 12 | 13 | 14 | 21 | 22 | 23 | .."


@pytest.fixture(scope="module")
def reports() -> MemoryLibrary:
    draft = Draft("tal.txt", "Nyckeltal 2041", "Granviks kommun", DocumentKind.ANNUAL, 2041)
    draft.heading("Tal").text(f"Anmälda lekplatser | {VALUES}").done()
    draft.indicator("Anmälda lekplatser", VALUES, " | ".join(QUARTERS))
    return MemoryLibrary([draft.extraction()])


@pytest.mark.parametrize(
    ("period", "part"),
    [("Kv 3 2041", 3), ("2041 Q2", 2), ("kvartal 1", 1), ("2041", 0), ("jan-aug 2041", 0)],
)
def test_the_part_of_a_year(period: str | None, part: int) -> None:
    assert part_of_year(period) == part


def test_a_quarter_is_the_same_in_other_words() -> None:
    assert same_period("kvartal 1", "Kv 1 2041")
    assert not same_period("kvartal 1", "Kv 2 2041")


def test_the_newest_quarter_with_a_value(reports: MemoryLibrary) -> None:
    values = read(reports.indicators()[0])
    assert [o.raw for o in values.observations] == ["23", "13"]


@pytest.mark.parametrize(
    ("asked", "held", "not_held"),
    [
        ("hur många anmälda lekplatser kv2 2041?", "22", "21"),
        ("anmälda lekplatser första kvartalet 2040", "11", "12"),
        ("anmälda lekplatser Q3 2041", "23", "22"),
    ],
)
def test_a_quarter_asked_for(reports: MemoryLibrary, asked: str, held: str, not_held: str) -> None:
    answer, _ = answer_question(Question(asked), reports, None, Conversation())
    assert f"är {held}" in answer.text
    assert f"är {not_held}" not in answer.text
