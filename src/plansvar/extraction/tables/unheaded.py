"""What a column without a heading holds, where its cells say so themselves."""

from __future__ import annotations

from plansvar.domain import Cell
from plansvar.extraction.headings import Role
from plansvar.extraction.responsible import names_holder
from plansvar.extraction.tables.cells import mostly
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.progress import says_status

_SENTENCE = 4  # words at least
_STOPS = (".", "!", "?")


def role_of_unheaded(column: Column, cells: list[Cell]) -> Role | None:
    """Statuses ("Pågår", "Klar"), those who answer ("Socialchef Jonas Ekdal") or sentences that
    comment; null where the column is headed, or the cells are none of these."""
    if column.index == 0 or column.text:
        return None
    if mostly(cells, lambda cell: says_status(cell.text)):
        return Role.STATUS
    if mostly(cells, lambda cell: names_holder(cell.text)):
        return Role.RESPONSIBLE
    return Role.COMMENT if cells and all(map(_is_sentence, cells)) else None


def _is_sentence(cell: Cell) -> bool:
    return len(cell.text.split()) >= _SENTENCE and cell.text.rstrip()[-1:] in _STOPS
