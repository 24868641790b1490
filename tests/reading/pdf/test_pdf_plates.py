"""Words on coloured plates: the colour judges, and the plate is no arrow."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.colors import HexColor, black, white
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Colour
from plansvar.reading.pdf import read_pdf

ROWS = (
    ("Trygga elever", "78", "83", "#2f9e44", "Nås"),
    ("Frånvaro", "9,4", "9,9", "#d6312b", "Nås inte"),
    ("Sjukfrånvaro", "10,1", "9,2", "#2f9e44", "Nås"),
)
SIDES = (50, 250, 330, 410, 520)


def test_a_plate_behind_a_short_word_points_nowhere(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "p.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica-Bold", 9)
    for x, name in zip(SIDES, ("Indikator", "Utfall 2039", "Mål 2040", "Prognos"), strict=False):
        canvas.drawString(x + 3, 705, name)
    for number, (*texts, colour, verdict) in enumerate(ROWS):
        y = 683 - 20 * number
        canvas.setFillColor(black)
        canvas.setFont("Helvetica", 9)
        for x, text in zip(SIDES, texts, strict=False):
            canvas.drawString(x + 3, y, text)
        canvas.setFillColor(HexColor(colour))
        canvas.roundRect(SIDES[3] + 3, y - 3, 12 + 4.5 * len(verdict), 13, 6, stroke=0, fill=1)
        canvas.setFillColor(white)
        canvas.drawString(SIDES[3] + 9, y, verdict)
    for line in range(len(ROWS) + 2):
        canvas.line(SIDES[0], 718 - 20 * line, SIDES[-1], 718 - 20 * line)
    canvas.save()
    (table,) = read_pdf(tmp_path / "p.pdf", "p.pdf").tables
    marks = [cell.marks[0] for cell in table.cells if cell.marks]
    assert [mark.colour for mark in marks] == [Colour.GREEN, Colour.RED, Colour.GREEN]
    assert [mark.trend for mark in marks] == [None, None, None]
