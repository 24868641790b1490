"""Circles cut into sectors are rows where each has a label and is as large as that tells."""

from __future__ import annotations

import math
from pathlib import Path

from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.reading.pdf.reader import read_pdf

PARTS = [("Skola", 45), ("Vård och omsorg", 35), ("Kultur", 12), ("Övrigt", 8)]
INKS = ("#24513F", "#4D9472", "#E8A200", "#5D7183")


def _draw(path: Path, printed: list[int]) -> list[list[str]]:
    page = Canvas(str(path), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 14)
    page.drawString(60, 760, "Så används 100 kronor")
    start = 90.0
    for (name, share), ink, figure in zip(PARTS, INKS, printed, strict=True):
        page.setFillColor(HexColor(ink))
        page.wedge(180, 500, 380, 700, start, -3.6 * share, stroke=0, fill=1)
        middle = math.radians(start - 1.8 * share)
        x, y = 280 + 135 * math.cos(middle), 600 + 125 * math.sin(middle)
        page.setFillColor(black)
        page.setFont("Helvetica-Bold", 9)
        page.drawString(x, y, f"{figure} kr")
        page.setFont("Helvetica", 9)
        page.drawString(x, y - 11, name)
        start -= 3.6 * share
    page.save()
    tables = read_pdf(path, "prov.pdf").tables
    return [[c.text for c in t.cells if c.row == r] for t in tables for r in range(t.row_count)]


def test_sectors_with_labels_are_rows_clockwise(tmp_path: Path) -> None:
    rows = _draw(tmp_path / "prov.pdf", [share for _, share in PARTS])
    assert rows == [[name, f"{share} kr"] for name, share in PARTS]


def test_sectors_of_other_sizes_than_told_are_no_rows(tmp_path: Path) -> None:
    assert not _draw(tmp_path / "prov.pdf", [25, 25, 25, 25])
