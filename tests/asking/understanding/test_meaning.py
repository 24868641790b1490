"""What a question asks by the order of its words."""

from __future__ import annotations

import pytest

from plansvar.asking.query import Change, Conditions
from plansvar.asking.understanding.meaning import asks_how_to, without_aim
from plansvar.language.alike import alike, decides_or_pays


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("hur ska kön kortas?", True),
        ("Hur tänker nämnden minska svinnet", True),
        ("hur har kön minskat?", False),
        ("ska kön kortas?", False),
        ("hur", False),
    ],
)
def test_how_to_bring_about_is_told_from_how_it_went(text: str, asks: bool) -> None:
    assert asks_how_to(text) is asks
    kept = without_aim(Conditions(change=Change.DOWN), text).change
    assert kept is (None if asks else Change.DOWN)


@pytest.mark.parametrize(
    ("word", "other", "stands"),
    [("kritiserade", "kritik", True), ("arvode", "lön", True), ("stenar", "kritik", False)],
)
def test_words_stand_for_each_other_in_all_their_forms(word: str, other: str, stands: bool) -> None:
    assert (other in alike(word)) is stands


def test_who_pays_is_not_who_answers() -> None:
    assert decides_or_pays("vem bekostar bron")
    assert not decides_or_pays("vem sköter bron")
