"""Rows between level rules with a dot each and no heading are goals, where a key explains the dots;
of two keys under each other each table takes the one that tells of its rows."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import CommitmentStatus
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

GOALS = (
    ("Alla elever ska bli behöriga", colors.orange, "Resultaten stiger men når inte värdet."),
    ("Förskolan ska vara trygg", colors.green, "Grupperna är mindre än på tio år."),
    ("Ekonomin ska vara uthållig", colors.red, "Resultatet är lägre än målet för året."),
)
KEY = ((colors.green, "Målet är nått"), (colors.orange, "Målet är delvis nått"))
TASK_KEY = ((colors.green, "Klar"), (colors.red, "Försenad"), (colors.blue, "Pågår"))


def _key(page: Canvas, y: float, entries: tuple[tuple[colors.Color, str], ...]) -> None:
    page.setFont("Helvetica", 9)
    for place, (colour, said) in enumerate(entries):
        page.setFillColor(colour)
        page.circle(66 + place * 130, y + 3, 5, stroke=0, fill=1)
        page.setFillColor(colors.black)
        page.drawString(78 + place * 130, y, said)


def _strip(page: Canvas, y: float, name: str) -> None:
    page.setFillColor(colors.navy)
    page.rect(60, y, 480, 18, stroke=0, fill=1)
    page.setFillColor(colors.white)
    page.drawCentredString(300, y + 5, name)
    page.setFillColor(colors.black)


def test_goals_with_dots_between_rules(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 16)
    page.drawString(60, 780, "Så gick det med målen")
    _key(page, 750, (*KEY, (colors.red, "Målet är inte nått")))
    _strip(page, 716, "Växa och lära")
    page.setStrokeColor(colors.grey)
    page.line(60, 716, 540, 716)
    for place, (name, colour, comment) in enumerate(GOALS):
        y = 700 - place * 26
        page.setFillColor(colour)
        page.circle(76, y + 3, 5, stroke=0, fill=1)
        page.setFillColor(colors.black)
        page.setFont("Helvetica-Bold", 9)
        page.drawString(100, y, name)
        page.setFont("Helvetica", 9)
        page.drawString(300, y, comment)
        page.line(60, y - 10, 540, y - 10)
    page.save()
    found = extract(read(SourceFile(tmp_path / "a.pdf", "a.pdf"))).indicators
    assert [(r.name, r.kind, r.assessment.value if r.assessment else None) for r in found] == [
        ("Alla elever ska bli behöriga", "mål", "gul"),
        ("Förskolan ska vara trygg", "mål", "grön"),
        ("Ekonomin ska vara uthållig", "mål", "röd"),
    ]
    assert found[1].comment == "Grupperna är mindre än på tio år."


def test_each_table_takes_the_key_that_tells_of_its_rows(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 14)
    page.drawString(60, 780, "Läsanvisning")
    _key(page, 750, (*KEY, (colors.red, "Målet är inte nått")))
    _key(page, 735, TASK_KEY)
    page.setFont("Helvetica-Bold", 14)
    page.drawString(60, 690, "Uppdrag")
    rows = (("Status", "Uppdrag", "Ansvarig"), (colors.green, "Öppna en fritidsbank", "KFN"))
    rows += ((colors.red, "Införa e-arkiv", "KS"), (colors.blue, "Bygga cykelväg", "SBN"))
    for place, (status, name, holder) in enumerate(rows):
        y = 660 - place * 20
        for x, width in ((60, 60), (120, 240), (360, 100)):
            page.rect(x, y - 6, width, 20)
        if isinstance(status, str):
            page.setFont("Helvetica-Bold", 9)
            page.drawString(64, y, status)
        else:
            page.setFillColor(status)
            page.circle(80, y + 3, 5, stroke=0, fill=1)
            page.setFillColor(colors.black)
            page.setFont("Helvetica", 9)
        page.drawString(124, y, name)
        page.drawString(364, y, holder)
    page.save()
    found = extract(read(SourceFile(tmp_path / "a.pdf", "a.pdf"))).commitments
    assert [(row.text, row.status) for row in found] == [
        ("Öppna en fritidsbank", CommitmentStatus.DONE),
        ("Införa e-arkiv", CommitmentStatus.DELAYED),
        ("Bygga cykelväg", CommitmentStatus.ONGOING),
    ]
