"""Tables with and without rules, and the marks in them, from PDF files drawn here."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_making import draw_lines, draw_table

from plansvar.domain import Colour, Document, GapKind, Trend
from plansvar.reading.pdf import read_pdf
from plansvar.reading.pdf.pictures import draw_pages, render_page

ROWS = [
    ("Nöjda boende", "82,5", "80", "#2e9e44"),
    ("Sjukdagar per anställd", "7,1", "6,5", "#c81e1e"),
    ("Färdiga lägenheter", "1 412", "1 500", "#f2c200"),
]


def _read(path: Path) -> Document:
    return read_pdf(path, path.name)


def _texts(document: Document, row: int) -> list[str]:
    return [cell.text for cell in document.tables[0].cells if cell.row == row]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("mark", ["circle", "fill"])
def test_rows_and_marks(tmp_path: Path, ruled: bool, mark: str) -> None:
    document = _read(draw_table(tmp_path / "a.pdf", ROWS, ruled, mark))
    (table,) = document.tables
    assert table.header_rows == 1
    assert [_texts(document, row)[:3] for row in (1, 2, 3)] == [list(row[:3]) for row in ROWS]
    colours = [table.at(row, 3).marks[0].colour for row in (1, 2, 3)]  # type: ignore[union-attr]
    assert colours == [Colour.GREEN, Colour.RED, Colour.YELLOW]
    trends = [table.at(row, 4).marks[0].trend for row in (1, 2, 3)]  # type: ignore[union-attr]
    assert trends == [Trend.UP] * 3


def test_cell_text_is_what_its_span_holds(tmp_path: Path) -> None:
    document = _read(draw_table(tmp_path / "a.pdf", ROWS, True))
    for cell in document.tables[0].cells:
        assert document.text[cell.span.start : cell.span.end] == cell.text
        assert cell.boxes


def test_orange_is_yellow_where_no_yellow_stands_beside_it(tmp_path: Path) -> None:
    rows = [("Ett", "1", "2", "#f0a030"), ("Två", "3", "4", "#2e9e44")]
    table = _read(draw_table(tmp_path / "a.pdf", rows, True)).tables[0]
    assert table.at(1, 3).marks[0].colour is Colour.YELLOW  # type: ignore[union-attr]


def test_orange_stays_beside_yellow(tmp_path: Path) -> None:
    rows = [("Ett", "1", "2", "#f08010"), ("Två", "3", "4", "#ffee00")]
    table = _read(draw_table(tmp_path / "a.pdf", rows, True)).tables[0]
    assert table.at(1, 3).marks[0].colour is Colour.ORANGE  # type: ignore[union-attr]


def test_two_values_under_one_heading_are_reported_not_guessed(tmp_path: Path) -> None:
    lines = [
        (50, 700, "Indikator", -9), (250, 700, "Utfall", -9), (330, 700, "Mål", -9),
        (50, 680, "Första raden", 9), (250, 680, "12", 9), (330, 680, "14", 9),
        (50, 660, "Andra raden", 9), (250, 660, "13", 9), (330, 660, "15", 9),
        (50, 640, "Tredje raden", 9), (262, 640, "17 18 19 20 21 22 23 24", 9),
    ]  # fmt: skip
    document = _read(draw_lines(tmp_path / "a.pdf", [lines]))
    assert [gap.kind for gap in document.gaps] == [GapKind.UNFIT_ROW]
    assert _texts(document, 1) == ["Första raden", "12", "14"]


def test_table_goes_on_over_a_page_with_its_heading_repeated(tmp_path: Path) -> None:
    head = [(50, 740, "Indikator", -9), (250, 740, "Utfall", -9), (330, 740, "Mål", -9)]
    pages = [
        [*head]
        + [
            (x, 720 - 20 * i, t, 9)
            for i in range(30)
            for x, t in ((50, f"Rad {p} {i}"), (250, f"{i},5"), (330, f"{i}"))
        ]
        for p in ("ett", "två")
    ]
    document = _read(draw_lines(tmp_path / "a.pdf", pages))
    (table,) = document.tables
    assert table.row_count == 61
    assert {cell.page_index for cell in table.cells} == {1, 2}


def test_page_pictures(tmp_path: Path) -> None:
    path = draw_table(tmp_path / "a.pdf", ROWS, True)
    document = _read(path)
    (picture,) = draw_pages(path, document, tmp_path / "pages")
    assert picture.is_file()
    box = document.tables[0].cells[0].boxes[0]
    assert render_page(path, 1, 1.0, (box,)).size == (595, 842)
