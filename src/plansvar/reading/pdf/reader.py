"""A PDF file to a Document: pages one by one, then what only the whole file tells."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2

from plansvar.domain import Document, Gap, GapKind
from plansvar.errors import ReadingError
from plansvar.reading.pdf.assembling import Whole, assemble_document
from plansvar.reading.pdf.characters import PageText
from plansvar.reading.pdf.continuation import open_end
from plansvar.reading.pdf.furniture import EdgeLine, edge_lines, repeated
from plansvar.reading.pdf.geometry import Frame
from plansvar.reading.pdf.headings import OutlineEntry
from plansvar.reading.pdf.lines import lines_of
from plansvar.reading.pdf.page import PageReading, read_page, text_on
from plansvar.reading.pdf.picture_text import PictureText
from plansvar.reading.pdf.scans import with_pictures_read
from plansvar.texts import text

MAX_PAGES = 3000
_SAMPLE = 16
_MAX_OUTLINE = 2000
_Texts = dict[int, tuple[Frame, PageText]]


def read_pdf(path: Path, name: str, ocr: PictureText | None = None) -> Document:
    """The document in a PDF file. Raises ReadingError with one line that says why it cannot be.

    With `ocr` the text of pictures is read too."""
    data_digest = _digest(path, name)
    pdf = open_pdf(path, name)
    try:
        whole = _read(pdf, ocr)
    finally:
        pdf.close()
    return assemble_document(whole, name, data_digest)


def open_pdf(path: Path, name: str) -> Any:
    """The open file. Raises ReadingError where it is encrypted, damaged or empty."""
    try:
        pdf = pypdfium2.PdfDocument(path)
        count = len(pdf)
    except pypdfium2.PdfiumError as error:
        reason = "encrypted" if "assword" in str(error) else "damaged"
        raise ReadingError(text(f"pdf.errors.{reason}", name=name)) from error
    if count == 0:
        raise ReadingError(text("pdf.errors.no_pages", name=name))
    return pdf


def _digest(path: Path, name: str) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadingError(text("pdf.errors.damaged", name=name)) from error
    if not data:
        raise ReadingError(text("pdf.errors.empty", name=name))
    return hashlib.sha256(data).hexdigest()


def _read(pdf: Any, ocr: PictureText | None) -> Whole:
    count = min(len(pdf), MAX_PAGES)
    known, texts = _known_edges(pdf, count)
    pages: list[PageReading] = []
    gaps: list[Gap] = []
    if len(pdf) > MAX_PAGES:
        reason = text("pdf.gaps.pages", count=len(pdf), limit=MAX_PAGES)
        gaps.append(Gap(GapKind.LIMIT, reason))
    for number in range(count):
        try:
            page = pdf[number]
        except pypdfium2.PdfiumError:
            gaps.append(Gap(GapKind.LIMIT, text("pdf.gaps.page"), number + 1))
            continue
        before = open_end(pages[-1].blocks) if pages else None
        reading = read_page(pdf, page, number + 1, known, before, texts.pop(number, None))
        if ocr is not None and reading.unread:
            reading = with_pictures_read(pdf, page, reading, known, before, ocr)
        if reading.label is None:
            reading.label = pdf.get_page_label(number) or None
        pages.append(reading)
        page.close()
    hints = (str(pdf.get_metadata_dict().get("Title") or ""),)
    return Whole(pages, _outline(pdf), hints, gaps)


def _known_edges(pdf: Any, count: int) -> tuple[frozenset[EdgeLine], _Texts]:
    """What repeats at the edges of a sample of the pages, and the text of that sample."""
    step = max(1, count // _SAMPLE)
    edges: list[list[EdgeLine]] = []
    texts: _Texts = {}
    for number in range(0, count, step)[: _SAMPLE + 4]:
        try:
            page = pdf[number]
        except pypdfium2.PdfiumError:
            continue
        frame, found = texts[number] = text_on(page)
        page.close()
        lines = lines_of(word for word in found.words if word.style.turn == 0)
        edges.append(edge_lines(lines, frame.height, frame.width, number + 1))
    return repeated(edges) if len(edges) > 1 else frozenset(), texts


def _outline(pdf: Any) -> Sequence[OutlineEntry]:
    entries = []
    for mark in pdf.get_toc(max_depth=6):
        target = mark.get_dest()
        index = target.get_index() if target else None
        entries.append(OutlineEntry(mark.get_title() or "", mark.level + 1, index))
        if len(entries) >= _MAX_OUTLINE:
            break
    return entries
