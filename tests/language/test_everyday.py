"""People's words for the documents' words: each says something else than the word it stands for."""

from __future__ import annotations

import pytest

from plansvar.asking.understanding.lexicon import EVERYDAY, lexicon
from plansvar.asking.understanding.tokens import tokenise
from plansvar.language.everyday import everyday_words
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

OF_GRAMMAR = ("operation", "money", "function", "filler", "negation", "target_state", "change")


def test_no_word_stands_for_itself() -> None:
    same = [printed for printed, said in everyday_words("sv").items() if printed in said]
    assert not same


def test_no_word_of_the_grammar_is_in_a_group() -> None:
    read = {p for c in OF_GRAMMAR for ps in vocabulary("questions")["sv"][c].values() for p in ps}
    said = {w for group in vocabulary("everydaygroups")["sv"] for w in group["said"].split(", ")}
    assert not read & said


def test_all_lists_of_a_group_hold_words() -> None:
    groups = vocabulary("everydaygroups")["sv"]
    lists = [text.split(", ") for group in groups for text in (group["printed"], group["said"])]
    assert all(words(each) and each == each.strip() for several in lists for each in several)


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
        ("socialbidragen", "försörjningsstöd"),
        ("fosterhemmen", "familjehem"),
        ("utryckningstiden", "insatstid"),
        ("tar studenten", "gymnasieexamen"),
        ("lånat ihop", "låneskuld"),
        ("mat som slängs", "matsvinn"),
    ],
)
def test_a_word_in_any_form_stands_for_the_printed_one(said: str, printed: str) -> None:
    assert printed in _meant(said)


@pytest.mark.parametrize("said", ["mäter", "svår", "fest"])
def test_a_word_spelt_otherwise_is_another(said: str) -> None:
    assert not _meant(said)


def test_a_phrase_for_what_is_not_held_is_read_word_by_word() -> None:
    tokens = tokenise("mat som slängs")
    whole = lexicon("sv").match(tokens)
    apart = lexicon("sv").match(tokens, lambda printed: False)
    assert {m.end - m.start for m in whole} == {len(tokens)}
    assert all(m.end - m.start == 1 for m in apart)


def _meant(said: str) -> set[str]:
    return {m.value for m in lexicon("sv").match(tokenise(said)) if m.category == EVERYDAY}
