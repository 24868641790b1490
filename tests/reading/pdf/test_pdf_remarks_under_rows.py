"""Tables between level rules whose rows have a remark across the columns under them, and tables
that follow each other with nothing but a title between the rules of one and the other."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.colors import Color, HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import CommitmentStatus
from plansvar.extraction import extract
from plansvar.extraction.extract import Extraction
from plansvar.reading.pdf import read_pdf

GREEN, AMBER, RED, BLUE, NAVY = (
    HexColor(each) for each in ("#3a9a46", "#f4b81f", "#cf2a2a", "#3f86c9", "#22406b")
)
TASKS = (
    ("goes on", "Bygga en cykelparkering", "SBN", "2041-10-01", 0.4),
    ("done", "Öppna ett medborgarkontor", "KS", "2041-05-15", 1.0),
    ("late", "Införa e-arkiv i alla nämnder", "KS", "2041-03-31", 0.2),
    ("goes on", "Prova en fritidsbank i Norrby", "SBN", "2041-12-31", 0.7),
)
REMARKS = (
    "Marken är köpt. Arbetet börjar när tjälen har gått ur jorden i april.",
    "Invigt den 12 maj.",
    "Leverantören har bytts ut och upphandlingen görs därför om under hösten.",
    "Lokalen är klar och öppnar för allmänheten när personalen är anställd.",
)


def _triangle(page: Canvas, x: float, y: float, colour: Color, up: bool = False) -> None:
    path = page.beginPath()
    points = ((0, 0), (9, 0), (4.5, 9)) if up else ((0, 0), (0, 9), (9, 4.5))
    path.moveTo(x + points[0][0], y + points[0][1])
    for dx, dy in points[1:]:
        path.lineTo(x + dx, y + dy)
    path.close()
    page.setFillColor(colour)
    page.drawPath(path, stroke=0, fill=1)
    page.setFillColor(black)


def _sign(page: Canvas, kind: str, x: float, y: float) -> None:
    if kind == "goes on":
        _triangle(page, x, y, BLUE)
        return
    page.setFillColor(NAVY if kind == "done" else RED)
    if kind == "done":
        page.rect(x, y, 9, 9, stroke=0, fill=1)
    else:
        page.circle(x + 4.5, y + 4.5, 4.5, stroke=0, fill=1)
    page.setFillColor(black)


def _tasks(path: Path, lead: str, remarks: tuple[str, ...] = REMARKS) -> Extraction:
    page = Canvas(str(path), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 15)
    page.drawString(60, 790, "Uppdrag till nämnderna")
    page.setFont("Helvetica", 9)
    for place, (kind, said) in enumerate(
        (("done", "Slutfört"), ("goes on", "Pågår enligt plan"), ("late", "Försenat"))
    ):
        _sign(page, kind, 60 + 150 * place, 760)
        page.drawString(76 + 150 * place, 762, said)
    page.setFont("Helvetica-Bold", 9)
    for x, head in (
        (62, "Läge"),
        (100, "Uppdrag"),
        (310, "Ansvarig"),
        (370, "Klart"),
        (440, "Färdiggrad"),
    ):
        page.drawString(x, 735, head)
    page.setStrokeColor(HexColor("#8899aa"))
    page.line(60, 730, 540, 730)
    y = 716
    for (kind, name, holder, due, share), remark in zip(TASKS, remarks, strict=True):
        _sign(page, kind, 64, y - 1)
        page.setFont("Helvetica", 9)
        for x, said in ((100, name), (310, holder), (370, due)):
            page.drawString(x, y, said)
        page.rect(440, y, 50, 8, stroke=1, fill=0)
        page.setFillColor(BLUE)
        page.rect(440, y, 50 * share, 8, stroke=0, fill=1)
        page.setFillColor(black)
        page.drawString(500, y, f"{round(100 * share)} %")
        page.line(60, y - 6, 540, y - 6)
        page.setFont("Helvetica-Oblique", 9)
        page.drawString(64, y - 18, f"{lead}{remark}")
        page.line(60, y - 24, 540, y - 24)
        y -= 36
    page.setFont("Helvetica", 9)
    page.drawString(60, y - 20, "Förkortningar: KS kommunstyrelsen, SBN samhällsbyggnadsnämnden.")
    page.save()
    return extract(read_pdf(path, path.name))


def test_each_task_has_its_status_time_and_remark(tmp_path: Path) -> None:
    found = _tasks(tmp_path / "a.pdf", "Kommentar: ")
    told = [(c.text, c.status, c.responsible, c.deadline) for c in found.commitments]
    assert told == [
        ("Bygga en cykelparkering", CommitmentStatus.ONGOING, ("SBN",), "2041-10-01"),
        ("Öppna ett medborgarkontor", CommitmentStatus.DONE, ("KS",), "2041-05-15"),
        ("Införa e-arkiv i alla nämnder", CommitmentStatus.DELAYED, ("KS",), "2041-03-31"),
        ("Prova en fritidsbank i Norrby", CommitmentStatus.ONGOING, ("SBN",), "2041-12-31"),
    ]
    comments = [c.comment or "" for c in found.commitments]
    assert all(map(str.endswith, comments, REMARKS))
    shorts = {a.short: a.long for a in found.abbreviations}
    assert shorts == {"KS": "kommunstyrelsen", "SBN": "samhällsbyggnadsnämnden"}


def test_remarks_that_do_not_say_that_they_are(tmp_path: Path) -> None:
    found = _tasks(tmp_path / "a.pdf", "")
    assert [c.text for c in found.commitments] == [name for _, name, *_ in TASKS]
    assert [c.status for c in found.commitments][1:3] == [
        CommitmentStatus.DONE,
        CommitmentStatus.DELAYED,
    ]


def test_a_balance_sheet_under_an_income_statement(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    parts = (
        (
            "Resultaträkning, mnkr",
            ("Utfall 2040", "Budget 2041", "Utfall 2041"),
            (("Intäkter", "210,1", "212,0", "215,4"), ("Kostnader", "-200,0", "-203,0", "-204,1")),
        ),
        (
            "Balansräkning, mnkr",
            ("2040-12-31", "2041-12-31"),
            (("Eget kapital", "501,2", "512,6"), ("Långfristiga skulder", "300,4", "310,8")),
        ),
    )
    y = 780.0
    for title, heads, rows in parts:
        page.setFont("Helvetica-Bold", 13)
        page.drawString(60, y, title)
        page.setFont("Helvetica-Bold", 9)
        for place, head in enumerate(reversed(heads)):
            page.drawRightString(530 - 90 * place, y - 22, head)
        page.line(60, y - 27, 540, y - 27)
        page.setFont("Helvetica", 9)
        for label, *figures in rows:
            y -= 20
            page.drawString(62, y - 21, label)
            for place, figure in enumerate(reversed(figures)):
                page.drawRightString(530 - 90 * place, y - 21, figure)
            page.line(60, y - 27, 540, y - 27)
        y -= 48
    page.save()
    amounts = extract(read_pdf(tmp_path / "a.pdf", "a.pdf")).amounts
    told = {(a.what, a.raw): (a.period, a.measure) for a in amounts}
    assert told["Kostnader", "-203,0"] == ("2041", "budget")
    assert told["Eget kapital", "501,2"] == ("2040-12-31", None)
    assert told["Långfristiga skulder", "310,8"] == ("2041-12-31", None)


def test_a_warning_triangle_is_no_arrow(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 10)
    page.drawString(60, 760, "Mål")
    page.drawString(330, 760, "Bedömning")
    page.line(60, 755, 540, 755)
    names = ("Fler ska cykla", "Tryggare torg", "Renare sjöar", "Fler bostäder")
    for place, (name, kind) in enumerate(zip(names, ("up", "dot", "box", "up"), strict=True)):
        y = 738 - 22 * place
        page.setFont("Helvetica", 10)
        page.drawString(60, y, name)
        if kind == "up":
            _triangle(page, 340, y - 1, AMBER, up=True)
        else:
            page.setFillColor(GREEN if kind == "dot" else RED)
            if kind == "dot":
                page.circle(344, y + 3, 5, stroke=0, fill=1)
            else:
                page.rect(340, y - 1, 9, 9, stroke=0, fill=1)
            page.setFillColor(black)
        page.line(60, y - 6, 540, y - 6)
    page.save()
    rows = extract(read_pdf(tmp_path / "a.pdf", "a.pdf")).indicators
    assert [(r.assessment.value if r.assessment else None, r.trend) for r in rows] == [
        ("gul", None),
        ("grön", None),
        ("röd", None),
        ("gul", None),
    ]
