"""Tables that go on over a page break, put together to one."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.flow import TextBlock
from plansvar.reading.pdf.last_heads import heads, is_bare
from plansvar.reading.pdf.lines import join_lines
from plansvar.reading.pdf.tables import RawCell, RawTable

_SAME_SIDE = 6.0
# Cells are kept in the order of the pages: a table's last row is among these.
_RECENT = 1000


def open_end(blocks: Sequence[TextBlock | RawTable]) -> RawTable | None:
    """The table with which a page ends, as it may go on on the next one."""
    last = max(blocks, key=lambda block: block.rect.bottom, default=None)
    return last if isinstance(last, RawTable) else None


def continues(before: RawTable, after: RawTable) -> bool:
    """Whether a table at the top of a page, or of a column, goes on from one at the end of the
    page or column before."""
    if before.cards or after.cards:
        return False
    last = before.last_page or before.page_index
    beside = last == after.page_index and _in_next_column(before, after)
    if last + 1 != after.page_index and not beside:
        return False
    if len(before.edges) != len(after.edges) or before.columns != after.columns:
        return False
    same_head = _same_head(before, after)
    if after.header_rows and not same_head:
        return False
    if is_bare(before):
        return heads(before, after)
    near = all(
        abs(a - b) < (_SAME_SIDE if before.ruled else 40)
        for a, b in zip(before.edges, after.edges, strict=False)
    )
    return bool(same_head) or (near and not beside)


def _in_next_column(before: RawTable, after: RawTable) -> bool:
    """Whether a table begins in the column to the right, higher up than the one before begins;
    two at one height are tables side by side."""
    return after.rect.x0 > before.rect.x1 and after.rect.top < before.rect.top - _SAME_SIDE


def append(before: RawTable, after: RawTable) -> None:
    """Add the rows of `after` to `before`, its repeated heading dropped, a split row joined."""
    dropped = _same_head(before, after)
    rows = [cell for cell in after.cells if cell.row >= dropped]
    first = [cell for cell in rows if cell.row == dropped]
    if _is_rest(first, before):
        _join_rows(before, first)
        rows = [cell for cell in rows if cell.row > dropped]
        dropped += 1
    total = before.rows
    shift = total - dropped
    for cell in rows:
        cell.row += shift
        before.cells.append(cell)
    before.joined_rows = max((c.row + c.row_span for c in rows), default=total)
    before.unfit += after.unfit
    before.last_page = after.page_index


def _same_head(before: RawTable, after: RawTable) -> int:
    """How many rows at the top of `after` repeat the heading of `before`."""
    same = 0
    for row in range(min(max(before.header_rows, 1), after.rows)):
        if not before.header_rows and row:
            break
        if _texts(before, row) != _texts(after, row) or not any(_texts(after, row)):
            break
        same = row + 1
    return same


def _texts(table: RawTable, row: int) -> list[str]:
    first = [cell for cell in table.cells[:_RECENT] if cell.row == row]
    return ["".join(cell.text.split()).lower() for cell in first]


def _is_rest(first: Sequence[RawCell], before: RawTable) -> bool:
    """Whether a page's first row is the rest of the row that the page before began."""
    filled = [cell for cell in first if cell.text]
    if not filled or len(filled) == len(first):
        return False
    rows = before.rows
    last = [cell for cell in before.cells[-_RECENT:] if cell.row + cell.row_span == rows]
    above = {cell.column: cell for cell in last}
    if any(cell.column not in above for cell in filled):
        return False
    if any(cell.marks and not _same_marks(cell, above.get(cell.column)) for cell in first):
        return False
    begins_low = all(cell.text[0].islower() or cell.text[0] in "(,–-" for cell in filled)
    return begins_low and all(above[cell.column].text for cell in filled)


def _same_marks(cell: RawCell, above: RawCell | None) -> bool:
    if above is None:
        return False
    colours = {mark.colour for mark in (*cell.marks, *above.marks) if mark.colour}
    trends = {mark.trend for mark in (*cell.marks, *above.marks) if mark.trend}
    return len(colours) <= 1 and len(trends) <= 1


def _join_rows(before: RawTable, first: Sequence[RawCell]) -> None:
    rows = before.rows
    last = {c.column: c for c in before.cells[-_RECENT:] if c.row + c.row_span == rows}
    for cell in first:
        if cell.text:
            home = last[cell.column]
            home.text = join_lines((home.text, cell.text))
            home.boxes += cell.boxes
        if cell.marks and not any(mark.colour or mark.trend for mark in last[cell.column].marks):
            last[cell.column].marks = cell.marks
