"""Word, Excel, OpenDocument, PowerPoint, web pages and Markdown made in the test."""

from __future__ import annotations

import datetime
import io
import zipfile

import docx
import openpyxl
import pptx
import pytest
from pptx.util import Inches

from plansvar.domain import BlockKind, Document, DocumentKind, FurnitureKind, GapKind, Status
from plansvar.reading.assembly import Draft, assemble
from plansvar.reading.docx import read_docx
from plansvar.reading.html import read_html
from plansvar.reading.markdown import read_markdown
from plansvar.reading.number_formats import shown
from plansvar.reading.odt import read_odt
from plansvar.reading.pptx import read_pptx
from plansvar.reading.xlsx import read_xlsx

ROWS = [["Mått", "Utfall 2023", "Utfall 2024", "Mål 2025"], ["Nöjda", "81", "83", "85"]]


def made(draft: Draft, name: str = "fil") -> Document:
    return assemble(draft, name, "0", "x")


def rows(found: Document, table: int = 0) -> list[list[str]]:
    grid = found.tables[table]
    return [[c.text for c in grid.cells if c.row == row] for row in range(grid.row_count)]


def blocks(found: Document, kind: BlockKind) -> list[str]:
    return [found.quote(block.span) for block in found.blocks if block.kind is kind]


def word() -> docx.document.Document:  # type: ignore[name-defined]
    return docx.Document()


def saved(office: object) -> bytes:
    stream = io.BytesIO()
    office.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def test_word_headings_lists_headers_and_hidden_text() -> None:
    document = word()
    document.core_properties.title = "Mall 2012"
    document.sections[0].header.paragraphs[0].text = "Ekvalla kommun"
    document.add_paragraph("Socialnämndens plan 2025", "Title")
    document.add_heading("Mål", 1)
    document.add_heading("Hemtjänst", 2)
    document.add_paragraph("Fler ska vara nöjda.", "List Bullet")
    document.add_paragraph("Synligt ").add_run("hemligt").font.hidden = True
    found = made(read_docx(saved(document)))
    assert (found.title, found.municipality) == ("Socialnämndens plan 2025", "Ekvalla kommun")
    assert found.sections[-1].path == ("Mål", "Hemtjänst")
    assert blocks(found, BlockKind.LIST_ITEM) == ["Fler ska vara nöjda."]
    assert "hemligt" not in found.text
    assert [gap.kind for gap in found.gaps] == [GapKind.HIDDEN_TEXT]
    assert found.pages == ()


def test_word_tables_with_merged_cells() -> None:
    document = word()
    table = document.add_table(4, 3)
    for place, value in enumerate(
        ["Mått", "Utfall", "", "", "2023", "2024", "Elever", "510", "498"]
    ):
        table.cell(place // 3, place % 3).text = value
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(2, 0).merge(table.cell(3, 0))
    document.add_paragraph("* preliminärt")
    found = made(read_docx(saved(document)))
    grid = found.tables[0]
    assert grid.header_rows == 2
    top, tall = grid.at(0, 2), grid.at(3, 0)
    assert top
    assert (top.text, top.column_span) == ("Utfall", 2)
    assert tall
    assert (tall.text, tall.row_span) == ("Elever", 2)
    assert blocks(found, BlockKind.NOTE) == ["* preliminärt"]


def test_word_deletions_are_out_and_insertions_in() -> None:
    document = word()
    paragraph = document.add_paragraph("Målet är ")
    for tag, inner, text in (("del", "delText", "80"), ("ins", "t", "85")):
        run = docx.oxml.parse_xml(
            f'<w:{tag} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
            f'w:id="1" w:author="x"><w:r><w:{inner}>{text}</w:{inner}></w:r></w:{tag}>'
        )
        paragraph._p.append(run)
    assert made(read_docx(saved(document))).text == "Målet är 85\n"


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (0.3, "0%", "30%"),
        (0.8734, "0.0%", "87,3%"),
        (0.5, "0 %", "50 %"),
        (27966, "#,##0", "27 966"),
        (-1942, "#,##0", "-1 942"),
        (-1942, "#,##0;(#,##0)", "(1 942)"),
        (41.6, '0.0" mnkr"', "41,6 mnkr"),
        (3.25, "0.0", "3,3"),
        (3.0, "General", "3"),
        (3.45, "General", "3,45"),
        (0.1 + 0.2, "General", "0,3"),
        (1234567, '#,##0,"tkr"', "1 235tkr"),
        (0, "#,##0", "0"),
        (-0.001, "0.0", "0,0"),
        (5, '#,##0\\ "kr"', "5 kr"),
        (1500, "#,##0 [$kr-41D]", "1 500 kr"),
        (datetime.date(2025, 3, 1), "yyyy-mm-dd", "2025-03-01"),
        (datetime.datetime(2025, 3, 1, 0, 0), "mm-dd-yy", "2025-03-01"),
        ("Öka", "General", "Öka"),
        (True, "General", "SANT"),
        (2024, "0", "2024"),
        (7, "00", "07"),
    ],
)
def test_cells_are_read_as_excel_shows_them(
    value: object, number_format: str, expected: str
) -> None:
    assert shown(value, number_format) == expected


def workbook() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Indikatorer"
    for row in (
        ["Indikatorer för Ekvalla kommun 2025"],
        [],
        ["Område", "Indikator", "Utfall 2024", None, "Mål 2025"],
        [None, None, "Kvinnor", "Män", None],
        ["Skola", "Behöriga", 0.873, 0.841, 0.9],
        [None, "Summa", "=SUM(C5:D5)", 5, 6],
        [],
        ["* preliminärt"],
    ):
        sheet.append(row)
    for cell in ("C5", "D5", "E5"):
        sheet[cell].number_format = "0.0%"
    sheet.merge_cells("C3:D3")
    sheet.merge_cells("A5:A6")
    return book


def test_excel_tables_captions_notes_and_gaps() -> None:
    book = workbook()
    hidden = book.create_sheet("Underlag")
    hidden["A1"] = "hemligt"
    hidden.sheet_state = "hidden"
    book.active["XFD1048576"] = "långt bort"
    found = made(read_xlsx(saved(book)), "i.xlsx")
    assert rows(found)[2] == ["Skola", "Behöriga", "87,3%", "84,1%", "90,0%"]
    table = found.tables[0]
    assert table.header_rows == 2
    assert table.caption
    assert found.quote(table.caption).startswith("Indikatorer för")
    assert blocks(found, BlockKind.NOTE) == ["* preliminärt"]
    kinds = [gap.kind for gap in found.gaps]
    assert kinds == [GapKind.LIMIT, GapKind.LIMIT, GapKind.HIDDEN_TEXT]
    assert "hemligt" not in found.text
    assert (found.kind, found.year, found.pages) == (DocumentKind.INDICATOR_SHEET, 2025, ())


def test_excel_hidden_rows_and_two_tables_on_a_sheet() -> None:
    book = openpyxl.Workbook()
    for row in (*ROWS, ["Gömd", 1, 2, 3], [], ["Post", "Budget"], ["Löner", 12]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    found = made(read_xlsx(saved(book)), "i.xlsx")
    assert len(found.tables) == 2
    assert "Gömd" not in found.text
    assert [gap.kind for gap in found.gaps] == [GapKind.HIDDEN_TEXT]


PAGE = """<!doctype html><html><head><title>Uppföljning 2024 | Ekvalla kommun</title>
<style>.dold{display:none} .vit{color:#fff} .band{background:#036;color:#fff}</style></head><body>
<nav><a>Start</a></nav><main><h1>Uppföljning 2024</h1><p>Läget är <b>go</b>tt.
<p style="font-size:0">litet</p><p class="vit">ljust</p><p hidden>gömt</p><p class=dold>bort</p>
<p class=band>Syns på blått</p><h2>Skola</h2>
<table><caption>Mått</caption><tr><th rowspan=2>Mått<th colspan=2>Utfall<tr><th>2023<th>2024
<tr><td>Elever<td>510<td>498</table><p>* preliminärt</p><ul><li>Ett<li>Två</ul></main>
<footer>Kontakt</footer></body></html>"""


def test_web_pages() -> None:
    found = made(read_html(PAGE.encode()))
    assert (found.title, found.kind) == ("Uppföljning 2024", DocumentKind.FOLLOW_UP)
    assert found.sections[-1].path == ("Uppföljning 2024", "Skola")
    assert rows(found)[1:] == [["2023", "2024"], ["Elever", "510", "498"]]
    assert found.tables[0].header_rows == 2
    assert blocks(found, BlockKind.LIST_ITEM) == ["Ett", "Två"]
    assert blocks(found, BlockKind.NOTE) == ["* preliminärt"]
    assert "Läget är gott." in found.text
    assert "Syns på blått" in found.text


@pytest.mark.parametrize("word", ["litet", "ljust", "gömt", "bort"])
def test_hidden_text_on_web_pages_is_reported(word: str) -> None:
    found = made(read_html(PAGE.encode()))
    assert word not in found.text
    assert any(word in gap.reason for gap in found.gaps if gap.kind is GapKind.HIDDEN_TEXT)


@pytest.mark.parametrize("word", ["Start", "Kontakt"])
def test_menus_are_furniture(word: str) -> None:
    found = made(read_html(PAGE.encode()))
    assert word not in found.text
    assert any(word in item.text for item in found.furniture)


MARKDOWN = """---
titel: Digest av planen
kommun: Ekvalla kommun
slag: verksamhetsplan
år: 2025
status: antagen
---
# Plan

Text med **fet** och *lutad*
stil.

Mål
---

- punkt

| Mått | Tot | 2024 |
|---|---|--:|
| Frånvaro | K | 5,4 *** |

*** redovisas senare

```
kod * står kvar
```
"""


def test_markdown() -> None:
    found = made(read_markdown(MARKDOWN.encode()))
    assert (found.title, found.municipality) == ("Digest av planen", "Ekvalla kommun")
    assert (found.kind, found.year, found.status) == (DocumentKind.PLAN, 2025, Status.ADOPTED)
    assert [s.path for s in found.sections] == [("Plan",), ("Plan", "Mål")]
    assert "Text med fet och lutad stil." in found.text
    assert "kod * står kvar" in found.text
    assert rows(found) == [["Mått", "Tot", "2024"], ["Frånvaro", "K", "5,4 ***"]]
    assert blocks(found, BlockKind.NOTE) == ["*** redovisas senare"]


def test_open_document() -> None:
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    body = (
        "<t:table-of-content><t:p>Mål 2</t:p></t:table-of-content>"
        '<t:h t:outline-level="1">Mål</t:h>'
        "<t:p>Text<t:s/>här</t:p><t:list><t:list-item><t:p>punkt</t:p></t:list-item></t:list>"
        "<b:table><b:table-row><b:table-cell><t:p>Mått</t:p></b:table-cell>"
        "<b:table-cell><t:p>2024</t:p></b:table-cell></b:table-row><b:table-row><b:table-cell>"
        "<t:p>Elever</t:p></b:table-cell><b:table-cell><t:p>498</t:p></b:table-cell>"
        "</b:table-row></b:table>"
    )
    content = (
        f'<o:document-content xmlns:o="{names}office:1.0" xmlns:t="{names}text:1.0" '
        f'xmlns:b="{names}table:1.0"><o:body><o:text>{body}</o:text></o:body></o:document-content>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", content)
    found = made(read_odt(stream.getvalue()))
    assert found.text.splitlines()[:3] == ["Mål", "Text här", "punkt"]
    assert rows(found) == [["Mått", "2024"], ["Elever", "498"]]
    assert [item.kind for item in found.furniture] == [FurnitureKind.CONTENTS]


def test_presentations_have_a_page_for_each_slide() -> None:
    show = pptx.Presentation()
    for title in ("Delårsrapport 2024", "Personal"):
        slide = show.slides.add_slide(show.slide_layouts[5])
        slide.shapes.title.text = title
    table = slide.shapes.add_table(2, 4, Inches(1), Inches(3), Inches(6), Inches(1)).table
    for row, cells in enumerate(ROWS):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    found = made(read_pptx(saved(show)))
    assert (found.title, found.kind) == ("Delårsrapport 2024", DocumentKind.INTERIM)
    assert rows(found) == ROWS
    assert {cell.page_index for cell in found.tables[0].cells} == {2}
