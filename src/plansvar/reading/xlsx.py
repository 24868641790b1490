"""Reads Excel files: each sheet a section, each block of filled cells a table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from PIL import Image

from plansvar.domain import Furniture, FurnitureKind, Gap, GapKind
from plansvar.reading.assembly import Draft
from plansvar.reading.cell_lines import joined_lines
from plansvar.reading.marks.fonts import signs_of
from plansvar.reading.marks.xlsx_looks import SheetLooks, XlsxLooks
from plansvar.reading.metadata import is_title
from plansvar.reading.notes import raised
from plansvar.reading.number_formats import shown
from plansvar.reading.sheet_blocks import SheetWriter
from plansvar.reading.sheets import Merges, SheetCell, marked_beside, moved_into_view, regions_of
from plansvar.texts import text as spoken

_FURTHEST_ROW = 20_000
_FURTHEST_COLUMN = 400
_MOST_FORMULA_GAPS = 20
_ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")


def read_xlsx(data: bytes) -> Draft:
    """The draft of a workbook: cells as Excel shows them; hidden sheets and rows are reported."""
    with _large_pictures():
        workbook = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(data), data_only=False, rich_text=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        looks = XlsxLooks(archive, workbook)
        reader = _Reader(looks, SheetWriter(looks.reader))
        _read_sheets(workbook, formulas, reader)
    title = workbook.properties.title or ""
    hints = [*reader.writer.hints, *([title] if is_title(title) else [])]
    gaps = (*reader.gaps, *reader.looks.gaps)
    return Draft(reader.writer.builder.finish(), tuple(hints), tuple(reader.furniture), gaps)


def _read_sheets(workbook: Any, formulas: Any, reader: _Reader) -> None:
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            reader.gap(GapKind.HIDDEN_TEXT, "hidden_sheet", sheet=sheet.title)
            reader.furniture.append(Furniture(FurnitureKind.HIDDEN, sheet.title))
        else:
            reader.read(sheet, formulas[sheet.title], alone=len(workbook.worksheets) == 1)


@contextmanager
def _large_pictures() -> Iterator[None]:
    """openpyxl looks at the size of each picture, which fails on those that are too large to
    decode; here none of them is decoded."""
    limit = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = limit


@dataclass
class _Reader:
    """Reads sheet after sheet and hands them to its writer."""

    looks: XlsxLooks
    writer: SheetWriter
    gaps: list[Gap] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)

    def gap(self, kind: GapKind, key: str, **fields: object) -> None:
        filled = spoken(f"reading.gaps.{key}").format(**fields)
        self.gaps.append(Gap(kind, filled))

    def read(self, sheet: Any, formulas: Any, alone: bool) -> None:
        seen = self.looks.sheet(sheet, formulas)
        cells, merges = self._cells(sheet, formulas, seen)
        hidden = (_hidden_rows(sheet), _hidden_columns(sheet))
        if cells:
            self.writer.begin(sheet.title, alone)
            self.writer.write(regions_of(cells, merges, seen.looks, hidden))

    def _cells(self, sheet: Any, formulas: Any, seen: SheetLooks) -> tuple[list[SheetCell], Merges]:
        hidden_rows, hidden_columns = _hidden_rows(sheet), _hidden_columns(sheet)
        merges = _merges(sheet)
        written: list[SheetCell] = []
        far: list[str] = []
        for (row, column), cell in sorted(sheet._cells.items()):
            if row > _FURTHEST_ROW or column > _FURTHEST_COLUMN:
                far += [cell.coordinate] if cell.value is not None else []
            elif (row, column) in merges or not (row in hidden_rows or column in hidden_columns):
                text = self._text(sheet, cell, formulas._cells.get((row, column)))
                if text and (row, column) not in seen.bare:
                    written.append(SheetCell(row, column, text))
        found, shown_merges = moved_into_view(written, merges, hidden_rows, hidden_columns)
        found += marked_beside(found, seen.marked(), hidden_rows, hidden_columns)
        hidden = sum(1 for row in hidden_rows if row <= sheet.max_row) + len(hidden_columns)
        if hidden:
            self.gap(GapKind.HIDDEN_TEXT, "hidden_rows", sheet=sheet.title, count=hidden)
        if far:
            self.gap(GapKind.LIMIT, "cell_limit", sheet=sheet.title, cell=far[0])
        return found, shown_merges

    def _text(self, sheet: Any, cell: Any, formula: Any) -> str:
        """What the cell shows; a formula without a saved value and an error are reported."""
        name = {"sheet": sheet.title, "cell": cell.coordinate}
        if cell.value is None and formula is not None and formula.data_type == "f":
            if len(self.gaps) < _MOST_FORMULA_GAPS:
                self.gap(GapKind.LIMIT, "no_cached", **name)
            return ""
        if cell.value in _ERRORS:
            self.gap(GapKind.LIMIT, "cell_error", **name, error=cell.value)
            return ""
        rich = getattr(formula, "value", None)
        value = _raised(rich) if isinstance(rich, CellRichText) else cell.value
        text = joined_lines(shown(value, cell.number_format or "").split("\n"))
        return signs_of(text, cell.font.name or "") if cell.has_style and cell.font else text


def _raised(rich: Any) -> str:
    """Text of several looks with raised marks as raised signs."""
    return "".join(
        raised(part.text or "")
        if isinstance(part, TextBlock) and part.font.vertAlign == "superscript"
        else str(part)
        for part in rich
    )


def _merges(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """Rows and columns that merged cells cover, by their first cell."""
    return {
        (area.min_row, area.min_col): (
            area.max_row - area.min_row + 1,
            area.max_col - area.min_col + 1,
        )
        for area in sheet.merged_cells.ranges
    }


def _hidden_rows(sheet: Any) -> set[int]:
    return {n for n, size in sheet.row_dimensions.items() if size.hidden}


def _hidden_columns(sheet: Any) -> set[int]:
    hidden: set[int] = set()
    for size in sheet.column_dimensions.values():
        if size.hidden and size.min:
            hidden |= set(range(size.min, min(size.max or size.min, _FURTHEST_COLUMN) + 1))
    filled = {column for _, column in sheet._cells}
    return hidden & filled
