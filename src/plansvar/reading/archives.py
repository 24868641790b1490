"""Office files are zip archives: what kind one is, and whether it is safe to open."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from plansvar.errors import ReadingError
from plansvar.texts import text

_LARGEST_PART = 150_000_000
_LARGEST_WHOLE = 400_000_000
_MOST_PARTS = 20_000
_HIGHEST_RATIO = 300
_RATIO_COUNTS_FROM = 10_000_000
_MARKERS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "zip",
    "ppt/presentation.xml": "pptx",
    "content.xml": "odt",
}
_PROLOGUE = 1_000_000
_MANIFEST = "META-INF/manifest.xml"
_LONGEST_MANIFEST = 1_000_000
_OPEN = "application/vnd.oasis.opendocument."
_OPEN_DOCUMENTS = {"odt": f"{_OPEN}text", "ods": f"{_OPEN}spreadsheet"}


def kind_of_archive(path: Path) -> str:
    """ "docx", "xlsx", "pptx", "odt", "ods", or "zip" for any other archive."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if _is_locked(archive, names):
                raise ReadingError(text("reading.refused.encrypted"))
            if "content.xml" in names and "mimetype" in names:
                return _open_document(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        ValueError,
        NotImplementedError,
        EOFError,
        RuntimeError,
    ) as error:
        raise ReadingError(text("reading.refused.broken", format="zip")) from error
    return next((kind for marker, kind in _MARKERS.items() if marker in names), "zip")


def _is_locked(archive: zipfile.ZipFile, names: set[str]) -> bool:
    """Whether an OpenDocument file says that its parts are encrypted."""
    if _MANIFEST not in names:
        return False
    with archive.open(_MANIFEST) as stream:
        return b"encryption-data" in stream.read(_LONGEST_MANIFEST)


def _open_document(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as stream:
        named = stream.read(100).decode("ascii", "replace").strip()
    kinds = (kind for kind, name in _OPEN_DOCUMENTS.items() if named.startswith(name))
    return next(kinds, "zip" if named.startswith(_OPEN) else "odt")


def guard(path: Path) -> None:
    """Raises ReadingError for archives that unpack to too much, are locked or define entities."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > _LARGEST_WHOLE:
            raise ReadingError(text("reading.refused.zip_bomb"))
        for part in parts:
            _guard_size(part)
        for part in parts:
            if part.filename.endswith((".xml", ".rels", ".vml")):
                _guard_entities(archive, part)


def _guard_size(part: zipfile.ZipInfo) -> None:
    ratio = part.file_size / max(1, part.compress_size)
    if part.file_size > _LARGEST_PART or (
        part.file_size > _RATIO_COUNTS_FROM and ratio > _HIGHEST_RATIO
    ):
        raise ReadingError(text("reading.refused.zip_bomb"))
    if part.flag_bits & 1:
        raise ReadingError(text("reading.refused.encrypted"))


def _guard_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    try:
        with archive.open(part) as stream:
            start = stream.read(_PROLOGUE).replace(b"\x00", b"")
    except (zipfile.BadZipFile, OSError, ValueError, EOFError) as error:
        raise ReadingError(text("reading.refused.broken", format="zip")) from error
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
        raise ReadingError(text("reading.refused.entities"))
