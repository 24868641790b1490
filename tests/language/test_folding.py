"""Words as they are compared."""

from __future__ import annotations

import pytest

from plansvar.language.folding import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Självfinansieringsgrad¹ , %", ["självfinansieringsgrad"]),
        ("Nöjda brukare²", ["nöjda", "brukare"]),
        ("Energi, kWh/m²", ["energi", "kwh/m2"]),
        ("Mål 1.2", ["mål", "1.2"]),
    ],
)
def test_marks_of_notes_are_no_part_of_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected
