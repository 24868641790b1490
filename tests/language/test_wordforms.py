"""Forms of one word that the stemmer leaves apart."""

import pytest

from plansvar.language.folding import stem
from plansvar.language.lexicon import Lexicon

HELD = ["vatten", "regler", "boende", "böcker", "männens", "nummer", "meddela", "åtagande"]
LEXICON = Lexicon({stem(word): 2 for word in HELD}, total=40)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("vattnet", "vatten"),
        ("regel", "regler"),
        ("numret", "nummer"),
        ("boken", "böcker"),
        ("män", "männens"),
        ("boendena", "boende"),
        ("åtagandena", "åtagande"),
    ],
)
def test_a_form_finds_the_others(asked: str, meant: str) -> None:
    assert LEXICON.variants(asked).get(stem(meant), 0.0) >= 0.9


def test_what_only_looks_like_a_form_is_none() -> None:
    assert stem("meddela") not in LEXICON.variants("medlet")


def test_a_participle_in_plural_is_no_compound() -> None:
    assert LEXICON.pieces("boendena") is None
