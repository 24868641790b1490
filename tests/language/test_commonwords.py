"""Common words are known in all their forms, and words of the matter are not among them."""

import pytest

from plansvar.language.commonwords import adjective_forms, common_words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("rimlig", {"rimlig", "rimligt", "rimliga", "rimligare", "rimligast"}),
        ("usel", {"usla", "uselt"}),
        ("skral", {"skralt", "skrala"}),
        ("oroande", {"oroande"}),
    ],
)
def test_forms_of_adjectives(word: str, expected: set[str]) -> None:
    assert expected <= set(adjective_forms(word))


def test_words_of_the_matter_are_not_common() -> None:
    assert not {"ekonomiskt", "boende", "skatt", "kvinnor", "digital"} & common_words()


@pytest.mark.parametrize("word", ["mesta", "totalen", "summorna", "principen"])
def test_words_for_figures_and_judgements_are_common(word: str) -> None:
    assert word in common_words()


@pytest.mark.parametrize("word", ["personal", "händelser", "gränsen", "ansikten", "riktlinjen"])
def test_things_and_people_are_not(word: str) -> None:
    assert word not in common_words()


def test_other_languages_have_none() -> None:
    assert common_words("en") == frozenset()
