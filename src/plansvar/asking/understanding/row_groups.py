"""The line inside a table that rows stand under, with nothing beside it ("Förskola")."""

from __future__ import annotations

from plansvar.domain import Indicator, Span
from plansvar.index.library import Library

CELL, LINE = "\t", "\n"
LONGEST = 60  # letters of a line that names a group of rows


def groups_over_rows(library: Library) -> dict[str, str]:
    """Row → the words of the line that it stands under in its table, where there is one."""
    texts = {document.path: document.text for document in library.documents()}
    found = {r.id: _group_over(r, texts[r.place.document_id]) for r in library.indicators()}
    return {row: words for row, words in found.items() if words}


def lines_of_rows(library: Library) -> dict[str, str]:
    """Row → the line that its name stands on, or else its first value."""
    texts = {document.path: document.text for document in library.documents()}
    lines = {r.id: _line(_place(r), texts[r.place.document_id]) for r in library.indicators()}
    tables = [row for row in library.amounts() if row.headings]
    lines |= {row.id: _line(row.what_span, texts[row.place.document_id]) for row in tables}
    names = {row.id: row.name for row in library.indicators()}
    return names | {row: line for row, line in lines.items() if line}


def _line(place: Span | None, text: str) -> str:
    """The line that a place stands on; empty where there is no place."""
    if place is None:
        return ""
    start = text.rfind(LINE, 0, place.start) + 1
    end = text.find(LINE, place.end)
    return text[start : end if end >= 0 else len(text)]


def _group_over(row: Indicator, text: str) -> str:
    place = _place(row)
    if row.table is None or place is None:
        return ""
    start = text.rfind(LINE, 0, place.start) + 1
    if not row.table.start <= start <= row.table.end:
        return ""
    lines = text[row.table.start : start].splitlines()
    return next((line.strip() for line in reversed(lines) if _names_group(line)), "")


def _names_group(line: str) -> bool:
    """Whether a line is one cell of words."""
    words = line.strip()
    return CELL not in words and 0 < len(words) <= LONGEST and words[0].isalpha()


def _place(row: Indicator) -> Span | None:
    """Where the row's name stands, or its first value where the name is put together."""
    return row.name_span or next((o.cell for o in row.observations), None)
