"""Any model that sentence-transformers can load; imported only when the extra is installed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from plansvar.engines.cleaning import clean
from plansvar.engines.cores import cores
from plansvar.engines.protocol import Vectors
from plansvar.engines.transformers_files import PREFIXES

SAMPLE = 1024
# What models call the prefix of a text that is searched, in the order of preference.
PASSAGE_PROMPTS = ("passage", "document", "corpus")


class TransformerEncoder:
    """Vectors from a local folder or a model that the user named on a hub."""

    def __init__(self, model: str, threads: int) -> None:
        local = Path(model).is_dir()
        self._model = SentenceTransformer(model, device="cpu", local_files_only=local)
        self._threads = max(1, threads)
        self._query, self._passage = _prefixes(model, self._model.prompts)
        self.name = f"{_short(model)}/sentence-transformers/{_digest(self._model)}"
        self.dimension = len(self.encode_query(""))

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), dimension), float32, each of length 1."""
        torch.set_num_threads(cores())
        return self._encode([self._passage + clean(text) for text in texts])

    def encode_query(self, text: str) -> Vectors:
        """A vector of shape (dimension,), float32, of length 1."""
        torch.set_num_threads(self._threads)
        vector: Vectors = self._encode([self._query + clean(text)])[0]
        return vector

    def _encode(self, texts: list[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        vectors = self._model.encode(
            texts, prompt="", normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, np.float32)


def _prefixes(model: str, prompts: Mapping[str, str]) -> tuple[str, str]:
    """The model's own prefixes of query and passage, else those that E5 models by name need."""
    own = {name: prompt for name, prompt in prompts.items() if prompt}
    if own:
        passages = (own[name] for name in PASSAGE_PROMPTS if name in own)
        return own.get("query", ""), next(passages, "")
    parts = re.split(r"[^a-z0-9]+", _short(model).lower())
    if "e5" in parts and "instruct" not in parts:
        return PREFIXES["query"], PREFIXES["passage"]
    return "", ""


def _short(model: str) -> str:
    """The name without the place: a folder's last part, or a hub name as it is."""
    path = Path(model)
    return path.resolve().name if path.is_dir() else model


def _digest(model: SentenceTransformer) -> str:
    """Tells models of one name apart by the beginning of each weight, which is read in no time."""
    digest = hashlib.sha256()
    for name, weight in model.state_dict().items():
        digest.update(f"{name} {tuple(weight.shape)}".encode())
        sample = weight.detach().flatten()[:SAMPLE].to(torch.float32).cpu()
        digest.update(np.ascontiguousarray(sample.numpy()).tobytes())
    return digest.hexdigest()[:8]
