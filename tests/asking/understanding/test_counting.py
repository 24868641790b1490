"""What "hur många" counts has to be what a row's name counts."""

from __future__ import annotations

import pytest

from plansvar.asking.understanding.counting import _halves


@pytest.mark.parametrize(
    ("name", "counted", "beside"),
    [
        ("Lärare i grundskolan", ["lar"], ["i", "grundskol"]),
        ("Barn i familjehem", ["barn"], ["i", "familjehem"]),
        ("Hushåll med ekonomiskt bistånd", ["hushall", "med", "ekonom", "bistand"], []),
    ],
)
def test_a_name_counts_what_stands_before_its_place(
    name: str, counted: list[str], beside: list[str]
) -> None:
    before, behind = _halves(name)
    assert [bool(before), bool(behind)] == [bool(counted), bool(beside)]
    assert len(before) == len(counted)
    assert len(behind) == len(beside)
