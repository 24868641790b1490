"""Vocabularies are data: TOML files in `language/data`, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """The vocabulary in `data/<name>.toml`. Raises FileNotFoundError when there is none."""
    path = files("plansvar.language").joinpath("data", f"{name}.toml")
    return tomllib.loads(path.read_text("utf-8"))


def holds_word(text: str, word: str) -> bool:
    """Whether a text holds a word or phrase that is no piece of a longer word."""
    return word in text and _whole(word).search(text) is not None


@cache
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first, with free white space."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
