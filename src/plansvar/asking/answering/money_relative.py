"""Deviations in percent of what was planned, where the order of amounts is asked for in that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money import value_fact, what_fact
from plansvar.asking.answering.money_percent import asks_percent
from plansvar.asking.answering.money_rows import figure_of, of_whole_year, shown_number, year_of
from plansvar.asking.answering.ways import is_deviation, is_of_all_years, is_planned
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.evidence.values import percent_of, value_of
from plansvar.domain import Amount, Calculation

Plans = dict[str, Amount]


def plans_beside(task: Task, rows: Sequence[Amount]) -> Plans:
    """Deviation → what was planned in its own printed line; empty where not all are deviations, or
    percent is not asked for."""
    if not asks_percent(task) or not all(map(is_deviation, rows)):
        return {}
    lines = {(r.place.document_id, r.what_span): r for r in rows}
    planned = [
        other
        for other in task.library.amounts()
        if (other.place.document_id, other.what_span) in lines
        and is_planned(other)
        and other.value
        and of_whole_year(other)
        and not is_of_all_years(other)
    ]
    found: Plans = {}
    for row in rows:
        own = [p for p in planned if _is_of(task, row, p)]
        if len(own) == 1:
            found[row.id] = own[0]
    return found


def _is_of(task: Task, row: Amount, plan: Amount) -> bool:
    same = (row.place.document_id, row.what_span) == (plan.place.document_id, plan.what_span)
    return same and row.unit == plan.unit and year_of(task, row) == year_of(task, plan)


def by_share(rows: Iterable[Amount], plans: Plans, least: bool = False) -> list[Amount]:
    """The rows with a plan, by how large a part of it they are."""
    known = [row for row in rows if row.id in plans]
    return sorted(known, key=lambda row: _size(row, plans[row.id]), reverse=not least)


def _size(row: Amount, plan: Amount) -> float:
    return abs((row.value or 0.0) / (plan.value or 1.0))


def shares_said(task: Task, rows: Iterable[Amount], plans: Plans) -> list[Said]:
    """Each deviation with what was planned, and how many percent of that it is."""
    return [Said(fact) for row in rows if (fact := _fact(task, row, plans[row.id]))]


def _fact(task: Task, row: Amount, plan: Amount) -> Fact | None:
    operands = (figure_of(row), figure_of(plan))
    part, whole = (value_of(figure.text) for figure in operands)
    if part is None or not whole:
        return None
    result = shown_number(percent_of(part, whole), 1)
    rule = f"{operands[0].text} / {operands[1].text}"
    calculation = Calculation(rule, operands, result, percent=True)
    percent = Fact(result, (), (amount_proof(row), amount_proof(plan)), calculation)
    return task.say(
        "money_share.of_plan",
        what=what_fact(task, row),
        value=value_fact(task, row),
        percent=percent,
        total=value_fact(task, plan),
    )
