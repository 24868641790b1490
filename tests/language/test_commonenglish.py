"""English words of no matter of their own."""

import pytest

from plansvar.language.commonenglish import common_english


@pytest.mark.parametrize(
    "word", ["reported", "reporting", "carries", "carried", "held", "considerably", "biggest"]
)
def test_forms_of_light_words_are_known(word: str) -> None:
    assert word in common_english()


@pytest.mark.parametrize("word", ["school", "nurse", "snow", "library"])
def test_words_of_matter_are_not_light(word: str) -> None:
    assert word not in common_english()
