"""Puts a document together piece by piece, so that every piece gets its characters and its page.

Readers add headings, paragraphs, list items and tables in reading order; the builder lays out the
canonical text, the page spans and the heading tree. Blocks are separated by a newline, the cells of
a table row by a tab and its rows by a newline.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plansvar.domain import (
    Block,
    BlockKind,
    Box,
    Cell,
    Mark,
    Page,
    Part,
    Section,
    Span,
    Swatch,
    Table,
)
from plansvar.language.folding import fold
from plansvar.language.verdict_forms import is_bare_verdict
from plansvar.reading.inner_heads import inner_head


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A page before its text is known; fields as in `domain.Page`."""

    index: int
    number: int | None = None
    label: str | None = None
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Text on one page. A block that runs over a page break has one piece for each page."""

    text: str
    page_index: int = 1
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class CellDraft:
    """A cell before its characters are known; fields as in `domain.Cell`."""

    row: int
    column: int
    text: str
    page_index: int = 1
    row_span: int = 1
    column_span: int = 1
    boxes: tuple[Box, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """What the builder made: the fields of `domain.Document` that follow from the text."""

    text: str
    pages: tuple[Page, ...]
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    keys: tuple[tuple[Swatch, ...], ...] = ()
    line_marks: tuple[Swatch, ...] = ()


class Builder:
    """Collects blocks in reading order; pages must come in order."""

    def __init__(self, pages: Iterable[PageDraft] = ()) -> None:
        self._pages = tuple(pages)
        self._text: list[str] = []
        self._length = 0
        self._page_starts: dict[int, int] = {}
        self._parts: list[tuple[int, str | None, str | None]] = []
        self._headings: list[tuple[Span, int]] = []
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._keys: list[tuple[Swatch, ...]] = []
        self._line_marks: list[Swatch] = []

    def start_part(self, title: str | None, organisation: str | None = None) -> None:
        """Begin a part with numbering or sender of its own; all that follows belongs to it."""
        self._parts.append((self._length, title, organisation))

    def add(self, kind: BlockKind, pieces: Sequence[Piece], level: int = 1) -> Span:
        """Add a block; `level` counts for headings only (1 is the highest). A heading right under
        another that says nothing but how it is judged is a line of text."""
        start = self._length
        under = bool(self._blocks) and self._blocks[-1].kind is BlockKind.HEADING
        if kind is BlockKind.HEADING and under and _only_judges(pieces):
            kind = BlockKind.PARAGRAPH
        for position, piece in enumerate(pieces):
            if position:
                self._write(" ")
            self._enter(piece.page_index)
            self._write(piece.text)
        span = Span(start, self._length)
        self._write("\n")
        boxes = tuple(box for piece in pieces for box in piece.boxes)
        self._blocks.append(Block(kind, span, pieces[0].page_index, boxes))
        if kind is BlockKind.HEADING:
            self._headings.append((span, level))
        return span

    def add_table(
        self,
        drafts: Sequence[CellDraft],
        header_rows: int,
        caption: Span | None = None,
        legend: Span | None = None,
        problems: tuple[str, ...] = (),
    ) -> Span:
        """Add a table as a block, or as two where headings of its own stand further down; cells
        may come in any order."""
        start = self._length
        inner = inner_head(drafts, header_rows)
        if inner is not None:
            above = [draft for draft in drafts if draft.row < inner]
            below = [replace(d, row=d.row - inner) for d in drafts if d.row >= inner]
            self.add_table(above, header_rows, caption, legend, problems)
            self.add_table(below, 1, None, legend, problems)
            return Span(start, self._length - 1)
        cells: list[Cell] = []
        ordered = sorted(drafts, key=lambda draft: (draft.row, draft.column))
        for position, draft in enumerate(ordered):
            if position:
                self._write("\n" if draft.row != ordered[position - 1].row else "\t")
            self._enter(draft.page_index)
            cells.append(self._cell(draft))
        span = Span(start, self._length)
        self._write("\n")
        page = ordered[0].page_index if ordered else 1
        boxes = tuple(box for cell in cells for box in cell.boxes)
        self._blocks.append(Block(BlockKind.TABLE, span, page, boxes))
        self._tables.append(Table(tuple(cells), header_rows, span, caption, legend, problems))
        return span

    def explain_last_table(self, legend: Span) -> None:
        """Tie a legend that stands below to the table just added."""
        self._tables[-1] = replace(self._tables[-1], legend=legend)

    def add_key(self, swatches: Sequence[Swatch]) -> None:
        """Add a key whose swatches, not its words, name the colours."""
        self._keys.append(tuple(swatches))

    def add_line_mark(self, beside: Swatch) -> None:
        """Add a mark that stands beside a line of text that is no cell and no key."""
        self._line_marks.append(beside)

    def finish(self) -> Layout:
        text = "".join(self._text)
        parts = self._finished_parts()
        return Layout(
            text=text,
            pages=self._finished_pages(),
            parts=parts,
            sections=_tree(text, self._headings, parts),
            blocks=tuple(self._blocks),
            tables=tuple(self._tables),
            keys=tuple(self._keys),
            line_marks=tuple(self._line_marks),
        )

    def _write(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)

    def _enter(self, page_index: int) -> None:
        self._page_starts.setdefault(page_index, self._length)

    def _cell(self, draft: CellDraft) -> Cell:
        start = self._length
        self._write(draft.text)
        return Cell(
            row=draft.row,
            column=draft.column,
            text=draft.text,
            span=Span(start, self._length),
            page_index=draft.page_index,
            row_span=draft.row_span,
            column_span=draft.column_span,
            boxes=draft.boxes,
            marks=draft.marks,
        )

    def _finished_pages(self) -> tuple[Page, ...]:
        starts = [self._page_starts.get(page.index) for page in self._pages]
        ends: list[int] = []
        following = self._length
        for start in reversed(starts):
            ends.append(following)
            following = start if start is not None else following
        return tuple(
            Page(
                page.index,
                Span(end if start is None else start, end),
                page.number,
                page.label,
                page.width,
                page.height,
            )
            for page, start, end in zip(self._pages, starts, reversed(ends), strict=True)
        )

    def _finished_parts(self) -> tuple[Part, ...]:
        starts = self._parts or [(0, None, None)]
        if starts[0][0] > 0:
            starts = [(0, None, None), *starts]
        ends = [start for start, _, _ in starts[1:]] + [self._length]
        return tuple(
            Part(title, Span(start, end), organisation)
            for (start, title, organisation), end in zip(starts, ends, strict=True)
        )


def _only_judges(pieces: Sequence[Piece]) -> bool:
    """Whether a line says nothing but how what stands above it is judged."""
    said = fold(" ".join(piece.text for piece in pieces)).lstrip("●○•■□◆▲▼").strip(" .:")
    return is_bare_verdict(said)


def _tree(
    text: str, headings: Sequence[tuple[Span, int]], parts: Sequence[Part]
) -> tuple[Section, ...]:
    """The heading tree; a part closes all sections of the part before it."""
    sections: list[Section] = []
    open_sections: list[int] = []
    for position, (heading, level) in enumerate(headings):
        part = next((p for p in parts if p.span.holds(heading)), None)
        following = headings[position + 1 :]
        end = next((h.start for h, lower in following if lower <= level), len(text))
        end = min(end, part.span.end) if part else end
        while open_sections and (
            sections[open_sections[-1]].level >= level
            or sections[open_sections[-1]].span.end <= heading.start
        ):
            open_sections.pop()
        parent = open_sections[-1] if open_sections else None
        above = _path_above(sections, parent, part)
        name = " ".join(text[heading.start : heading.end].split())
        sections.append(Section((*above, name), heading, Span(heading.start, end), level, parent))
        open_sections.append(position)
    return tuple(sections)


def _path_above(
    sections: Sequence[Section], parent: int | None, part: Part | None
) -> tuple[str, ...]:
    if parent is not None:
        return sections[parent].path
    return (part.title,) if part and part.title else ()
