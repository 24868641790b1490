"""Reads OpenDocument text: headings, paragraphs, lists and tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from plansvar.domain import BlockKind, Furniture, FurnitureKind, Span
from plansvar.reading.assembly import Draft
from plansvar.reading.building import Builder, Piece
from plansvar.reading.grids import RawCell, guessed_header_rows, laid_out
from plansvar.reading.marks.fonts import signs_of
from plansvar.reading.marks.judging import with_marks
from plansvar.reading.marks.odt_looks import SVG, OdtLooks, parsed
from plansvar.reading.notes import may_caption

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_T, _TABLE, _OFFICE = f"{{{_NAMES}text:1.0}}", f"{{{_NAMES}table:1.0}}", f"{{{_NAMES}office:1.0}}"
_CONTENTS = {f"{_T}table-of-content", f"{_T}alphabetical-index", f"{_T}illustration-index"}
_LEFT = {f"{_T}tracked-changes", f"{_T}sequence-decls", f"{_OFFICE}forms", f"{_OFFICE}annotation"}
_UNSEEN = {f"{_T}note", f"{SVG}title", f"{SVG}desc"}
_NO_CAPTION = (BlockKind.LIST_ITEM, BlockKind.NOTE)
_MOST_REPEATED = 200


def read_odt(data: bytes) -> Draft:
    """The draft of an OpenDocument text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        looks = OdtLooks(archive)
        root = parsed(archive.read("content.xml"))
        if "styles.xml" in archive.namelist():
            looks.learn(parsed(archive.read("styles.xml")))
        looks.learn(root)
        walker = _Walker(looks)
        body = root.find(f"{_OFFICE}body/{_OFFICE}text")
        for element in body if body is not None else ():
            walker.visit(element)
    hints = (*walker.titles, *walker.headings[:2])
    return Draft(walker.builder.finish(), hints, tuple(walker.furniture), looks.gaps)


@dataclass
class _Walker:
    """Goes through the elements and adds blocks to its builder."""

    looks: OdtLooks
    builder: Builder = field(default_factory=Builder)
    furniture: list[Furniture] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    last: tuple[str, Span] | None = None

    def visit(self, element: Any, item: bool = False) -> None:
        if element.tag in _CONTENTS:
            self.furniture.append(Furniture(FurnitureKind.CONTENTS, plain_text(element)))
        elif element.tag == f"{_T}h":
            level = element.get(f"{_T}outline-level") or "1"
            self._add(BlockKind.HEADING, plain_text(element), int(level) if level.isdigit() else 1)
        elif element.tag == f"{_T}p":
            style = element.get(f"{_T}style-name") or ""
            self.titles += [plain_text(element)] if style.lower() in ("title", "p_title") else []
            self._add(BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH, plain_text(element))
        elif element.tag == f"{_TABLE}table":
            self._table(element)
        elif element.tag not in _LEFT:
            for child in element:
                self.visit(child, item or element.tag == f"{_T}list-item")

    def _add(self, kind: BlockKind, text: str, level: int = 1) -> None:
        if text:
            span = self.builder.add(kind, [Piece(text)], level)
            self.last = None if kind in _NO_CAPTION else (text, span)
            if kind is BlockKind.HEADING:
                self.headings.append(text)

    def _table(self, table: Any) -> None:
        rows = [list(self._cells(row)) for row in table.iter(f"{_TABLE}table-row")]
        drafts = laid_out(rows)
        if not any(draft.text for draft in drafts):
            return
        headed = len(table.findall(f"{_TABLE}table-header-rows/{_TABLE}table-row"))
        caption = self.last[1] if self.last and may_caption(self.last[0]) else None
        count = max(headed, guessed_header_rows(drafts)) if headed < len(rows) else 0
        looks = [cell.look for row in rows for cell in row]
        marked = with_marks(drafts, looks, count, self.looks.reader)
        self.builder.add_table(marked, count, caption)
        self.last = None

    def _cells(self, row: Any) -> Iterator[RawCell]:
        for cell in row:
            if cell.tag == f"{_TABLE}table-cell":
                wide = _number(cell, "number-columns-spanned")
                tall = _number(cell, "number-rows-spanned")
                look = self.looks.look(cell)
                for _ in range(min(_number(cell, "number-columns-repeated"), _MOST_REPEATED)):
                    yield RawCell(plain_text(cell), tall, wide, look)


def plain_text(element: Any, font: str = "") -> str:
    """The text of an element; its notes and the names of its drawings are left out, tabs and
    repeated spaces are spaces. `font` is the one that its letters stand in."""
    return signs_of(" ".join("".join(_pieces(element)).split()), font)


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in (f"{_T}tab", f"{_T}s", f"{_T}line-break"):
            yield " "
        elif child.tag not in _LEFT and child.tag not in _UNSEEN:
            apart = child.tag in (f"{_T}p", f"{_T}h", f"{_T}list-item")
            yield " " if apart else ""
            yield from _pieces(child)
            yield " " if apart else ""
        yield child.tail or ""


def _number(cell: Any, name: str) -> int:
    value = cell.get(f"{_TABLE}{name}") or "1"
    return max(1, int(value)) if value.isdigit() and len(value) < 6 else 1
