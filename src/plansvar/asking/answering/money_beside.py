"""Amounts that a question names side by side: their sum, how far they are apart, the larger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.money import value_fact, what_fact
from plansvar.asking.answering.money_rows import (
    difference,
    money_of,
    of_whole_year,
    reckoned,
    same_column,
    year_of,
)
from plansvar.asking.answering.ways import is_deviation, is_planned, is_told_after
from plansvar.asking.evidence import selecting
from plansvar.domain import Amount, AnswerKind
from plansvar.language.folding import fold

_PAIR = 2
Column = tuple[Amount, ...]


def answer_beside_each_other(task: Task) -> Draft:
    """The amounts of one column, and what they make; nothing where no column holds them all."""
    column = best_column(task)
    if not column:
        return Draft(AnswerKind.AMOUNT, ())
    facts = _facts(task, column)
    return Draft(AnswerKind.AMOUNT, tuple(map(Said, facts)), column)


def best_column(task: Task) -> Column:
    """One amount of each thing named, all in one column: of the years and measures asked for, of
    the newest report and its own year, what came out before what was planned."""
    found = list(_columns(task))
    return min(found, key=lambda column: newest_first(task, column), default=())


def _facts(task: Task, column: Column) -> list[Fact]:
    terms = [
        task.say("money_share.term", what=what_fact(task, row), value=value_fact(task, row))
        for row in column
    ]
    money = money_of(task)
    total = reckoned(column, [1] * len(column)) if money.beside == "sum" else None
    if total is not None:
        return [task.say("money_share.total", terms=listed(terms, task.language), sum=total)]
    if money.side:
        sign = 1 if money.side == "surplus" else -1
        most = max(column, key=lambda row: sign * (row.value or 0.0))
        shown = listed(terms, task.language)
        return [task.say(f"money_beside.{money.side}", terms=shown, what=what_fact(task, most))]
    shown = listed(terms, task.language)
    if len(column) != _PAIR:
        return [task.say("money_beside.most", terms=shown, what=what_fact(task, _largest(column)))]
    return [_apart(task, column, shown)]


def _apart(task: Task, column: Column, shown: Fact) -> Fact:
    """Both amounts, and by how much one is more than the other."""
    apart = difference(column[0], column[1])
    if apart is None:
        return shown
    if column[0].value == column[1].value:
        return task.say("money_beside.same", terms=shown)
    if (column[0].value or 0.0) * (column[1].value or 0.0) < 0:
        return task.say("money_beside.apart", terms=shown, difference=apart)
    larger = what_fact(task, _largest(column))
    return task.say("money_beside.more", terms=shown, what=larger, difference=apart)


def _largest(column: Column) -> Amount:
    """The amount that is largest in size; where some are below zero and some above, in value."""
    values = [row.value or 0.0 for row in column]
    mixed = min(values) < 0 < max(values)
    return max(column, key=lambda row: (row.value or 0.0) if mixed else abs(row.value or 0.0))


def _columns(task: Task) -> Iterator[Column]:
    """The ways to take one amount of each thing named from one column."""
    groups = [_rows_of(task, link.rows) for link in task.query.links]
    if not all(groups):
        return
    for first in groups[0]:
        others = [[r for r in group if _beside(first, r)] for group in groups[1:]]
        for rest in product(*(each[:1] for each in others)):
            if len({row.id for row in (first, *rest)}) == len(groups):
                yield (first, *rest)


def _rows_of(task: Task, ids: Sequence[str]) -> list[Amount]:
    """The amounts of one thing in the documents, years and measures asked for."""
    wanted = set(ids)
    rows = [r for r in task.library.amounts() if r.id in wanted and r.value is not None]
    rows = selecting.rows_in_scope(rows, task.query.scope, task.library)
    years = set(task.query.scope.years)
    rows = [r for r in rows if not years or year_of(task, r) in years]
    asked = {fold(measure) for measure in task.query.measures}
    if money_of(task).side:
        return [r for r in rows if is_deviation(r)]
    measured = [r for r in rows if fold(r.measure or "") in asked]
    if measured or (asked and not money_of(task).granted):
        return measured
    return [r for r in rows if not (is_deviation(r) or (asked and is_told_after(r)))]


def _beside(one: Amount, two: Amount) -> bool:
    """Whether two amounts stand in one column of one table, or of one that goes on."""
    if one.unit != two.unit:
        return False
    column = (one.place.document_id, one.measure, one.period, one.place.section)
    return same_column(one, two) or column == (
        two.place.document_id, two.measure, two.period, two.place.section,
    )  # fmt: skip


def newest_first(task: Task, column: Column) -> tuple[object, ...]:
    """Sorts columns: of the newest report and its own year first, what came out before what was
    planned."""
    row = column[0]
    document = task.document(row)
    granted = money_of(task).granted
    return (
        granted and not is_planned(row),
        (-(document.year or year_of(task, row) or 0), selecting.newest_key(document)),
        document.year is not None and year_of(task, row) != document.year,
        not of_whole_year(row),
        not is_told_after(row),
        row.cell.start,
    )
