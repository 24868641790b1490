"""What is red is not told by a sentence that names no colour."""

from __future__ import annotations

import pytest

from plansvar.asking.passages.restricting import tells_colour


@pytest.mark.parametrize(
    ("assessments", "piece", "expected"),
    [
        (("röd",), "Parknämnden köper mindre mark än planerat.", False),
        (("röd",), "Hamnnämnden har två röda mål.", True),
        (("gul", "röd"), "Hamnnämnden har två röda mål.", True),
        (("gul",), "Hamnnämnden har två röda mål.", False),
        (("ej uppfyllt",), "Målet nåddes aldrig.", True),
        ((), "Parknämnden köper mindre mark än planerat.", True),
    ],
)
def test_a_colour_is_told_by_its_name(
    assessments: tuple[str, ...], piece: str, expected: bool
) -> None:
    assert tells_colour(assessments, [piece]) is expected
