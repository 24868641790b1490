"""Amounts that a question names word by word, side by side or alone, over invented tables."""

from __future__ import annotations

import re

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
    made, _ = answer(Question(question), Conversation(), library, None)
    return made


# question, what the answer holds, what it does not hold
SAID = [
    ("skillnaden mellan skolnämnden och parknämnden 2041", "217 200 tkr mer", "442"),
    ("hur mycket större är skolnämnden än parknämnden 2043?", "233 500 tkr mer", "442"),
    ("hur mycket mer får skolnämnden än parknämnden 2043?", "233 500 tkr mer", "442"),
    ("parknämnden plus hamnnämnden 2040?", "128 700", "442"),
    ("summan av bokslutet för parknämnden och hamnnämnden 2040", "128 700", "442"),
    ("vad blir ny ishall och bron över ån tillsammans", "85,0", "93,0"),
    ("hur mycket budgeterades för ny ishall och bron över ån ihop", "82,0", "85,0"),
    ("jämför skatteintäkter och låneskuld 2039", "262,7", "412,0"),
    ("vilken är störst av skatteintäkter och låneskuld 2039", "Skatteintäkter.*262,7", "445"),
    ("vem gick mest back 2041, skolnämnden eller parknämnden", "Parknämnden.*-2 200", "Hamn"),
    ("är ny ishall dyrare än bron över ån?", "36,0 mnkr", "93,0"),
]


@pytest.mark.parametrize(("question", "held", "never"), SAID)
def test_side_by_side(question: str, held: str, never: str, money: MemoryLibrary) -> None:
    made = _ask(question, money)
    assert re.search(held, made.text, re.DOTALL), made.text
    assert not re.search(never, made.text), made.text


@pytest.mark.parametrize(
    "question",
    [
        "skillnaden i sjukfrånvaro mellan skolnämnden och parknämnden",
        "hur många anställda har skolnämnden och parknämnden tillsammans",
        "skillnaden mellan skolnämnden och parknämnden 2039",
        "hur stor är låneskulden per invånare",
    ],
)
def test_nothing_else_is_passed_over(question: str, money: MemoryLibrary) -> None:
    assert _ask(question, money).abstained


# question, what the answer holds, what it does not hold
ALONE = [
    ("vad landade skatteintäkterna på 2040", "430,0", "445,6"),
    ("vad hamnar parknämnden på 2043?", "-96 500", "-442"),
    ("hur många kronor är låneskulden?", "190,0", "445,6"),
    ("procentuell förändring skatteintäkter 2040 till 2041", "3,6 procent", "-442"),
    ("hur stor del av totalen är skolnämnden 2041", "69,8|70,2", "Parknämnden"),
    ("drog parknämnden över budgeten 2041?", "-2 200", "Skolnämnden"),
    ("hur många procent över budget var parknämnden 2041", "2,4 procent", "Skolnämnden"),
    ("vad har parknämnden i driftbudget 2041", "-90 500", "-92 700"),
    ("vad räknar man med att parknämnden blir 2043?", "-96 500", "-442"),
]


@pytest.mark.parametrize(("question", "held", "never"), ALONE)
def test_alone(question: str, held: str, never: str, money: MemoryLibrary) -> None:
    made = _ask(question, money)
    assert re.search(held, made.text, re.DOTALL), made.text
    assert not re.search(never, made.text), made.text
