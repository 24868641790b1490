"""Forms of one verb, which the stemmer does not bring together."""

from __future__ import annotations

import pytest

from plansvar.language.lexicon import Lexicon
from plansvar.language.verbs import is_verb, same_verb


@pytest.mark.parametrize(
    ("word", "other"),
    [("bor", "bodde"), ("bodde", "bo"), ("stänger", "stängt"), ("växte", "vuxit"), ("ägs", "äger")],
)
def test_the_other_forms_are_known(word: str, other: str) -> None:
    assert other in same_verb(word)


def test_a_participle_that_may_be_a_noun_is_no_other_form() -> None:
    assert "boende" not in same_verb("bor")
    assert same_verb("simhall") == frozenset()


@pytest.mark.parametrize(
    ("word", "verb"), [("öppnade", True), ("är", True), ("hemtjänst", False), ("trygg", False)]
)
def test_verbs_are_told_from_labels(word: str, verb: bool) -> None:
    assert is_verb(word) is verb


def test_not_all_that_ends_alike_is_a_compound() -> None:
    lexicon = Lexicon({"frisk": 1, "brand": 1, "brandrisk": 1, "obligatorisk": 1, "trygg": 1}, 5)
    assert set(lexicon.variants("risk")) == {"brandrisk"}
    assert "trygg" in lexicon.variants("tryggare")
