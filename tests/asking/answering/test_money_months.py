"""What is reckoned at one time of the year is no answer for another."""

from __future__ import annotations

import pytest
from fakes import Draft, MemoryLibrary
from money_worlds import Table, with_tables

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import DocumentKind, Question

FORECAST = Table(
    "Driftsprognos",
    (("budget", "2041"), ("prognos", "2041")),
    (("Parknämnden", "-90 500", "-91 700"), ("Skolnämnden", "-310 400", "-309 900")),
    "tkr",
)


@pytest.fixture(scope="module")
def spring() -> MemoryLibrary:
    report = Draft(
        "april.txt",
        "Månadsuppföljning april 2041",
        "Granviks kommun",
        DocumentKind.MONTHLY,
        2041,
        period="april 2041",
    )
    return MemoryLibrary([with_tables(report, FORECAST).extraction()])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("vad är prognosen för parknämnden", True),
        ("vad är prognosen i april för parknämnden", True),
        ("vad säger prognosen per april för parknämnden", True),
        ("vad är prognosen i oktober för parknämnden", False),
        ("vad säger prognosen per augusti för parknämnden", False),
        ("prognos för skolnämnden efter augusti 2041", False),
    ],
)
def test_a_forecast_is_of_its_own_month(question: str, told: bool, spring: MemoryLibrary) -> None:
    made, _ = answer(Question(question), Conversation(), spring, None)
    assert made.abstained is not told, made.text
