"""Reads OpenDocument spreadsheets: cells as displayed, each sheet a section."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils.cell import get_column_letter

from plansvar.domain import Furniture, FurnitureKind, Gap, GapKind
from plansvar.reading.assembly import Draft
from plansvar.reading.marks.ods_looks import OdsLooks
from plansvar.reading.marks.odt_looks import TABLE, parsed
from plansvar.reading.marks.xlsx_looks import SheetLooks
from plansvar.reading.number_formats import in_swedish
from plansvar.reading.ods_cells import OdsCell, OdsGrid, grid_of
from plansvar.reading.ods_values import value_of, valued
from plansvar.reading.odt import plain_text
from plansvar.reading.sheet_blocks import SheetWriter
from plansvar.reading.sheets import Merges, SheetCell, marked_beside, moved_into_view, regions_of
from plansvar.texts import text as spoken

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MOST_ERRORS = 20
_ERRORS = ("#", "Err:")


def read_ods(data: bytes) -> Draft:
    """The draft of a spreadsheet; hidden sheets, rows and columns are reported."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = parsed(archive.read("content.xml"))
        looks = OdsLooks(archive)
        if "styles.xml" in archive.namelist():
            looks.learn(parsed(archive.read("styles.xml")))
        looks.learn(root)
        reader = _Reader(looks, SheetWriter(looks.reader))
        tables = root.findall(f"{_OFFICE}body/{_OFFICE}spreadsheet/{TABLE}table")
        for table in tables:
            reader.read(table, alone=len(tables) == 1)
    writer = reader.writer
    gaps = (*reader.gaps, *looks.gaps)
    return Draft(writer.builder.finish(), tuple(writer.hints), tuple(reader.furniture), gaps)


@dataclass
class _Reader:
    """Reads sheet after sheet and hands them to its writer."""

    looks: OdsLooks
    writer: SheetWriter
    gaps: list[Gap] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    _errors: int = 0

    def read(self, table: Any, alone: bool) -> None:
        name = table.get(f"{TABLE}name") or ""
        if self.looks.is_hidden(table):
            self._gap(GapKind.HIDDEN_TEXT, "hidden_sheet", sheet=name)
            self.furniture.append(Furniture(FurnitureKind.HIDDEN, name))
            return
        grid = grid_of(table)
        seen = self.looks.sheet(table, grid)
        cells, merges = self._cells(grid, seen, name)
        if table.find(f"{TABLE}shapes") is not None:
            self._gap(GapKind.PICTURE_TABLE, "floating", sheet=name)
        hidden = (grid.hidden_rows, grid.hidden_columns)
        if cells:
            self.writer.begin(name, alone)
            self.writer.write(regions_of(cells, merges, seen.looks, hidden))

    def _cells(self, grid: OdsGrid, seen: SheetLooks, name: str) -> tuple[list[SheetCell], Merges]:
        written: list[SheetCell] = []
        hidden: set[tuple[str, int]] = set()
        for cell in grid.cells:
            text = self._text(cell, name)
            if not text or cell.place in seen.bare:
                continue
            hidden |= _hidden_by(cell, grid)
            written.append(SheetCell(*cell.place, text))
        hiding = (grid.hidden_rows, grid.hidden_columns)
        found, merges = moved_into_view(written, grid.merges, *hiding)
        found += marked_beside(found, seen.marked(), *hiding)
        if hidden:
            self._gap(GapKind.HIDDEN_TEXT, "hidden_rows", sheet=name, count=len(hidden))
        if grid.far:
            far = f"{get_column_letter(min(grid.far[1], 18_278))}{grid.far[0]}"
            self._gap(GapKind.LIMIT, "cell_limit", sheet=name, cell=far)
        return sorted(found, key=lambda cell: (cell.row, cell.column)), merges

    def _text(self, cell: OdsCell, name: str) -> str:
        """What the cell displays; an error is reported."""
        shown = plain_text(cell.element, self.looks.font(cell.style))
        text = in_swedish(shown, value_of(cell.element)) if shown else valued(cell.element)
        if text.startswith(_ERRORS) and _is_error(cell.element):
            self._errors += 1
            if self._errors <= _MOST_ERRORS:
                place = f"{get_column_letter(cell.place[1])}{cell.place[0]}"
                self._gap(GapKind.LIMIT, "cell_error", sheet=name, cell=place, error=text)
            return ""
        return text

    def _gap(self, kind: GapKind, key: str, **fields: object) -> None:
        self.gaps.append(Gap(kind, spoken(f"reading.gaps.{key}").format(**fields)))


def _hidden_by(cell: OdsCell, grid: OdsGrid) -> set[tuple[str, int]]:
    """The hidden row and column in which a cell stands."""
    row, column = cell.place
    rows = {("row", row)} if row in grid.hidden_rows else set()
    return rows | ({("column", column)} if column in grid.hidden_columns else set())


def _is_error(element: Any) -> bool:
    named = {str(key).rpartition("}")[2]: value for key, value in element.attrib.items()}
    return named.get("value-type") == "error" or "formula" in named
