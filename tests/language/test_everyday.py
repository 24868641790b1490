"""People's words for the documents' words: each says something else than the word it stands for."""

from __future__ import annotations

import pytest

from plansvar.asking.understanding.lexicon import EVERYDAY, lexicon
from plansvar.asking.understanding.tokens import tokenise
from plansvar.language.vocabulary import vocabulary


def test_no_word_stands_for_itself() -> None:
    same = [k for k, said in vocabulary("everyday")["sv"].items() if k in said]
    assert not same


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("sommarjobben", "feriearbete"),
        ("långtidssjukskrivna", "långtidssjukfrånvaro"),
        ("vattentaxan", "va-taxa"),
        ("lekparkerna", "lekplatser"),
        ("skolmaten", "skolmåltider"),
        ("lönerna", "personalkostnader"),
        ("löner", "personalkostnader"),
        ("gatlyktorna", "gatubelysning"),
        ("statspengarna", "statsbidrag"),
        ("äldreboendena", "särskilt boende"),
    ],
)
def test_a_word_in_any_form_stands_for_the_printed_one(said: str, printed: str) -> None:
    assert printed in _meant(said)


@pytest.mark.parametrize("said", ["mäter", "svår", "fest"])
def test_a_word_spelt_otherwise_is_another(said: str) -> None:
    assert not _meant(said)


def _meant(said: str) -> set[str]:
    return {m.value for m in lexicon("sv").match(tokenise(said)) if m.category == EVERYDAY}
