"""Tables between light rules as style sheets print them: a heading over a rule, a rule under each
row, words or dots as verdicts, and one table close under the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import BlockKind, Document
from plansvar.extraction import extract
from plansvar.reading.pdf.reader import read_pdf

LEFT, RIGHT, STEP = 45, 550, 16
BADGES = {"Ej uppnått": "#d5281f", "Delvis uppnått": "#e0ac00", "Uppnått": "#76b700"}


class Sheet:
    """A page on which tables are printed from the top down."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.canvas = Canvas(str(path), pagesize=(595, 842))
        self.y = 790.0

    def text(self, x: float, words: str, bold: bool = False, size: float = 8) -> None:
        self.canvas.setFillColor(HexColor("#000000"))
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, self.y, words)

    def rule(self, left: float = LEFT, right: float = RIGHT) -> None:
        self.canvas.setStrokeColor(HexColor("#c8dccd"))
        self.canvas.line(left, self.y - 4.5, right, self.y - 4.5)

    def title(self, words: str) -> None:
        self.y -= STEP
        self.text(LEFT, words, bold=True)
        self.y -= STEP

    def row(self, cells: Sequence[str], lefts: Sequence[float], bold: bool = False) -> None:
        """A row with badges for verdicts and, for "#…", a dot of that colour."""
        for x, cell in zip(lefts, cells, strict=True):
            if cell in BADGES:
                self.canvas.setFillColor(HexColor(BADGES[cell]))
                self.canvas.rect(x - 4, self.y - 3, 70, 10, stroke=0, fill=1)
            if cell.startswith("#"):
                self.canvas.setFillColor(HexColor(cell))
                self.canvas.circle(x + 6, self.y + 2, 4, stroke=0, fill=1)
            else:
                self.text(x, cell, bold)
        self.rule()
        self.y -= STEP

    def prose(self, columns: Sequence[Sequence[str]]) -> None:
        """Running text in two columns."""
        self.y -= STEP
        for lines in zip(*columns, strict=True):
            for x, line in zip((LEFT, 310), lines, strict=True):
                self.text(x, line, size=9)
            self.y -= 13

    def read(self) -> Document:
        self.canvas.save()
        return read_pdf(self.path, self.path.name)


def _cells(document: Document, number: int) -> list[list[str]]:
    table = document.tables[number]
    rows = range(max(cell.row for cell in table.cells) + 1)
    return [
        [c.text for c in sorted(table.cells, key=lambda c: c.column) if c.row == row]
        for row in rows
    ]


PROSE = (
    (
        "Andelen som nådde målen ökade något under",
        "året. De boende är framför allt missnöjda med",
        "möjligheten att komma ut. I hemtjänsten mötte",
        "en brukare femton personer på fjorton dagar,",
        "en förbättring från sexton.",
    ),
    (
        "Kommunens bilar blev fler. Upphandlingen av",
        "elbilar överklagades och avgjordes först i",
        "september, därför köptes bara fem av åtta",
        "planerade bilar till hemtjänsten. Nämnden tar",
        "om frågan nästa år.",
    ),
)


def test_goals_judged_in_words_between_light_rules_are_a_table(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "t.pdf")
    sheet.prose(PROSE)
    lefts = (48, 350, 450)
    sheet.row(("Kommunfullmäktiges mål", "Bedömning 2031", "Bedömning 2030"), lefts, bold=True)
    rows = (
        ("1. Alla elever når gymnasiet", "Ej uppnått", "Ej uppnått"),
        ("2. Förskolan ger en likvärdig start", "Delvis uppnått", "Uppnått"),
        ("3. Äldre har en trygg vardag", "Uppnått", "Delvis uppnått"),
        ("4. Fler försörjer sig själva", "Delvis uppnått", "Ej uppnått"),
    )
    for row in rows:
        sheet.row(row, lefts)
    sheet.prose(PROSE)
    document = sheet.read()
    assert _cells(document, 0)[1:] == [list(row) for row in rows]
    found = extract(document).indicators
    assert len(document.tables) == 1
    assert [(row.name, row.assessments[0].value) for row in found] == [
        ("Alla elever når gymnasiet", "röd"),
        ("Förskolan ger en likvärdig start", "gul"),
        ("Äldre har en trygg vardag", "grön"),
        ("Fler försörjer sig själva", "gul"),
    ]


def test_labels_with_sentences_beside_them_are_no_table(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "t.pdf")
    sheet.row(("Månad", "Händelse"), (48, 120), bold=True)
    for month, event in (
        ("Mars", "Räddningsstationen får en ny släckbil med höjdfordon."),
        ("Maj", "Orten stiger till plats 118 i rankningen av företagsklimat."),
        ("Juni", "Två lån på sammanlagt 5 miljoner kronor löses."),
    ):
        sheet.row((month, event), (48, 120))
    assert not sheet.read().tables


def test_a_bold_title_over_a_heading_opens_another_table(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "t.pdf")
    sheet.title("Resultaträkning (mnkr)")
    sheet.row(("", "Utfall 2030", "Budget 2031", "Utfall 2031"), (48, 300, 390, 480), bold=True)
    for name in ("Intäkter", "Kostnader", "Årets resultat"):
        sheet.row((name, "12,1", "13,2", "14,3"), (48, 300, 390, 480))
    sheet.title("Balansräkning (mnkr)")
    sheet.row(("", "2030-12-31", "2031-12-31"), (48, 390, 480), bold=True)
    for name in ("Tillgångar", "Skulder"):
        sheet.row((name, "22,1", "23,2"), (48, 390, 480))
    sheet.title("Kassaflöde (mnkr)")
    sheet.row(("", "2031"), (48, 480), bold=True)
    for name in ("Årets resultat", "Nya lån", "Årets kassaflöde"):
        sheet.row((name, "3,4"), (48, 480))
    document = sheet.read()
    heads = [_cells(document, number)[0] for number in range(3)]
    assert heads == [
        ["", "Utfall 2030", "Budget 2031", "Utfall 2031"],
        ["", "2030-12-31", "2031-12-31"],
        ["", "2031"],
    ]
    assert [len(_cells(document, number)) for number in range(3)] == [4, 3, 4]


def test_a_large_title_over_a_rule_is_no_row(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "t.pdf")
    lefts = (48, 300, 450)
    sheet.row(("Projekt", "Budget 2031", "Utfall 2031"), lefts, bold=True)
    for name in ("Förskolan", "Vattenverket", "Summa"):
        sheet.row((name, "12,1", "13,2"), lefts)
    sheet.y -= 14
    sheet.text(LEFT, "Väsentliga personalförhållanden", bold=True, size=20)
    sheet.rule()
    sheet.prose(PROSE)
    document = sheet.read()
    assert [row[0] for row in _cells(document, 0)] == [
        "Projekt",
        "Förskolan",
        "Vattenverket",
        "Summa",
    ]
    headings = [document.quote(b.span) for b in document.blocks if b.kind is BlockKind.HEADING]
    assert headings == ["Väsentliga personalförhållanden"]


def test_a_column_of_dots_needs_no_heading(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "t.pdf")
    lefts = (48, 250, 300, 350, 400)
    sheet.row(("Indikator", "2030", "2031", "Mål 2031", ""), lefts, bold=True)
    sheet.row(("Nöjda med hemtjänsten, %", "88", "85", "89", "#c0392b"), lefts)
    sheet.row(("Hushåll med långvarigt bistånd", "124", "137", "110", "#5b9a47"), lefts)
    document = sheet.read()
    rows = extract(document).indicators
    assert [row.assessments[0].value for row in rows] == ["röd", "grön"]
    assert _cells(document, 0)[0] == ["Indikator", "2030", "2031", "Mål 2031", ""]


def test_a_plain_row_with_words_of_headings_is_a_row(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "t.pdf")
    sheet.row(("Indikator", "2030", "2031", "Mål 2031"), (48, 150, 190, 230), bold=True)
    sheet.row(("Besök per invånare", "5,6", "5,9", "5,5"), (48, 150, 190, 230))
    sheet.row(("Deltagare per barn", "26", "25", "28"), (48, 150, 190, 230))
    sheet.text(LEFT, "Kommunfullmäktiges uppdrag 2031", bold=True)
    sheet.y -= STEP
    lefts = (48, 270, 450)
    rows = (
        ("Införa företagslots", "Kommunstyrelsen", "Klart"),
        ("Ta fram lokalplan 2031–2040", "Kommunstyrelsen", "Klart"),
        ("Utreda skolan", "Skolnämnden", "Pågår"),
    )
    sheet.row(("Uppdrag", "Ansvarig", "Läge vid årets slut"), lefts, bold=True)
    for row in rows:
        sheet.row(row, lefts)
    assert [c.text for c in extract(sheet.read()).commitments] == [row[0] for row in rows]
