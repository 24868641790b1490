"""Where a table goes on over a page break: a heading at the foot, whose rows are all on the next
page, and what the next page begins with."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.bodies import finer
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.headers import Head, find_head, stands_out
from plansvar.reading.pdf.lines import Line
from plansvar.reading.pdf.tables import RawCell, RawTable
from plansvar.reading.pdf.vocabulary import is_date, is_value

_TALLEST_HEAD = 4
_TITLE = 1.15
_TOP_LINES = 6
_ROW = 2


def head_at_end(
    lines: Sequence[Line], tables: Sequence[RawTable], width: float, height: float
) -> RawTable | None:
    """A table of nothing but its heading, where the lowest lines of a page are one."""
    lowest = max((table.rect.bottom for table in tables), default=0.5 * height)
    for at in range(max(0, len(lines) - _TALLEST_HEAD), len(lines)):
        head = find_head(lines, at, width) if lines[at].rect.top > lowest - 1 else None
        if head is None or head.last != len(lines) - 1:
            continue
        if stands_out([word for line in lines[at:] for word in line.words]):
            return _table(head)
    return None


def opens_another(lines: Sequence[Line], before: RawTable) -> bool:
    """Whether a page begins with a title, or with a row of dates that heads a table of its own."""
    for line in lines[:_TOP_LINES]:
        if sum(is_date(segment.text) for segment in line.segments) >= _ROW:
            return True
        if sum(is_value(segment.text) for segment in finer(line).segments) >= _ROW:
            break  # a row goes on first
    return bool(before.type_size and lines[0].size > _TITLE * before.type_size)


def is_bare(table: RawTable) -> bool:
    """Whether a table is a heading without rows."""
    return bool(table.headings) and table.rows == table.header_rows


def heads(bare: RawTable, rows: RawTable) -> bool:
    """Whether each heading of a bare one stands over its own column of some rows."""
    sides = zip(bare.headings, rows.edges, rows.edges[1:], strict=False)
    return all(left - 2 <= place.cx <= right + 2 for place, left, right in sides)


def _table(head: Head) -> RawTable | None:
    if head.groups:
        return None
    places = [column.rect for column in head.columns]
    starts = [places[0].x0 - 4, *(place.x0 - 2 for place in places[1:])]
    edges = [*starts, max(starts[-1] + 1, places[-1].x1 + 4)]
    top, bottom = head.rect.top, head.rect.bottom
    cells = [
        RawCell(
            0,
            index,
            Rect(edges[index], top, edges[index + 1], bottom),
            column.text,
            words=[word for part in column.parts for word in part.words],
        )
        for index, column in enumerate(head.columns)
    ]
    rect = around(cell.rect for cell in cells)
    return RawTable(cells, rect, edges, 1, ruled=False, headings=places)
