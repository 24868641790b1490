"""The default engine: what its vectors must be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from samples import HOSTILE, PASSAGES, QUERIES, TRIPLES

from plansvar.engines.graph import write_graph
from plansvar.engines.onnx_encoder import OnnxEncoder
from plansvar.engines.packed import PackedModel
from plansvar.engines.protocol import Vectors

pytestmark = pytest.mark.slow


def test_vectors_have_the_promised_form(encoder: OnnxEncoder) -> None:
    vectors = encoder.encode_passages(PASSAGES)
    assert vectors.shape == (len(PASSAGES), encoder.dimension) == (len(PASSAGES), 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    query = encoder.encode_query(QUERIES[0])
    assert query.shape == (384,)
    assert query.dtype == np.float32


def test_no_passages_give_no_vectors(encoder: OnnxEncoder) -> None:
    assert encoder.encode_passages([]).shape == (0, 384)


@pytest.mark.parametrize(("query", "near", "far"), TRIPLES)
def test_the_answer_is_nearer_than_another_matter(
    encoder: OnnxEncoder, query: str, near: str, far: str
) -> None:
    vectors = encoder.encode_passages([near, far])
    likeness = vectors @ encoder.encode_query(query)
    assert likeness[0] > likeness[1] + 0.01


def test_each_question_finds_its_passage_among_all(encoder: OnnxEncoder) -> None:
    vectors = encoder.encode_passages(PASSAGES)
    found = [int(np.argmax(vectors @ encoder.encode_query(query))) for query in QUERIES]
    assert found == [0, 2, 4, 6]


def test_queries_and_passages_have_different_prefixes(encoder: OnnxEncoder) -> None:
    text = "andel förnybara bränslen"
    likeness = float(encoder.encode_passages([text])[0] @ encoder.encode_query(text))
    assert 0.85 < likeness < 0.999


def test_a_vector_does_not_depend_on_neighbours_or_threads(
    encoder: OnnxEncoder, folder: Path
) -> None:
    together = encoder.encode_passages(PASSAGES)
    alone = np.stack([encoder.encode_passages([passage])[0] for passage in PASSAGES])
    assert np.array_equal(together, alone)
    other = OnnxEncoder(folder, threads=2).encode_passages(PASSAGES)
    assert _lowest_cosine(together, other) > 0.9999


def test_what_follows_512_tokens_changes_nothing(encoder: OnnxEncoder) -> None:
    long = "mål och medel " * 400
    first, second = encoder.encode_passages([long, long + "snöröjning i Eskilstuna " * 50])
    assert np.array_equal(first, second)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_strings_give_ordinary_vectors(encoder: OnnxEncoder, text: str) -> None:
    for vector in (encoder.encode_query(text), encoder.encode_passages([text])[0]):
        assert np.isfinite(vector).all()
        assert abs(float(np.linalg.norm(vector)) - 1) < 1e-5


def test_white_space_before_a_text_is_not_the_text(encoder: OnnxEncoder) -> None:
    padded = HOSTILE["a hundred thousand spaces"]
    assert np.array_equal(encoder.encode_query(padded), encoder.encode_query("mål"))


def test_eight_bits_agree_with_float(
    encoder: OnnxEncoder, packed: PackedModel, folder: Path, tmp_path: Path
) -> None:
    write_graph(packed, tmp_path / "float.onnx", small=False)
    exact = OnnxEncoder(folder, threads=1, graph=tmp_path / "float.onnx")
    passages = _lowest_cosine(encoder.encode_passages(PASSAGES), exact.encode_passages(PASSAGES))
    queries = _lowest_cosine(
        np.stack([encoder.encode_query(query) for query in QUERIES]),
        np.stack([exact.encode_query(query) for query in QUERIES]),
    )
    assert passages >= 0.99
    assert queries >= 0.99


def _lowest_cosine(first: Vectors, second: Vectors) -> float:
    return float((first * second).sum(axis=1).min())
