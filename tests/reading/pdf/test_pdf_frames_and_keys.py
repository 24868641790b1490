"""Tables in a frame without lines between their columns, and keys whose entries wrap."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document
from plansvar.reading.pdf.reader import read_pdf

LEFTS = (54, 270, 340, 410, 490)
HEADS = ("Indikator", "Utfall 2022", "Utfall 2023", "Mål 2023", "Trend")
ROWS = (
    ("Nöjda med hemtjänsten, %", "88", "90", "minst 90", "▲"),
    ("Antal olika personal", "15", "17", "högst 13", "▼"),
)
ONE = (("Trygghetsindex", "–", "–", "60", ""),)
KEY = (
    ("#8cc63f", ("Målet är", "uppfyllt")),
    ("#ffd23f", ("Målet är delvis", "uppfyllt")),
    ("#ffffff", ("Målet kan inte", "bedömas")),
)


def _line(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """A rule as browsers print it: a thin area of fill."""
    canvas.setFillColor(HexColor("#888888"))
    canvas.rect(x0, y0, max(0.75, x1 - x0), max(0.75, y1 - y0), stroke=0, fill=1)
    canvas.setFillColor(HexColor("#000000"))


def _framed(path: Path, rows: tuple[tuple[str, ...], ...]) -> Document:
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFillColor(HexColor("#d9342b"))
    canvas.rect(480, 684, 60, 16, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#000000"))
    canvas.setFont("Helvetica-Bold", 9)
    canvas.drawString(54, 688, "Äldre ska känna sig trygga")
    for y, cells in zip((672, *range(654, 0, -16)), (HEADS, *rows), strict=False):
        canvas.setFont("Helvetica", 9)
        for x, text in zip(LEFTS, cells, strict=True):
            canvas.drawString(x, y, text)
    bottom = 654 - 16 * len(rows) + 8
    for y in (700, 666, bottom):
        _line(canvas, 50, y, 540, y)
    _line(canvas, 480, 684, 540, 684)
    for x, end in ((50, bottom), (540, bottom), (480, 684)):
        _line(canvas, x, end, x, 700)
    canvas.save()
    return read_pdf(path, path.name)


def _texts(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [
        [c.text for c in table.cells if c.row == row]
        for row in range(table.header_rows, table.row_count)
    ]


def test_a_frame_round_several_columns_is_read_by_its_heading(tmp_path: Path) -> None:
    rows = _texts(_framed(tmp_path / "t.pdf", ROWS))
    assert [row[:4] for row in rows] == [list(row[:4]) for row in ROWS]


def test_a_frame_with_a_single_row_too(tmp_path: Path) -> None:
    assert _texts(_framed(tmp_path / "t.pdf", ONE))[0][:4] == list(ONE[0][:4])


def test_entries_of_a_key_that_wrap_side_by_side_are_read_each_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "t.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont("Helvetica", 9)
    canvas.drawString(54, 740, "Teckenförklaring")
    for x, (colour, lines) in zip((54, 190, 330), KEY, strict=True):
        canvas.setFillColor(HexColor(colour))
        canvas.rect(x, 690, 33, 26, stroke=0, fill=1)
        for x0, y0, x1, y1 in ((x, 690, x + 33, 690), (x, 716, x + 33, 716)):
            _line(canvas, x0, y0, x1, y1)
        for side in (x, x + 33):
            _line(canvas, side, 690, side, 716)
        for number, line in enumerate(lines):
            canvas.drawString(x + 38, 707 - 10 * number, line)
    canvas.save()
    document = read_pdf(path, path.name)
    (key,) = document.keys
    assert [document.quote(swatch.said) for swatch in key] == [" ".join(k[1]) for k in KEY]
    assert [swatch.mark.colour and swatch.mark.colour.value for swatch in key][::2] == [
        "grön",
        "vit",
    ]
