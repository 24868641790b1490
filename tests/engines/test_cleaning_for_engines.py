"""What every engine does to a text first."""

from __future__ import annotations

import pytest

from plansvar.engines.cleaning import MOST_CHARACTERS, clean


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Mål  och\n medel ", "Mål och medel"),
        ("\ud83d\ude00", "😀"),
        ("a\ud800b", "a\ufffdb"),
        ("\udc00", "\ufffd"),
        ("\ufeffmål", "\ufeffmål"),
        ("", ""),
    ],
)
def test_clean(given: str, expected: str) -> None:
    assert clean(given) == expected


def test_length_is_bounded_after_white_space() -> None:
    assert clean(" " * 100_000 + "slut") == "slut"
    assert len(clean("x" * 100_000)) == MOST_CHARACTERS
