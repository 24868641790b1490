"""What a question for a cause takes for granted."""

import pytest

from plansvar.asking.query import Change
from plansvar.asking.understanding.found import Found
from plansvar.asking.understanding.languages import language_of
from plansvar.asking.understanding.lexicon import lexicon
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.supposing import asks_how_it_can_be, change_supposed
from plansvar.asking.understanding.tokens import tokenise


def reading(text: str) -> Reading:
    tokens = tokenise(text)
    language = language_of(tokens)
    return Reading(text, tokens, lexicon(language).match(tokens), Found(), language)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("varför gick folk mindre på bio", [Change.DOWN.value]),
        ("varför åker fler buss", [Change.UP.value]),
        ("varför blev det mer än planerat", []),
        ("hur många fler åker buss", []),
    ],
)
def test_degrees_suppose_a_change(text: str, changes: list[str]) -> None:
    assert change_supposed(reading(text)) == changes


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("hur kan nämnden gå back", True),
        ("hur kan jag gå med i nämnden", False),
        ("hur kan nämnden kontaktas", False),
    ],
)
def test_how_it_can_be_is_a_cause(text: str, asks: bool) -> None:
    assert asks_how_it_can_be(reading(text)) is asks
