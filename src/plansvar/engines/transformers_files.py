"""The files by which transformers and sentence-transformers know the default model.

safetensors is a simple format (a JSON header with its length, then the bytes), so it is written
here: the library comes only with the extra, and its NumPy writer needs all tensors at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from plansvar.engines.packed import Floats, PackedModel
from plansvar.engines.tokenizer import BEGIN, END, LONGEST, MASK, PAD, UNKNOWN

PREFIXES = {"query": "query: ", "passage": "passage: "}

_LINEAR = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
_NORMAL = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


@dataclass(frozen=True, slots=True)
class _Tensor:
    """A tensor of the checkpoint: its name there, its name in the packed file and its shape."""

    name: str
    packed: str
    shape: tuple[int, ...]


def describe(model: PackedModel) -> dict[str, Any]:
    """The small JSON files, by path in the folder."""
    return {
        "config.json": _config(model),
        "tokenizer_config.json": _tokenizer(),
        "modules.json": [
            _module(0, "", "Transformer"),
            _module(1, "1_Pooling", "Pooling"),
            _module(2, "2_Normalize", "Normalize"),
        ],
        "sentence_bert_config.json": {"max_seq_length": LONGEST, "do_lower_case": False},
        "1_Pooling/config.json": {
            "word_embedding_dimension": model.shape.hidden,
            "pooling_mode_mean_tokens": True,
            "pooling_mode_cls_token": False,
            "pooling_mode_max_tokens": False,
        },
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "prompts": PREFIXES,
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    }


def write_tensors(model: PackedModel, path: Path) -> None:
    """Writes all weights in float32 as a safetensors file, one tensor at a time."""
    tensors = tuple(_tensors(model))
    with path.open("wb") as file:
        header = json.dumps(_header(tensors)).encode()
        header += b" " * (-len(header) % 8)
        file.write(len(header).to_bytes(8, "little") + header)
        for tensor in tensors:
            file.write(_values(model, tensor).tobytes())


def _header(tensors: tuple[_Tensor, ...]) -> dict[str, Any]:
    header: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    end = 0
    for tensor in tensors:
        begin, end = end, end + 4 * int(np.prod(tensor.shape))
        header[tensor.name] = {
            "dtype": "F32",
            "shape": list(tensor.shape),
            "data_offsets": [begin, end],
        }
    return header


def _tensors(model: PackedModel) -> Iterator[_Tensor]:
    shape = model.shape
    hidden = shape.hidden
    yield _Tensor("embeddings.word_embeddings.weight", "emb.word", (shape.words, hidden))
    yield _Tensor("embeddings.position_embeddings.weight", "emb.pos", (shape.positions, hidden))
    yield _Tensor("embeddings.token_type_embeddings.weight", "emb.type", (2, hidden))
    yield from _pair("embeddings.LayerNorm", "emb.ln", (hidden,))
    for number in range(shape.layers):
        for packed, name in (_LINEAR | _NORMAL).items():
            own = f"encoder.layer.{number}.{name}"
            yield from _pair(own, f"l{number}.{packed}", _size(packed, hidden, shape.inner))
    # The pooler is not used (the mean is), but a checkpoint without one gives a warning.
    yield from _pair("pooler.dense", "", (hidden, hidden))


def _size(packed: str, hidden: int, inner: int) -> tuple[int, ...]:
    sizes = {"fi": (inner, hidden), "fo": (hidden, inner)}
    return (hidden,) if packed in _NORMAL else sizes.get(packed, (hidden, hidden))


def _pair(name: str, packed: str, shape: tuple[int, ...]) -> tuple[_Tensor, _Tensor]:
    weight, bias = (f"{packed}.{part}" if packed else "" for part in "wb")
    return _Tensor(f"{name}.weight", weight, shape), _Tensor(f"{name}.bias", bias, shape[:1])


def _values(model: PackedModel, tensor: _Tensor) -> Floats:
    if tensor.packed:
        return model.tensor(tensor.packed, *tensor.shape)
    return np.zeros(tensor.shape, np.float32)


def _module(number: int, path: str, kind: str) -> dict[str, Any]:
    kind = f"sentence_transformers.models.{kind}"
    return {"idx": number, "name": str(number), "path": path, "type": kind}


def _config(model: PackedModel) -> dict[str, Any]:
    shape = model.shape
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": shape.hidden,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.inner,
        "vocab_size": shape.words,
        "max_position_embeddings": shape.positions,
        "type_vocab_size": 2,
        "layer_norm_eps": 1e-12,
        "hidden_act": "gelu",
        "pad_token_id": 1,
        "torch_dtype": "float32",
    }


def _tokenizer() -> dict[str, Any]:
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "bos_token": BEGIN,
        "cls_token": BEGIN,
        "eos_token": END,
        "sep_token": END,
        "unk_token": UNKNOWN,
        "pad_token": PAD,
        "mask_token": MASK,
        "model_max_length": LONGEST,
        "model_input_names": ["input_ids", "attention_mask"],
    }
