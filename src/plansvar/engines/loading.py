"""The encoder that the settings ask for."""

from __future__ import annotations

from collections.abc import Callable

from plansvar.engines.protocol import Encoder
from plansvar.errors import ArgumentError, EngineError, MissingWeights
from plansvar.settings import Settings
from plansvar.texts import text

ONNX, SENTENCE_TRANSFORMERS, NONE = "onnx", "sentence-transformers", "none"
INSTALL = "pip install .[sentence-transformers]"


def load_encoder(settings: Settings) -> Encoder | None:
    """The encoder in force; None when the settings want lexical search only.

    Raises MissingWeights when the default model cannot be had (a caller goes on without
    vectors), EngineError when the model that a user chose cannot be loaded, and ArgumentError
    when there is no such engine."""
    loaders: dict[str, Callable[[Settings], Encoder | None]] = {
        ONNX: _onnx,
        SENTENCE_TRANSFORMERS: _sentence_transformers,
        NONE: lambda _: None,
    }
    if settings.engine not in loaders:
        known = ", ".join(loaders)
        raise ArgumentError(text("engines.engine.unknown", engine=settings.engine, known=known))
    return loaders[settings.engine](settings)


def _onnx(settings: Settings) -> Encoder:
    try:
        from plansvar.engines.folder import unpacked_model
        from plansvar.engines.onnx_encoder import OnnxEncoder
    except ImportError as error:
        raise MissingWeights(text("engines.engine.unloadable", why=_line(error))) from error
    folder = unpacked_model(settings)
    try:
        return OnnxEncoder(folder, settings.threads)
    # ONNX Runtime and tokenizers raise exceptions of their own that share only Exception.
    except Exception as error:
        message = text("engines.weights.broken", folder=folder, why=_line(error))
        raise MissingWeights(message) from error


def _sentence_transformers(settings: Settings) -> Encoder:
    try:
        from plansvar.engines.transformer_encoder import TransformerEncoder
    except ImportError as error:
        raise EngineError(text("engines.extra.missing", install=INSTALL)) from error
    model = settings.model or _default_model(settings)
    try:
        return TransformerEncoder(model, settings.threads)
    # A wrong name, a broken folder and no network all raise different things here.
    except Exception as error:
        message = text("engines.model.unloadable", model=model, why=_line(error))
        raise EngineError(message) from error


def _default_model(settings: Settings) -> str:
    from plansvar.engines.folder import unpacked_float_model

    return str(unpacked_float_model(settings))


def _line(error: Exception) -> str:
    """The first line of what a library says."""
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
