"""The line inside a table that rows stand under, with nothing beside it ("Förskola")."""

from __future__ import annotations

from plansvar.domain import Indicator
from plansvar.index.library import Library

CELL, LINE = "\t", "\n"
LONGEST = 60  # letters of a line that names a group of rows


def groups_over_rows(library: Library) -> dict[str, str]:
    """Row → the words of the line that it stands under in its table, where there is one."""
    texts = {document.path: document.text for document in library.documents()}
    found = {r.id: _group_over(r, texts[r.place.document_id]) for r in library.indicators()}
    return {row: words for row, words in found.items() if words}


def _group_over(row: Indicator, text: str) -> str:
    if row.table is None or row.name_span is None:
        return ""
    start = text.rfind(LINE, 0, row.name_span.start) + 1
    if not row.table.start <= start <= row.table.end:
        return ""
    lines = text[row.table.start : start].splitlines()
    return next((line.strip() for line in reversed(lines) if _names_group(line)), "")


def _names_group(line: str) -> bool:
    """Whether a line is one cell of words."""
    words = line.strip()
    return CELL not in words and 0 < len(words) <= LONGEST and words[0].isalpha()
