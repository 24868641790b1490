"""The whole municipality's result beside the year before, and causes under a heading of a kind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import Draft, MemoryLibrary
from money_worlds import Table, with_tables

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, DocumentKind, Question

RESULTS = Table(
    "Driftredovisning",
    (("budget", "2041"), ("prognos", "2041"), ("bokslut", "2040")),
    (
        ("Parknämnden", "0,0", "2,5", "-1,0"),
        ("Parknämndens resultat", "0,0", "2,5", "-1,0"),
        ("Totalt kommunen", "14,6", "23,5", "11,1"),
    ),
    "mnkr",
)
CAUSES = (
    ("Personalkostnader", "Lönerna avviker på grund av lägre intäkter från skolan än väntat."),
    ("Verksamhetens intäkter", "Intäkterna ökar på grund av ett nytt bidrag till lekplatser."),
)


@pytest.fixture(scope="module")
def town() -> MemoryLibrary:
    whole = Draft("april.txt", "Uppföljning 2041", "Granviks kommun", DocumentKind.INTERIM, 2041)
    park = Draft("park.txt", "Uppföljning 2041", "Granviks kommun", DocumentKind.INTERIM, 2041)
    for heading, told in CAUSES:
        park.heading(heading).text(told)
    park.heading("Finansiering").text(
        "Överskottet är 9,0 mnkr. Av det kommer 4,0 mnkr från ränta, 2,0 mnkr från skatt."
    )
    park.done()
    with_tables(whole, RESULTS)
    whole.amounts[:] = [
        replace(row, place=replace(row.place, organisation="Parknämnden"))
        if row.what.startswith("Parknämndens")
        else row
        for row in whole.amounts
    ]
    return MemoryLibrary([whole.extraction(), park.extraction()])


def _ask(question: str, library: MemoryLibrary) -> Answer:
    return answer(Question(question), Conversation(), library, None)[0]


@pytest.mark.parametrize(
    "question",
    [
        "blir kommunens resultat 2041 bättre än 2040?",
        "jämför kommunens resultat 2041 med bokslutet 2040",
    ],
)
def test_what_is_expected_is_set_beside_what_came_out(question: str, town: MemoryLibrary) -> None:
    made = _ask(question, town)
    assert "23,5" in made.text, made.text
    assert "11,1" in made.text, made.text


def test_what_was_planned_is_told_where_it_is_asked_for(town: MemoryLibrary) -> None:
    made = _ask("hur mycket högre är kommunens budget 2041 än bokslutet 2040?", town)
    assert "23,5" not in made.text, made.text


def test_a_cause_under_the_heading_asked_for_goes_first(town: MemoryLibrary) -> None:
    made = _ask("varför blir intäkterna högre än tänkt?", town)
    assert made.text.startswith("Under rubriken Verksamhetens intäkter"), made.text


def test_parts_may_stand_right_behind_their_sum(town: MemoryLibrary) -> None:
    made = _ask("räcker posterna som räknas upp till överskottet på 9,0 mnkr?", town)
    assert "6,0" in made.text or "3,0" in made.text, made.text
