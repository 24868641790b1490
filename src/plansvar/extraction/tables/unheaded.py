"""What a column without a heading holds, where its cells say so themselves."""

from __future__ import annotations

from plansvar.domain import Cell
from plansvar.extraction.headings import Role
from plansvar.extraction.responsible import names_holder
from plansvar.extraction.tables.cells import mostly
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.progress import says_status


def role_of_unheaded(column: Column, cells: list[Cell]) -> Role | None:
    """Statuses ("Pågår", "Klar") or those who answer ("Socialchef Jonas Ekdal"); null where the
    column is headed, or the cells are neither."""
    if column.index == 0 or column.text:
        return None
    if mostly(cells, lambda cell: says_status(cell.text)):
        return Role.STATUS
    return Role.RESPONSIBLE if mostly(cells, lambda cell: names_holder(cell.text)) else None
