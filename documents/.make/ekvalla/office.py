"""The plan as a DOCX file and the indicator sheet as an XLSX file."""

from __future__ import annotations

import datetime
import re
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.shared import Cm
from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ekvalla.facts import facts, title_of
from ekvalla.markup import Block, blocks
from ekvalla.specs import Row, Spec, goal_table, money_table, task_table
from ekvalla.truth import Truth, number

_DATE = datetime.datetime(2030, 11, 20, 9, 0)
_STAMP = (2030, 11, 20, 9, 0, 0)
_FILLS = {"grön": "FF92D050", "gul": "FFFFC000", "röd": "FFFF5050", "grå": "FFBFBFBF"}


def make_word(document: dict[str, Any], path: Path) -> Truth:
    truth = Truth(document["fil"])
    word = Document()
    _properties(word.core_properties, document)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.footer.paragraphs[0].text = facts().footer
    section.header.paragraphs[0].text = "Ekvalla kommun"
    word.add_paragraph(title_of(document), style="Title")
    word.add_paragraph(document["rad"], style="Subtitle")
    for block in blocks(document["id"], document["id"]):
        _word_block(word, block, document, truth)
    word.save(str(path))
    _settle(path)
    return truth


def _properties(properties: Any, document: dict[str, Any]) -> None:
    properties.title = title_of(document)
    properties.author = "Ekvalla kommun"
    properties.created = properties.modified = _DATE
    properties.language = "sv-SE"


def _word_block(word: WordDocument, block: Block, document: dict[str, Any], truth: Truth) -> None:
    if block.kind in ("h1", "h2", "h3"):
        if block.text == "Ekonomi":
            word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        word.add_heading(block.text, int(block.kind[1]))
    elif block.kind == "p":
        word.add_paragraph(block.text)
    elif block.kind == "li":
        word.add_paragraph(block.text, style="List Bullet")
    else:
        spec = _word_spec(block, document, truth)
        if spec.title:
            word.add_paragraph(spec.title, style="Caption")
        _word_table(word, spec)


def _word_spec(block: Block, document: dict[str, Any], truth: Truth) -> Spec:
    if block.kind == "malplan":
        return goal_table(document, facts().goals_of(block.text), truth, document["id"])
    if block.kind == "uppdrag":
        tasks = [
            task
            for task in facts().data["uppdrag"]
            if task["ar"] == document["ar"] and task["ansvarig"] == block.text
        ]
        return task_table(tasks, "", truth)
    return money_table(block.text, "-", truth)


def _word_table(word: WordDocument, spec: Spec) -> None:
    table = word.add_table(rows=1, cols=len(spec.columns), style="Light Grid Accent 1")
    table.autofit = False
    rest = 8.5 / (len(spec.columns) - 1)
    for cell, heading in zip(table.rows[0].cells, spec.columns, strict=True):
        cell.text = heading
    for row in spec.rows:
        for cell, text in zip(table.add_row().cells, row.cells, strict=True):
            cell.text = text
    for place, column in enumerate(table.columns):
        column.width = Cm(rest if place else 7.5)
        for cell in column.cells:
            cell.width = Cm(rest if place else 7.5)
    word.add_paragraph()


def make_sheet(document: dict[str, Any], path: Path) -> Truth:
    truth = Truth(document["fil"])
    book = Workbook()
    _properties(book.properties, document)
    book.properties.creator = "Ekvalla kommun"
    sheet = book.active
    sheet.title = "Indikatorer"
    spec = goal_table(document, list(facts().goals), truth, document["id"])
    _top(sheet, document)
    _sheet_table(sheet, spec, 5)
    _explained(book.create_sheet("Förklaring"))
    book.save(path)
    _settle(path)
    return truth


def _top(sheet: Worksheet, document: dict[str, Any]) -> None:
    sheet["A1"] = title_of(document)
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = document["rad"]
    sheet["A3"] = facts().footer
    sheet.oddFooter.center.text = facts().footer
    sheet.freeze_panes = "B6"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _sheet_table(sheet: Worksheet, spec: Spec, top: int) -> None:
    for column, heading in enumerate(spec.columns, start=1):
        cell = sheet.cell(top, column, heading)
        cell.font = Font(bold=True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", fgColor="FF00697A")
        letter = get_column_letter(column)
        wide = {"namn": 62, "kommentar": 70, "namnd": 30}
        sheet.column_dimensions[letter].width = wide.get(spec.roles[column - 1], 17)
    for line, row in enumerate(spec.rows, start=top + 1):
        _sheet_row(sheet, line, row, spec)
    last = top + len(spec.rows)
    fill = PatternFill("solid", bgColor="FFFFF2CC")
    sheet.conditional_formatting.add(
        f"E{top + 1}:E{last}", FormulaRule([f'E{top + 1}="-"'], fill=fill)
    )


def _sheet_row(sheet: Worksheet, line: int, row: Row, spec: Spec) -> None:
    for column, (text, role) in enumerate(zip(row.cells, spec.roles, strict=True), start=1):
        value = number(text) if role[0] == "u" else None
        cell = sheet.cell(line, column, value if value is not None else text or None)
        if value is not None:
            cell.number_format = "#,##0.0" if "," in text else "#,##0"
        if role == "farg" and row.colour:
            cell.fill = PatternFill("solid", fgColor=_FILLS[row.colour])
        cell.alignment = Alignment(wrap_text=role in ("namn", "kommentar"), vertical="top")


def _explained(sheet: Worksheet) -> None:
    sheet["A1"] = "Teckenförklaring"
    sheet["A1"].font = Font(bold=True)
    for line, (colour, meaning) in enumerate(facts().data["bedomningar"].items(), start=2):
        sheet.cell(line, 1).fill = PatternFill("solid", fgColor=_FILLS[colour])
        sheet.cell(line, 2, f"{colour.capitalize()}: {meaning}")
    sheet.cell(7, 2, facts().footer)


def _settle(path: Path) -> None:
    """Writes the archive again with fixed dates, so that the same facts give the same bytes."""
    with zipfile.ZipFile(path) as archive:
        parts = [(name, archive.read(name)) for name in sorted(archive.namelist())]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            if name == "docProps/core.xml":
                stamp = rb"\g<1>2030-11-20T09:00:00Z\g<2>"
                data = re.sub(rb"(<dcterms:\w+ [^>]*>)[^<]*(</dcterms)", stamp, data)
            info = zipfile.ZipInfo(name, _STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
