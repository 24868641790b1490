"""Questions for a number of things that were read as questions for money or shares."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Task
from plansvar.asking.passages import names_counted, sort_asked
from plansvar.asking.query import Operation
from plansvar.domain import Indicator
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_OF_NUMBERS = (Operation.VALUE, Operation.COUNT)
_THINGS = "count"


def asks_for_number_of_things(task: Task) -> bool:
    """Whether "hur många" is asked of rows that all give money or shares: then the number itself,
    if any text tells it, is the better answer."""
    query = task.query
    if query.operation not in _OF_NUMBERS or not query.links or query.scope.years:
        return False
    if sort_asked(query.text) != _THINGS or not names_counted(query.text):
        return False
    named = {row for link in query.links for row in link.rows}
    rows = [row for row in task.library.indicators() if row.id in named]
    amounts = [row.unit or "" for row in task.library.amounts() if row.id in named]
    units = [*amounts, *(unit for row in rows for unit in _units(row))]
    return bool(units) and all(map(_is_no_count, units))


def _units(row: Indicator) -> set[str]:
    return {observation.unit or "" for observation in row.observations}


def _is_no_count(unit: str) -> bool:
    known = vocabulary("passages")["numbers"]["units"]
    told = words(unit) or [unit]
    return any(each in (*known["money"], *known["share"]) for each in (unit, *told))
