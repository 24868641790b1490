"""A document as read: pages, parts, sections, blocks, tables, gaps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plansvar.domain.places import (
    Box,
    Mark,
    Span,
)


class DocumentKind(StrEnum):
    INTERIM = "delårsrapport"
    ANNUAL = "årsredovisning"
    PLAN = "verksamhetsplan"
    BUDGET = "budget"
    FOLLOW_UP = "uppföljning"
    MONTHLY = "månadsuppföljning"
    INDICATOR_SHEET = "indikatorer"
    OTHER = "dokument"


class Status(StrEnum):
    """Whether the document is a proposal or adopted, where it says so."""

    PROPOSAL = "förslag"
    ADOPTED = "antagen"


@dataclass(frozen=True, slots=True)
class Page:
    """A page. `index` counts physically from 1 in the file, `number` is the printed number as an
    integer, `label` the printed number as printed ("1 (3)"); both null where none is printed.
    `width` and `height` are in points, null where the format has no layout."""

    index: int
    span: Span
    number: int | None = None
    label: str | None = None
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the file with numbering and sender of its own (Missiv, Bilaga 1).

    `title` is null in a file of one part. `organisation` is the unit that reports."""

    title: str | None
    span: Span
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it, subsections included.

    `path` is the heading path from the part (where the file has several) down to this heading.
    `parent` is the index in `Document.sections`, null at the top."""

    path: tuple[str, ...]
    heading: Span
    span: Span
    level: int
    parent: int | None = None


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    NOTE = "note"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table or footnote, in reading order."""

    kind: BlockKind
    span: Span
    page_index: int
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. An empty cell has an empty span where its text would have stood.

    `row` and `column` count from 0 at the top left cell that it covers."""

    row: int
    column: int
    text: str
    span: Span
    page_index: int
    row_span: int = 1
    column_span: int = 1
    boxes: tuple[Box, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a grid of cells in reading order; pieces over several pages are already joined
    and repeated header rows dropped.

    `header_rows` counts the rows at the top that name columns (0 where none could be told).
    `caption` is the line above that names the table, its unit or its goal. `legend` is the text
    that explains its colours or symbols. `problems` says what could not be read, in Swedish."""

    cells: tuple[Cell, ...]
    header_rows: int
    span: Span
    caption: Span | None = None
    legend: Span | None = None
    problems: tuple[str, ...] = ()

    @property
    def row_count(self) -> int:
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    @property
    def column_count(self) -> int:
        return max((cell.column + cell.column_span for cell in self.cells), default=0)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers this place, or null where the grid has a hole."""
        for cell in self.cells:
            covers_row = cell.row <= row < cell.row + cell.row_span
            if covers_row and cell.column <= column < cell.column + cell.column_span:
                return cell
        return None


class GapKind(StrEnum):
    """Why something could not be read, or needs a person's eye."""

    PICTURE_TABLE = "picture_table"
    SCAN = "scan"
    UNFIT_ROW = "unfit_row"
    EMPTY_TABLE = "empty_table"
    DISAGREEMENT = "disagreement"
    MISSING_LEGEND = "missing_legend"
    REPAIRED = "repaired"
    HIDDEN_TEXT = "hidden_text"
    LIMIT = "limit"
    OCR = "ocr"
    AMBIGUOUS_NAME = "ambiguous_name"
    UNKNOWN_NAME = "unknown_name"
    UNNAMED = "unnamed"
    FEWER_THAN_STATED = "fewer_than_stated"
    UNIT_MISSING = "unit_missing"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that was not read or not understood: where, and why, in Swedish."""

    kind: GapKind
    reason: str
    page_index: int | None = None
    span: Span | None = None
    boxes: tuple[Box, ...] = ()


class FurnitureKind(StrEnum):
    CONTENTS = "contents"
    RUNNING_HEADER = "running_header"
    RUNNING_FOOTER = "running_footer"
    PAGE_NUMBER = "page_number"
    FOREIGN_TITLES = "foreign_titles"
    HIDDEN = "hidden"
    UNCHOSEN = "unchosen"


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text that was recognised and kept out of `Document.text`."""

    kind: FurnitureKind
    text: str
    page_index: int | None = None


@dataclass(frozen=True, slots=True)
class Swatch:
    """A mark and the words beside it: in a key they say what it stands for."""

    mark: Mark
    said: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `path` is relative to the folder given, with `/`. `digest` is the SHA-256 of
    the file's bytes in hex. `period` is as printed ("januari-augusti 2018"). `ocr` are the places
    whose text was read from pictures by OCR and that nobody has checked. `line_marks` are marks
    beside lines of text outside tables, each with its line."""

    path: str
    digest: str
    format: str
    title: str
    text: str
    pages: tuple[Page, ...]
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    municipality: str | None = None
    kind: DocumentKind = DocumentKind.OTHER
    year: int | None = None
    period: str | None = None
    status: Status | None = None
    gaps: tuple[Gap, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    ocr: tuple[Span, ...] = ()
    keys: tuple[tuple[Swatch, ...], ...] = ()
    line_marks: tuple[Swatch, ...] = ()

    def is_ocr(self, span: Span) -> bool:
        """Whether any of the text of `span` was read by OCR."""
        return any(read.overlaps(span) for read in self.ocr)

    def quote(self, span: Span) -> str:
        """The text of `span` with white space folded to single spaces."""
        return " ".join(self.text[span.start : span.end].split())

    def page_at(self, position: int) -> Page | None:
        """The page that holds the character at `position`; null in a text without pages."""
        for page in self.pages:
            if page.span.start <= position < page.span.end:
                return page
        return self.pages[-1] if self.pages and position >= self.pages[-1].span.end else None

    def part_at(self, position: int) -> Part | None:
        for part in self.parts:
            if part.span.start <= position < part.span.end:
                return part
        return None

    def section_at(self, position: int) -> Section | None:
        """The innermost section that holds the character at `position`."""
        found = None
        for section in self.sections:
            if section.span.start <= position < section.span.end and (
                found is None or section.level >= found.level
            ):
                found = section
        return found

    @property
    def is_of_whole(self) -> bool:
        """Whether it reports for all units: no unit's own chapters, and chapters of several."""
        units = {part.organisation for part in self.parts}
        return None in units and len(units) > 2
