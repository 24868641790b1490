"""English words and the Swedish ones that they stand for."""

from __future__ import annotations

import pytest

from plansvar.language.english import english_words


@pytest.mark.parametrize(
    ("english", "swedish"),
    [
        ("library", "bibliotek"),
        ("libraries", "bibliotek"),
        ("fire services", "räddningstjänst"),
        ("replaced", "ersätta"),
        ("investing", "investera"),
    ],
)
def test_all_forms_stand_for_the_swedish_word(english: str, swedish: str) -> None:
    assert (english, swedish) in english_words()
