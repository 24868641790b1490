"""Tables without headings whose rows a key judges: a dot, a goal, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

from plansvar.domain import Document
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.cells import body_cells
from plansvar.extraction.tables.deciding import Subject, Understood
from plansvar.extraction.tables.legend_finding import read_legend
from plansvar.extraction.tables.legend_kinds import judges_targets
from plansvar.language.vocabulary import vocabulary

_UNREAD = (Subject.OTHER, Subject.UNKNOWN_FIGURES)


def as_judged_list(document: Document, table: Understood) -> Understood:
    """The table as one of goals, where nothing heads its columns, one of them holds marks, and the
    key explains all of these and tells of goals; else as it is."""
    marked, named = table.of(Role.ASSESSMENT), table.of(Role.LABEL)
    if table.subject not in _UNREAD or table.grid.header_rows or len(marked) != 1 or not named:
        return table
    marks = [m for cell in body_cells(table.grid, marked[0].index) for m in cell.marks]
    legend = read_legend(document, table.grid.table)
    explained = bool(marks) and all(legend.of(mark) is not None for mark in marks)
    if not (explained and judges_targets(legend)):
        return table
    kind = str(vocabulary("tables")["kind"]["goal"])
    return replace(table, subject=Subject.GOALS, kind=kind)
