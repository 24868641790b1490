"""What the rest of the program knows of an embedding model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns text into vectors of length 1.

    `name` identifies model and precision ("multilingual-e5-small/onnx-int8/1571fc98"): an index
    made with one name refuses another. `dimension` is the length of a vector."""

    name: str
    dimension: int

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), dimension), float32, each of length 1."""
        ...

    def encode_query(self, text: str) -> Vectors:
        """A vector of shape (dimension,), float32, of length 1."""
        ...
