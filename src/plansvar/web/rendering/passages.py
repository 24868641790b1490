"""The text of a document as blocks with the proving characters marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from plansvar.domain import BlockKind, Cell, Document, Span, Table

HEADING_LEVELS = (3, 6)
NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class ShownCell:
    content: Markup
    is_header: bool
    row_span: int
    column_span: int
    is_proof: bool


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block ready for the template; `rows` is filled for tables only."""

    kind: str
    content: Markup = NOTHING
    level: int = 3
    rows: tuple[tuple[ShownCell, ...], ...] = ()


def shown_blocks(document: Document, window: Span, spans: Sequence[Span]) -> tuple[ShownBlock, ...]:
    """The blocks of `window`, in order, with `spans` marked."""
    tables = {table.span: table for table in document.tables}
    levels = {section.heading: section.level for section in document.sections}
    shown: list[ShownBlock] = []
    above = HEADING_LEVELS[0] - 1
    for block in document.blocks:
        if not block.span.overlaps(window):
            continue
        table = tables.get(block.span)
        if block.kind is BlockKind.TABLE and table is not None:
            shown.append(ShownBlock("table", rows=_rows(table, window, spans)))
        else:
            level = min(HEADING_LEVELS[0] + levels.get(block.span, 1) - 1, HEADING_LEVELS[1])
            if block.kind is BlockKind.HEADING:
                level = above = min(level, above + 1)
            content = marked(document.text, block.span, spans)
            shown.append(ShownBlock(block.kind.value, content, level))
    return tuple(shown)


def marked(text: str, part: Span, spans: Iterable[Span]) -> Markup:
    """The characters of `part`, escaped, with those that `spans` cover in <mark>."""
    pieces: list[Markup] = []
    position = part.start
    for span in _merged(spans, part):
        pieces.append(escape(text[position : span.start]))
        pieces.append(Markup("<mark>{}</mark>").format(text[span.start : span.end]))
        position = span.end
    pieces.append(escape(text[position : part.end]))
    return Markup("").join(pieces)


def _merged(spans: Iterable[Span], part: Span) -> list[Span]:
    """The spans cut to `part`, in order, overlapping ones made one."""
    merged: list[Span] = []
    for span in sorted(span for span in spans if span.overlaps(part)):
        cut = Span(max(span.start, part.start), min(span.end, part.end))
        if merged and cut.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(cut.end, merged[-1].end))
        else:
            merged.append(cut)
    return merged


def _rows(table: Table, window: Span, spans: Sequence[Span]) -> tuple[tuple[ShownCell, ...], ...]:
    """The rows of the table that stand on this page, with its header rows."""
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
        rows.setdefault(cell.row, []).append(cell)
    kept = [
        cells
        for row, cells in rows.items()
        if row < table.header_rows or any(_within(cell, window) for cell in cells)
    ]
    return tuple(tuple(_shown(cell, table, spans) for cell in cells) for cells in kept)


def _within(cell: Cell, window: Span) -> bool:
    return window.start <= cell.span.start < window.end


def _shown(cell: Cell, table: Table, spans: Sequence[Span]) -> ShownCell:
    content = marked(cell.text, Span(0, len(cell.text)), _moved(spans, cell.span))
    proof = any(span.overlaps(cell.span) for span in spans)
    header = cell.row < table.header_rows
    return ShownCell(content, header, cell.row_span, cell.column_span, proof)


def _moved(spans: Iterable[Span], origin: Span) -> list[Span]:
    """The spans within `origin`, counted from its start."""
    return [
        Span(max(span.start, origin.start) - origin.start, min(span.end, origin.end) - origin.start)
        for span in spans
        if span.overlaps(origin)
    ]
