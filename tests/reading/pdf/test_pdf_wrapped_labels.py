"""Tables with rules between their rows alone, whose labels wrap beside values in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document
from plansvar.reading.pdf.reader import read_pdf

HEADINGS = ["Mål", "Mätetal", "Utfall 2031", "Mål 2032", "Utfall 2032"]
PLACES = [60, 160, 300, 352, 410]
ROWS = [
    (["Korta köer till", "vården"], ["Väntetid i dagar"], "41", "högst 35", "38"),
    (["Trygga elever"], ["Elever som uppger att de känner sig", "trygga (A)"], "9", "10", "9"),
    (["Bra mat"], ["Nöjda matgäster på våra boenden", "och skolor"], "68 %", "minst 72 %", "70 %"),
]


@pytest.fixture
def wrapped(tmp_path: Path) -> Document:
    canvas = Canvas(str(tmp_path / "prov.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica-Bold", 8)
    canvas.setFillColor(HexColor("#224466"))
    canvas.rect(56, 694, 420, 16, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#ffffff"))
    for x, heading in zip(PLACES, HEADINGS, strict=True):
        canvas.drawString(x, 699, heading)
    canvas.setFillColor(HexColor("#000000"))
    canvas.setFont("Helvetica", 8)
    y = 694.0
    for row in ROWS:
        for x, cell in zip(PLACES, row, strict=True):
            lines = cell if isinstance(cell, list) else [cell]
            for number, line in enumerate(lines):
                canvas.drawString(x, y - 15.5 + 5 * (len(lines) - 1) - 10 * number, line)
        y -= 26
        canvas.line(56, y, 476, y)
    canvas.save()
    return read_pdf(tmp_path / "prov.pdf", "prov.pdf")


def test_labels_keep_their_words_and_values_theirs(wrapped: Document) -> None:
    table = wrapped.tables[0]
    read = [
        [" ".join(cell.text.split()) for cell in table.cells if cell.row == row]
        for row in range(table.row_count)
    ]
    printed = [[" ".join(c) if isinstance(c, list) else c for c in row] for row in ROWS]
    assert read == [HEADINGS, *printed]
