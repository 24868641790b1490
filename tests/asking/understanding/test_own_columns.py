"""Rows of tables with columns of their own: what a column says of the thing that a row names."""

from __future__ import annotations

import pytest
from fakes import Draft, MemoryLibrary

from plansvar.asking.conversation import Conversation
from plansvar.asking.understanding.understanding import understand
from plansvar.domain import DocumentKind

SCHOOLS = {"Bergaskolan (F–9)": "412 | 71 | 80", "Ekskolan": "95 | 60 | 77"}
COLUMNS = (
    "elever 2041 totalt | lärare med behörighet 2041 totalt"
    " | behöriga till gymnasiet, åk 9 2041 totalt"
)


@pytest.fixture(scope="module")
def schools() -> MemoryLibrary:
    draft = Draft("tal.txt", "Nyckeltal 2041", "Granviks kommun", DocumentKind.ANNUAL, 2041)
    draft.heading("Skolor").text(*(f"{name} | {values}" for name, values in SCHOOLS.items()))
    draft.done()
    for name, values in SCHOOLS.items():
        draft.indicator(name, values, COLUMNS)
    return MemoryLibrary([draft.extraction()])


@pytest.mark.parametrize(
    ("asked", "name", "measure"),
    [
        ("hur många elever har bergaskolan?", "Bergaskolan (F–9)", "elever"),
        ("behöriga till gymnasiet på ekskolan", "Ekskolan", "behöriga till gymnasiet, åk 9"),
        ("lärare med behörighet på bergaskolan?", "Bergaskolan (F–9)", "lärare med behörighet"),
    ],
)
def test_a_column_of_a_row(schools: MemoryLibrary, asked: str, name: str, measure: str) -> None:
    query = understand(asked, Conversation(), schools, None)
    assert ([link.name for link in query.links], query.measures) == ([name], (measure,))


def test_a_part_of_those_counted_is_not_all(schools: MemoryLibrary) -> None:
    query = understand("hur många lärare arbetar på ekskolan?", Conversation(), schools, None)
    assert query.measures == ()
