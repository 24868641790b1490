"""Answers to a comparison that tell only one of its two sides, or neither."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.answering.table_pairs import asks_for_pair
from plansvar.asking.tables.comparing import asked_of, names_either
from plansvar.domain import AnswerKind
from plansvar.language.numbers import find_numbers
from plansvar.language.sums import FIRST_YEAR, LAST_YEAR

_TWO = 2


def tells_one_side(task: Task, made: Draft) -> bool:
    """Whether two years or two units are to be compared, and an answer has no value, a single one
    from running text, or rows of only one of the units."""
    if made.abstained or not made.said or not asks_for_pair(task):
        return False
    if _lacks_unit(task, made):
        return True
    if len(asked_of(task.query).years) < _TWO:
        return False
    values = _values(made)
    return len(values) < _TWO if made.kind is AnswerKind.PASSAGE else not values


def _lacks_unit(task: Task, made: Draft) -> bool:
    """ "A eller B?" answered by rows of A alone."""
    units = task.query.scope.organisations
    if len(units) < _TWO or not names_either(task.query) or not made.rows:
        return False
    told = {row.place.organisation for row in made.rows}
    return len(told & set(units)) == 1 and told <= set(units)


def _values(made: Draft) -> set[float]:
    """The numbers of an answer that are no years and stand in no name."""
    found = set()
    for said in made.said:
        figures = [f.text for f in said.fact.figures if f.row is not None or f.measure is None]
        quoted = made.kind is AnswerKind.PASSAGE
        for text in figures:
            whole = quoted or len(text.split()) <= _TWO
            numbers = find_numbers(text) if whole else []
            found |= {n.value for n in numbers if not FIRST_YEAR <= n.value <= LAST_YEAR}
    return found
