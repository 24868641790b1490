"""Tables of undertakings that hold figures too: what each saves, or how much of it is done."""

from __future__ import annotations

from plansvar.domain import Span
from plansvar.extraction.headings import Role, parse_heading
from plansvar.extraction.statuses import status_word
from plansvar.extraction.tables.cells import body_cells
from plansvar.extraction.tables.column import Column, with_role
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.kinds import are_dated_tasks
from plansvar.extraction.tables.money_tables import is_money_heading
from plansvar.extraction.tables.schedules import is_scheduled
from plansvar.extraction.units import Unit
from plansvar.language.vocabulary import vocabulary


def are_tasks_with_sums(
    grid: Grid, columns: tuple[Column, ...], unit: tuple[Unit, Span] | None, kind: str | None
) -> bool:
    """Whether rows are undertakings whose only figures are sums: what each saves or costs."""
    status = with_role(columns, Role.STATUS)
    told = with_role(columns, Role.RESPONSIBLE, Role.DEADLINE) or says_status(grid, status)
    kinds = vocabulary("tables")["kind"]
    marked = is_scheduled(columns)
    known = (*kinds["commitments"], *(kinds["planned"] if marked else ()))
    if kind not in known or not told:
        return False
    sums = unit is not None and unit[0].money
    money = all(sums or is_money_heading(column) for column in with_role(columns, Role.VALUE))
    dated = marked or are_dated_tasks(columns)
    worded = bool(status) and all(letters_alone(grid, each) for each in status)
    owned = worded and bool(with_role(columns, Role.RESPONSIBLE))  # "Läge" over "Planering"
    return money and (says_status(grid, status) or owned or (not status and dated))


def letters_alone(grid: Grid, column: Column) -> bool:
    """Whether the cells of a column are words, with no mark and no figure."""
    cells = [cell for cell in body_cells(grid, column.index) if cell.text.strip() or cell.marks]
    return bool(cells) and all(
        not cell.marks and not any(map(str.isdigit, cell.text)) for cell in cells
    )


def are_tasks_with_progress(grid: Grid, columns: tuple[Column, ...], kind: str | None) -> bool:
    """Whether rows are undertakings with a status in words, for whom or when, whose only figures
    tell how much of each is done ("Färdiggrad")."""
    kinds = vocabulary("tables")["kind"]
    if kind not in (*kinds["commitments"], *kinds["planned"]):
        return False
    told = with_role(columns, Role.RESPONSIBLE, Role.DEADLINE)
    status = with_role(columns, Role.STATUS)
    return bool(told) and tells_only_progress(columns) and says_status(grid, status)


def tells_only_progress(columns: tuple[Column, ...]) -> bool:
    """Whether the only figures of a table tell how much of each row is done."""
    values = with_role(columns, Role.VALUE)
    return all(parse_heading(each.text).role is Role.PROGRESS for each in values)


def tells_only_sums(columns: tuple[Column, ...]) -> bool:
    """Whether all figures of a table are sums of money, as their headings say."""
    values = with_role(columns, Role.VALUE)
    return bool(values) and all(map(is_money_heading, values))


def says_status(grid: Grid, columns: tuple[Column, ...]) -> bool:
    """Whether most cells print a status in words, whatever colour they have beside it."""
    cells = [cell for column in columns for cell in body_cells(grid, column.index)]
    return sum(status_word(cell.text) is not None for cell in cells) * 2 > len(cells)
