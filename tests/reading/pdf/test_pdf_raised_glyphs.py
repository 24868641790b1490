"""A digit that the font itself draws small and high marks a note and is no digit of a figure."""

from __future__ import annotations

from pathlib import Path

from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

TEXT = "BT /F1 20 Tf 50 100 Td (1.1a) Tj 0 -40 Td (1.11) Tj ET"
CODES = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <ff> endcodespacerange
3 beginbfchar <2e> <002e> <31> <0031> <61> <0031> endbfchar endcmap end end"""
FULL, RAISED, DOT = (
    "500 0 0 0 500 700 d1 150 0 200 700 re f",
    "300 0 0 400 300 700 d1 80 400 140 300 re f",
    "300 0 0 0 300 100 d1 100 0 100 100 re f",
)


def _stream(number: int, content: str) -> str:
    return f"{number} 0 obj << /Length {len(content)} >> stream\n{content}\nendstream endobj\n"


def _pdf() -> bytes:
    """A page in a font with two glyphs for 1: "1.1" with a raised one behind it, and "1.11"."""
    widths = ["0"] * 52
    widths[0], widths[3], widths[51] = "300", "500", "300"
    head = (
        "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
        "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
        "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >> endobj\n"
        "5 0 obj << /Type /Font /Subtype /Type3 /FontBBox [0 -200 700 800]"
        " /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /one 6 0 R /period 8 0 R /up 7 0 R >>"
        " /Encoding << /Type /Encoding /Differences [46 /period 49 /one 97 /up] >>"
        f" /FirstChar 46 /LastChar 97 /Widths [{' '.join(widths)}] /ToUnicode 9 0 R"
        " /Resources << >> >> endobj\n"
    )
    parts = ((4, TEXT), (6, FULL), (7, RAISED), (8, DOT), (9, CODES))
    body = "".join(_stream(number, content) for number, content in parts)
    return (head + body + "trailer << /Root 1 0 R >>\n%%EOF\n").encode("ascii")


def test_the_mark_of_a_note_joins_no_figure(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(_pdf())
    document = read(SourceFile(tmp_path / "a.pdf", "a.pdf"))
    assert document.text.split() == ["1.1¹", "1.11"]
