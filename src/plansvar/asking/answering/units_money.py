"""What text and tables give for the money of a unit that is named beside no row."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Task
from plansvar.asking.evidence import selecting
from plansvar.asking.told import is_other_money
from plansvar.domain import Amount
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary


def asks_of_units_money(task: Task) -> bool:
    """Whether a question names units, and of them only what their money came to."""
    query = task.query
    of_money = not set(split(query.text)).isdisjoint(vocabulary("compared")["money"]["words"])
    return bool(query.scope.organisations) and not query.links and of_money


def rows_of_units(task: Task) -> tuple[Amount, ...]:
    """The amounts that tables print under the names of units, and sentences that open with them,
    of the newest document that has both."""
    units = tuple(fold(unit) for unit in task.query.scope.organisations)
    documents = {d.path for d in selecting.documents_asked(task.query.scope, task.library)}
    rows = selecting.ordered(
        [
            row
            for row in task.library.amounts()
            if row.place.document_id in documents
            and _is_of(row, units)
            and not is_other_money((row.what, *row.place.section))
        ],
        task.library,
    )
    rows = selecting.in_years(rows, task.query.scope.years, task.library)
    both = [r.place.document_id for r in rows if not r.headings and _has_table(r, rows)]
    newest = next(iter(both), rows[0].place.document_id if rows else "")
    return tuple(row for row in rows if row.place.document_id == newest)


def _is_of(row: Amount, units: tuple[str, ...]) -> bool:
    told = fold(row.what)
    if row.headings:
        return told in units
    sides = vocabulary("compared")["money"]["words"]
    return told.startswith(units) and not set(split(told)).isdisjoint(sides)


def _has_table(told: Amount, rows: list[Amount]) -> bool:
    return any(r.headings and r.place.document_id == told.place.document_id for r in rows)
