"""Passages are found by their words, by misspelt words and by vectors."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from factories_index import TEXTS, GramEncoder, extraction

from plansvar.index import build_in_memory
from plansvar.index.fusion import WORDS, fuse
from plansvar.index.lexical import content_words, tokens
from plansvar.language.folding import stem


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("hur blev sjukfrånvaron?", 0),
        ("sjukfrånvaro", 0),
        ("sjukfranvaron", 0),  # no ring over the a
        ("sjukfrånvraon", 0),  # letters swapped
        ("fordonsfloton och förnybarra brenslen", 1),
        ("BIBLIOTEK", 2),
        ("hemtjänst", 3),
    ],
)
def test_the_right_passage_comes_first(question: str, expected: int) -> None:
    hits = build_in_memory([extraction()]).search(question, None)
    assert hits[0].chunk.text == TEXTS[expected]
    assert hits[0].lexical_rank == 1
    assert hits[0].vector_rank is None
    assert hits[0].cosine is None


@pytest.mark.parametrize(
    "question",
    [
        "",
        "   ",
        "?!",
        '"',
        "NEAR(a b)",
        "a AND",
        "rubrik:x",
        "*",
        "☃ 你好",
        "\0",
        "- -",
        "' OR 1=1",
    ],
)
def test_any_text_can_be_searched(question: str) -> None:
    build_in_memory([extraction()]).search(question, None)


def test_a_question_of_any_length_is_searched_quickly() -> None:
    library = build_in_memory([extraction()])
    long = " ".join(f"okäntord{n}" for n in range(20_000))
    started = time.process_time()
    library.search(long, None)
    library.search("x" * 200_000, None)
    assert time.process_time() - started < 2


def test_nothing_is_found_for_words_that_look_like_none() -> None:
    assert build_in_memory([extraction()]).search("xyzzyqwx", None) == ()


def test_words_that_carry_a_question_are_never_dropped() -> None:
    carrying = "inte ej utan under över mer bättre"
    assert content_words(carrying + " och att det är") == [stem(w) for w in carrying.split()]


def test_a_question_of_stop_words_alone_keeps_them() -> None:
    assert content_words("vad är det") == [stem(word) for word in ("vad", "är", "det")]


def test_a_word_with_inner_marks_counts_as_itself_and_its_pieces() -> None:
    assert tokens("KS/KLK") == ["ks/klk", "ks", "klk"]


def test_documents_restrict_the_search() -> None:
    library = build_in_memory([extraction("a.txt"), extraction("b.txt")], GramEncoder())
    vector = GramEncoder().encode_query("biblioteken")
    hits = library.search("biblioteken", vector, documents=("b.txt",))
    assert {hit.chunk.place.document_id for hit in hits} == {"b.txt"}
    assert library.search("biblioteken", vector, documents=("okänd.txt",)) == ()


def test_words_and_vectors_are_fused_by_score() -> None:
    fused = fuse({1: 8.0, 2: 4.0}, {2: 0.9, 3: 0.8})
    assert fused == pytest.approx({1: WORDS, 2: 0.5 * WORDS + 1 - WORDS, 3: 0.0})


@pytest.mark.parametrize(
    ("worded", "near", "expected"),
    [
        ({1: 3.0, 2: 1.5}, {}, {1: 1.0, 2: 0.5}),
        ({}, {1: 0.9, 2: 0.7, 3: 0.8}, {1: 1.0, 2: 0.0, 3: 0.5}),
        ({}, {1: 0.9}, {1: 1.0}),
        ({}, {}, {}),
    ],
)
def test_one_search_alone_keeps_its_order(
    worded: dict[int, float], near: dict[int, float], expected: dict[int, float]
) -> None:
    assert fuse(worded, near) == pytest.approx(expected)


def test_hits_tell_their_ranks_and_cosine() -> None:
    encoder = GramEncoder()
    library = build_in_memory([extraction()], encoder)
    best = library.search("sjukfrånvaron", encoder.encode_query("sjukfrånvaron"))[0]
    assert (best.lexical_rank, best.vector_rank) == (1, 1)
    assert best.cosine is not None
    assert best.score == pytest.approx(1.0)


def test_without_vectors_a_query_vector_is_ignored() -> None:
    library = build_in_memory([extraction()])
    vector = GramEncoder().encode_query("sjukfrånvaro")
    assert [hit.vector_rank for hit in library.search("sjukfrånvaron", vector)] == [None]
    assert library.nearest_rows(vector) == ()


def test_rows_are_found_by_the_nearness_of_their_names() -> None:
    encoder = GramEncoder()
    library = build_in_memory([extraction("a.txt"), extraction("b.txt")], encoder)
    hits = library.nearest_rows(encoder.encode_query("Sjukfrånvaro"), limit=2)
    assert [hit.row_id for hit in hits] == ["a.txt#i1", "b.txt#i1"]
    assert hits[0].cosine == pytest.approx(1.0, abs=1e-4)


def test_faiss_gives_the_same_as_sqlite_vec() -> None:
    random = np.random.default_rng(1)
    encoder = GramEncoder()
    syllables = ("ka", "ro", "mi", "te", "lus", "vår", "ned", "för")
    texts = [" ".join("".join(random.choice(syllables, 3)) for _ in range(9)) for _ in range(300)]
    texts += texts[:30]  # equals, so that ties are tested too
    library = build_in_memory([extraction("a.txt", texts), extraction("b.txt", TEXTS)], encoder)
    questions = [*texts[:40], "sjukfrånvaron", "bränslen"]
    vectors = [encoder.encode_query(question) for question in questions]
    scopes: list[tuple[str, ...]] = [(), ("b.txt",)]

    def found() -> list[object]:
        searched = [
            library.search(question, vector, 15, scope)
            for question, vector in zip(questions, vectors, strict=True)
            for scope in scopes
        ]
        return [searched, [library.nearest_rows(vector, 5) for vector in vectors]]

    stored = found()
    library.use_faiss()
    assert found() == stored


def test_word_counts_count_passages() -> None:
    library = build_in_memory([extraction(texts=("mål mål", "målen", "annat"))])
    assert library.word_counts()[stem("mål")] == 2


def test_several_threads_can_ask_at_once() -> None:
    encoder = GramEncoder()
    library = build_in_memory([extraction()], encoder)
    questions = ["sjukfrånvaron", "bibliotek", "hemtjänst", "bränslen"] * 25

    def ask(question: str) -> object:
        library.indicators()
        return library.search(question, encoder.encode_query(question))

    with ThreadPoolExecutor(8) as pool:
        at_once = list(pool.map(ask, questions))
    assert at_once == [ask(question) for question in questions]
