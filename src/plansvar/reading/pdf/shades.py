"""Colours that are only shading: taken out once all cells of a table have been looked at."""

from __future__ import annotations

from plansvar.domain import Mark, MarkSource
from plansvar.reading.pdf.colours import SATURATED
from plansvar.reading.pdf.inks import is_figure, is_ring
from plansvar.reading.pdf.tables import RawTable

_LONG_NAME = 12


def drop_shades(table: RawTable, special: set[int]) -> None:
    """Take out grey and white that stand where no assessment is given: shaded sums, tints."""
    bright = {
        c.column for c in table.cells for m in c.marks if m.colour in SATURATED and not c.text
    }
    goals = _judges_labels(table)
    for cell in table.cells:
        if cell.column in special:
            continue
        cell.marks = [
            mark
            for mark in cell.marks
            if (
                mark.colour in SATURATED
                and not (cell.column == 0 and mark.source is MarkSource.CELL and not goals)
            )
            or mark.trend
            or mark.share is not None
            or (_is_form(mark) and not cell.text)
            or ((mark.colour or mark.disagreement) and cell.column in bright and not cell.text)
        ]


def _judges_labels(table: RawTable) -> bool:
    """Whether the first cells carry verdicts of their own: goals in several colours beside the
    names of what measures them, as no tint gives."""
    first = [c for c in table.cells if c.column == 0 and c.row >= table.header_rows and c.text]
    shown = {m.colour for c in first for m in c.marks if m.source is MarkSource.CELL}
    names = [c for c in table.cells if c.column == 1 and c.row >= table.header_rows]
    worded = sum(len(c.text) > _LONG_NAME for c in names)
    return len(shown & SATURATED) > 1 and worded * 2 > len(names)


def _is_form(mark: Mark) -> bool:
    doubtful = mark.disagreement is not None and mark.source is not MarkSource.CELL
    return is_figure(mark.raw) or is_ring(mark.raw) or doubtful
