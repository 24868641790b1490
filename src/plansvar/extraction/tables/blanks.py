"""Cells without any colour that are verdicts, because the key says what white stands for."""

from __future__ import annotations

from plansvar.domain import Assessment, Colour, MarkSource
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.deciding import Understood
from plansvar.extraction.tables.legends import Legend


def shows_blank(table: Understood, column: Column, legend: Legend) -> bool:
    """Whether an empty cell of a column is white as the key has it: most others are coloured, each
    as the key explains, and none holds words."""
    if legend.blank is None:
        return False
    cells = [table.grid.at(row, column.index) for row in table.grid.body]
    filled = [cell for cell in cells if cell is not None and (cell.text.strip() or cell.marks)]
    explained = [c for c in filled if not c.text.strip() and any(map(legend.of, c.marks))]
    return len(explained) == len(filled) and 2 * len(filled) > len(cells)


def blank_verdict(legend: Legend, breakdown: str) -> Assessment | None:
    """The verdict that a white cell stands for."""
    if legend.blank is None:
        return None
    return Assessment(
        value=Colour.WHITE.value,
        source=MarkSource.CELL,
        breakdown=breakdown,
        meaning=legend.blank.text,
        legend=legend.blank.span,
    )
