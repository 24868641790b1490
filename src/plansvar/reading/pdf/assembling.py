"""Pages put together to a document: headings, captions, continued tables and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.domain import (
    BlockKind,
    Box,
    Document,
    Furniture,
    FurnitureKind,
    Gap,
    GapKind,
    Span,
    Swatch,
)
from plansvar.reading.assembly import Draft, assemble
from plansvar.reading.building import Builder, CellDraft, PageDraft, Piece
from plansvar.reading.metadata import describe
from plansvar.reading.pdf.contents_pages import is_contents
from plansvar.reading.pdf.continuation import append, continues
from plansvar.reading.pdf.edge_strips import drop_adorning
from plansvar.reading.pdf.flow import TextBlock
from plansvar.reading.pdf.headings import OutlineEntry, heading_levels
from plansvar.reading.pdf.healing import heal
from plansvar.reading.pdf.legends import is_legend
from plansvar.reading.pdf.page import PageReading
from plansvar.reading.pdf.settling import settle_orange
from plansvar.reading.pdf.tables import RawCell, RawTable
from plansvar.reading.pdf.warnings import without_warnings
from plansvar.texts import text

_NEAR = 26.0
_LONGEST_CAPTION = 260

_COLUMN = 3  # lines of a paragraph that goes on level with it in the next column


@dataclass(slots=True)
class Whole:
    """All pages of a file and what the file says of itself."""

    pages: list[PageReading]
    outline: Sequence[OutlineEntry]
    hints: tuple[str, ...]
    gaps: list[Gap]


@dataclass(slots=True)
class _Entry:
    """A block on its way into the document; `level` is set for headings, `pictured` is true
    where OCR read it."""

    block: TextBlock | RawTable
    page: PageReading
    level: int | None = None
    rest: list[tuple[TextBlock, PageReading]] | None = None
    pictured: bool = False


def assemble_document(whole: Whole, name: str, digest: str) -> Document:
    """The document that the pages make."""
    furniture = [item for page in whole.pages for item in page.furniture]
    gaps = [*whole.gaps, *(gap for page in whole.pages for gap in page.gaps)]
    heal([block for page in whole.pages for block in page.blocks])
    entries = _entries(whole, furniture)
    _level(entries, whole.outline)
    entries = _joined(entries)
    drop_adorning([entry.block for entry in entries if isinstance(entry.block, RawTable)])
    settle_orange([entry.block for entry in entries])
    builder = Builder(
        PageDraft(p.index, p.number, p.label, round(p.width, 1), round(p.height, 1))
        for p in whole.pages
    )
    writer = _Writer(builder, gaps)
    writer.write(entries)
    for swatches in writer.keys.values():
        builder.add_key(swatches)
    draft = Draft(
        without_warnings(builder.finish()),
        _hints(whole, entries),
        tuple(furniture),
        tuple(gaps),
        ocr=tuple(writer.pictured),
    )
    if not draft.layout.text.strip() and any(gap.kind is GapKind.SCAN for gap in gaps):
        return _unread(draft, name, digest)
    return assemble(draft, name, digest, "pdf")


def _unread(draft: Draft, name: str, digest: str) -> Document:
    """A file of scanned pages: known by its name, with a gap for each page."""
    found = describe("", name)
    layout = draft.layout
    return Document(
        name, digest, "pdf", found.title, "", layout.pages, layout.parts, (), (), gaps=draft.gaps
    )


def _entries(whole: Whole, furniture: list[Furniture]) -> list[_Entry]:
    entries = []
    for page in whole.pages:
        if is_contents(page.blocks):
            lines = [line for b in page.blocks if isinstance(b, TextBlock) for line in b.lines]
            furniture.append(Furniture(FurnitureKind.CONTENTS, "\n".join(lines), page.index))
            continue
        entries += [_Entry(b, page, pictured=_is_pictured(b, page)) for b in page.blocks]
    return entries


def _is_pictured(block: TextBlock | RawTable, page: PageReading) -> bool:
    return any(block.rect.shared_area(picture) > 0 for picture in page.pictured)


def _level(entries: Sequence[_Entry], outline: Sequence[OutlineEntry]) -> None:
    texts = [entry for entry in entries if isinstance(entry.block, TextBlock)]
    blocks = [entry.block for entry in texts if isinstance(entry.block, TextBlock)]
    tables = [entry.block for entry in entries if isinstance(entry.block, RawTable)]
    for position, level in heading_levels(blocks, outline, tables).items():
        texts[position].level = level


def _joined(entries: Sequence[_Entry]) -> list[_Entry]:
    """Tables and paragraphs that a page break has cut, put together."""
    joined: list[_Entry] = []
    for entry in entries:
        last = joined[-1] if joined else None
        if last is not None and _joins(last, entry):
            last.pictured = last.pictured or entry.pictured
            continue
        joined.append(entry)
    return joined


def _joins(last: _Entry, entry: _Entry) -> bool:
    before, after = last.block, entry.block
    if isinstance(before, RawTable) and isinstance(after, RawTable):
        if continues(before, after):
            append(before, after)
            return True
        return False
    if not (isinstance(before, TextBlock) and isinstance(after, TextBlock)):
        return False
    if last.level or entry.level or after.bullet or not _runs_on(last, before, after):
        return False
    last.rest = [*(last.rest or []), (after, entry.page)]
    return True


def _runs_on(last: _Entry, before: TextBlock, after: TextBlock) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    ending = (last.rest[-1][0] if last.rest else before).text
    page = (last.rest[-1][1] if last.rest else last.page).index
    level = after.rect.x0 > before.rect.x1 and after.rect.top < before.rect.bottom
    higher = after.rect.top < before.rect.top or (level and len(before.lines) >= _COLUMN)
    moved = after.page_index == page + 1 or (after.page_index == page and higher)
    same = abs(before.style.size - after.style.size) < 0.5
    return moved and same and ending[-1:] not in ".!?:" and after.text[:1].islower()


def _hints(whole: Whole, entries: Sequence[_Entry]) -> tuple[str, ...]:
    first = [
        e.block
        for e in entries
        if isinstance(e.block, TextBlock) and e.page.index == whole.pages[0].index
    ]
    largest = sorted(first, key=lambda block: -block.style.size)[:2]
    headings = [e.block.text for e in entries if e.level and isinstance(e.block, TextBlock)][:4]
    hints = [*(block.text for block in largest), *headings, *whole.hints]
    return tuple(hint for hint in hints if hint.strip())


class _Writer:
    """Writes entries into the builder and ties captions and legends to their tables."""

    def __init__(self, builder: Builder, gaps: list[Gap]) -> None:
        self._builder = builder
        self._gaps = gaps
        self._last: tuple[TextBlock, Span] | None = None
        self._legend: Span | None = None
        self._table: RawTable | None = None
        self.keys: dict[tuple[int, int], list[Swatch]] = {}
        self.pictured: list[Span] = []

    def write(self, entries: Sequence[_Entry]) -> None:
        for place, entry in enumerate(entries):
            following = entries[place + 1] if place + 1 < len(entries) else None
            if isinstance(entry.block, RawTable):
                span = self._write_table(entry.block)
            else:
                span = self._write_text(entry, entry.block, following)
            self.pictured += [span] if entry.pictured else []

    def _write_text(self, entry: _Entry, block: TextBlock, following: _Entry | None) -> Span:
        kind = self._kind(entry, block, following)
        pieces = [_piece(block, entry.page)]
        pieces += [_piece(rest, page) for rest, page in entry.rest or []]
        span = self._builder.add(kind, pieces, entry.level or 1)
        self._note_swatches(entry.page.index, block, span)
        for mark in block.marks:
            self._builder.add_line_mark(Swatch(mark, span))
        if block.key or is_legend(block.text):
            if self._table is not None:
                self._builder.explain_last_table(span)
            self._legend = span
        self._last = (block, span)
        return span

    def _note_swatches(self, page: int, block: TextBlock, span: Span) -> None:
        """Tie swatches to the characters that explain them."""
        for number, swatch in block.swatches:
            at = block.text.find(swatch.text)
            if at >= 0:
                said = Span(span.start + at, span.start + at + len(swatch.text))
                self.keys.setdefault((page, number), []).append(Swatch(swatch.mark, said))

    def _kind(self, entry: _Entry, block: TextBlock, following: _Entry | None) -> BlockKind:
        if entry.level:
            return BlockKind.HEADING
        if block.key or is_legend(block.text):
            return BlockKind.NOTE
        below = following.block if following else None
        if isinstance(below, RawTable) and _captions(block, below):
            return BlockKind.CAPTION
        return BlockKind.LIST_ITEM if block.bullet else BlockKind.PARAGRAPH

    def _write_table(self, table: RawTable) -> Span:
        caption = None
        if self._last is not None and _captions(self._last[0], table):
            caption = self._last[1]
        drafts = [_draft(cell) for cell in table.cells]
        span = self._builder.add_table(drafts, table.header_rows, caption, self._legend)
        self._table = table
        self._last = None
        self._gaps += _table_gaps(table, span)
        return span


def _captions(block: TextBlock, table: RawTable) -> bool:
    """Whether a block stands right above a table, so that it names it."""
    if block.page_index != table.page_index or len(block.text) > _LONGEST_CAPTION:
        return False
    if block.rect.x1 < table.rect.x0:  # in the margin, and level with the table's head
        return -_NEAR < table.rect.top - block.rect.top < _NEAR
    return -2 < table.rect.top - block.rect.bottom < max(_NEAR, 2.4 * block.style.size)


def _piece(block: TextBlock, page: PageReading) -> Piece:
    return Piece(block.text, page.index, (page.frame.box(block.rect, page.index),))


def _draft(cell: RawCell) -> CellDraft:
    boxes: tuple[Box, ...] = tuple(cell.boxes)
    return CellDraft(
        cell.row,
        cell.column,
        cell.text,
        cell.page_index,
        cell.row_span,
        cell.column_span,
        boxes,
        tuple(cell.marks),
    )


def _table_gaps(table: RawTable, span: Span) -> list[Gap]:
    gaps = []
    page, columns = table.page_index, table.columns
    if table.header_rows and table.header_rows >= table.rows:
        heading = " · ".join(cell.text for cell in table.cells if cell.text)[:80]
        gaps.append(
            Gap(GapKind.EMPTY_TABLE, text("pdf.gaps.empty_table", heading=heading), page, span)
        )
    for cell in table.cells:
        if cell.column_span == columns and cell.rect in table.unfit:
            reason = text("pdf.gaps.unfit_row", row=cell.text[:80])
            gaps.append(Gap(GapKind.UNFIT_ROW, reason, cell.page_index, span, tuple(cell.boxes)))
        for mark in cell.marks:
            if mark.disagreement:
                label = next((c.text for c in table.row(cell.row) if c.text), "")
                reason = text("pdf.gaps.disagreement", row=label[:60], why=mark.disagreement)
                boxes = (mark.box,) if mark.box else ()
                gaps.append(Gap(GapKind.DISAGREEMENT, reason, cell.page_index, span, boxes))
    return gaps
