"""Orange marks that are what a document calls yellow, in its tables, beside its lines and in its
keys alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import Colour, Mark
from plansvar.reading.pdf.colours import orange_is_yellow
from plansvar.reading.pdf.flow import TextBlock
from plansvar.reading.pdf.tables import RawTable


def settle_orange(blocks: Sequence[TextBlock | RawTable]) -> None:
    """Call orange marks yellow where no mark is yellow and no text speaks of orange."""
    tables = [block for block in blocks if isinstance(block, RawTable)]
    texts = [block for block in blocks if isinstance(block, TextBlock)]
    marks = [m for table in tables for cell in table.cells for m in cell.marks]
    marks += [m for block in texts for m in block.marks]
    marks += [swatch.mark for block in texts for _, swatch in block.swatches]
    printed = " ".join(block.text for block in texts)
    if not orange_is_yellow((m.colour for m in marks if m.colour), printed):
        return
    for table in tables:
        for cell in table.cells:
            cell.marks = [_yellowed(mark) for mark in cell.marks]
    for block in texts:
        block.marks = [_yellowed(mark) for mark in block.marks]
        block.swatches = [(n, replace(s, mark=_yellowed(s.mark))) for n, s in block.swatches]


def _yellowed(mark: Mark) -> Mark:
    return replace(mark, colour=Colour.YELLOW) if mark.colour is Colour.ORANGE else mark
