"""A page whose pictures hold its text, read once more with what OCR finds in them."""

from __future__ import annotations

from typing import Any

from plansvar.domain import Gap, GapKind
from plansvar.reading.pdf.characters import PageText
from plansvar.reading.pdf.furniture import EdgeLine
from plansvar.reading.pdf.page import PageReading, read_page, text_on
from plansvar.reading.pdf.picture_text import PictureText, PictureWords
from plansvar.reading.pdf.tables import RawTable
from plansvar.texts import text

_ANSWERED = (GapKind.SCAN, GapKind.PICTURE_TABLE)


def with_pictures_read(
    document: Any,
    page: Any,
    reading: PageReading,
    known_edges: frozenset[EdgeLine],
    before: RawTable | None,
    ocr: PictureText,
) -> PageReading:
    """The page with the text of the pictures that it was read without; else the page as it is."""
    found = ocr.words(page, reading.frame, reading.unread)
    if not found.words:
        reading.gaps += _gaps(found, reading.index)
        return reading
    frame, printed = text_on(page)
    letters = sum(len(word.text) for word in found.words)
    known = PageText([*printed.words, *found.words], printed.characters + letters, printed.broken)
    again = read_page(
        document, page, reading.index, known_edges, before, (frame, known), reading.unread
    )
    again.gaps += _gaps(found, reading.index)
    if found.late:
        again.gaps += [gap for gap in reading.gaps if gap.kind in _ANSWERED]
    return again


def _gaps(found: PictureWords, page: int) -> list[Gap]:
    reasons = []
    if found.words:
        reasons.append(text("pdf.gaps.ocr_read"))
    elif not found.late:
        reasons.append(text("pdf.gaps.ocr_nothing"))
    if found.unclear:
        reasons.append(text("pdf.gaps.ocr_unclear", count=found.unclear))
    if found.late:
        reasons.append(text("pdf.gaps.ocr_late"))
    return [Gap(GapKind.OCR, reason, page) for reason in reasons]
