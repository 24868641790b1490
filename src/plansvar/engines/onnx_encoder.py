"""The default engine: multilingual-e5-small in 8 bits, run by ONNX Runtime."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from plansvar.engines.cleaning import clean
from plansvar.engines.cores import cores
from plansvar.engines.folder import GRAPH, MODEL, TOKENIZER
from plansvar.engines.packed import DIGEST
from plansvar.engines.protocol import Vectors
from plansvar.engines.tokenizer import LONGEST
from plansvar.engines.transformers_files import PREFIXES

NAME = f"{MODEL}/onnx-int8/{DIGEST[:8]}"
# Measured 0.25 ms a call, six times what the two operations cost that it joins.
SLOW_FUSION = "SkipLayerNormFusion"


class OnnxEncoder:
    """Vectors from the graph in a model folder.

    A text goes through alone, so its vector never depends on its neighbours; passages go
    through side by side, one on each core."""

    name = NAME

    def __init__(self, folder: Path, threads: int, graph: str | Path = GRAPH) -> None:
        self._threads = max(1, threads)
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(LONGEST)
        self._session = _session(folder / graph, self._threads)
        self.dimension = int(self._session.get_outputs()[0].shape[1])

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), dimension), float32, each of length 1."""
        vectors = np.empty((len(texts), self.dimension), np.float32)
        with ThreadPoolExecutor(max(1, cores() // self._threads)) as pool:
            for row, vector in enumerate(pool.map(self._passage, texts)):
                vectors[row] = vector
        return vectors

    def encode_query(self, text: str) -> Vectors:
        """A vector of shape (dimension,), float32, of length 1."""
        return self._encode(PREFIXES["query"], text)

    def _passage(self, text: str) -> Vectors:
        return self._encode(PREFIXES["passage"], text)

    def _encode(self, prefix: str, text: str) -> Vectors:
        tokens = self._tokenizer.encode(prefix + clean(text)).ids
        ids = np.array([tokens], np.int64)
        vector: Vectors = self._session.run(None, {"input_ids": ids})[0][0]
        return vector


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # A waiting thread that spins takes a core from everything else on the machine.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        str(path),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=[SLOW_FUSION],
    )
