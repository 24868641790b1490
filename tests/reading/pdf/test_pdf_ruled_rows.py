"""Tables as word processors and browsers print them: rules under rows, labels of many lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document
from plansvar.reading.pdf.healing import splits_in
from plansvar.reading.pdf.reader import read_pdf

SIZE, LEADING = 10, 12
HEADS = ("Mål", "Nämnd", "Utfall 2031", "Mål 2031")
LEFTS = (40, 200, 340, 430)
RIGHT = 550


def _page(path: Path) -> Canvas:
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont("Helvetica", SIZE)
    return canvas


def _heads(canvas: Canvas, heads: Sequence[str], y: float) -> None:
    canvas.setFont("Helvetica-Bold", SIZE)
    for x, head in zip(LEFTS, heads, strict=True):
        canvas.drawString(x, y, head)
    canvas.setFont("Helvetica", SIZE)


def _centred(canvas: Canvas, x: float, y: float, lines: Sequence[str]) -> None:
    """Lines around a height, as cells that are centred upright hold them."""
    top = y + (len(lines) - 1) * LEADING / 2
    for number, line in enumerate(lines):
        canvas.drawString(x, top - number * LEADING, line)


def _rows_of(document: Document) -> list[list[str]]:
    (table,) = document.tables
    rows = range(table.header_rows, max(cell.row for cell in table.cells) + 1)
    return [
        [c.text for c in sorted(table.cells, key=lambda c: c.column) if c.row == row]
        for row in rows
    ]


def test_a_row_between_two_rules_is_one_row(tmp_path: Path) -> None:
    canvas = _page(tmp_path / "t.pdf")
    _heads(canvas, HEADS, 752)
    rows = (
        "Total sjukfrånvaro, hela/kommunen (%)|Skolnämnden|5,9|högst/5,8",
        "Parker och gator|||",
        "Andel brukare som är/trygga med sin/hemtjänst (%)|Omsorgsnämnden|88|minst/88",
        "Nöjda besökare (%)|Kulturnämnden|83|80",
    )
    canvas.setStrokeColorRGB(0.8, 0.8, 0.8)
    y = 740.0
    canvas.line(36, y, RIGHT, y)
    for row in rows:
        cells = [cell.split("/") for cell in row.split("|")]
        height = LEADING * max(map(len, cells)) + 10
        for x, lines in zip(LEFTS, cells, strict=True):
            _centred(canvas, x, y - height / 2 - 3, lines)
        y -= height
        canvas.line(36, y, RIGHT, y)
    canvas.save()
    assert _rows_of(read_pdf(tmp_path / "t.pdf", "t.pdf")) == [
        ["Total sjukfrånvaro, hela kommunen (%)", "Skolnämnden", "5,9", "högst 5,8"],
        ["Parker och gator", "", "", ""],
        ["Andel brukare som är trygga med sin hemtjänst (%)", "Omsorgsnämnden", "88", "minst 88"],
        ["Nöjda besökare (%)", "Kulturnämnden", "83", "80"],
    ]


def test_rules_between_groups_of_rows_part_no_rows(tmp_path: Path) -> None:
    canvas = _page(tmp_path / "t.pdf")
    _heads(canvas, HEADS, 752)
    for number in range(6):
        y = 730 - 16 * number
        cells = (f"Indikator {'abcdef'[number]}", "Skolnämnden", f"{60 + number}", f"{70 + number}")
        for x, cell in zip(LEFTS, cells, strict=True):
            canvas.drawString(x, y, cell)
        if number % 3 == 2:
            canvas.line(36, y - 5, RIGHT, y - 5)
    canvas.save()
    rows = _rows_of(read_pdf(tmp_path / "t.pdf", "t.pdf"))
    assert [row[0] for row in rows] == [f"Indikator {letter}" for letter in "abcdef"]


def test_a_heading_on_a_rule_heads_what_stands_under_it(tmp_path: Path) -> None:
    canvas = _page(tmp_path / "t.pdf")
    canvas.setFont("Helvetica-Bold", SIZE)
    canvas.drawString(40, 744, "Nämnd")
    canvas.drawRightString(330, 744, "Budget")
    canvas.drawString(345, 752, "Avvikelse enligt prognos")
    canvas.line(342, 747, RIGHT, 747)
    canvas.drawRightString(450, 736, "augusti")
    canvas.drawRightString(540, 736, "april")
    canvas.setFont("Helvetica", SIZE)
    for number, name in enumerate(("Skolnämnden", "Parknämnden", "Hamnnämnden")):
        y = 716 - 18 * number
        canvas.drawString(40, y, name)
        for x, value in ((330, f"{40 + number},1"), (450, f"{number},2"), (540, f"{number},3")):
            canvas.drawRightString(x, y, value)
        canvas.line(36, y - 6, RIGHT, y - 6)
    canvas.save()
    (table,) = read_pdf(tmp_path / "t.pdf", "t.pdf").tables
    spans = {c.text: (c.column, c.column_span) for c in table.cells if c.row < table.header_rows}
    assert spans["Avvikelse enligt prognos"] == (2, 2)
    assert (spans["augusti"], spans["april"]) == ((2, 1), (3, 1))


def test_signs_without_a_heading_have_a_column_of_their_own(tmp_path: Path) -> None:
    canvas = _page(tmp_path / "t.pdf")
    _heads(canvas, HEADS, 752)
    for number, name in enumerate(("Trygga elever", "Nöjda brukare", "Besök i simhallen")):
        y = 730 - 20 * number
        for x, cell in zip(LEFTS, (name, "Skolnämnden", "83", "80"), strict=True):
            canvas.drawString(x, y, cell)
        canvas.drawString(500, y, "»")
        canvas.line(36, y - 6, RIGHT, y - 6)
    canvas.save()
    rows = _rows_of(read_pdf(tmp_path / "t.pdf", "t.pdf"))
    assert [row[3:] for row in rows] == [["80", "»"]] * 3


def test_a_thick_stroke_is_one_rule(tmp_path: Path) -> None:
    canvas = _page(tmp_path / "t.pdf")
    lefts, heights = (40, 200, 280, 360), (740, 715, 690, 665)
    for y, width in zip(heights, (1, 2.25, 1, 1), strict=True):
        canvas.setLineWidth(width)
        canvas.line(40, y, 360, y)
    canvas.setLineWidth(1)
    for x in lefts:
        canvas.line(x, 740, x, 665)
    cells = (("Mål", "Utfall 2031", "Mål 2031"), ("Trygga elever", "83", "80"), ("Besök", "7", "9"))
    for row, y in zip(cells, heights, strict=False):
        for x, cell in zip(lefts, row, strict=False):
            canvas.drawString(x + 4, y - 16, cell)
    canvas.save()
    (table,) = read_pdf(tmp_path / "t.pdf", "t.pdf").tables
    assert [c.text for c in table.cells if c.row == 1] == ["Trygga elever", "83", "80"]


def _grid(canvas: Canvas, top: float, rows: Sequence[Sequence[str]], lefts: Sequence[int]) -> None:
    for number in range(len(rows) + 1):
        canvas.line(lefts[0], top - 20 * number, lefts[-1], top - 20 * number)
    for x in lefts:
        canvas.line(x, top, x, top - 20 * len(rows))
    for number, row in enumerate(rows):
        for x, cell in zip(lefts, row, strict=False):
            canvas.drawString(x + 4, top - 20 * number - 14, cell)


def test_a_last_row_alone_on_the_next_page_is_of_the_table(tmp_path: Path) -> None:
    canvas = _page(tmp_path / "t.pdf")
    lefts = (40, 200, 280, 360)
    head = ("Mål", "Utfall 2031", "Mål 2031")
    _grid(canvas, 120, (head, ("Trygga elever", "83", "80"), ("Besök", "7", "9")), lefts)
    canvas.showPage()
    canvas.setFont("Helvetica", SIZE)
    _grid(canvas, 800, (("Nöjda brukare", "88", "90"),), lefts)
    canvas.drawString(40, 740, "Text som följer på tabellen.")
    canvas.showPage()
    canvas.setFont("Helvetica", SIZE)
    _grid(canvas, 800, (("En", "ruta", "för sig"),), (40, 240, 320, 420))
    canvas.save()
    rows = _rows_of(read_pdf(tmp_path / "t.pdf", "t.pdf"))
    assert rows == [
        ["Trygga elever", "83", "80"],
        ["Besök", "7", "9"],
        ["Nöjda brukare", "88", "90"],
    ]


def test_a_word_that_a_narrow_cell_broke_is_whole(tmp_path: Path) -> None:
    canvas = _page(tmp_path / "t.pdf")
    word, rest = "medarbetareng", "agemang"
    side = 40 + 5 + canvas.stringWidth(word, "Helvetica", SIZE) + 5 + 2
    lefts = (40, side, side + 80, side + 160)
    for y in (740, 715, 670, 645):
        canvas.line(lefts[0], y, lefts[-1], y)
    for x in lefts:
        canvas.line(x, 740, x, 645)
    for x, cell in zip(lefts, ("Mål", "Utfall 2031", "Mål 2031"), strict=False):
        canvas.drawString(x + 5, 724, cell)
    for number, line in enumerate(("Hållbart", word, rest)):
        canvas.drawString(45, 702 - LEADING * number, line)
    for x, cell in zip(lefts[1:], ("79", "80"), strict=False):
        canvas.drawString(x + 5, 702, cell)
    for x, cell in zip(lefts, ("Besök", "7", "9"), strict=False):
        canvas.drawString(x + 5, 654, cell)
    canvas.save()
    (table,) = read_pdf(tmp_path / "t.pdf", "t.pdf").tables
    assert "Hållbart medarbetarengagemang" in [cell.text for cell in table.cells]


def test_a_word_that_stands_by_itself_elsewhere_is_not_broken() -> None:
    broken = frozenset({("Genomsnittligt", "meritvärde"), ("gymnasieexa", "men")})
    texts = ["Genomsnittligt meritvärde", "gymnasieexa men", "Men", "ett högt meritvärde"]
    assert splits_in(texts, broken) == {("gymnasieexa", "men")}


def test_lines_far_apart_are_paragraphs(tmp_path: Path) -> None:
    canvas = _page(tmp_path / "t.pdf")
    told = ("Uppdrag 1. Ta fram en plan", "Ansvarig: Parknämnden", "Uppdrag 2. Se över taxan")
    for number, line in enumerate(told):
        canvas.drawString(40, 740 - 23 * number, line)
    canvas.save()
    document = read_pdf(tmp_path / "t.pdf", "t.pdf")
    assert [document.quote(block.span) for block in document.blocks] == list(told)
