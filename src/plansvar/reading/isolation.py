"""Reads each file in a process of its own, so that a hostile file harms nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from plansvar.domain import Document
from plansvar.engines.ocr import wants_ocr
from plansvar.errors import ReadingError
from plansvar.interchange import codec
from plansvar.reading.sources import SkippedFile, SourceFile
from plansvar.reading.worker import DOCUMENT, REFUSED
from plansvar.settings import Settings
from plansvar.texts import text

_OUT_OF_TIME = -24  # SIGXCPU


def read_isolated(source: SourceFile, settings: Settings) -> Document:
    """Reads a file within the limits of the settings. Raises ReadingError when it cannot."""
    try:
        done = subprocess.run(
            _command(source, settings),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_seconds(settings),
            env=os.environ | {"OMP_NUM_THREADS": "1", "PYTHONUTF8": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _out_of_time(settings) from error
    if done.returncode == _OUT_OF_TIME:
        raise _out_of_time(settings)
    # JSON in UTF-8 cannot hold the name of a file that is not UTF-8 itself.
    return replace(_received(done.stdout), path=source.name)


def read_many(
    sources: Iterable[SourceFile],
    settings: Settings,
    progress: Callable[[SourceFile], None] | None = None,
) -> Iterator[Document | SkippedFile]:
    """Documents in the order of `sources`; `progress` is told of each file as it is handed on."""
    workers = settings.workers or os.cpu_count() or 1

    def attempt(source: SourceFile) -> tuple[SourceFile, Document | SkippedFile]:
        try:
            return source, read_isolated(source, settings)
        except ReadingError as error:
            return source, SkippedFile(source.name, str(error))

    with ThreadPoolExecutor(max_workers=workers) as pool:
        for source, result in pool.map(attempt, sources):
            if progress:
                progress(source)
            yield result


def _command(source: SourceFile, settings: Settings) -> list[str]:
    limits = [str(settings.read_memory_mb), str(_seconds(settings)), str(_ocr_seconds(settings))]
    worker = [sys.executable, "-P", "-m", "plansvar.reading.worker"]
    return [*worker, str(source.path), source.name, *limits]


def _seconds(settings: Settings) -> int:
    return settings.read_seconds + _ocr_seconds(settings)


def _ocr_seconds(settings: Settings) -> int:
    """How long OCR may take; 0 leaves pictures unread."""
    return settings.ocr_seconds if wants_ocr(settings) else 0


def _received(output: bytes) -> Document:
    """The document, or the reason why there is none. A reader that was led astray by its file may
    write anything, so nothing but JSON of the right shape is taken."""
    kind, _, body = output.partition(b"\n")
    try:
        if kind == DOCUMENT:
            return _document(body)
        reason = str(json.loads(body)) if kind == REFUSED else text("reading.refused.crashed")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ReadingError(text("reading.refused.crashed")) from error
    raise ReadingError(reason)


def _document(body: bytes) -> Document:
    document: Document = codec.from_json(Document, body.decode("utf-8"))
    return document


def _out_of_time(settings: Settings) -> ReadingError:
    return ReadingError(text("reading.refused.time", seconds=_seconds(settings)))
