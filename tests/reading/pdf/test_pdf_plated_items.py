"""Items with a coloured plate beside them are a table; undertakings, where it prints statuses."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import CommitmentStatus
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

ITEMS = (
    ("Ny planering av slingor", "Enhetschef Åsa Lind", "Effekt hittills 2,3 mnkr", "Pågår"),
    ("Avveckla inhyrd personal", "Socialchef Jonas Ek", "Effekt hittills 2,4 mnkr", "Klar"),
    ("Hemtagning av placerade barn", "Enhetschef Mona Rask", "Effekt från 2027", "Försenad"),
)


def _draw(path: Path, plates: int = len(ITEMS)) -> None:
    page = Canvas(str(path), pagesize=(842, 595))
    page.setFont("Helvetica-Bold", 16)
    page.drawString(60, 540, "Åtgärder")
    for place, (title, holder, effect, status) in enumerate(ITEMS):
        y = 500 - place * 80
        page.setFont("Helvetica-Bold", 12)
        page.drawString(60, y, title)
        page.setFont("Helvetica", 10)
        page.drawString(60, y - 16, holder)
        page.drawString(60, y - 32, effect)
        if place < plates:
            page.setFillColor(colors.orange)
            page.roundRect(400, y - 18, 80, 20, 5, stroke=0, fill=1)
            page.setFillColor(colors.black)
            page.setFont("Helvetica-Bold", 10)
            page.drawCentredString(440, y - 12, status)
    page.save()


def test_items_with_plates_are_undertakings(tmp_path: Path) -> None:
    _draw(tmp_path / "a.pdf")
    document = read(SourceFile(tmp_path / "a.pdf", "a.pdf"))
    found = extract(document).commitments
    assert [(row.text, row.status, row.responsible) for row in found] == [
        ("Ny planering av slingor", CommitmentStatus.ONGOING, ("Enhetschef Åsa Lind",)),
        ("Avveckla inhyrd personal", CommitmentStatus.DONE, ("Socialchef Jonas Ek",)),
        ("Hemtagning av placerade barn", CommitmentStatus.DELAYED, ("Enhetschef Mona Rask",)),
    ]
    assert "Effekt hittills 2,4 mnkr" in document.text


def test_a_single_plate_makes_no_table(tmp_path: Path) -> None:
    _draw(tmp_path / "a.pdf", plates=1)
    document = read(SourceFile(tmp_path / "a.pdf", "a.pdf"))
    assert not document.tables
