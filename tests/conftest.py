"""Paths that tests share. Tests that need the shared material skip where it is missing."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_collection_finish() -> None:
    """What thousands of collected tests hold lives on: no collection need look it through."""
    gc.freeze()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real documents and public test data."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with the real documents is missing")
    return SHARED


@pytest.fixture(scope="session")
def eskilstuna_seed(shared: Path) -> Path:
    """Eskilstuna's interim report as a transcript."""
    return next((shared / "seeds").glob("003_*.txt"))


@pytest.fixture(scope="session")
def orebro_seed(shared: Path) -> Path:
    """Örebro's plan as text."""
    return next((shared / "seeds").glob("000_*.txt"))
