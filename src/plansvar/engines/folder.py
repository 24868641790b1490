"""The folder that the default model is unpacked into, once, for both engines."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import platformdirs

from plansvar.engines.packed import DIGEST, PackedModel, find_packed, read_packed
from plansvar.engines.tokenizer import build_tokenizer
from plansvar.engines.transformers_files import describe, write_tensors
from plansvar.errors import MissingWeights
from plansvar.settings import Settings
from plansvar.texts import text

MODEL = "multilingual-e5-small"
# Raised when what lies in the folder changes, so that an older folder is not taken for a new one.
LAYOUT = 1
GRAPH = "model-int8.onnx"
TOKENIZER = "tokenizer.json"
TENSORS = "model.safetensors"
# No unpacking takes this long: what is older was left by a process that was killed.
ABANDONED_SECONDS = 3600


def model_folder(settings: Settings) -> Path:
    """Where the default model lies or will lie; nothing is created."""
    root = Path(settings.model_folder or Path(platformdirs.user_cache_dir("plansvar")) / "models")
    return root.expanduser() / f"{MODEL}-{DIGEST[:8]}-{LAYOUT}"


def unpacked_model(settings: Settings) -> Path:
    """The folder with the default model for ONNX Runtime, unpacked now if it was not.

    Raises MissingWeights when the weights are not there or the folder cannot be written."""
    folder = model_folder(settings)
    if not folder.is_dir():
        model = _packed(folder)
        _place(folder, lambda path: _fill(model, path))
    return folder


def unpacked_float_model(settings: Settings) -> Path:
    """The same folder with the float weights (465 MB) that sentence-transformers loads."""
    folder = unpacked_model(settings)
    if not (folder / TENSORS).is_file():
        model = _packed(folder)
        _place(folder / TENSORS, lambda path: write_tensors(model, path))
    return folder


def _packed(folder: Path) -> PackedModel:
    try:
        return read_packed(find_packed())
    except MissingWeights as error:
        raise MissingWeights(text("engines.weights.none", why=error, folder=folder)) from error


def _place(target: Path, write: Callable[[Path], None]) -> None:
    """Writes beside the target and renames, so that a reader sees all of it or nothing."""
    beside = target.parent / f".{target.name}-{os.getpid()}-{secrets.token_hex(4)}"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        write(beside)
        _rename(beside, target)
    except OSError as error:
        message = text("engines.weights.unwritable", folder=target.parent, why=error)
        raise MissingWeights(message) from error
    finally:
        _remove(beside)


def _sweep(target: Path) -> None:
    for path in target.parent.glob(f".{target.name}-*"):
        # It may be another process's, and be renamed at this moment.
        with suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > ABANDONED_SECONDS:
                _remove(path)


def _rename(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except OSError:
        # Another process was first: its files are the same.
        if not target.exists():
            raise


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    elif path.is_file():
        path.unlink()


def _fill(model: PackedModel, folder: Path) -> None:
    # Imported here: onnx is needed only once, and the page should start fast.
    from plansvar.engines.graph import write_graph

    folder.mkdir()
    build_tokenizer(model).save(str(folder / TOKENIZER), pretty=False)
    for name, content in describe(model).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=1) + "\n", "utf-8")
    write_graph(model, folder / GRAPH, small=True)
