"""Two things set beside each other in one column of a table."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.money_beside import newest_first
from plansvar.asking.answering.money_rows import rows_of_all_years, same_column, year_of
from plansvar.asking.answering.ways import is_deviation
from plansvar.domain import Amount
from plansvar.language.folding import fold

_PAIR = 2


def two_things(task: Task) -> list[tuple[Amount, Amount]]:
    """The amounts of the two things that are named, of the years and measures asked for; none
    where more or fewer are."""
    years = set(task.query.scope.years)
    asked = {fold(measure) for measure in task.query.measures}
    rows = [
        row
        for row in rows_of_all_years(task)
        if row.headings
        and not is_deviation(row)
        and (not years or year_of(task, row) in years)
        and (not asked or fold(row.measure or "") in asked)
    ]
    if len({fold(row.what) for row in rows}) != _PAIR:
        return []
    pairs = ((one, two) for one in rows for two in rows if fold(one.what) != fold(two.what))
    found = [(one, two) for one, two in pairs if _beside(one, two)]
    return [min(found, key=lambda pair: newest_first(task, pair))] if found else []


def _beside(one: Amount, two: Amount) -> bool:
    """Whether two amounts stand in one column, or in the cells beside the parts of one name."""
    column = (one.place.document_id, one.measure, one.period, one.unit)
    alike = column == (two.place.document_id, two.measure, two.period, two.unit)
    head, other = one.what.partition(", ")[0], two.what.partition(", ")[0]
    return same_column(one, two) or (alike and head == other)
