"""One frozen settings object; unknown keys fail at load. Loading creates nothing on disk.

Settings come, last wins, from the defaults here, a TOML file (`plansvar.toml` in the working
folder, or the file that PLANSVAR_SETTINGS names) and environment variables PLANSVAR_<KEY>.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from plansvar.errors import ArgumentError
from plansvar.texts import text

FILE = "plansvar.toml"
PREFIX = "PLANSVAR_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings with their defaults.

    engine: "onnx" (the default model), "sentence-transformers" or "none" (lexical search only).
    model: for sentence-transformers a folder or a hub name; empty takes the unpacked default.
    model_folder: where weights are unpacked; empty takes the user's cache folder.
    threads: threads for one query. read_seconds, read_memory_mb: limits for reading one file.
    workers: processes that read files; 0 takes one for each core.
    ocr: "on" reads pages and tables that are pictures, with the extra "ocr"; "off" reports them.
    ocr_seconds: how long OCR may take for one file, beyond read_seconds.
    staff_password: the hash that opens the staff's page; empty keeps it closed.
    staff_header: a header that a reverse proxy sets on requests from people it has logged in, and
    strips from all others; empty trusts no header.
    """

    index: str = "index"
    documents: str = "documents"
    engine: str = "onnx"
    model: str = ""
    model_folder: str = ""
    threads: int = 1
    read_seconds: int = 120
    read_memory_mb: int = 2048
    workers: int = 0
    ocr: str = "off"
    ocr_seconds: int = 900
    host: str = "127.0.0.1"
    port: int = 7860
    staff_password: str = ""
    staff_header: str = ""


def load_settings(
    folder: Path | None = None, environment: Mapping[str, str] | None = None
) -> Settings:
    """The settings in force. Raises ArgumentError on an unknown key or a value of wrong kind."""
    environment = os.environ if environment is None else environment
    named = environment.get(PREFIX + "SETTINGS")
    path = Path(named) if named else (folder or Path.cwd()) / FILE
    settings = _merge(Settings(), _read(path, required=bool(named)), str(path))
    known = {field.name for field in fields(Settings)}
    from_environment = {
        key.removeprefix(PREFIX).lower(): value
        for key, value in environment.items()
        if key.startswith(PREFIX) and key.removeprefix(PREFIX).lower() in known
    }
    return _merge(settings, from_environment, "PLANSVAR_*")


def _read(path: Path, required: bool) -> dict[str, Any]:
    if not path.is_file():
        if required:
            raise ArgumentError(text("errors.settings.missing", path=path))
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ArgumentError(text("errors.settings.broken", path=path, why=error)) from error


def _merge(settings: Settings, values: Mapping[str, Any], source: str) -> Settings:
    known = {field.name: field for field in fields(Settings)}
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise ArgumentError(
            text(
                "errors.settings.unknown",
                key=unknown[0],
                source=source,
                known=", ".join(sorted(known)),
            )
        )
    converted = {
        key: _convert(key, value, type(getattr(settings, key)), source)
        for key, value in values.items()
    }
    return replace(settings, **converted)


def _convert(key: str, value: Any, kind: type, source: str) -> Any:
    if kind is int and isinstance(value, str) and value.strip().lstrip("-").isdigit():
        return int(value)
    if isinstance(value, kind) and not isinstance(value, bool):
        return value
    raise ArgumentError(
        text("errors.settings.kind", key=key, source=source, value=value, kind=kind.__name__)
    )
