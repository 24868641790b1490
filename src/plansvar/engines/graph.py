"""The encoder as an ONNX graph: BERT layers, mean over the tokens, length 1.

It takes no attention mask, for it never sees padding: texts go through one at a time. In 8 bits
the range of activations is found for each call, so padding and neighbours would change a text's
vector; alone it is always the same, and measured no slower.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper, save_model

from plansvar.engines.packed import PackedModel

OPSET = 20
IR_VERSION = 10
EPSILON = 1e-12

Array = NDArray[Any]


def write_graph(model: PackedModel, path: Path, small: bool) -> None:
    """Writes the encoder to `path`: in 8 bits when `small`, else in float32.

    In: input_ids, int64 (texts, tokens), texts of one length. Out: embedding."""
    graph = _encoder(model, small)
    if small:
        # Without this mark the quantiser asks for a pre-processing that has nothing to do here.
        helper.set_model_props(graph, {"onnx.quant.pre_process": "onnxruntime.quant"})
        _quantise(graph, path)
    else:
        save_model(graph, str(path))


def _quantise(graph: ModelProto, path: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        graph,
        str(path),
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        # 7 bits of weight: with 8, processors without VNNI overflow where pairs are added.
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )


@dataclass(slots=True)
class _Parts:
    """The nodes and constants of a graph under construction."""

    nodes: list[NodeProto] = field(default_factory=list)
    constants: list[TensorProto] = field(default_factory=list)

    def constant(self, name: str, values: Array) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def numbers(self, name: str, *values: int) -> str:
        return self.constant(name, np.array(values, np.int64))

    def add(self, operation: str, name: str, *inputs: str, **attributes: Any) -> str:
        node = helper.make_node(operation, list(inputs), [name], name=name, **attributes)
        self.nodes.append(node)
        return name

    def linear(self, name: str, source: str, weight: Array, bias: Array) -> str:
        product = self.add(
            "MatMul", f"{name}.product", source, self.constant(f"{name}.w", weight.T)
        )
        return self.add("Add", name, product, self.constant(f"{name}.b", bias))

    def normalise(self, name: str, source: str, weight: Array, bias: Array) -> str:
        scale = self.constant(f"{name}.w", weight)
        shift = self.constant(f"{name}.b", bias)
        return self.add("LayerNormalization", name, source, scale, shift, axis=-1, epsilon=EPSILON)


def _encoder(model: PackedModel, small: bool) -> ModelProto:
    parts = _Parts()
    width = model.shape.hidden // model.shape.heads
    parts.numbers("heads", 0, 0, model.shape.heads, width)
    parts.numbers("joined", 0, 0, model.shape.hidden)
    state = _embed(parts, model, small)
    for number in range(model.shape.layers):
        state = _layer(parts, model, number, state)
    _pool(parts, state)
    return _assemble(parts, model.shape.hidden)


def _embed(parts: _Parts, model: PackedModel, small: bool) -> str:
    shape = model.shape
    words = _words(parts, model.tensor("emb.word", shape.words, shape.hidden), small)
    kinds = model.tensor("emb.type", 2, shape.hidden)
    table = model.tensor("emb.pos", shape.positions, shape.hidden) + kinds[0]
    size = parts.add("Shape", "size", "input_ids")
    length = parts.add("Gather", "length", size, parts.numbers("second", 1), axis=0)
    start = parts.numbers("start", 0)
    places = parts.add("Slice", "places", parts.constant("positions", table), start, length)
    summed = parts.add("Add", "embedded", words, places)
    weight, bias = (model.tensor(f"emb.ln.{part}", shape.hidden) for part in "wb")
    return parts.normalise("embedded.normal", summed, weight, bias)


def _words(parts: _Parts, table: Array, small: bool) -> str:
    """The word vectors; in 8 bits with one scale a word, which loses less than one for all."""
    if not small:
        return parts.add("Gather", "words", parts.constant("vocabulary", table), "input_ids")
    reach = np.maximum(table.max(axis=1, keepdims=True), -table.min(axis=1, keepdims=True))
    scale = np.maximum(reach / 127, 1e-12)
    table /= scale
    codes = parts.constant("vocabulary", np.rint(table, out=table).astype(np.int8))
    picked = parts.add("Gather", "words.codes", codes, "input_ids")
    number = parts.add("Cast", "words.number", picked, to=TensorProto.FLOAT)
    factor = parts.add("Gather", "words.scale", parts.constant("scales", scale), "input_ids")
    return parts.add("Mul", "words", number, factor)


def _layer(parts: _Parts, model: PackedModel, number: int, state: str) -> str:
    hidden, inner = model.shape.hidden, model.shape.inner
    own = f"l{number}"

    def linear(part: str, source: str, rows: int, columns: int) -> str:
        weight = model.tensor(f"{own}.{part}.w", rows, columns)
        bias = model.tensor(f"{own}.{part}.b", rows)
        return parts.linear(f"{own}.{part}", source, weight, bias)

    def normalise(part: str, source: str) -> str:
        weight = model.tensor(f"{own}.{part}.w", hidden)
        bias = model.tensor(f"{own}.{part}.b", hidden)
        return parts.normalise(f"{own}.{part}", source, weight, bias)

    mixed = linear("ao", _attend(parts, model, own, state), hidden, hidden)
    state = normalise("aln", parts.add("Add", f"{own}.attended", state, mixed))
    grown = parts.add("Gelu", f"{own}.gelu", linear("fi", state, inner, hidden))
    shrunk = linear("fo", grown, hidden, inner)
    return normalise("oln", parts.add("Add", f"{own}.fed", state, shrunk))


def _attend(parts: _Parts, model: PackedModel, own: str, state: str) -> str:
    """Attention of all heads; query, key and value come from one product, which is faster."""
    hidden = model.shape.hidden
    width = hidden // model.shape.heads
    weights = [model.tensor(f"{own}.{part}.w", hidden, hidden) for part in "qkv"]
    biases = [model.tensor(f"{own}.{part}.b", hidden) for part in "qkv"]
    weights[0], biases[0] = weights[0] / math.sqrt(width), biases[0] / math.sqrt(width)
    merged = parts.linear(f"{own}.qkv", state, np.concatenate(weights), np.concatenate(biases))
    names = [f"{own}.{part}" for part in ("query", "key", "value")]
    parts.nodes.append(helper.make_node("Split", [merged], names, axis=-1, num_outputs=3))
    query, key, value = (parts.add("Reshape", f"{name}.heads", name, "heads") for name in names)
    query = parts.add("Transpose", f"{query}.first", query, perm=[0, 2, 1, 3])
    key = parts.add("Transpose", f"{key}.first", key, perm=[0, 2, 3, 1])
    value = parts.add("Transpose", f"{value}.first", value, perm=[0, 2, 1, 3])
    scores = parts.add("MatMul", f"{own}.scores", query, key)
    shares = parts.add("Softmax", f"{own}.shares", scores, axis=-1)
    seen = parts.add("MatMul", f"{own}.seen", shares, value)
    back = parts.add("Transpose", f"{own}.back", seen, perm=[0, 2, 1, 3])
    return parts.add("Reshape", f"{own}.context", back, "joined")


def _pool(parts: _Parts, state: str) -> None:
    tokens = parts.numbers("tokens.axis", 1)
    mean = parts.add("ReduceMean", "mean", state, tokens, keepdims=0)
    parts.add("LpNormalization", "embedding", mean, axis=-1, p=2)


def _assemble(parts: _Parts, hidden: int) -> ModelProto:
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["texts", "tokens"])
    output = helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["texts", hidden])
    graph = helper.make_graph(parts.nodes, "encoder", [ids], [output], parts.constants)
    opset = [helper.make_opsetid("", OPSET)]
    return helper.make_model(
        graph, opset_imports=opset, ir_version=IR_VERSION, producer_name="plansvar"
    )
