"""Goals that stand in a coloured cell of their own beside the rows that measure them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plansvar.domain import Cell, Document, Gap, Indicator, Span
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.assessing import read_verdict
from plansvar.extraction.tables.cells import are_listed, body_cells, without_number
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.deciding import Understood
from plansvar.extraction.tables.kinds import kind_of_heading
from plansvar.extraction.tables.labels import total
from plansvar.extraction.tables.legends import Legend
from plansvar.extraction.tables.places import place_of, row_id


@dataclass(frozen=True, slots=True)
class GoalMark:
    """A goal as a row of its own, and what was contradictory in its cell."""

    row: Indicator
    gaps: tuple[Gap, ...]


def read_goal_marks(document: Document, table: Understood, legend: Legend) -> list[GoalMark]:
    """The goals of a table that carry a colour themselves, or have a verdict beside them that is
    merged as they are, one row each."""
    return [
        found
        for column in goal_columns(table)
        for goal, shown in (*_coloured(table, column), *_judged_beside(table, column))
        if (found := _goal(document, table, column, goal, shown, legend)) is not None
    ]


def verdicts_of_goals(table: Understood) -> tuple[Column, ...]:
    """The columns of verdicts that judge the goals of a table and not what measures them: their
    cells are merged as those of the goals are."""
    return tuple(
        verdict
        for verdict in table.of(Role.ASSESSMENT)
        if any(_alike(table, goal, verdict) for goal in goal_columns(table))
    )


def goal_columns(table: Understood) -> tuple[Column, ...]:
    """The columns of goals before the names of what measures them."""
    labels = table.of(Role.LABEL)
    return tuple(column for column in labels[:-1] if kind_of_heading(column.text))


def _coloured(table: Understood, column: Column) -> Iterator[tuple[Cell, Cell]]:
    """The goals that are coloured themselves, each with what shows its colour and no words."""
    found = dict.fromkeys(table.grid.at(row, column.index) for row in table.grid.body)
    for cell in found:
        if cell is not None and cell.text.strip() and any(m.colour for m in cell.marks):
            yield cell, replace(cell, text="")


def _judged_beside(table: Understood, column: Column) -> Iterator[tuple[Cell, Cell]]:
    """The goals with the cells beside them that judge them."""
    for verdict in table.of(Role.ASSESSMENT):
        if not _alike(table, column, verdict):
            continue
        rows = dict.fromkeys(_rows_of(table, column))
        for row, _ in rows:
            goal, shown = table.grid.at(row, column.index), table.grid.at(row, verdict.index)
            if goal is not None and goal.text.strip() and shown is not None:
                yield goal, shown


def _alike(table: Understood, goal: Column, verdict: Column) -> bool:
    """Whether two columns are merged in the same way, and over several rows somewhere."""
    rows = _rows_of(table, goal)
    return rows == _rows_of(table, verdict) and any(span > 1 for _, span in rows)


def _rows_of(table: Understood, column: Column) -> list[tuple[int, int]]:
    cells = [table.grid.at(row, column.index) for row in table.grid.body]
    return [(cell.row, cell.row_span) for cell in cells if cell is not None]


def _goal(
    document: Document, table: Understood, column: Column, cell: Cell, shown: Cell, legend: Legend
) -> GoalMark | None:
    span = _without_number(document, table, column, cell)
    name = " ".join(document.quote(span).split())
    verdict = read_verdict(shown, legend, total(), name)
    if verdict.assessment is None:
        return None
    row = Indicator(
        id=row_id(document, "i", cell.span),
        place=place_of(document, (cell,)),
        name=name,
        name_span=span,
        kind=kind_of_heading(column.text) or table.kind,
        observations=(),
        assessments=(verdict.assessment,),
        table=table.grid.table.span,
    )
    return GoalMark(row, verdict.gaps)


def _without_number(document: Document, table: Understood, column: Column, cell: Cell) -> Span:
    """The characters of a goal without the number that counts it in the column."""
    if not are_listed(body_cells(table.grid, column.index)):
        return cell.span
    said = document.quote(cell.span)
    return Span(cell.span.start + said.index(without_number(said)), cell.span.end)
