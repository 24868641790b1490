"""Whether a font is bold: by its weight, its name, or what its own program says of itself."""

from __future__ import annotations

import ctypes
import re
import struct
from typing import Any

import pypdfium2.raw as pdfium

_FORCE_BOLD = 1 << 18
_HEAVY = ("bold", "black", "heavy", "semib")
_LIGHTEST, _BOLD, _HEAVIEST = 100, 600, 1000
# Names that programs give fonts when they hide the real ones: "CIDFont+F2", "T3", "ABCDEF+TT4".
_NAMELESS = re.compile(r"(?:[A-Z]{6}\+)?(?:CIDFont\+)?[A-Z]{1,3}\d+", re.ASCII)
_TRUETYPE = (b"\x00\x01\x00\x00", b"true", b"OTTO")
_ENTRY = struct.Struct(">4s4xII")  # of the table directory: tag, checksum, offset, length
_DIRECTORY, _MAC_STYLE = 12, 44
_LARGEST = 32 * 1024 * 1024


def is_bold(name: str, weight: int, flags: int, text_object: Any) -> bool:
    """Whether letters are bold. A weight beyond all scales says nothing, and where the name says
    nothing either the font's program is asked (macStyle of the table "head", OpenType 1.9)."""
    if _BOLD <= weight <= _HEAVIEST or flags & _FORCE_BOLD:
        return True
    if any(word in name.lower() for word in _HEAVY):
        return True
    silent = not _LIGHTEST <= weight <= _HEAVIEST or _NAMELESS.fullmatch(name)
    return bool(silent and text_object and is_bold_inside(_program(text_object)))


def is_bold_inside(program: bytes) -> bool:
    """Whether a TrueType or OpenType font says that it is bold; false where it is another kind of
    file, or a broken one."""
    if program[:4] not in _TRUETYPE:
        return False
    count = int.from_bytes(program[4:6], "big")
    directory = program[_DIRECTORY : _DIRECTORY + count * _ENTRY.size]
    whole = directory[: len(directory) // _ENTRY.size * _ENTRY.size]
    places = {tag: offset for tag, offset, _ in _ENTRY.iter_unpack(whole)}
    at = places.get(b"head", len(program)) + _MAC_STYLE
    return bool(int.from_bytes(program[at : at + 2], "big") & 1)


def _program(text_object: Any) -> bytes:
    """The embedded font file; empty where there is none."""
    font = pdfium.FPDFTextObj_GetFont(text_object)
    length = ctypes.c_size_t()
    if not font or not pdfium.FPDFFont_GetFontData(font, None, 0, length):
        return b""
    if not 0 < length.value <= _LARGEST:
        return b""
    buffer = (ctypes.c_uint8 * length.value)()
    pdfium.FPDFFont_GetFontData(font, buffer, length.value, length)
    return bytes(buffer)
