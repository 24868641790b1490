"""Whether printed deviations are the difference of the columns beside them."""

from __future__ import annotations

import pytest
from money_worlds import INVESTMENTS, UNITS, Table, money_library

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

WRONG = Table(
    "Driftredovisning",
    (("budget", "2041"), ("bokslut", "2041"), ("avvikelse", "2041")),
    (
        ("Parknämnden", "90,5", "92,7", "-2,2"),
        ("Skolnämnden", "310,4", "309,9", "0,7"),
        ("Hamnnämnden", "41,3", "41,0", "0,3"),
        ("Summa intäkter", "450,0", "452,0", "2,0"),
    ),
    "mnkr",
)


def ask(question: str, *tables: Table) -> Answer:
    library = money_library(*tables)
    return answer(Question(question), Conversation(), library, None)[0]


def test_a_whole_table_is_reckoned_row_by_row() -> None:
    found = ask("är avvikelserna rätt räknade?", UNITS, INVESTMENTS)
    assert "avvikelse 2041 är bokslut 2041 minus budget 2041" in found.text
    assert "alla 4 rader" in found.text


def test_a_row_that_is_wrong_is_told_and_one_of_the_other_sign_is_not() -> None:
    text = ask("är avvikelsen rätt räknad?", WRONG).text
    assert "3 av 4 rader" in text
    assert all(told in text for told in ("0,5", "0,7", "stämmer inte"))
    assert "omvänt tecken står ”Summa intäkter”" in text
    assert "Hamnnämnden" not in text


@pytest.mark.parametrize(
    ("question", "made", "verdict"),
    [
        ("stämmer avvikelsen för parknämnden?", "2,2", "Det stämmer."),
        ("är skolnämndens avvikelse rätt uträknad?", "0,5", "Det stämmer inte."),
        ("is the deviation of parknämnden correctly calculated?", "2,2", "That is right."),
    ],
)
def test_one_row_shows_its_reckoning(question: str, made: str, verdict: str) -> None:
    text = ask(question, WRONG).text
    assert made in text
    assert verdict in text
    assert "Hamn" not in text


def test_a_unit_without_a_row_gets_no_other_sum() -> None:
    found = ask("stämmer avvikelsen för kyrkonämnden?", WRONG)
    assert found.abstained


def test_a_sum_that_is_not_named_is_the_only_one_there_is() -> None:
    table = Table(
        "Ramar",
        (("budget", "2041"),),
        (("Bibliotek", "18,6"), ("Kulturskola", "10,3"), ("Summa", "28,9")),
        "mnkr",
    )
    assert "Delarna går ihop med summan" in ask("stämmer summan i budgeten för 2041?", table).text
