"""Months that a hyphen joins: a stretch that the vocabulary knows, or two months."""

from __future__ import annotations

import pytest

from plansvar.asking.understanding.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("jan-april 2029", ["januari-april", "2029"]),
        ("jan-aug", ["januari-augusti"]),
        ("maj-juni", ["maj", "juni"]),
        ("e-petition", ["e-petition"]),
    ],
)
def test_a_stretch_of_months_is_read_as_such(text: str, keys: list[str]) -> None:
    assert [token.key for token in tokenise(text)] == keys


def test_each_month_keeps_its_place() -> None:
    text = "i maj-juni"
    cut = [text[token.span.start : token.span.end] for token in tokenise(text)]
    assert cut == ["i", "maj", "juni"]
