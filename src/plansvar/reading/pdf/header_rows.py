"""How many rows at the top of a ruled table name its columns."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.headers import stands_out
from plansvar.reading.pdf.tables import RawCell, RawTable
from plansvar.reading.pdf.vocabulary import (
    is_heading,
    is_value,
    is_year,
    names_unit,
    opens_heading,
)

_MOST = 5


def count_header_rows(table: RawTable) -> int:
    """The rows at the top that hold headings; 0 where none could be told."""
    last = 0
    row = 0
    while row < min(_MOST, table.rows):
        cells = [cell for cell in table.row(row) if cell.text]
        if any(is_value(c.text) and not is_year(c.text) and c.column for c in cells):
            break
        tall = max((cell.row_span for cell in cells), default=1)
        if _names_columns(cells, table, row):
            last = row + (tall if tall <= 3 else 1)
        elif not (row == last and len(cells) <= 1):
            break
        row = max(row + 1, last)
    return min(last, table.rows)


def _names_columns(cells: Sequence[RawCell], table: RawTable, row: int) -> bool:
    if len(cells) == 1 and table.columns > 2 and cells[0].text[0].islower():
        return False  # the rest of a row that began on the page before
    if _heads_rows(cells, table, row):
        return False
    known = sum(is_heading(cell.text) for cell in cells)
    if row and _begins_body(cells, table, row):
        return False
    if known >= 2 or (known and known >= 0.5 * len(cells)):
        return True
    return row == 0 and len(cells) >= 2 and _stands_out(cells, table)


def _heads_rows(cells: Sequence[RawCell], table: RawTable, row: int) -> bool:
    """Whether a row's only text heads the rows below it ("Intäkter", "Budget 2027"): alone in the
    first of several columns, with no heading of the first column to go on or to begin."""
    alone = len(cells) == 1 and not cells[0].column and cells[0].column_span == 1
    if not alone or table.columns <= 2 or cells[0].row_span > 1:
        return False
    if not row:
        below = [cell for cell in table.row(1) if cell.text]
        return any(is_value(cell.text) and cell.column for cell in below)
    rows = ([cell for cell in table.row(n) if cell.text] for n in range(row - 1, -1, -1))
    above = next(filter(None, rows), [])
    first = next((cell for cell in above if not cell.column), None)
    return len(above) >= table.columns and first is not None and not names_unit(cells[0].text)


def _begins_body(cells: Sequence[RawCell], table: RawTable, row: int) -> bool:
    """Whether a row below a heading of every column begins with a name that is no heading, or with
    a sign before words that are set apart from those of the heading, as in a key."""
    above = [cell for cell in table.row(row - 1) if cell.text]
    headed = len(above) >= table.columns and all(cell.row_span == 1 for cell in above)
    first = cells[0] if cells else None
    if not headed or first is None:
        return False
    if first.column:
        told = [cell.text.split() for cell in cells]
        goes_on = any(len(words) > 1 and not opens_heading(words[0]) for words in told)
        return goes_on or (_marked(above) and not _marked(cells))
    return not opens_heading(first.text.split()[0])


def _stands_out(cells: Sequence[RawCell], table: RawTable) -> bool:
    """Whether the first row is bold, or of another colour, and the one below it is not."""
    below = next((found for row in (1, 2) if not _only_years(found := _worded(table, row))), [])
    return _marked(cells) and bool(below) and not _marked(below)


def _worded(table: RawTable, row: int) -> list[RawCell]:
    return [cell for cell in table.row(row) if cell.words]


def _only_years(cells: Sequence[RawCell]) -> bool:
    """Whether a row holds years alone, as the second row of a heading does."""
    return bool(cells) and all(is_year(cell.text) for cell in cells)


def _marked(cells: Sequence[RawCell]) -> bool:
    return stands_out([word for cell in cells for word in cell.words])
