"""One file to one document: sniff what it is, hand it to its reader."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from plansvar.domain import Document
from plansvar.errors import ReadingError
from plansvar.reading.archives import guard, kind_of_archive
from plansvar.reading.sources import FORMATS, SourceFile
from plansvar.texts import text

LARGEST_MB = 300
_OFFICE = {"docx", "xlsx", "pptx", "odt", "ods"}
_READERS = {
    "docx": ("plansvar.reading.docx", "read_docx"),
    "xlsx": ("plansvar.reading.xlsx", "read_xlsx"),
    "pptx": ("plansvar.reading.pptx", "read_pptx"),
    "odt": ("plansvar.reading.odt", "read_odt"),
    "ods": ("plansvar.reading.ods", "read_ods"),
    "html": ("plansvar.reading.html", "read_html"),
    "markdown": ("plansvar.reading.markdown", "read_markdown"),
    "text": ("plansvar.reading.text", "read_text"),
}


def read(source: SourceFile, ocr_seconds: int = 0) -> Document:
    """The document in a file. Raises ReadingError with one line that says why it cannot be read.

    With `ocr_seconds` pages and tables that are pictures are read by OCR, within that time."""
    data = _bytes(source.path)
    file_format = _format(source.path, data)
    if file_format == "pdf":
        read_pdf = _reader("plansvar.reading.pdf", "read_pdf")
        ocr = _reader("plansvar.reading.pdf.picture_text", "PictureText")
        pictures = ocr(ocr_seconds) if ocr_seconds else None
        document: Document = read_pdf(source.path, source.name, pictures)
        return document
    if file_format in _OFFICE:
        guard(source.path)
    return _assembled(source, data, file_format)


def _assembled(source: SourceFile, data: bytes, file_format: str) -> Document:
    from plansvar.reading.assembly import assemble
    from plansvar.reading.marks.settling import settled

    digest = hashlib.sha256(data).hexdigest()
    module, name = _READERS[file_format]
    try:
        beside = (source.path.parent,) if file_format == "html" else ()
        draft = _reader(module, name)(data, *beside)
    except (ReadingError, MemoryError):
        raise
    except Exception as error:
        # Parsers raise many kinds of errors on damaged files; none of them is the user's concern.
        spoken = text(f"reading.formats.{file_format}")
        raise ReadingError(text("reading.refused.broken", format=spoken)) from error
    layout, doubts = settled(draft.layout)
    draft = replace(draft, layout=layout, gaps=(*draft.gaps, *doubts))
    return assemble(draft, source.name, digest, file_format)


def _reader(module: str, name: str) -> Any:
    """Readers are loaded when needed: their libraries take time to import."""
    return getattr(import_module(module), name)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_MB * 1_000_000:
            raise ReadingError(text("reading.refused.too_large", limit=LARGEST_MB))
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ReadingError(text("reading.refused.unreadable", why=why)) from error
    if not data.strip(b"\x00 \t\r\n\f"):
        raise ReadingError(text("reading.refused.empty"))
    return data


def _format(path: Path, data: bytes) -> str:
    suffix = path.suffix.lower()
    expected = FORMATS.get(suffix, "text")
    found = _sniffed(path, data)
    if found == "legacy":
        raise ReadingError(text("reading.refused.legacy"))
    if found == "rtf":
        raise ReadingError(text("reading.refused.rtf"))
    if found == expected or (found == "html" and expected in ("text", "markdown")):
        return "html" if found == "html" else expected
    if found == "text" and expected in ("text", "markdown", "html"):
        return expected
    spoken = text(f"reading.formats.{found}")
    raise ReadingError(text("reading.refused.mismatch", suffix=suffix, found=spoken))


def _sniffed(path: Path, data: bytes) -> str:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return kind_of_archive(path)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "legacy"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if re.match(
        rb"(?i)(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)", head
    ):
        return "html"
    binary = data[:4].startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ\x90"))
    return "binary" if binary else "text"
