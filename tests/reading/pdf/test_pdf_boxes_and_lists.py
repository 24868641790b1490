"""Boxes beside text, tables side by side, and lists whose bullets are drawn."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import BlockKind, CommitmentStatus, Document
from plansvar.extraction import extract
from plansvar.reading.pdf.reader import read_pdf

PROSE = (
    "Året präglades av stigande priser och en svag konjunktur, och",
    "kommunen avslutar ändå året med ett överskott på 22,3 mnkr.",
    "Skolresultaten förbättrades för tredje året i rad. Andelen elever",
    "som är behöriga till gymnasiet blev 88,4 procent i juni månad.",
    "En ny förskola invigdes i Mobacka och bredbandet nådde fler.",
)


def _canvas(folder: Path) -> Canvas:
    return Canvas(str(folder / "prov.pdf"), pagesize=(595, 842))


def _write(canvas: Canvas, x: float, y: float, text: str, size: float = 10) -> None:
    canvas.setFont("Helvetica-Bold" if size < 0 else "Helvetica", abs(size))
    canvas.drawString(x, y, text)


def _read(canvas: Canvas, folder: Path) -> Document:
    canvas.save()
    return read_pdf(folder / "prov.pdf", "prov.pdf")


def _rows(document: Document, number: int) -> list[list[str]]:
    table = document.tables[number]
    rows = range(table.row_count)
    return [[" ".join(c.text.split()) for c in table.cells if c.row == row] for row in rows]


def test_a_box_of_facts_beside_text_is_read_by_itself(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    canvas.setFillColor(HexColor("#eef4ea"))
    canvas.rect(400, 610, 150, 130, stroke=0, fill=1)
    canvas.setFillColor(black)
    for number, line in enumerate(PROSE):
        _write(canvas, 60, 720 - 13.5 * number, line)
    _write(canvas, 410, 724, "Fakta", -11)
    for number, line in enumerate(("Yta: 611 km²", "Skattesats: 22,10 kr", "Mandat: 35")):
        _write(canvas, 410, 706 - 11.2 * number, line, 9)
    for number, (label, figure) in enumerate(
        (("Omsorg", "36 kr"), ("Skola", "31 kr"), ("Övrigt", "33 kr"))
    ):
        _write(canvas, 410, 660 - 14.7 * number, label, 9)
        _write(canvas, 500, 660 - 14.7 * number, figure, 9)
    document = _read(canvas, tmp_path)
    paragraphs = [document.quote(b.span) for b in document.blocks if b.kind is BlockKind.PARAGRAPH]
    assert " ".join(PROSE) in paragraphs[0]
    assert "Yta: 611 km²" in document.text.splitlines()
    assert _rows(document, 0) == [["Omsorg", "36 kr"], ["Skola", "31 kr"], ["Övrigt", "33 kr"]]


def test_a_shaded_column_of_a_table_is_no_box(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    canvas.setFillColor(HexColor("#eef4ea"))
    canvas.rect(300, 640, 100, 80, stroke=0, fill=1)
    canvas.setFillColor(black)
    for number, row in enumerate(
        [("Verksamhet", "Utfall 2032", "Utfall 2033")]
        + [(name, "312,4", "331,5") for name in ("Förskola och omsorg", "Grundskola", "Fritidshem")]
    ):
        for x, text in zip((60, 310, 450), row, strict=True):
            _write(canvas, x, 705 - 18 * number, text, -10 if not number else 10)
    assert _rows(_read(canvas, tmp_path), 0)[1] == ["Förskola och omsorg", "312,4", "331,5"]


def test_small_tables_side_by_side_under_titles(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    tables = (
        (
            50,
            "Resultaträkning",
            (("Intäkter", "88,2"), ("Kostnader", "-131,9"), ("Resultat", "-43,7")),
        ),
        (220, "Volymer", (("Gator, km", "212"), ("Abonnenter", "6 115"))),
        (390, "Personal", (("Anställda", "96"), ("Medelålder", "47"))),
    )
    for x, title, rows in tables:
        _write(canvas, x, 720, title, -12)
        for shift, year in ((80, "2033"), (120, "2032")):
            _write(canvas, x + shift, 702, year, -9)
        for number, (label, figure) in enumerate(rows):
            _write(canvas, x, 688 - 14 * number, label, 9)
            for shift in (80, 120):
                _write(canvas, x + shift, 688 - 14 * number, figure, 9)
    document = _read(canvas, tmp_path)
    assert [_rows(document, number)[1:] for number in range(3)] == [
        [[label, figure, figure] for label, figure in rows] for _, _, rows in tables
    ]
    captions = [document.quote(t.caption) for t in document.tables if t.caption]
    assert captions == ["Resultaträkning", "Volymer", "Personal"]


def test_items_with_drawn_bullets_are_items(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    _write(canvas, 60, 720, "Under hösten har nämnden prioriterat följande:")
    lines = (
        (True, "Utökad bemanning nattetid på Solgården"),
        (True, "Ny rutin för läkemedel i hemtjänsten och på"),
        (False, "boendena, med utbildning av all personal"),
        (True, "Digital tillsyn hos 64 brukare"),
    )
    for number, (led, line) in enumerate(lines):
        y = 704 - 14 * number
        if led:
            canvas.setFillColor(HexColor("#aa2233"))
            canvas.rect(64, y + 2, 4, 4, stroke=0, fill=1)
            canvas.setFillColor(black)
        _write(canvas, 76, y, line)
    _write(canvas, 60, 704 - 14 * 4, "Arbetet fortsätter.")
    document = _read(canvas, tmp_path)
    items = [document.quote(b.span) for b in document.blocks if b.kind is BlockKind.LIST_ITEM]
    assert items == [
        "Utökad bemanning nattetid på Solgården",
        "Ny rutin för läkemedel i hemtjänsten och på boendena, med utbildning av all personal",
        "Digital tillsyn hos 64 brukare",
    ]
    assert document.text.rstrip().endswith("\nArbetet fortsätter.")


def test_drawn_swatches_of_a_key_are_no_bullets(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    for number, (ink, line) in enumerate(
        (
            ("#2e9e3f", "Grön = målet nås"),
            ("#f2c200", "Gul = målet nås delvis"),
            ("#d0312d", "Röd = målet nås inte"),
        )
    ):
        canvas.setFillColor(HexColor(ink))
        canvas.rect(60, 701 - 13 * number, 7, 7, stroke=0, fill=1)
        canvas.setFillColor(black)
        _write(canvas, 74, 702 - 13 * number, line)
    document = _read(canvas, tmp_path)
    assert not any(block.kind is BlockKind.LIST_ITEM for block in document.blocks)


def test_what_a_plate_says_is_told_of_the_text_before_it(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    _write(canvas, 60, 730, "Uppdrag", -13)
    rows = (
        ("Ta fram en äldreplan", "Pågår", "#f2c200"),
        ("Utreda valfrihet i hemtjänsten", "Försenad", "#d0312d"),
        ("Införa fast omsorgskontakt", "Klar", "#2e9e3f"),
    )
    for number, (text, status, ink) in enumerate(rows):
        _write(canvas, 60, 706 - 22 * number, text)
        canvas.setFillColor(HexColor(ink))
        canvas.roundRect(380, 702 - 22 * number, 70, 15, 7, stroke=0, fill=1)
        canvas.setFillColor(black)
        _write(canvas, 390, 706 - 22 * number, status, 9)
    found = extract(_read(canvas, tmp_path)).commitments
    assert [(row.text, row.status) for row in found] == [
        ("Ta fram en äldreplan", CommitmentStatus.ONGOING),
        ("Utreda valfrihet i hemtjänsten", CommitmentStatus.DELAYED),
        ("Införa fast omsorgskontakt", CommitmentStatus.DONE),
    ]
