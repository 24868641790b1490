"""Columns of running text whose lines stand level, so that they seem to be rows of a table."""

from __future__ import annotations

from plansvar.reading.pdf.tables import RawTable
from plansvar.reading.pdf.vocabulary import is_value

_WORDY = 3  # words of a line of text
_MOST_WORDY, _GOING_ON = 0.7, 0.4  # shares of the cells: lines of text, and those begun before
_FEWEST = 4


def is_running_text(table: RawTable) -> bool:
    """Whether the cells of a table are lines of paragraphs: nearly all of several words, many of
    them going on in small letters what stands above, and none a figure."""
    told = [" ".join(cell.text.split()) for cell in table.cells if cell.text.strip()]
    if len(told) < _FEWEST or any(is_value(text) for text in told) or _has_marks(table):
        return False
    wordy = sum(len(text.split()) >= _WORDY for text in told)
    going_on = sum(text[0].islower() for text in told)
    return wordy >= _MOST_WORDY * len(told) and going_on >= _GOING_ON * len(told)


def _has_marks(table: RawTable) -> bool:
    return any(cell.marks for cell in table.cells)
