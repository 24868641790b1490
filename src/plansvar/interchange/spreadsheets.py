"""Flat tables → files: CSV for Swedish Excel and XLSX. No cell can become a formula."""

from __future__ import annotations

import csv
import io
import re

from plansvar.interchange.tabular import Cell, Sheet

BOM = "\ufeff"
# What makes a spreadsheet read a cell as a formula or as a command.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# A printed number: -9 · - 2 543,5 · +3,2
HARMLESS = re.compile(r"[+-]\s?\d+(?:[ \u00a0\u202f.]\d{3})*(?:[,.]\d+)?")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST_CELL = 32_767  # Excel's limit


def to_csv(sheet: Sheet) -> str:
    """The table with `;`, BOM and decimal comma, one value a line."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(sheet.headings)
    writer.writerows([_csv_cell(cell) for cell in line] for line in sheet.lines)
    return BOM + out.getvalue()


def to_xlsx(sheet: Sheet) -> bytes:
    """The table as a workbook with numeric cells and the heading row frozen."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    page = book.create_sheet(sheet.name)
    page.freeze_panes = "A2"
    page.append(list(sheet.headings))
    for line in sheet.lines:
        cells = []
        for value in line:
            cell = WriteOnlyCell(page, value=_xlsx_cell(value))
            if isinstance(value, str):
                cell.data_type = "s"  # never a formula, whatever it begins with
            cells.append(cell)
        page.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def neutralised(value: str) -> str:
    """`value` with an apostrophe before it where a spreadsheet could read it as a formula."""
    if value.lstrip(" ").startswith(DANGEROUS) and not HARMLESS.fullmatch(value.strip(" ")):
        return "'" + value
    return value


def _csv_cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return neutralised(" ".join(CONTROL.sub("", value).splitlines()))
    return _decimal_comma(value)


def _xlsx_cell(value: Cell) -> Cell:
    if isinstance(value, str):
        return neutralised(CONTROL.sub("", value))[:LONGEST_CELL]
    return value


def _decimal_comma(value: float) -> str:
    plain = int(value) if float(value).is_integer() and abs(value) < 1e15 else value
    return str(plain).replace(".", ",")
