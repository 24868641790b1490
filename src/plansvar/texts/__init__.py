"""Every sentence that a user sees, by key, in Swedish and (for answers) English.

The sentences lie in `sv/*.toml` and `en/*.toml`, one file for each room that speaks
("answers", "web", "errors", …). A key is "file.table.name"; fields in braces are filled in.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def text(key: str, /, language: str = "sv", **fields: object) -> str:
    """The sentence at `key`, filled in; falls back to Swedish where English has none.

    Raises KeyError when neither language has the key: a bug, never a user's fault."""
    found = _lookup(language, key)
    if found is None:
        found = _lookup("sv", key)
    if found is None:
        raise KeyError(key)
    return found.format(**fields) if fields else found


def texts(key: str, /, language: str = "sv") -> tuple[str, ...]:
    """The list of sentences at `key`."""
    value: Any = _file(language, key.split(".")[0])
    for name in key.split(".")[1:]:
        value = value[name]
    return tuple(value)


def _lookup(language: str, key: str) -> str | None:
    file, *names = key.split(".")
    value: Any = _file(language, file)
    for name in names:
        if not isinstance(value, dict) or name not in value:
            return None
        value = value[name]
    return value if isinstance(value, str) else None


@cache
def _file(language: str, name: str) -> dict[str, Any]:
    path = files(__name__).joinpath(language, f"{name}.toml")
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
