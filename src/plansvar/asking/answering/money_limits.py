"""Amounts of a table that are above or below a limit that a question says."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Task
from plansvar.asking.query import Threshold
from plansvar.domain import Amount
from plansvar.language.money import money_factors


def asks_of_limit(task: Task) -> bool:
    """ "vilka nämnder får mer än 100 mnkr": a limit in a unit of money."""
    limits = task.query.conditions.thresholds
    return bool(limits) and all(limit.unit in money_factors() for limit in limits)


def within_limits(task: Task, row: Amount) -> bool:
    """Whether an amount, whatever its sign, fits the limits of the question."""
    return all(_fits(row, limit) for limit in task.query.conditions.thresholds)


def _fits(row: Amount, limit: Threshold) -> bool:
    printed, said = (money_factors().get(unit or "") for unit in (row.unit, limit.unit))
    if printed is None or said is None or row.value is None:
        return False
    value = abs(row.value) * printed
    lower, upper = limit.value * said, (limit.upper or 0.0) * said
    fitting = {
        "<": value < lower,
        "<=": value <= lower,
        ">": value > lower,
        ">=": value >= lower,
        "between": lower <= value <= upper,
    }
    return fitting.get(limit.relation, False)
