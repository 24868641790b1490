"""Draws small PDF files for the tests of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

EDGES = (50, 230, 300, 370, 450, 520)


def titled_page(path: Path, heading: str) -> Canvas:
    """A page with a heading at its top."""
    page = Canvas(str(path))
    page.setFont("Helvetica-Bold", 14)
    page.drawString(50, 790, heading)
    page.setFont("Helvetica", 9)
    return page


def draw_table(
    path: Path,
    rows: Sequence[tuple[str, str, str, str]],
    ruled: bool,
    mark: str = "circle",
    heading: Sequence[str] = ("Indikator", "Utfall 2023", "Mål 2023", "Bedömning", "Trend"),
) -> Path:
    """A table of label, two values and a colour (hex), with or without rules."""
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont("Helvetica-Bold", 9)
    for x, name in zip(EDGES, heading, strict=False):
        canvas.drawString(x + 3, 700, name)
    for number, row in enumerate(rows):
        _row(canvas, row, 680 - 20 * number, mark)
    if ruled:
        bottom = 695 - 20 * (len(rows) + 1) + 15
        for y in range(len(rows) + 2):
            canvas.line(EDGES[0], 714 - 20 * y, EDGES[-1], 714 - 20 * y)
        for x in EDGES:
            canvas.line(x, 714, x, bottom - 1)
    canvas.save()
    return path


def _row(canvas: Canvas, row: tuple[str, str, str, str], y: float, mark: str) -> None:
    canvas.setFillColor(black)
    canvas.setFont("Helvetica", 9)
    for x, text in zip(EDGES, row[:3], strict=False):
        canvas.drawString(x + 3, y, text)
    canvas.setFillColor(HexColor(row[3]))
    if mark == "circle":
        canvas.circle(410, y + 3, 5, stroke=0, fill=1)
    elif mark == "fill":
        canvas.rect(EDGES[3], y - 6, EDGES[4] - EDGES[3], 20, stroke=0, fill=1)
    canvas.setFillColor(black)
    canvas.setLineWidth(1.2)
    path = canvas.beginPath()
    path.moveTo(480, y - 2)
    for dx, dy in ((4, 0), (4, 4), (8, 4), (2, 11), (-4, 4), (0, 4), (0, 0)):
        path.lineTo(480 + dx, y - 2 + dy)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def draw_lines(path: Path, pages: Sequence[Sequence[tuple[float, float, str, int]]]) -> Path:
    """Pages of lines, each (x, y from the bottom, text, size); a size below 0 is bold."""
    canvas = Canvas(str(path), pagesize=(595, 842))
    for page in pages:
        for x, y, text, size in page:
            canvas.setFont("Helvetica-Bold" if size < 0 else "Helvetica", abs(size))
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return path


def draw_columns(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """Rows without rules: labels left, figures set to the right, other words left in columns.

    A label that begins with a star is bold and is printed without it."""
    canvas = Canvas(str(path), pagesize=(595, 842))
    for number, (label, *others) in enumerate(rows):
        y = 720 - 16 * number
        bold = label.startswith("*") or not number
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 10)
        canvas.drawString(60, y, label.lstrip("*"))
        for place, text in enumerate(others):
            x = 330 + 80 * place
            if text[:1].isalpha() and number:
                canvas.drawString(x - 60, y, text)
            else:
                canvas.drawRightString(x, y, text)
    canvas.save()
    return path


def draw_nested(path: Path) -> Path:
    """A ruled table of boards, with a table of key figures in a cell of each."""
    inner = {
        "Kulturnämnden": (("Nöjda besökare (%)", "87", "90"), ("Besök (antal)", "1 200", "1 100")),
        "Socialnämnden": (("Väntetid (dagar)", "54", "45"), ("Kontinuitet (antal)", "14", "12")),
    }
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont("Helvetica", 9)
    canvas.grid((50, 170, 540), (560, 640, 720, 740))
    canvas.drawString(54, 726, "Nämnd")
    canvas.drawString(174, 726, "Uppföljning")
    for top, (board, rows) in zip((720, 640), inner.items(), strict=True):
        canvas.drawString(54, top - 14, board)
        canvas.grid((176, 360, 440, 530), [top - 6 - 20 * step for step in range(4)])
        for step, row in enumerate((("Indikator", "Utfall 2031", "Mål 2031"), *rows)):
            for x, text in zip((180, 364, 444), row, strict=True):
                canvas.drawString(x, top - 20 - 20 * step, text)
    canvas.save()
    return path
