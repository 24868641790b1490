"""Vocabularies are data: TOML files in `language/data`, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """The vocabulary in `data/<name>.toml`. Raises FileNotFoundError when there is none."""
    path = files("plansvar.language").joinpath("data", f"{name}.toml")
    return tomllib.loads(path.read_text("utf-8"))
