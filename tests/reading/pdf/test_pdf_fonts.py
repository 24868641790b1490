"""Bold letters by weight, name, or what the font's own program says."""

from __future__ import annotations

import struct

import pytest

from plansvar.reading.pdf.fonts import is_bold, is_bold_inside

BOLD, LIGHT, BEYOND, NO_FLAGS = 700, 400, 3764, 6


def _program(mac_style: int, tag: bytes = b"head", kind: bytes = b"\x00\x01\x00\x00") -> bytes:
    """A font file of two tables, the second with the style at its place."""
    head = bytes(44) + struct.pack(">H", mac_style) + bytes(8)
    start = 12 + 2 * 16
    entries = struct.pack(">4s4xII", b"glyf", start, 0) + struct.pack(
        ">4s4xII", tag, start, len(head)
    )
    return kind + struct.pack(">H", 2) + bytes(6) + entries + head


@pytest.mark.parametrize(
    ("name", "weight", "flags", "bold"),
    [
        ("ArialMT", BOLD, NO_FLAGS, True),
        ("ArialMT", LIGHT, NO_FLAGS, False),
        ("ABCDEF+Arial-BoldMT", LIGHT, NO_FLAGS, True),
        ("ArialMT", LIGHT, 1 << 18, True),
        ("CIDFont+F2", BEYOND, NO_FLAGS, False),  # nothing at hand that says more
    ],
)
def test_weight_name_and_flags(name: str, weight: int, flags: int, bold: bool) -> None:
    assert is_bold(name, weight, flags, None) is bold


@pytest.mark.parametrize(
    ("program", "bold"),
    [
        (_program(1), True),
        (_program(3), True),  # italic too
        (_program(0), False),
        (_program(2), False),
        (_program(1, kind=b"OTTO"), True),
        (_program(1, tag=b"OS/2"), False),
        (_program(1, kind=b"\x01\x00\x04\x02"), False),  # bare CFF
        (_program(1)[:50], False),
        (_program(1)[:20], False),
        (b"\x00\x01\x00\x00", False),
        (b"", False),
    ],
)
def test_what_the_program_says(program: bytes, bold: bool) -> None:
    assert is_bold_inside(program) is bold
