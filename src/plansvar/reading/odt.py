"""Reads OpenDocument text: headings, paragraphs, lists and tables."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from plansvar.domain import BlockKind, Furniture, FurnitureKind, Gap, GapKind, Span
from plansvar.reading.assembly import Draft
from plansvar.reading.bold_headings import BoldHeadings
from plansvar.reading.building import Builder, Piece
from plansvar.reading.frames import Held, frames, may_title
from plansvar.reading.grids import RawCell, guessed_header_rows, laid_out, titles_apart
from plansvar.reading.loose_pictures import LoosePictures
from plansvar.reading.marks.fonts import signs_of
from plansvar.reading.marks.judging import with_marks
from plansvar.reading.marks.keyed import SignFinder
from plansvar.reading.marks.odt_looks import DRAW, STYLE, SVG, XLINK, OdtLooks, frame_size, parsed
from plansvar.reading.notes import may_caption, raised
from plansvar.reading.odt_bold import bold_line, bold_lines
from plansvar.texts import text as spoken

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_T, _TABLE, _OFFICE = f"{{{_NAMES}text:1.0}}", f"{{{_NAMES}table:1.0}}", f"{{{_NAMES}office:1.0}}"
_CONTENTS = {f"{_T}table-of-content", f"{_T}alphabetical-index", f"{_T}illustration-index"}
_LEFT = {f"{_T}tracked-changes", f"{_T}sequence-decls", f"{_OFFICE}forms", f"{_OFFICE}annotation"}
_UNSEEN = {f"{_T}note", f"{SVG}title", f"{SVG}desc"}
_HELD = {f"{_T}p", f"{_T}h", f"{_T}list", f"{_TABLE}table"}
_NO_CAPTION = (BlockKind.LIST_ITEM, BlockKind.NOTE)
_MOST_REPEATED = 200
_SAMPLE = 60
Instead = Callable[[Any], str | None]


def read_odt(data: bytes) -> Draft:
    """The draft of an OpenDocument text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        looks = OdtLooks(archive)
        root = parsed(archive.read("content.xml"))
        if "styles.xml" in archive.namelist():
            looks.learn(parsed(archive.read("styles.xml")))
        looks.learn(root)
        body = root.find(f"{_OFFICE}body/{_OFFICE}text")
        walker = _Walker(looks)
        if body is not None:
            walker.bold = BoldHeadings(bold_lines(body, looks, plain_text))
        for element in body if body is not None else ():
            walker.visit(element)
        walker.signs.flush()
    hints = (*walker.titles, *walker.headings[:2])
    hidden = (Furniture(FurnitureKind.HIDDEN, text) for text in (*walker.hidden, *walker.struck))
    return Draft(
        walker.builder.finish(),
        hints,
        (*walker.furniture, *hidden),
        (*walker.gaps(), *walker.loose.gaps, *looks.gaps),
    )


@dataclass
class _Walker:
    """Goes through the elements and adds blocks to its builder."""

    looks: OdtLooks
    builder: Builder = field(default_factory=Builder)
    furniture: list[Furniture] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    last: tuple[str, Span] | None = None
    hidden: dict[str, None] = field(default_factory=dict)
    struck: dict[str, None] = field(default_factory=dict)
    loose: LoosePictures = field(default_factory=LoosePictures)
    bold: BoldHeadings = field(default_factory=lambda: BoldHeadings(()))
    depth: int = 0

    def __post_init__(self) -> None:
        self.signs = SignFinder(self.builder)

    def visit(self, element: Any, item: bool = False) -> None:
        if element.tag in _CONTENTS:
            self.furniture.append(Furniture(FurnitureKind.CONTENTS, self._text(element)))
        elif element.tag == f"{_T}h":
            level = element.get(f"{_T}outline-level") or "1"
            self.depth = int(level) if level.isdigit() else 1
            self._add(BlockKind.HEADING, self._text(element), self.depth)
        elif element.tag == f"{_T}p":
            self._paragraph(element, item)
        elif element.tag == f"{_TABLE}table":
            (self._frame if _is_frame(element) else self._table)(element)
        elif element.tag == f"{_T}section" and element.get(f"{_T}display") == "none":
            self.hidden[plain_text(element)] = None
        elif element.tag not in _LEFT:
            for child in element:
                self.visit(child, item or element.tag == f"{_T}list-item")

    def _frame(self, table: Any) -> None:
        """What a table holds together, under what its first row names it."""
        outside = self.depth
        for number, row in enumerate(_rows(table)):
            filled = [cell for cell in row if plain_text(cell)]
            if number == 0 and len(filled) == 1 and self._is_title(filled[0]):
                self.depth = outside + 1
                self._add(BlockKind.HEADING, self._text(filled[0]), self.depth)
                continue
            for cell in filled:
                self.visit(cell)
        self.depth = outside

    def _is_title(self, cell: Any) -> bool:
        """Whether a cell is one short line that stands out, in bold or by its ground."""
        lines = [each for each in cell.iter(f"{_T}p") if plain_text(each)]
        text = self._text(cell)
        if len(lines) != 1 or cell.find(f".//{_TABLE}table") is not None or not may_title(text):
            return False
        bold = bold_line(lines[0], text, self.looks).bold
        return bold or self.looks.look(cell).fill is not None

    def _paragraph(self, element: Any, item: bool) -> None:
        boxes = _taken_out(element)
        text = self._text(element)
        titled = (element.get(f"{_T}style-name") or "").lower() in ("title", "p_title")
        self.titles += [text] if titled else []
        line = None if item or titled else bold_line(element, text, self.looks)
        below = self.bold.depth(line) if line is not None else None
        if below is not None:
            self._add(BlockKind.HEADING, text, self.depth + below)
        else:
            self._add(BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH, text)
        self._notes(element)
        self._loose(element)
        for each in boxes:
            self.visit(each)

    def _add(self, kind: BlockKind, text: str, level: int = 1) -> None:
        if text:
            span = self.builder.add(kind, [Piece(text)], level)
            self.signs.take(kind, text, span)
            self.last = None if kind in _NO_CAPTION else (text, span)
            if kind is BlockKind.HEADING:
                self.headings.append(text)

    def _table(self, table: Any) -> None:
        rows = [list(self._cells(row)) for row in _rows(table)]
        looks = [cell.look for row in rows for cell in row]
        titles, drafts, looks = titles_apart(laid_out(rows), looks)
        if not any(draft.text for draft in drafts):
            return
        headed = len(table.findall(f"{_TABLE}table-header-rows/{_TABLE}table-row"))
        for title in titles:
            self._add(BlockKind.CAPTION, title)
        caption = self.last[1] if self.last and may_caption(self.last[0]) else None
        guessed = guessed_header_rows(drafts, looks)
        count = max(headed - len(titles), guessed) if headed < len(rows) else 0
        marked = with_marks(drafts, looks, count, self.looks.reader)
        self.builder.add_table(marked, count, caption)
        self._notes(table)
        self.last = None

    def _notes(self, element: Any) -> None:
        """Footnotes and endnotes stand after what refers to them."""
        for body in element.iter(f"{_T}note-body"):
            text = self._text(body)
            if text:
                self.builder.add(BlockKind.NOTE, [Piece(text)])

    def _loose(self, element: Any) -> None:
        """Tell of the pictures and objects that stand in a paragraph."""
        for frame in element.iter(f"{DRAW}frame"):
            if frame.find(f"{DRAW}object") is not None:
                self.loose.embedded()
            elif frame.find(f"{DRAW}image") is not None:
                self.loose.picture(self._picture(frame), *(frame_size(frame) or (0.0, 0.0)))

    def _picture(self, frame: Any) -> bytes | None:
        name = frame.find(f"{DRAW}image").get(XLINK) or ""
        try:
            return self.looks.fetch(name)
        except (OSError, ValueError, zipfile.BadZipFile, zlib.error):
            return None

    def _text(self, element: Any) -> str:
        return plain_text(element, "", self._instead)

    def _instead(self, element: Any) -> str | None:
        """What an element shows that is hidden, which is noted, or set raised."""
        if self.looks.of_span(element, f"{_T}display") == "none":
            self.hidden[plain_text(element)] = None
            return ""
        through = self.looks.of_span(element, f"{STYLE}text-line-through-style")
        if through not in ("", "none"):
            self.struck[plain_text(element)] = None
            return ""
        position = self.looks.of_span(element, f"{STYLE}text-position")
        if position.startswith("super"):
            return raised(plain_text(element))
        font = self.looks.of_span(element, f"{STYLE}font-name")
        shown = plain_text(element)
        return signs if font and (signs := signs_of(shown, font)) != shown else None

    def gaps(self) -> list[Gap]:
        """What is hidden in the file or struck through."""
        reasons = [
            spoken(f"reading.gaps.{key}", sample=_sample(text))
            for key, texts in (("hidden_docx", self.hidden), ("struck", self.struck))
            for text in texts
        ]
        return [Gap(GapKind.HIDDEN_TEXT, reason) for reason in reasons]

    def _cells(self, row: Any) -> Iterator[RawCell]:
        for cell in row:
            if cell.tag == f"{_TABLE}table-cell":
                wide = _number(cell, "number-columns-spanned")
                tall = _number(cell, "number-rows-spanned")
                look = self.looks.look(cell)
                for _ in range(min(_number(cell, "number-columns-repeated"), _MOST_REPEATED)):
                    yield RawCell(self._text(cell), tall, wide, look)


def _taken_out(paragraph: Any) -> list[Any]:
    """What stands in the text boxes and shapes of a paragraph, which is no part of its text."""
    found = []
    for box in list(paragraph.iter(f"{DRAW}text-box", f"{DRAW}custom-shape")):
        for child in list(box):
            if child.tag in _HELD:
                found.append(child)
                box.remove(child)
    return found


def _sample(text: str) -> str:
    return text[:_SAMPLE] + ("…" if len(text) > _SAMPLE else "")


def plain_text(element: Any, font: str = "", instead: Instead | None = None) -> str:
    """The text of an element; its notes and the names of its drawings are left out, tabs and
    repeated spaces are spaces. `font` is the one that its letters stand in, `instead` gives the
    text that an element within it shows where that is another (nothing where it is hidden)."""
    return signs_of(" ".join("".join(_pieces(element, instead)).split()), font)


def _pieces(element: Any, instead: Instead | None) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        other = instead(child) if instead else None
        if child.tag in (f"{_T}tab", f"{_T}s", f"{_T}line-break"):
            yield " "
        elif other is not None:
            yield other
        elif child.tag not in _LEFT and child.tag not in _UNSEEN:
            apart = " " if child.tag in (f"{_T}p", f"{_T}h", f"{_T}list-item") else ""
            yield apart
            yield from _pieces(child, instead)
            yield apart
        yield child.tail or ""


def _rows(table: Any) -> list[Any]:
    """The rows of a table, without those of tables within it."""
    rows = table.iter(f"{_TABLE}table-row")
    return [row for row in rows if next(row.iterancestors(f"{_TABLE}table")) is table]


def _is_frame(table: Any) -> bool:
    """Whether a table only lays out the tables within it."""
    inner = [each for each in table.iter(f"{_TABLE}table") if each is not table]
    outer = [each for each in inner if next(each.iterancestors(f"{_TABLE}table")) is table]
    cells = f"{_TABLE}table-cell"
    columns = max((sum(c.tag == cells for c in row) for row in _rows(table)), default=0)
    letters = sum(len(plain_text(each)) for each in outer)
    held = list(map(_held, outer))
    return bool(outer) and frames(letters, len(plain_text(table)), columns, held)


def _held(table: Any) -> Held:
    cells = f"{_TABLE}table-cell"
    cell = next(table.iterancestors(cells))
    beside = [each for each in cell.getparent() if each is not cell]
    rows = _rows(table)
    columns = max((sum(c.tag == cells for c in row) for row in rows), default=0)
    return Held(len(rows), columns, sum(bool(plain_text(each)) for each in beside))


def _number(cell: Any, name: str) -> int:
    value = cell.get(f"{_TABLE}{name}") or "1"
    return max(1, int(value)) if value.isdigit() and len(value) < 6 else 1
