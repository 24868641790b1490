"""Tables within tables, and what stands in a table without being a row of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plansvar.reading.grids import RawCell
from plansvar.reading.marks.looks import BLANK

_MOST_OF_IT = 0.5
_ORDER = {"thead": 0, "tfoot": 2}


def frames(inner: int, whole: int, columns: int) -> bool:
    """Whether a table only holds others together: they hold most of its letters, or it has one
    column."""
    return inner > 0 and (columns == 1 or inner > _MOST_OF_IT * whole)


def is_frame(table: Any) -> bool:
    """Whether a table of a web page only lays out the page."""
    nested = [each for each in table.iter("table") if each is not table]
    if not nested:
        return False
    outer = [each for each in nested if _table_of(each) is table]
    columns = max((_cells(row) for row in own_rows(table)), default=0)
    return frames(sum(map(_letters, outer)), _letters(table), columns)


def own_rows(table: Any) -> list[Any]:
    """The rows of a table of a web page as they are shown, without those of tables within it."""
    rows = [row for row in table.iter("tr") if _table_of(row) is table]
    return sorted(rows, key=lambda row: _ORDER.get(row.getparent().tag, 1))


def is_blank(cells: Sequence[RawCell]) -> bool:
    """Whether a row neither says nor shows anything nor is part of a taller cell."""
    return all(
        not cell.text and cell.row_span == 1 and cell.look in (None, BLANK) for cell in cells
    )


def _table_of(element: Any) -> Any:
    return next(element.iterancestors("table"), None)


def _cells(row: Any) -> int:
    return sum(cell.tag in ("td", "th") for cell in row)


def _letters(element: Any) -> int:
    return sum(len("".join(text.split())) for text in element.itertext())
