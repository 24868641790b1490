"""Signs that a question names, as printed or in words."""

import pytest

from plansvar.asking.answering.signs import signs_asked


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("vad betyder *** i tabellen", ["***"]),
        ("vad betyder tre stjärnor", ["***"]),
        ("vad står stjärnan för", ["*"]),
        ("what do the two asterisks mean", ["**"]),
        ("vad betyder grön", []),
    ],
)
def test_signs_are_read_from_words(text: str, signs: list[str]) -> None:
    assert signs_asked(text) == signs
