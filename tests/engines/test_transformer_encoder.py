"""The sentence-transformers engine; needs the extra (make test-models)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from samples import HOSTILE, PASSAGES, QUERIES

from plansvar.engines.folder import unpacked_float_model
from plansvar.engines.loading import load_encoder
from plansvar.engines.onnx_encoder import OnnxEncoder
from plansvar.engines.protocol import Encoder
from plansvar.errors import EngineError
from plansvar.settings import Settings

pytestmark = pytest.mark.models


@pytest.fixture(scope="module", autouse=True)
def _extra() -> None:
    pytest.importorskip("sentence_transformers")


@pytest.fixture(scope="module")
def transformer(folder: Path) -> Encoder:
    encoder = load_encoder(Settings(engine="sentence-transformers"))
    assert encoder is not None
    return encoder


def test_it_agrees_with_the_default_engine(transformer: Encoder, encoder: OnnxEncoder) -> None:
    passages = transformer.encode_passages(PASSAGES) * encoder.encode_passages(PASSAGES)
    assert float(passages.sum(axis=1).min()) >= 0.99
    for query in QUERIES:
        assert float(transformer.encode_query(query) @ encoder.encode_query(query)) >= 0.99


def test_name_and_form(transformer: Encoder) -> None:
    assert transformer.name.startswith("multilingual-e5-small")
    assert "/sentence-transformers/" in transformer.name
    vectors = transformer.encode_passages(PASSAGES[:2])
    assert vectors.shape == (2, transformer.dimension) == (2, 384)
    assert vectors.dtype == np.float32
    assert transformer.encode_passages([]).shape == (0, 384)


def test_a_folder_that_the_user_names_is_the_same_model(transformer: Encoder) -> None:
    folder = unpacked_float_model(Settings())
    named = load_encoder(Settings(engine="sentence-transformers", model=str(folder)))
    assert named is not None
    assert named.name == transformer.name
    assert np.allclose(named.encode_query("mål"), transformer.encode_query("mål"), atol=1e-5)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_strings_give_the_vectors_of_the_default_engine(
    transformer: Encoder, encoder: OnnxEncoder, text: str
) -> None:
    assert float(transformer.encode_query(text) @ encoder.encode_query(text)) >= 0.98


def test_a_model_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as caught:
        load_encoder(Settings(engine="sentence-transformers", model=str(tmp_path / "none")))
    assert "\n" not in str(caught.value)
    assert str(tmp_path / "none") in str(caught.value)


@pytest.mark.parametrize(
    ("model", "prompts", "expected"),
    [
        ("intfloat/multilingual-e5-large", {"query": "", "document": ""}, ("query: ", "passage: ")),
        ("intfloat/multilingual-e5-large-instruct", {}, ("", "")),
        ("KBLab/sentence-bert-swedish-cased", {}, ("", "")),
        ("someone/e5lite", {}, ("", "")),
        ("a/b-e5-c", {"query": "q: ", "document": "d: "}, ("q: ", "d: ")),
        ("a/b", {"query": "fråga: "}, ("fråga: ", "")),
    ],
)
def test_prefixes_are_the_models_own_or_those_of_e5(
    model: str, prompts: dict[str, str], expected: tuple[str, str]
) -> None:
    from plansvar.engines.transformer_encoder import _prefixes

    assert _prefixes(model, prompts) == expected
