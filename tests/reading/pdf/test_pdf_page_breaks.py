"""Tables without rules that a page break parts from their heading or from their last row."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document
from plansvar.reading.pdf.reader import read_pdf

PLACES = [60, 300, 360, 420]
HEADING = ["Indikator", "Utfall 2030", "Utfall 2031", "Mål 2031"]
ROWS = [
    ["Nöjda brukare (%)", "78", "76", "minst 80"],
    ["Sjukfrånvaro (%)", "8,1", "7,3", "högst 7,0"],
]
OTHER = ["Indikator", "2030", "2031", "Mål 2031"]


def _line(canvas: Canvas, y: float, cells: list[str], bold: bool = False) -> None:
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 9)
    for x, cell in zip(PLACES, cells, strict=True):
        canvas.drawString(x, y, cell)
    canvas.line(56, y - 4, 480, y - 4)


def _prose(canvas: Canvas, y: float, text: str) -> None:
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, y, text)


@pytest.mark.parametrize("before", [0, 1])
def test_a_table_goes_on(before: int, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "prov.pdf"), pagesize=(595, 842))
    _prose(canvas, 780, "Här redovisas hur det har gått under året och vad som gjorts åt det.")
    _line(canvas, 110, HEADING, bold=True)
    for row in ROWS[:before]:
        _line(canvas, 94, row)
    canvas.showPage()
    y = 790
    for row in ROWS[before:]:
        _line(canvas, y, row)
        y -= 16
    _prose(canvas, y - 10, "Sjukfrånvaron har minskat i alla verksamheter under de senaste åren.")
    _line(canvas, y - 40, OTHER, bold=True)
    _line(canvas, y - 56, ["Trygghet (%)", "61", "64", "70"])
    canvas.save()
    tables = _read(read_pdf(tmp_path / "prov.pdf", "prov.pdf"))
    assert tables == [[HEADING, *ROWS], [OTHER, ["Trygghet (%)", "61", "64", "70"]]]


def _read(document: Document) -> list[list[list[str]]]:
    return [
        [
            [" ".join(cell.text.split()) for cell in table.cells if cell.row == row]
            for row in range(table.row_count)
        ]
        for table in document.tables
    ]
