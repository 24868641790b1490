"""Tables that Word files set with tabs: paragraphs below each other with as many cells each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plansvar.language.numbers import is_missing, parse_number
from plansvar.reading.docx_text import paragraph_text
from plansvar.reading.text_tables import header_row_count

_FEWEST_ROWS, _FEWEST_CELLS = 3, 3
_MOST_FIGURES = 0.6  # share of the cells beside the labels that are figures, at least


def tabbed(paragraph: Any) -> list[str] | None:
    """The cells of a paragraph that tabs part; null where they do not."""
    shown = paragraph_text(paragraph).shown.rstrip()
    cells = [" ".join(cell.split()) for cell in shown.split("\t")]
    named = any(map(str.isalpha, cells[0])) if cells else False
    return cells if len(cells) >= _FEWEST_CELLS and named else None


def rows_of_tabs(rows: Sequence[list[str]]) -> int | None:
    """How many of the rows head the columns, where paragraphs with tabs are a table; else null."""
    widths = {len(row) for row in rows}
    if len(rows) < _FEWEST_ROWS or len(widths) != 1:
        return None
    heads = header_row_count(rows)
    beside = [cell for row in rows[heads:] for cell in row[1:] if cell]
    figures = sum(is_missing(cell) or parse_number(cell) is not None for cell in beside)
    return heads if beside and figures >= _MOST_FIGURES * len(beside) else None
