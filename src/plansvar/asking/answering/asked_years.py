"""The values of a row that a question asks for by its year."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Task
from plansvar.asking.evidence.reading import Reading, read
from plansvar.domain import Indicator


def read_asked(task: Task, row: Indicator, breakdown: str | None = None) -> Reading:
    """The row as of the one year that the question names; else as of its latest outcome."""
    return read(row, breakdown, year=asked_year(task), own=task.document(row).year)


def asked_year(task: Task) -> int | None:
    """The one year that the question names, if it names one."""
    years = task.query.scope.years
    return years[0] if len(years) == 1 else None
