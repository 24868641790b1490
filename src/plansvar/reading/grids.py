"""Tables whose cells reach over rows and columns, laid out as a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.reading.building import CellDraft
from plansvar.reading.marks.looks import BLANK, Look
from plansvar.reading.text_tables import header_row_count

_WIDEST = 200
_TALLEST = 2000
_MOST_TAKEN = 1_000_000
_MOST_TITLES = 3
_NARROWEST = 3


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as written, before its place in the grid is known."""

    text: str
    row_span: int = 1
    column_span: int = 1
    look: Look | None = None


def laid_out(rows: Sequence[Sequence[RawCell]]) -> list[CellDraft]:
    """The cells at their places; a cell that reaches down pushes those of later rows aside."""
    taken: set[tuple[int, int]] = set()
    drafts: list[CellDraft] = []
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            wide = max(1, min(cell.column_span, _WIDEST))
            tall = max(1, min(cell.row_span, _TALLEST, len(rows) - row))
            if len(taken) + tall * wide > _MOST_TAKEN:
                tall = wide = 1
            taken |= {(row + r, column + c) for r in range(tall) for c in range(wide)}
            drafts.append(CellDraft(row, column, cell.text, row_span=tall, column_span=wide))
            column += wide
    return drafts


def titles_apart(
    drafts: Sequence[CellDraft], looks: Sequence[Look | None]
) -> tuple[list[str], list[CellDraft], list[Look | None]]:
    """The texts of the rows at the top that only name the table, and the rest of it: a text over
    its whole width, or alone before empty cells, above a row of several texts."""
    count = _title_count(drafts)
    titles = [d.text for d in drafts if d.row < count and d.text]
    kept = [(d, look) for d, look in zip(drafts, looks, strict=True) if d.row >= count]
    rest = [replace(draft, row=draft.row - count) for draft, _ in kept]
    return titles, rest, [look for _, look in kept]


def _title_count(drafts: Sequence[CellDraft]) -> int:
    width = max((d.column + d.column_span for d in drafts), default=0)
    height = max((d.row + d.row_span for d in drafts), default=0)
    rows: dict[int, list[CellDraft]] = {}
    for draft in drafts:
        rows.setdefault(draft.row, []).append(draft)
    count = 0
    while count < min(height - 2, _MOST_TITLES) and _is_title(rows.get(count, []), width):
        count += 1
    following = sum(bool(draft.text) for draft in rows.get(count, []))
    return count if following > 1 else 0


def _is_title(row: Sequence[CellDraft], width: int) -> bool:
    texts = [draft for draft in row if draft.text]
    if len(texts) != 1 or width < 2 or any(draft.row_span > 1 for draft in row):
        return False
    whole = texts[0].column_span >= width
    return whole or (texts[0].column == 0 and width >= _NARROWEST)


def guessed_header_rows(
    drafts: Sequence[CellDraft], looks: Sequence[Look | None] | None = None
) -> int:
    """The rows at the top that name columns, told from what the cells hold; `looks` lie beside
    `drafts`."""
    count = _rows_of_names(drafts)
    return min(count, _first_swatch(drafts, looks)) if looks and count else count


def _first_swatch(drafts: Sequence[CellDraft], looks: Sequence[Look | None]) -> int:
    """The first of several rows that begin with no text but with looks that differ, as the swatches
    of a key do; the number of all rows where there are none."""
    swatches = [
        (draft.row, (look.fill, look.forms, look.pictures, look.icons))
        for draft, look in zip(drafts, looks, strict=True)
        if draft.column == 0 and not draft.text and look is not None and look is not BLANK
    ]
    shown = {seen for _, seen in swatches if any(seen)}
    rows = [row for row, seen in swatches if any(seen)]
    return min(rows) if len(shown) > 1 else len(drafts)


def _rows_of_names(drafts: Sequence[CellDraft]) -> int:
    height = max((draft.row + draft.row_span for draft in drafts), default=0)
    width = max((draft.column + draft.column_span for draft in drafts), default=0)
    rows = [[""] * width for _ in range(min(height, 4))]
    for draft in drafts:
        if draft.row < len(rows):
            rows[draft.row][draft.column] = draft.text
    count = header_row_count(rows)
    reaching = [d.row + d.row_span for d in drafts if d.row < count and d.text]
    return min(max([count, *reaching]), height - 1) if count else 0
