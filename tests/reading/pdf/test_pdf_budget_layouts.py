"""Budgets as word processors print them: chapters numbered as lists, groups without sides."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import BlockKind
from plansvar.reading.pdf.reader import read_pdf

XS = (50, 250, 340, 430, 520)


def _grid(canvas: Canvas, top: float, rows: tuple[tuple[str, ...], ...]) -> float:
    """Rows with rules around each cell; the height under them."""
    for row in rows:
        for x, cell in zip(XS, row, strict=False):
            canvas.drawString(x + 3, top - 11, cell)
        for x in XS:
            canvas.line(x, top, x, top - 15)
        canvas.line(XS[0], top, XS[-1], top)
        top -= 15
        canvas.line(XS[0], top, XS[-1], top)
    return top


def test_lines_between_parts_of_a_grid_head_groups_of_its_rows(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica", 8)
    y = _grid(canvas, 780, (("Projekt", "Total utgift", "Budget 2031", "Plan 2032"),))
    for group, rows in (
        (
            "Kommunstyrelsen",
            (("Boende", "210,1", "78,0", "92,0"), ("Simhall", "6,0", "2,0", "4,0")),
        ),
        ("Skolnämnden", (("Inventarier", "8,5", "–", "8,5"), ("Summa", "224,6", "80,0", "104,5"))),
    ):
        canvas.drawString(XS[0] + 3, y - 11, group)
        y = _grid(canvas, y - 15, rows)
    canvas.save()
    (table,) = read_pdf(tmp_path / "t.pdf", "t.pdf").tables
    first = [cell.text for cell in table.cells if cell.column == 0]
    assert first == [
        "Projekt",
        "Kommunstyrelsen",
        "Boende",
        "Simhall",
        "Skolnämnden",
        "Inventarier",
        "Summa",
    ]
    assert table.header_rows == 1


def test_chapters_numbered_as_lists_are_headings(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    y = 780.0
    for chapter in ("1. Inledning", "2. Ekonomiska förutsättningar", "3. God hushållning"):
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(50, y, chapter)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(
            50, y - 24, "Kommunfullmäktige fastställer skattesatsen och nämndernas ramar."
        )
        canvas.drawString(
            50, y - 39, "Budgeten har tagits fram i ett läge där kommunen växer långsamt."
        )
        y -= 90
    canvas.setFont("Helvetica", 11)
    canvas.drawString(50, y, "1. Nämnden ska lämna en plan.")
    canvas.drawString(50, y - 18, "2. Planen ska följas upp i augusti.")
    canvas.save()
    document = read_pdf(tmp_path / "t.pdf", "t.pdf")
    headings = [document.quote(b.span) for b in document.blocks if b.kind is BlockKind.HEADING]
    assert headings == ["1. Inledning", "2. Ekonomiska förutsättningar", "3. God hushållning"]
    items = [b for b in document.blocks if b.kind is BlockKind.LIST_ITEM]
    assert len(items) == 2
