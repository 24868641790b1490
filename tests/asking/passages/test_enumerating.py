"""A passage names as many things as are asked for, on one side of their number."""

from __future__ import annotations

import pytest

from plansvar.asking.passages.enumerating import lists_enough

WHICH = "Vilka är de tre hamnarna?"


@pytest.mark.parametrize(
    ("question", "piece", "expected"),
    [
        (WHICH, "Tre hamnar rustas: Norra, Södra och Yttre.", True),
        (WHICH, "Norra, Södra och Yttre är de tre hamnarna.", True),
        (WHICH, "Norra, Södra och Yttre rustas.", True),
        (WHICH, "3 hamnar rustas: Norra, Södra och Yttre.", True),
        (WHICH, "(Parknämnden, alla.) Tre hamnar rustas utifrån djup och läge.", False),
        (WHICH, "Tre hamnar rustas utifrån djup och läge.", False),
        ("Vilka hamnar rustas?", "Tre hamnar rustas utifrån djup och läge.", True),
    ],
)
def test_things_stand_on_one_side_of_their_number(
    question: str, piece: str, expected: bool
) -> None:
    assert lists_enough(question, [piece]) is expected
