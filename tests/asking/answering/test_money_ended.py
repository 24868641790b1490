"""Where units ended, in words of their own, and investments joined to a name."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from money_worlds import money_library

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question


@pytest.fixture(scope="module")
def money() -> MemoryLibrary:
    return money_library()


def _ask(question: str, library: MemoryLibrary) -> Answer:
    return answer(Question(question), Conversation(), library, None)[0]


# question, the units that the answer names, one that it does not
ENDED = [
    ("vilka nämnder slutade på minus 2041", ["Parknämnden"], "Skolnämnden"),
    ("vilka nämnder slutade på plus 2041?", ["Skolnämnden"], "Parknämnden"),
    ("vilka nämnder hamnade inte på noll 2041", ["Parknämnden", "Skolnämnden"], "Hamnnämnden"),
]


@pytest.mark.parametrize(("question", "named", "other"), ENDED, ids=[s[0] for s in ENDED])
def test_where_units_ended(
    question: str, named: list[str], other: str, money: MemoryLibrary
) -> None:
    made = _ask(question, library=money)
    assert [name in made.text for name in named] == [True] * len(named), made.text
    assert other not in made.text, made.text


def test_a_name_joined_to_investments_is_one_of_those(money: MemoryLibrary) -> None:
    made = _ask("hur stora var parknämnden-investeringarna 2041", library=money)
    assert "8,0" in made.text, made.text
    assert "90 500" not in made.text, made.text
