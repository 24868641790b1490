"""Verdicts that tables print in words, units judged by aspect, undertakings told by headings."""

from __future__ import annotations

import re

import pytest
from fakes import Draft, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import DocumentKind, Question

COLUMNS = "utfall 2041 totalt | mål 2041 totalt | prognos helår totalt"
GOALS = {
    "Rena stigar": "61 | 70 | Nås inte",
    "Fler båtplatser": "55 | 50 | Nås delvis",
    "Trygga gångvägar": "80 | 75 | Nås",
}


@pytest.fixture(scope="module")
def report() -> MemoryLibrary:
    draft = Draft("delar.txt", "Delårsrapport 2041", "Granviks kommun", DocumentKind.INTERIM, 2041)
    draft.heading("Mål").text(*(f"{name} | {values}" for name, values in GOALS.items()))
    draft.done()
    for name, values in GOALS.items():
        draft.indicator(name, values, COLUMNS, kind="mål")
    return MemoryLibrary([draft.extraction()])


# question, what the answer holds, what it does not hold
SAID = [
    ("vilka mål ser inte ut att nås", "Rena stigar.*Nås inte", "båtplatser|gångvägar"),
    ("vilka mål nås delvis", "Fler båtplatser.*Nås delvis", "stigar|gångvägar"),
    ("vilka mål blir bara halvbra", "Fler båtplatser", "stigar|gångvägar"),
    ("vilka mål väntas nås", "Trygga gångvägar.*80", "stigar|båtplatser"),
    ("hur många mål nås inte", "1 av 3", "båtplatser"),
]


@pytest.mark.parametrize(("question", "held", "not_held"), SAID)
def test_printed_verdicts_go_before_figures(
    question: str, held: str, not_held: str, report: MemoryLibrary
) -> None:
    said, _ = answer(Question(question), Conversation(), report, None)
    assert re.search(held, said.text, re.DOTALL), said.text
    assert not re.search(not_held, said.text), said.text
