"""A phrase of words that need not be linked has to be no more than its words have."""

from __future__ import annotations

import pytest
from worlds import Row, world

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Operation, Scope
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.reading import contents, read
from plansvar.asking.understanding.understanding import understand

LIBRARY = world(
    Row("Nyföretagande och service", ("5", "4", "6")),
    Row("Minst 500 företag skapas", ("281", "411", "500")),
)


@pytest.mark.parametrize(
    ("asked", "weak"),
    [
        ("hur många nya bolag har startats?", True),
        ("hur många nya bolag blev det?", False),  # nothing else is said
    ],
)
def test_a_phrase_of_weak_words(asked: str, weak: bool) -> None:
    catalogue = catalogue_of(LIBRARY)
    said = contents(read(asked, 0, catalogue, Scope()), frozenset(), catalogue)
    assert [c.weak for c in said if c.words.text == "nya bolag"] == [weak]


@pytest.mark.parametrize(
    "asked",
    ["How many new companies had started by August?", "How many businesses started in 2031?"],
)
def test_companies_that_started_are_no_tasks_under_way(asked: str) -> None:
    query = understand(asked, Conversation(), LIBRARY, None)
    assert [link.name for link in query.links] == ["Minst 500 företag skapas"]
    assert query.operation is Operation.VALUE
