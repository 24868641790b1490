"""People's words against the words that an index holds."""

import pytest

from plansvar.language.folding import stem
from plansvar.language.lexicon import Lexicon

HELD = [
    "sjukfrånvaro",
    "bredband",
    "fordonsflottan",
    "mål",
    "biogastankstation",
    "skolan",
    "åtgärder",
]
LEXICON = Lexicon({stem(word): 2 for word in HELD}, total=20)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("sjukfrånvaron", "sjukfrånvaro"),  # inflected
        ("sjukfranvaro", "sjukfrånvaro"),  # without dots and rings
        ("sjukfrånvarro", "sjukfrånvaro"),  # misspelt
        ("biogas", "biogastankstation"),  # a piece of a longer word
        ("bredbandet", "bredband"),
    ],
)
def test_a_word_is_found_by_what_it_may_mean(asked: str, meant: str) -> None:
    assert stem(meant) in LEXICON.variants(asked)


@pytest.mark.parametrize("asked", ["elefant", "xyz", "skog", ""])
def test_a_word_that_nothing_resembles_is_not_found(asked: str) -> None:
    assert not LEXICON.variants(asked)


def test_the_same_word_is_surer_than_a_longer_one() -> None:
    lexicon = Lexicon({stem("bredband"): 1, stem("bredbandsutbyggnad"): 1}, total=5)
    found = lexicon.variants("bredband")
    assert found[stem("bredband")] > found[stem("bredbandsutbyggnad")]


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    lexicon = Lexicon({"vanlig": 18, "sällsynt": 1}, total=20)
    assert lexicon.weight(["sällsynt"]) > lexicon.weight(["vanlig"])
    assert lexicon.weight([]) > lexicon.weight(["sällsynt"])


@pytest.mark.parametrize(
    ("asked", "pieces"),
    [
        ("fordonsmålet", ("fordons", "målet")),
        ("bredbandsskolan", ("bredbands", "skolan")),
        ("bredband", None),  # held whole
        ("bredbandselefant", None),  # the last piece is not held
    ],
)
def test_a_compound_falls_into_pieces_that_are_held(
    asked: str, pieces: tuple[str, str] | None
) -> None:
    assert LEXICON.pieces(asked) == pieces


def test_kinds_of_a_thing_are_not_what_is_made_of_its_name() -> None:
    held = {"medborg": 1, "medborgardialog": 1, "kommunmedborg": 1, "får": 1}
    lexicon = Lexicon(held, 5)
    assert set(lexicon.kinds("medborgare")) == {"medborg", "kommunmedborg"}
    assert not lexicon.kinds("fara")  # nor what is only spelt alike


def test_a_word_that_is_held_with_its_dots_is_no_word_with_others() -> None:
    lexicon = Lexicon({"hällan": 3, "håll": 5, "hall": 2}, 10)
    assert set(lexicon.variants("hällan")) == {"hällan"}


def test_a_verb_without_rings_is_no_word_with_them() -> None:
    lexicon = Lexicon({stem("Spåret"): 1, stem("väg"): 1}, 2)
    assert lexicon.variants("spara") == {}
    assert stem("väg") in lexicon.variants("vag")
