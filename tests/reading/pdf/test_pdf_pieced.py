"""Tables ruled cell by cell: a cell goes on where its piece of a rule is missing. Tables side by
side on strips of their own. Headings of several lines, and tables of risks."""

from __future__ import annotations

import itertools
from pathlib import Path

from reportlab.lib.colors import HexColor, black, grey, white
from reportlab.pdfgen.canvas import Canvas

from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

GREEN, YELLOW, RED = "#3c9a4a", "#f0c419", "#c8322b"
EDGES = (48, 212, 252, 404, 447, 490, 547)
GOALS = (
    ("3 Äldre kan bestämma själva", YELLOW, (("Nöjda med maten, %", "86", "88", "90"),) * 2),
    ("4 Färre väntar på plats", GREEN, (("Väntetid, dagar", "41", "32", "35"),)),
    ("5 Alla barn läser mer", RED, (("Lån per barn", "12", "11", "15"), ("Besök", "8", "9", "12"))),
)


def test_goals_and_their_marks_go_on_over_rows(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica", 9)
    for place, (colour, said) in enumerate(
        ((GREEN, "uppfyllt"), (YELLOW, "delvis uppfyllt"), (RED, "inte uppfyllt"))
    ):
        page.setFillColor(HexColor(colour))
        page.circle(60 + 130 * place, 793, 5, stroke=0, fill=1)
        page.setFillColor(black)
        page.drawString(70 + 130 * place, 790, said)
    page.setFont("Helvetica-Bold", 9)
    heads = ("Mål", "", "Indikator", "Utfall 2033", "Utfall 2034", "Mål 2034")
    for start, head in zip(EDGES, heads, strict=False):
        for line, word in enumerate(head.split()):
            page.drawString(start + 3, 750 - 11 * line, word)
    y = 730.0
    page.setStrokeColor(grey)
    _rule(page, y, 0)
    for name, colour, rows in GOALS:
        middle = y - 10 * len(rows)
        page.setFont("Helvetica", 9)
        page.drawString(52, middle - 3, name)
        page.setFillColor(HexColor(colour))
        page.circle(232, middle, 5, stroke=0, fill=1)
        page.setFillColor(black)
        for number, row in enumerate(rows):
            page.drawString(256, y - 13, row[0])
            for column, value in enumerate(row[1:]):
                page.drawRightString(EDGES[4 + column] - 4, y - 13, value)
            y -= 20
            _rule(page, y, 0 if number == len(rows) - 1 else 2)
    page.save()
    found = extract(read(SourceFile(tmp_path / "a.pdf", "a.pdf"))).indicators
    assert [(r.name, r.kind, r.assessment.value if r.assessment else None) for r in found] == [
        ("Äldre kan bestämma själva", "mål", "gul"),
        ("Nöjda med maten, %", "indikator", None),
        ("Nöjda med maten, %", "indikator", None),
        ("Färre väntar på plats", "mål", "grön"),
        ("Väntetid, dagar", "indikator", None),
        ("Alla barn läser mer", "mål", "röd"),
        ("Lån per barn", "indikator", None),
        ("Besök", "indikator", None),
    ]
    assert [o.raw for o in found[4].observations] == ["41", "32", "35"]


def _rule(page: Canvas, y: float, first: int) -> None:
    for start, end in list(itertools.pairwise(EDGES))[first:]:
        page.rect(start, y, end - start, 0.7, stroke=0, fill=1)


def test_tables_on_strips_apart_are_two(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(842, 595))
    left = (("Skola", "Elever 2033", "Elever 2034"), ("Ekskolan", "482", "468"))
    left += (("Almskolan", "436", "425"), ("Totalt", "918", "893"))
    right = (("Förskola", "Barn i april", "Platser"), ("Blåsippan", "92", "96"))
    right += (("Vitsippan", "110", "112"), ("Totalt", "202", "208"))
    page.setFillColor(HexColor("#106a76"))
    page.rect(40, 494, 340, 20, stroke=0, fill=1)
    page.rect(420, 494, 340, 20, stroke=0, fill=1)
    for x, rows in ((46, left), (426, right)):
        for number, row in enumerate(rows):
            page.setFillColor(black if number else white)
            page.setFont("Helvetica" if number else "Helvetica-Bold", 9)
            page.drawString(x, 500 - 18 * number, row[0])
            for column, text in enumerate(row[1:]):
                page.drawRightString(x + 220 + 100 * column, 500 - 18 * number, text)
    page.save()
    document = read(SourceFile(tmp_path / "a.pdf", "a.pdf"))
    assert [t.column_count for t in document.tables] == [3, 3]
    assert "Almskolan\t436\t425" in document.text
    assert "Vitsippan\t110\t112" in document.text


def test_a_heading_on_more_lines_than_those_beside_it(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 9)
    page.drawString(50, 700, "Nämnd")
    for column, head in enumerate(("Volym", "Satsning", "Summa")):
        page.drawRightString(380 + 80 * column, 700, head)
    page.drawRightString(300, 705.5, "Löner och")
    page.drawRightString(300, 694.5, "priser")
    page.setFont("Helvetica", 9)
    rows = (("Barnnämnden", "2 500", "400", "1 200", "4 100"),)
    rows += (
        ("Äldrenämnden", "4 200", "–", "7 000", "11 200"),
        ("Summa", "6 700", "400", "8 200", "15 300"),
    )
    for number, row in enumerate(rows):
        page.drawString(50, 676 - 15 * number, row[0])
        for column, figure in enumerate(row[1:]):
            page.drawRightString(300 + 80 * column, 676 - 15 * number, figure)
    page.save()
    document = read(SourceFile(tmp_path / "a.pdf", "a.pdf"))
    assert "Nämnd\tLöner och priser\tVolym\tSatsning\tSumma" in document.text


def test_risks_without_rules_and_how_each_control_went(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica", 9)
    for place, (colour, said) in enumerate(
        ((GREEN, "utan anmärkning"), (YELLOW, "mindre brist"), (RED, "allvarlig brist"))
    ):
        page.setFillColor(HexColor(colour))
        page.circle(60 + 130 * place, 793, 5, stroke=0, fill=1)
        page.setFillColor(black)
        page.drawString(70 + 130 * place, 790, said)
    heads = ("Nr", "Risk", "Kontroll", "Sannolikhet", "Konsekvens", "Riskvärde", "Resultat")
    xs = (50, 70, 180, 290, 350, 412, 470)
    for x, head in zip(xs, heads, strict=True):
        page.drawString(x, 760, head)
    page.line(48, 752, 520, 752)
    rows = (
        (("Fel i", "utbetalningar"), "Stickprov", "2", "3", "6", GREEN),
        (("Brist på personal", "på natten"), "Genomgång", "3", "4", "12", RED),
        (("Obehöriga i", "systemen"), "Loggkontroll", "2", "4", "8", YELLOW),
    )
    for number, (risk, control, *grades, colour) in enumerate(rows):
        y = 732 - 34 * number
        page.drawString(50, y, str(number + 1))
        page.drawString(70, y + 5, risk[0])
        page.drawString(70, y - 6, risk[1])
        page.drawString(180, y, control)
        for column, grade in enumerate(grades):
            page.drawCentredString(312 + 60 * column, y, grade)
        page.setFillColor(HexColor(colour))
        page.circle(486, y + 3, 5, stroke=0, fill=1)
        page.setFillColor(black)
    page.save()
    found = extract(read(SourceFile(tmp_path / "a.pdf", "a.pdf"))).indicators
    assert [(r.name, r.assessments[0].value, r.observations[2].raw) for r in found] == [
        ("Fel i utbetalningar", "grön", "6"),
        ("Brist på personal på natten", "röd", "12"),
        ("Obehöriga i systemen", "gul", "8"),
    ]
