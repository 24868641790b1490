"""Groups of ages and days by their ends."""

from __future__ import annotations

import pytest

from plansvar.language.agegroups import OPEN, Group, group_of, words_in


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("29 år och yngre", Group(0, 29)),
        ("30–49 år", Group(30, 49)),
        ("50 år och äldre", Group(50, OPEN)),
        ("under 30", Group(0, 29)),
        ("50+", Group(50, OPEN)),
        ("mellan 30 och 49 år", Group(30, 49)),
        ("varav 60 dagar eller mer, %", Group(60, OPEN, of_days=True)),
        ("därav längre än 60 dagar", Group(61, OPEN, of_days=True)),
        ("kvinnor", None),
        ("över 15 procent", None),
        ("2031", None),
    ],
)
def test_the_ends_of_a_group(name: str, group: Group | None) -> None:
    assert group_of(name) == group


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("29 år och yngre", "under 30", True),
        ("50-99", "äldre än 50 år", True),
        ("30-49", "30-39", False),
        ("60 dagar eller mer", "60 år och äldre", False),
    ],
)
def test_groups_alike_however_they_are_said(one: str, other: str, alike: bool) -> None:
    first, second = group_of(one), group_of(other)
    assert first is not None
    assert second is not None
    assert first.is_like(second) is alike


def test_words_for_all_ages_and_the_youngest() -> None:
    assert list(words_in("sjukfrånvaro efter ålder", "all"))
    assert list(words_in("och de yngsta?", "youngest"))
    assert not list(words_in("äldreomsorgen", "oldest"))
