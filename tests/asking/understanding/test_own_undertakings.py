"""A unit's undertakings: those of its own plan, where only its people answer for them, and those
that it answers for in other documents, be it by a short form."""

from __future__ import annotations

import pytest
from fakes import Draft, MemoryLibrary

from plansvar.asking.conversation import Conversation
from plansvar.asking.evidence.selecting import commitments
from plansvar.asking.understanding.understanding import understand
from plansvar.domain import DocumentKind

TOWN, UNIT, SHORT = "Granviks kommun", "Fritidsnämnden", "FRN"


def _library(answering: str) -> MemoryLibrary:
    plan = Draft("plan.txt", "Verksamhetsplan 2041", TOWN, DocumentKind.PLAN, 2041, UNIT)
    plan.heading("Att göra").text(f"Rusta upp badet {answering}", "Öppna biblioteket Badchef")
    plan.done()
    plan.commitment("Rusta upp badet", (answering,)).commitment("Öppna biblioteket", ("Badchef",))
    budget = Draft("budget.txt", "Budget 2041", TOWN, DocumentKind.BUDGET, 2041)
    budget.heading("Uppdrag").text(
        f"Starta en musikskola {SHORT}", "Laga taken SBN", f"{UNIT} ({SHORT}) leder."
    ).done()
    budget.commitment("Starta en musikskola", (SHORT,)).commitment("Laga taken", ("SBN",))
    budget.abbreviation(SHORT, UNIT)
    return MemoryLibrary([plan.extraction(), budget.extraction()])


@pytest.mark.parametrize("name", [UNIT.lower(), SHORT])
def test_of_its_own_plan_and_elsewhere(name: str) -> None:
    library = _library("Enhetschef Eva Ek")
    query = understand(f"Vilka åtaganden har {name}?", Conversation(), library, None)
    assert query.scope.organisations == (UNIT,)
    found = {row.text for row in commitments(query, library)}
    assert found == {"Rusta upp badet", "Öppna biblioteket", "Starta en musikskola"}


@pytest.mark.parametrize(
    ("answering", "question"),
    [
        ("Enhetschef Eva Ek", f"Vilka åtaganden ansvarar {SHORT} för?"),
        (SHORT, f"Vilka åtaganden har {SHORT}?"),
    ],
)
def test_who_answers_is_kept_where_it_is_asked_or_printed(answering: str, question: str) -> None:
    query = understand(question, Conversation(), _library(answering), None)
    assert query.conditions.responsible == (SHORT,)
