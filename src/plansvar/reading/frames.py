"""Tables within tables, and what stands in a table without being a row of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plansvar.reading.grids import RawCell
from plansvar.reading.marks.looks import BLANK

_MOST_OF_IT = 0.5
_NARROWEST = 3


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
    """The rows of a table of a web page, without those of tables within it."""
    return [row for row in table.iter("tr") if _table_of(row) is table]


def is_blank(cells: Sequence[RawCell]) -> bool:
    """Whether a row neither says nor shows anything nor is part of a taller cell."""
    return all(
        not cell.text and cell.row_span == 1 and cell.look in (None, BLANK) for cell in cells
    )


def title_rows(rows: Sequence[Sequence[RawCell]]) -> int:
    """The rows at the top that only name the table: a text alone before empty cells."""
    count = 0
    for cells in rows:
        texts = [cell.text for cell in cells if cell.text]
        alone = len(texts) == 1 and cells[0].text and len(cells) >= _NARROWEST
        if not alone:
            break
        count += 1
    rest = rows[count : count + 1]
    return count if rest and sum(bool(cell.text) for cell in rest[0]) > 1 else 0


def _table_of(element: Any) -> Any:
    return next(element.iterancestors("table"), None)


def _cells(row: Any) -> int:
    return sum(cell.tag in ("td", "th") for cell in row)


def _letters(element: Any) -> int:
    return sum(len("".join(text.split())) for text in element.itertext())
