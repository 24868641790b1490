"""Paragraphs that begin with a name in bold, and columns of text over tables side by side."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import BlockKind
from plansvar.extraction import extract
from plansvar.reading.pdf.healing import splits_in
from plansvar.reading.pdf.reader import read_pdf

LEADING = 15


def _lines(canvas: Canvas, x: float, y: float, lines: tuple[str, ...]) -> float:
    """Lines below each other; what stands before "|" is in bold."""
    for line in lines:
        bold, bar, plain = line.rpartition("|")
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawString(x, y, bold)
        start = x + canvas.stringWidth(bold, "Helvetica-Bold", 9) if bar else x
        canvas.setFont("Helvetica", 9)
        canvas.drawString(start, y, plain)
        y -= LEADING
    return y


def test_a_name_in_bold_begins_its_paragraph(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    y = _lines(
        canvas,
        50,
        780,
        (
            "Vård- och omsorgsnämnden| redovisar det största",
            "underskottet, 11,8 mnkr, då hemtjänsten gav fler timmar",
            "än budgeterat och fler väntade på en plats i boende.",
        ),
    )
    _lines(
        canvas,
        50,
        y - 6,
        (
            "Individ- och familjenämnden| har ett underskott på",
            "6,7 mnkr. Antalet placerade barn var i genomsnitt 31.",
            "Tre placeringar kostade tillsammans 5,2 mnkr.",
        ),
    )
    canvas.save()
    document = read_pdf(tmp_path / "t.pdf", "t.pdf")
    told = [(block.kind, document.quote(block.span)) for block in document.blocks]
    assert told == [
        (
            BlockKind.PARAGRAPH,
            "Vård- och omsorgsnämnden redovisar det största underskottet, 11,8 mnkr, då hemtjänsten"
            " gav fler timmar än budgeterat och fler väntade på en plats i boende.",
        ),
        (
            BlockKind.PARAGRAPH,
            "Individ- och familjenämnden har ett underskott på 6,7 mnkr. Antalet placerade barn var"
            " i genomsnitt 31. Tre placeringar kostade tillsammans 5,2 mnkr.",
        ),
    ]


def _table(canvas: Canvas, x: float, y: float, title: str) -> None:
    canvas.setFont("Helvetica-Bold", 7)
    canvas.drawString(x, y, title)
    for number, row in enumerate(
        (("", "2030", "2031"), ("Kvinnor", "7,9", "7,5"), ("Män", "4", "5"))
    ):
        canvas.setFont("Helvetica-Bold" if number == 0 else "Helvetica", 7)
        for place, cell in zip((x, x + 130, x + 190), row, strict=True):
            canvas.drawString(place, y - 14 - 13 * number, cell)
        canvas.line(x, y - 18 - 13 * number, x + 230, y - 18 - 13 * number)


def test_text_in_two_columns_ends_before_tables_side_by_side(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    left = (
        "Sjukfrånvaron minskade under året. Det är den lägsta",
        "nivån sedan länge. Minskningen är störst inom vård",
        "och omsorg, där samtal vid tredje tillfället nu",
    )
    right = (
        "är rutin. Individomsorgen går åt andra hållet, då hög",
        "belastning uppges som främsta skäl. Av all frånvaro",
        "var nästan hälften längre än sextio dagar i följd.",
    )
    _lines(canvas, 50, 780, left)
    _lines(canvas, 310, 780, right)
    _table(canvas, 50, 725, "Sjukfrånvaro i procent")
    _table(canvas, 310, 725, "Sjukfrånvaro per kön")
    canvas.save()
    document = read_pdf(tmp_path / "t.pdf", "t.pdf")
    kinds = [block.kind.value for block in document.blocks]
    assert kinds == ["paragraph", "caption", "table", "caption", "table"]
    assert document.quote(document.blocks[0].span) == " ".join((*left, *right))


def test_a_word_of_headings_is_no_rest_of_the_word_above() -> None:
    assert not splits_in(["Beräknat klart"], frozenset({("Beräknat", "klart")}))
    assert splits_in(["Beräknat bart"], frozenset({("Beräknat", "bart")}))


def test_lines_that_name_goals_with_a_colon_are_judged_by_their_marks(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    key = ("Bedöms uppnås", "Bedöms delvis uppnås", "Bedöms inte uppnås")
    colours = ((0.3, 0.7, 0.2), (0.95, 0.75, 0.1), (0.8, 0.1, 0.1))
    canvas.setFont("Helvetica", 8)
    for number, (words, colour) in enumerate(zip(key, colours, strict=True)):
        _square(canvas, 50 + 150 * number, 780, colour)
        canvas.drawString(64 + 150 * number, 780, words)
    goals = ("Alla elever ska nå målen", "Äldre ska ha en trygg omsorg", "Fler ska bo i kommunen")
    for number, (goal, colour) in enumerate(zip(goals, colours, strict=True)):
        y = 740 - 50 * number
        _square(canvas, 50, y, colour)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(70, y, f"Mål: {goal}")
        canvas.drawString(50, y - 20, "Nämnden följer utvecklingen och ser över sina insatser.")
    canvas.save()
    found = extract(read_pdf(tmp_path / "t.pdf", "t.pdf")).indicators
    assert [(row.name, row.assessments[0].value) for row in found] == [
        *zip(goals, ("grön", "gul", "röd"), strict=True)
    ]


def _square(canvas: Canvas, x: float, y: float, colour: tuple[float, float, float]) -> None:
    canvas.setFillColorRGB(*colour)
    canvas.rect(x, y - 1, 8, 8, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
