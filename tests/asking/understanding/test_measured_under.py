"""A goal that is only judged is asked for values through what measures it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import MemoryLibrary
from worlds import Row, report

from plansvar.asking.conversation import Conversation
from plansvar.asking.understanding.understanding import understand

GOAL, MEASURE = "Fler ska gå till badet", "Besök i badhuset"


@pytest.fixture(scope="module")
def town() -> MemoryLibrary:
    made = report(Row(GOAL, ("1", "2", "3")), Row(MEASURE, ("10", "12", "11")))
    goal, measure = made.indicators
    under = replace(measure.place, section=("Måluppfyllelse", f"Mål 6. {GOAL}"))
    rows = (replace(goal, observations=()), replace(measure, place=under))
    return MemoryLibrary([replace(made, indicators=rows)])


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("vad är värdet för fler ska gå till badet", MEASURE),
        ("vad är målet för fler ska gå till badet", MEASURE),
        ("vem ansvarar för fler ska gå till badet", GOAL),
    ],
)
def test_values_of_a_goal(question: str, named: str, town: MemoryLibrary) -> None:
    query = understand(question, Conversation(), town, None)
    assert [link.name for link in query.links] == [named]
