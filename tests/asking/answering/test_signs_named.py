"""Signs that a question names in words."""

from __future__ import annotations

import pytest

from plansvar.asking.answering.signs import signs_asked


@pytest.mark.parametrize(
    ("question", "signs"),
    [
        ("vad betyder tre stjärnor i tabellen", ["***"]),
        ("what do the stars mean", ["*"]),
        ("vad står strecket för", ["–", "-", "−", "streck"]),
        ("när kom bygget till start", []),
        ("är det starkt", []),
        ("en treanpassad lokal", []),
    ],
)
def test_words_for_signs(question: str, signs: list[str]) -> None:
    assert signs_asked(question) == signs
