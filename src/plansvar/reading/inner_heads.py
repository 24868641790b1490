"""A table within a table: a row of headings further down ("Balansräkning, mnkr | Not | 2024-12-31 |
2023-12-31") that names the columns of the rows below it, for which the first headings are wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.reading.placed import Placed

_DATE = re.compile(r"(?:19|20)\d\d(?:-\d\d-\d\d)?|\d{1,2}[. ]\s?[^\W\d]{3,9}\.? (?:19|20)\d\d")
_LEAST = 2  # dates in a row of headings, and rows below it


def inner_head(cells: Sequence[Placed], header_rows: int) -> int | None:
    """The row of headings that stands below the rows of a headed table; null where there is none,
    or where other rows hold dates too, so that a date is no heading."""
    rows: dict[int, list[Placed]] = {}
    for cell in cells:
        if cell.row >= header_rows and cell.text.strip():
            rows.setdefault(cell.row, []).append(cell)
    dated = [row for row, own in rows.items() if any(map(_is_date, own))]
    if not header_rows or len(dated) != 1:
        return None
    at = dated[0]
    crossed = any(cell.row < at < cell.row + cell.row_span for cell in cells)
    below = sum(row > at for row in rows)
    above = sum(row < at for row in rows)
    named = _names_columns(rows[at])
    return at if named and not crossed and min(above, below) >= _LEAST else None


def _names_columns(row: Sequence[Placed]) -> bool:
    """Whether a row has a name, dates and nothing else with a digit."""
    first, *others = sorted(row, key=lambda cell: cell.column)
    dates = [cell for cell in others if _is_date(cell)]
    free = [cell for cell in (first, *others) if cell not in dates]
    return len(dates) >= _LEAST and not any(map(str.isdigit, "".join(c.text for c in free)))


def _is_date(cell: Placed) -> bool:
    return bool(_DATE.fullmatch(" ".join(cell.text.split())))
