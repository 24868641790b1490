"""Bytes to text: UTF-8, UTF-16, or Latin-1 as Windows writes it; noise is refused."""

from __future__ import annotations

import codecs
import unicodedata

from plansvar.errors import ReadingError
from plansvar.texts import text

_ALLOWED = frozenset("\t\n\r\f\v\x85")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str:
    """The text of `data` with line ends made plain. Raises ReadingError when it is no text."""
    decoded = _decoded(data)
    if decoded is None or _is_noise(decoded):
        raise ReadingError(text("reading.refused.noise"))
    plain = decoded.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    plain = plain.replace("\x00", "").replace("\ufeff", "").replace("\u00ad", "")
    return unicodedata.normalize("NFC", plain)


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data, encoding)
    if (unmarked := _unmarked_utf16(data)) is not None:
        return unmarked
    return _try(data, "utf-8") or _try(data, "cp1252") or _try(data, "latin-1")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unmarked_utf16(data: bytes) -> str | None:
    sample = data[:2000]
    if len(sample) < 4 or sample.count(0) < len(sample) // 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return _try(data[: len(data) // 2 * 2], "utf-16-le" if odd > even else "utf-16-be")


def _is_noise(decoded: str) -> bool:
    """Text of real documents has few control characters and mostly letters, digits and spaces."""
    sample = decoded[:50_000]
    if not sample.strip():
        return True
    controls = sum(1 for char in sample if char < " " and char not in _ALLOWED)
    controls += sum(1 for char in sample if "\x7f" <= char < "\xa0" and char not in _ALLOWED)
    plain = sum(1 for char in sample if char.isalnum() or char.isspace())
    return controls > len(sample) * 0.02 or plain < len(sample) * 0.45
