"""The rest of a row at the top of a page, where a table without rules goes on."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of

_LEVEL = 0.4
_FEWEST = 2


def part_rest(table: RawTable) -> None:
    """Part the first row where its label begins above its values and no other row's does so."""
    heights = {row: _heights(table, row) for row in range(table.rows)}
    known = [found for row, found in heights.items() if row and found is not None]
    first = heights.get(0)
    level = sum(abs(label - value) < _LEVEL * size for label, value, size in known)
    if first is None or level < _FEWEST or level < len(known):
        return
    label, value, size = first
    home = next(cell for cell in table.row(0) if cell.column == 0)
    above = [word for word in home.words if word.rect.cy < value - _LEVEL * size]
    below = [word for word in home.words if word not in above]
    if value - label < size or not below or not text_of(above)[:1].islower():
        return
    _put_in_row_above(table, home, above, below)


def _heights(table: RawTable, row: int) -> tuple[float, float, float] | None:
    """At which heights a row's label and its values begin, and the size of its type."""
    cells = {cell.column: cell for cell in table.row(row) if cell.words}
    values = [word for column, cell in cells.items() if column for word in cell.words]
    if 0 not in cells or not values:
        return None
    label = min(word.rect.cy for word in cells[0].words)
    return label, min(word.rect.cy for word in values), values[0].size


def _put_in_row_above(
    table: RawTable, home: RawCell, above: Sequence[Word], below: Sequence[Word]
) -> None:
    for cell in table.cells:
        cell.row += 1
    cut = around(word.rect for word in above).bottom
    home.words, home.text = list(below), text_of(below)
    for column in range(table.columns):
        rect = Rect(table.edges[column], home.rect.top, table.edges[column + 1], cut)
        words = list(above) if column == 0 else []
        table.cells.append(RawCell(0, column, rect, text_of(words), words=words))
    for cell in table.row(1):
        cell.rect = cell.rect._replace(top=cut)
