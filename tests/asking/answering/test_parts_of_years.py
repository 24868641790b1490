"""Eight months' outcome is never held against a whole year's budget."""

from __future__ import annotations

import pytest

from plansvar.asking.answering.money_rows import is_part_of_year


@pytest.mark.parametrize(
    ("heading", "is_part"),
    [
        ("Utfall jan–aug 2042", True),
        ("Utfall delår 2 2042", True),
        ("Budget 2042", False),
        ("Utfall 2042", False),
        ("Utfall 2042-12-31", False),
        ("Budget", False),
    ],
)
def test_a_heading_says_a_part_of_a_year_or_a_whole_one(heading: str, is_part: bool) -> None:
    assert is_part_of_year(heading) is is_part
