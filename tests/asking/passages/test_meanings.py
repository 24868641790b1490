"""Other words for the words of a question."""

from __future__ import annotations

import pytest

from plansvar.asking.passages.meanings import meanings


@pytest.mark.parametrize(
    ("word", "other", "stands"),
    [
        ("personalomsättning", "avgångar", True),
        ("personalomsättning", "rörlighet", False),  # its stem is a piece of quite other words
    ],
)
def test_other_words_are_those_whose_stems_tell(word: str, other: str, stands: bool) -> None:
    assert (other in meanings(word, "sv")[word]) is stands
