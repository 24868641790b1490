"""The invented library that tests of asking share."""

from __future__ import annotations

import pytest
from fakes import FakeEncoder, MemoryLibrary, invented_library


@pytest.fixture(scope="session")
def library() -> MemoryLibrary:
    return invented_library()


@pytest.fixture(scope="session")
def encoder() -> FakeEncoder:
    return FakeEncoder()
