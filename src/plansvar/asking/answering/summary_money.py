"""How a unit's money stands, which a summary of its report tells first."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.money import lines, lines_said
from plansvar.asking.answering.ways import is_deviation
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.domain import Amount, Document
from plansvar.language.folding import words


def money_of_units(
    task: Task, units: Sequence[str], document: Document
) -> tuple[list[Said], tuple[Amount, ...]]:
    """The line of a report that sums a unit up, where it says how it stands against its budget, and
    its amounts."""
    names = [frozenset(words(unit)) for unit in units]
    rows = [
        row
        for row in task.library.amounts()
        if row.place.document_id == document.path and row.headings and _own(row) in names
    ]
    told = [line for line in lines(rows) if any(map(is_deviation, line.rows))]
    said = [Said(said.fact) for said in lines_said(task, told[:1], False)]
    return said, tuple(row for line in told[:1] for row in line.rows)


def _own(row: Amount) -> frozenset[str]:
    """The words of what an amount is of, without those that only say that it is all of it."""
    return frozenset(words(row.what)) - frozenset(vocabulary_list("measures", "total"))
