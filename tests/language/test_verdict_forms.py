"""Verdicts that no list holds as they stand."""

import pytest

from plansvar.language.verdict_forms import side_told


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("bedöms inte uppnås", "bad"),
        ("bedöms delvis uppnås", "middle"),
        ("målet bedöms uppfyllas", "good"),
        ("ser inte ut att nås", "bad"),
        ("bedöms inte kunna uppnås", "bad"),
        ("väntas inte helt nås", "middle"),
        ("uppfylls delvis", "middle"),
        ("riskerar att inte nås", "bad"),
    ],
)
def test_takes_the_side_that_its_words_say(said: str, side: str) -> None:
    assert side_told(said) == side


@pytest.mark.parametrize("said", ["kan uppnås", "nås i augusti", "inte nås delvis", "mål", ""])
def test_other_words_take_no_side(said: str) -> None:
    assert side_told(said) is None
