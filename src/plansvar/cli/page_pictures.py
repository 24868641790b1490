"""`plansvar inspect --pages`: pictures of pages with what was understood drawn on them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from plansvar.cli.output import note, spoken
from plansvar.domain import Document
from plansvar.errors import ArgumentError, ReadingError
from plansvar.index.sqlite_library import SqliteLibrary
from plansvar.texts import text


def write_pictures(library: SqliteLibrary, folder: Path) -> int:
    """Pictures of all pages of the PDF documents, each document in a folder of its own; how many.
    What cannot be drawn is said on stderr."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return sum(_drawn(library, document, folder) for document in library.documents())
    except OSError as error:
        why = spoken(error)
        raise ArgumentError(text("cli.arguments.cannot_write", path=folder, why=why)) from error


def _drawn(library: SqliteLibrary, document: Document, folder: Path) -> int:
    if document.format != "pdf":
        return 0
    path = library.location(document.path)
    if path is None or not _is_same(path, document):
        note(text("cli.inspect.pictures.moved", path=document.path))
        return 0
    from plansvar.reading.pdf.pictures import draw_pages  # loads PDF and picture libraries

    try:
        whole = replace(document, gaps=library.gaps(document.path))
        return len(draw_pages(path, whole, folder / document.path))
    except ReadingError as error:
        note(text("cli.inspect.pictures.undrawable", path=document.path, why=str(error)))
        return 0


def _is_same(path: Path, document: Document) -> bool:
    """Whether the file still is what was indexed; boxes on another file would mislead."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == document.digest
    except OSError:
        return False
