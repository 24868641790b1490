"""Headings in the margin, and numbered titles at the left of a ground, are read before what stands
beside them, and are no part of its rows."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document, Extraction
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

ROWS = (
    ("", "Budget 2034", "Utfall jan–aug", "Prognos 2034"),
    ("Barnnämnden", "212,4", "140,1", "214,0"),
    ("Äldrenämnden", "180,0", "121,7", "183,5"),
    ("Tekniska nämnden", "44,1", "30,2", "44,1"),
    ("Summa", "436,5", "292,0", "441,6"),
)
PROSE = (
    "Resultatet för årets första åtta månader är 14,2 miljoner kronor. Det",
    "är bättre än budget. Under hösten väntas kostnaderna stiga något,",
    "främst för vikarier inom äldreomsorgen.",
)


def _read(path: Path) -> tuple[Document, Extraction]:
    document = read(SourceFile(path, path.name))
    return document, extract(document)


def _margin(path: Path, rule: bool = True) -> Path:
    page = Canvas(str(path), pagesize=(595, 842))
    for place, heads in enumerate((("Läget i", "korthet"), ("Nämndernas prognos", "mnkr"))):
        y = 780 - 120 * place
        if rule:
            page.line(40, y, 550, y)
        page.setFont("Helvetica-Bold", 10)
        page.drawString(40, y - 16, heads[0])
        page.setFont("Helvetica-Bold", 10 if place == 0 else 8)
        page.drawString(40, y - 28, heads[1])
    page.setFont("Helvetica", 10)
    for place, line in enumerate(PROSE):
        page.drawString(170, 764 - 15 * place, line)
    page.setFont("Helvetica", 9)
    for number, row in enumerate(ROWS):
        y = 640 - 17 * number
        page.drawString(172, y, row[0])
        for column, figure in enumerate(row[1:]):
            page.drawRightString(370 + 85 * column, y, figure)
    page.save()
    return path


def test_headings_in_the_margin_are_no_cells(tmp_path: Path) -> None:
    document, found = _read(_margin(tmp_path / "a.pdf"))
    headings = [document.quote(section.heading) for section in document.sections]
    assert headings[-2:] == ["Läget i korthet", "Nämndernas prognos"]
    assert "Läget i korthet\nResultatet för årets första åtta" in document.text
    assert "Nämndernas prognos\nmnkr\n" in document.text
    board = [a for a in found.amounts if a.what == "Äldrenämnden"]
    assert [(a.raw, a.unit) for a in board] == [
        ("180,0", "mnkr"),
        ("121,7", "mnkr"),
        ("183,5", "mnkr"),
    ]


def test_bold_labels_of_a_table_stay_in_it(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    for number, row in enumerate(ROWS):
        y = 700 - 30 * number
        page.line(40, y + 20, 550, y + 20)
        page.setFont("Helvetica-Bold", 9)
        page.drawString(40, y, row[0])
        page.setFont("Helvetica", 9)
        for column, figure in enumerate(row[1:]):
            page.drawRightString(300 + 85 * column, y, figure)
    page.save()
    document, _ = _read(tmp_path / "a.pdf")
    cells = [cell.text for table in document.tables for cell in table.cells]
    assert {"Barnnämnden", "Äldrenämnden", "212,4"} <= set(cells)


def test_a_numbered_title_on_a_ground_heads_what_stands_beside_it(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(842, 595))
    goals = (("Fler elever", "lyckas", "84,1"), ("Trygga", "skolor", "77,0"))
    for number, (first, second, figure) in enumerate(goals):
        top = 550 - 260 * number
        page.setFillColor(HexColor("#e0eef0"))
        page.rect(40, top - 220, 760, 220, stroke=0, fill=1)
        page.line(40, top, 800, top)
        page.setFillColor(black)
        page.setFont("Helvetica-Bold", 36)
        page.drawString(52, top - 50, str(number + 1))
        page.setFont("Helvetica-Bold", 13)
        page.drawString(96, top - 30, first)
        page.drawString(96, top - 46, second)
        page.setFont("Helvetica", 9)
        for column, head in enumerate(("Utfall 2033", "Utfall april 2034", "Mål 2034")):
            page.drawRightString(470 + 80 * column, top - 22, head)
        for line, name in enumerate(("Andel nöjda, %", "Andel behöriga, %")):
            page.drawString(280, top - 42 - 14 * line, name)
            for column, value in enumerate((figure, "85,0", "88")):
                page.drawRightString(470 + 80 * column, top - 42 - 14 * line, value)
        page.setFont("Helvetica-Bold", 9)
        page.drawString(280, top - 76, "Vad har hänt")
        page.drawString(550, top - 76, "Vad återstår")
        page.setFont("Helvetica", 10)
        page.drawString(280, top - 92, "Enkäten i februari visar en uppgång.")
        page.drawString(550, top - 92, "Rutinen införs på alla skolor.")
    page.save()
    document, found = _read(tmp_path / "a.pdf")
    headings = [document.quote(section.heading) for section in document.sections]
    assert headings.count("1 Fler elever lyckas") == 1
    assert "2 Trygga skolor" in headings
    names = [row.name for row in found.indicators]
    assert names == ["Andel nöjda, %", "Andel behöriga, %"] * 2
    told = [[o.raw for o in row.observations] for row in found.indicators]
    assert told[0] == ["84,1", "85,0", "88"]
