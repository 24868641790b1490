"""Where a row of a table stands."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.domain import Cell, Document, Gap, GapKind, Place, Span
from plansvar.texts import text


def place_of(document: Document, cells: Sequence[Cell], values: Sequence[Cell] = ()) -> Place:
    """The place of a row: its page is where its values stand, its boxes those of all its cells."""
    at = (list(values) or list(cells))[0]
    page = document.page_at(at.span.start)
    section = document.section_at(at.span.start)
    part = document.part_at(at.span.start)
    boxes = tuple(dict.fromkeys(box for cell in cells for box in cell.boxes))
    path = section.path if section else ((part.title,) if part and part.title else ())
    return Place(
        document_id=document.path,
        page=(page.number if page.number is not None else page.index) if page else None,
        page_index=page.index if page else None,
        page_label=page.label if page else None,
        section=path,
        organisation=part.organisation if part else None,
        boxes=boxes,
        ocr=any(document.is_ocr(cell.span) for cell in (*cells, *values)),
    )


def row_id(document: Document, kind: str, span: Span) -> str:
    """An id that is the same when the same document is read again."""
    return f"{document.path}#{kind}{span.start}"


def unfit(row: Sequence[Cell], key: str = "tables.gap.unfit_row") -> Gap:
    """The gap that reports a row which was not read."""
    shown = " ".join(" ".join(cell.text.split()) for cell in row if cell.text.strip())
    return gap(GapKind.UNFIT_ROW, text(key, row=shown[:120]), row)


def gap(kind: GapKind, reason: str, cells: Sequence[Cell]) -> Gap:
    first = cells[0] if cells else None
    span = Span(cells[0].span.start, max(c.span.end for c in cells)) if cells else None
    boxes = tuple(box for cell in cells for box in cell.boxes)
    return Gap(kind, reason, first.page_index if first else None, span, boxes)
