"""Words as they are compared."""

from __future__ import annotations

import pytest

from plansvar.language.folding import stem, words


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


def test_those_who_do_a_thing_are_not_what_they_do() -> None:
    assert stem("lärare") == stem("lärarna") != stem("lära")
    assert stem("ledarnas") == stem("ledare") != stem("leder")
