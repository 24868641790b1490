"""Goals that stand in a coloured cell of their own beside the rows that measure them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plansvar.domain import Cell, Document, Gap, Indicator
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.assessing import read_verdict
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.deciding import Understood
from plansvar.extraction.tables.kinds import kind_of_heading
from plansvar.extraction.tables.legends import Legend
from plansvar.extraction.tables.places import place_of, row_id
from plansvar.language.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class GoalMark:
    """A goal as a row of its own, and what was contradictory in its cell."""

    row: Indicator
    gaps: tuple[Gap, ...]


def read_goal_marks(document: Document, table: Understood, legend: Legend) -> list[GoalMark]:
    """The goals of a table that carry a colour themselves, one row each."""
    return [
        found
        for column in goal_columns(table)
        for cell in _coloured(table, column)
        if (found := _goal(document, table, column, cell, legend)) is not None
    ]


def goal_columns(table: Understood) -> tuple[Column, ...]:
    """The columns of goals before the names of what measures them."""
    labels = table.of(Role.LABEL)
    return tuple(column for column in labels[:-1] if kind_of_heading(column.text))


def _coloured(table: Understood, column: Column) -> Iterator[Cell]:
    found = dict.fromkeys(table.grid.at(row, column.index) for row in table.grid.body)
    for cell in found:
        if cell is not None and cell.text.strip() and any(m.colour for m in cell.marks):
            yield cell


def _goal(
    document: Document, table: Understood, column: Column, cell: Cell, legend: Legend
) -> GoalMark | None:
    name = " ".join(cell.text.split())
    total = str(vocabulary("tables")["breakdown"]["total"])
    bare = Cell(cell.row, cell.column, "", cell.span, cell.page_index, marks=cell.marks)
    verdict = read_verdict(bare, legend, total, name)
    if verdict.assessment is None:
        return None
    row = Indicator(
        id=row_id(document, "i", cell.span),
        place=place_of(document, (cell,)),
        name=name,
        name_span=cell.span,
        kind=kind_of_heading(column.text) or table.kind,
        observations=(),
        assessments=(verdict.assessment,),
        table=table.grid.table.span,
    )
    return GoalMark(row, verdict.gaps)
