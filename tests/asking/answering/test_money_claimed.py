"""Amounts that a question takes for granted are put right in the first sentence."""

from __future__ import annotations

import re

import pytest
from fakes import MemoryLibrary
from money_worlds import money_library

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question


@pytest.fixture(scope="module")
def money() -> MemoryLibrary:
    return money_library()


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("gick parknämnden back 50 miljoner 2041?", "annat belopp.*-2 200 tkr"),
        ("stämmer det att parknämnden gick back 9 miljoner 2041?", "annat belopp.*-2 200 tkr"),
        ("är budgeten för skolnämnden 2041 900 miljoner?", "annat belopp.*-310 400 tkr"),
    ],
)
def test_another_amount(question: str, first: str, money: MemoryLibrary) -> None:
    made, _ = answer(Question(question), Conversation(), money, None)
    assert re.search(first, made.text.partition("[")[0]), made.text


def test_the_amount_itself_is_not_denied(money: MemoryLibrary) -> None:
    made, _ = answer(
        Question("gick parknämnden back 2,2 miljoner 2041?"), Conversation(), money, None
    )
    assert "annat belopp" not in made.text
