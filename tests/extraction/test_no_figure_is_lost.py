"""Tables of many shapes through every reader: their figures become rows, or a gap says so."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from openpyxl import Workbook
from pptx import Presentation
from pptx.util import Cm
from reportlab.lib import colors
from reportlab.platypus import SimpleDocTemplate
from reportlab.platypus import Table as Drawn

from plansvar.domain import Extraction
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

SHAPES = {
    "goals": """
        Indikator | Utfall 2030 | Mål 2030
        Andel nöjda gäster (%) | 71 | 75
        Antal besök i badhuset | 1 812 | 2 000""",
    "years as labels": """
        År | Personer i kö | Uthyrda lägenheter
        2021 | 1 204 | 98
        2022 | 1 310 | 87
        2023 | 1 402 | 101""",
    "years as labels without a heading": """
        | Kvinnor | Män
        2029 | 5 020 | 5 122
        2030 | 5 043 | 5 101""",
    "things and figures": """
        Skola | Elever | Lärare
        Rönnskolan | 312 | 25
        Alskolan | 201 | 17
        Totalt | 513 | 42""",
    "things and one figure": """
        Bibliotek | Lån
        Huvudbiblioteket | 31 240
        Norra | 8 101
        Södra | 7 455
        Bokbussen | 2 310""",
    "money by board": """
        Nämnd, tkr | Budget 2030 | Utfall 2030 | Avvikelse
        Kulturnämnden | 41 200 | 40 900 | 300
        Tekniska nämnden | 88 000 | 89 150 | -1 150""",
    "money by year": """
        tkr | Intäkter | Kostnader
        2029 | 5 001 | 5 100
        2030 | 5 020 | 5 122""",
    "no headings": """
        Kansli | 12 | 41
        Reception | 14 | 42
        Arkiv | 9 | 43""",
    "headings that say nothing": """
        Del | A | B
        Första | 12 | 41
        Andra | 14 | 42""",
    "risks": """
        Risk | Sannolikhet | Konsekvens
        Strömavbrott | 3 | 4
        Översvämning | 2 | 5""",
    "groups": """
        Sjukfrånvaro (%) | 2029 | 2030
        Totalt | 6,1 | 6,3
        Kvinnor | 6,9 | 7,0
        Män | 4,0 | 4,2""",
    "an unexplained column": """
        Nyckeltal | 2029 | 2030 |
        Bygglov | 120 | 131 | 7,5
        Anmälningar | 61 | 66 | 8,5
        Tillsyn | 31 | 36 | 9,5
        Klagomål | 11 | 16 | 3,5""",
}

Grid = list[list[str]]


def _pdf(grid: Grid, path: Path) -> None:
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey)]
    SimpleDocTemplate(str(path)).build([Drawn(grid, style=style)])


def _docx(grid: Grid, path: Path) -> None:
    word = docx.Document()
    table = word.add_table(len(grid), len(grid[0]))
    for row, cells in zip(table.rows, grid, strict=True):
        for place, shown in zip(row.cells, cells, strict=True):
            place.text = shown
    word.save(str(path))


def _xlsx(grid: Grid, path: Path) -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in grid:
        sheet.append(row)
    book.save(path)


def _pptx(grid: Grid, path: Path) -> None:
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[6])
    size = (len(grid), len(grid[0]))
    table = slide.shapes.add_table(*size, Cm(1), Cm(1), Cm(20), Cm(8)).table
    for row, cells in enumerate(grid):
        for column, shown in enumerate(cells):
            table.cell(row, column).text = shown
    show.save(str(path))


def _html(grid: Grid, path: Path) -> None:
    rows = "".join(f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in row)}</tr>" for row in grid)
    path.write_text(f"<html><body><h1>Rapport</h1><table>{rows}</table></body></html>", "utf-8")


def _md(grid: Grid, path: Path) -> None:
    lines = [" | ".join(row) for row in grid]
    lines.insert(1, " | ".join("---" for _ in grid[0]))
    path.write_text("# Rapport\n\n" + "\n".join(f"| {line} |" for line in lines) + "\n", "utf-8")


_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3"'
)


def _open_document(kind: str, mime: str) -> Callable[[Grid, Path], None]:
    def make(grid: Grid, path: Path) -> None:
        one = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
        cells = ("".join(one.format(escape(c)) for c in row) for row in grid)
        rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
        columns = f'<table:table-column table:number-columns-repeated="{len(grid[0])}"/>'
        table = f'<table:table table:name="Blad">{columns}{rows}</table:table>'
        body = f"<office:body><office:{kind}>{table}</office:{kind}></office:body>"
        content = f"<office:document-content {_NAMES}>{body}</office:document-content>"
        with ZipFile(path, "w") as archive:
            archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{mime}")
            archive.writestr("content.xml", content)

    return make


MAKERS: dict[str, Callable[[Grid, Path], None]] = {
    "pdf": _pdf,
    "docx": _docx,
    "odt": _open_document("text", "text"),
    "xlsx": _xlsx,
    "ods": _open_document("spreadsheet", "spreadsheet"),
    "pptx": _pptx,
    "html": _html,
    "md": _md,
}


@pytest.mark.parametrize("suffix", MAKERS)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_figure_is_in_a_row_or_a_gap_names_its_table(
    shape: str, suffix: str, tmp_path: Path
) -> None:
    grid = [[c.strip() for c in line.split("|")] for line in SHAPES[shape].strip().splitlines()]
    path = tmp_path / f"prov.{suffix}"
    MAKERS[suffix](grid, path)
    extraction = extract(read(SourceFile(path, path.name)))
    lost = [cell for row in grid[1:] for cell in row[1:] if cell not in _told(extraction)]
    assert not lost or extraction.gaps or extraction.document.gaps, lost


@pytest.mark.parametrize("suffix", MAKERS)
@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ("years as labels", "Personer i kö utfall 2021 1 204"),
        ("things and figures", "Alskolan elever None 201"),
        ("things and figures", "Totalt elever None 513"),
        ("things and one figure", "Norra lån None 8 101"),
    ],
)
def test_what_heading_and_label_make_certain_becomes_a_row(
    shape: str, expected: str, suffix: str, tmp_path: Path
) -> None:
    grid = [[c.strip() for c in line.split("|")] for line in SHAPES[shape].strip().splitlines()]
    path = tmp_path / f"prov.{suffix}"
    MAKERS[suffix](grid, path)
    rows = extract(read(SourceFile(path, path.name))).indicators
    said = [f"{r.name} {o.measure} {o.period} {o.raw}" for r in rows for o in r.observations]
    assert expected in said


def _told(extraction: Extraction) -> set[str]:
    values = [o.raw for row in extraction.indicators for o in row.observations]
    return {re.sub(r"\s", " ", raw) for raw in (*values, *(a.raw for a in extraction.amounts))}
