"""Odd things in office files: tables in tables, tracked changes, notes, what is hidden."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import openpyxl
import pptx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from office_making import (
    GRID,
    W,
    fill,
    kinds,
    lines,
    notes,
    photo,
    printed,
    run,
    saved,
    sheet,
    with_part,
    word,
)  # fmt: skip
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from plansvar.domain import Document, GapKind
from plansvar.extraction import extract
from plansvar.reading.assembly import assemble
from plansvar.reading.docx import read_docx
from plansvar.reading.pptx import read_pptx


def test_a_table_that_lays_out_another_is_no_table() -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "Text vid sidan av."
    fill(outer.cell(0, 1).add_table(3, 4))
    found = word(document)
    assert len(found.tables) == 1
    assert lines(found) == GRID
    assert "Text vid sidan av." in found.text


def test_a_small_table_in_a_row_stays_in_its_cell() -> None:
    document = docx.Document()
    table = fill(document.add_table(3, 5))
    table.cell(0, 4).text = "Kommentar"
    fill(table.cell(1, 4).add_table(2, 2), [["Kvinnor", "83"], ["Män", "79"]])
    found = word(document)
    assert len(found.tables) == 1
    assert lines(found)[1] == ["Andel nöjda", "78", "81", "85", "Kvinnor 83 Män 79"]


def test_tracked_changes_in_cells_and_rows() -> None:
    document = docx.Document()
    table = fill(document.add_table(3, 4))
    paragraph = table.cell(1, 2).paragraphs[0]._p
    for old in list(paragraph):
        paragraph.remove(old)
    for tag, inner, text in (("del", "delText", "77"), ("ins", "t", "81")):
        paragraph.append(
            parse_xml(f'<w:{tag} {W} w:id="1" w:author="x">{run(text, inner)}</w:{tag}>')
        )
    deleted = fill(document.add_table(1, 4), [["Borttagen", "1", "2", "3"]]).rows[0]._tr
    deleted.get_or_add_trPr().append(parse_xml(f'<w:del {W} w:id="2" w:author="x"/>'))
    table._tbl.append(deleted)
    moved = document.add_paragraph("Kvar ")._p
    moved.append(parse_xml(f'<w:moveFrom {W} w:id="3">{run("flyttat bort")}</w:moveFrom>'))
    moved.append(parse_xml(f'<w:moveTo {W} w:id="4">{run("flyttat hit")}</w:moveTo>'))
    found = word(document)
    assert lines(found) == GRID
    assert "Borttagen" not in found.text
    assert "Kvar flyttat hit" in found.text


def test_comments_are_not_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Målet nåddes.")
    document.add_comment(paragraph.runs, text="Fel siffra 99", author="x")
    table = fill(document.add_table(3, 4))
    document.add_comment(table.cell(1, 1).paragraphs[0].runs, text="Kolla", author="x")
    found = word(document)
    assert lines(found) == GRID
    assert "99" not in found.text


def test_a_table_in_a_text_box() -> None:
    document = docx.Document()
    table = fill(document.add_table(3, 4))._tbl
    table.getparent().remove(table)
    box = parse_xml(
        f'<w:pict {W} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
        f"<w:txbxContent><w:p>{run('Rutans rubrik')}</w:p></w:txbxContent></v:textbox></v:shape>"
        "</w:pict>"
    )
    box.find(".//" + qn("w:txbxContent")).append(table)
    document.add_paragraph("Före").add_run()._r.append(box)
    found = word(document)
    assert lines(found) == GRID
    assert found.text.count("Rutans rubrik") == 1


def test_notes_of_cells_stand_below_the_table() -> None:
    document = docx.Document()
    cell = fill(document.add_table(3, 4)).cell(1, 2)
    cell.paragraphs[0]._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'))
    text = f'<w:footnote w:id="2"><w:p>{run("Avser våren.")}</w:p></w:footnote>'
    note = f"<w:footnotes {W}>{text}</w:footnotes>"
    data = with_part(saved(document), "footnotes", note)
    found = assemble(read_docx(data), "a.docx", "0", "docx")
    assert lines(found) == GRID
    assert notes(found) == ["Avser våren."]


def test_hidden_rows_are_reported_and_left_out() -> None:
    document = docx.Document()
    table = fill(document.add_table(4, 4), [*GRID, ["Gömd", "1", "2", "3"]])
    for cell in table.rows[2].cells:
        cell.paragraphs[0].runs[0].font.hidden = True
    table.rows[3]._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {W}/>"))
    found = word(document)
    assert lines(found) == GRID[:2]
    assert "Gömd" not in found.text
    assert kinds(found) == [GapKind.HIDDEN_TEXT]


def test_struck_text_is_reported_and_left_out() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Målet är ")
    paragraph.add_run("80").font.strike = True
    paragraph.add_run("85")
    found = word(document)
    assert found.text.strip() == "Målet är 85"
    assert kinds(found) == [GapKind.HIDDEN_TEXT]


def superscript(document: Any) -> Document:
    cell = fill(document.add_table(3, 4)).cell(1, 2)
    cell.paragraphs[0].add_run("1)").font.superscript = True
    document.add_paragraph("1) Avser våren.")
    return word(document)


def test_a_raised_mark_joins_no_figure() -> None:
    found = superscript(docx.Document())
    assert lines(found)[1][2] == "81¹"
    value = extract(found).indicators[0].observations[1]
    assert (value.value, value.note) == (81.0, "Avser våren.")


def test_a_title_over_the_whole_width_names_the_table() -> None:
    document = docx.Document()
    table = fill(document.add_table(4, 4), [["Tabell 1. Mål", "", "", ""], *GRID])
    table.cell(0, 0).merge(table.cell(0, 3))
    found = word(document)
    assert lines(found) == GRID
    assert found.tables[0].caption is not None
    assert found.quote(found.tables[0].caption) == "Tabell 1. Mål"
    assert [row.name for row in extract(found).indicators] == ["Andel nöjda", "Sjukfrånvaro"]


@pytest.mark.parametrize(("picture", "told"), [(printed, True), (photo, False)])
def test_pictures_that_may_be_tables_are_told(picture: Callable[[], bytes], told: bool) -> None:
    document = docx.Document()
    document.add_paragraph("Se tabellen.")
    document.add_picture(io.BytesIO(picture()), width=docx.shared.Inches(6))
    assert kinds(word(document)) == [GapKind.PICTURE_TABLE] * told
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = "Mål"
    slide.shapes.add_picture(io.BytesIO(picture()), Inches(1), Inches(2), Inches(6))
    found = assemble(read_pptx(saved(show)), "a.pptx", "0", "pptx")
    assert [(g.kind, g.page_index) for g in found.gaps] == [(GapKind.PICTURE_TABLE, 1)] * told


@pytest.mark.parametrize("content", ["<w:object/>", ""])
def test_embedded_objects_are_told(content: str) -> None:
    document = docx.Document()
    document.add_paragraph("Se arket.").add_run()._r.append(parse_xml(f"<w:object {W}/>"))
    document.element.body.append(parse_xml(f"<w:altChunk {W}/>")) if content else None
    assert kinds(word(document)) == [GapKind.PICTURE_TABLE]


def test_diagrams_on_slides_are_told() -> None:
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = "Diagram"
    data = CategoryChartData()
    data.categories = ["2023", "2024"]
    data.add_series("Utfall", (81, 83))
    place = (Inches(1), Inches(2), Inches(5), Inches(3))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    found = assemble(read_pptx(saved(show)), "a.pptx", "0", "pptx")
    assert kinds(found) == [GapKind.PICTURE_TABLE]


def test_a_merged_heading_that_begins_in_a_hidden_column() -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Mått", "Utfall", None, None, "Mål"], [None, "2022", "2023", "2024", None],
        ["Nöjda", 70, 78, 81, 85], ["Sjuka", 7.9, 7.4, 6.9, 6.5],
    ):  # fmt: skip
        book.active.append(row)
    for area in ("B1:D1", "A1:A2", "E1:E2"):
        book.active.merge_cells(area)
    book.active.column_dimensions["B"].hidden = True
    found = sheet(book)
    assert lines(found) == [
        ["Mått", "Utfall", "Mål"], ["2023", "2024"],
        ["Nöjda", "78", "81", "85"], ["Sjuka", "7,4", "6,9", "6,5"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "number_format", "text", "colour"),
    [
        (1, '[Green]"●";[Red]"●";[Yellow]"●"', "●", "grön"),
        (-1, '[Green]"●";[Red]"●";[Yellow]"●"', "●", "röd"),
        (0, '[Green]"●";[Red]"●";[Yellow]"●"', "●", "gul"),
        (-0.05, '[Color10]▲ 0%;[Red]▼ 0%;"→" 0%', "▼ 5%", None),
        (0, '[Color10]▲ 0%;[Red]▼ 0%;"→" 0%', "→ 0%", None),
        (-4, "#,##0;[Red]-#,##0", "-4", None),
    ],
)
def test_signs_that_number_formats_draw(
    value: float, number_format: str, text: str, colour: str | None
) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Mått", "Utfall 2024", "Status"])
    book.active.append(["Nöjda", 81, value])
    book.active["C2"].number_format = number_format
    cell = sheet(book).tables[0].at(1, 2)
    assert cell is not None
    assert cell.text == text
    assert [m.colour.value for m in cell.marks if m.colour] == ([colour] if colour else [])


def test_rules_reach_empty_cells() -> None:
    book = openpyxl.Workbook()
    for row in (["Mått", "Utfall", "Mål", "Status"], ["Nöjda", 81, 85], ["Sjuka", 9, 7]):
        book.active.append(row)
    red = PatternFill(bgColor="FFFF0000")
    book.active.conditional_formatting.add("D2:D3", FormulaRule(formula=["$B2<$C2"], fill=red))
    table = sheet(book).tables[0]
    marks = [cell.marks for row in (1, 2) if (cell := table.at(row, 3))]
    assert [[m.colour.value for m in each if m.colour] for each in marks] == [["röd"], []]


def test_raised_marks_in_a_sheet() -> None:
    book = openpyxl.Workbook()
    raised = TextBlock(InlineFont(vertAlign="superscript"), "1)")
    book.active.append(["Mått", "Utfall 2024"])
    book.active.append(["Nöjda", CellRichText(["81", raised])])
    assert lines(sheet(book))[1] == ["Nöjda", "81¹"]


def test_a_sentence_right_below_a_table_is_no_row_of_it() -> None:
    office = openpyxl.Workbook()
    for row in ["Enhet", 2031, 2032], ["Solgården", 83, 86], ["Ekbacken", 75, 79]:
        office.active.append(row)
    office.active.append(["Svar i procent."])
    found = sheet(office)
    assert lines(found)[-1] == ["Ekbacken", "75", "79"]
    assert found.text.rstrip().endswith("Svar i procent.")
