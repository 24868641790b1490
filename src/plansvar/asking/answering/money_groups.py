"""Which amounts belong to the group that a question lists or ranks: units, costs, fees, parts."""

from __future__ import annotations

from plansvar.asking.answering.balances import about_other_money
from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.money_rows import is_all_units, money_of
from plansvar.asking.evidence import words
from plansvar.domain import Amount
from plansvar.language.folding import fold
from plansvar.language.folding import words as split

_PRICED = "kronor"  # the unit of what a person pays


def is_of_kind(task: Task, row: Amount) -> bool:
    """Investments where they are asked about; not otherwise, where units are compared."""
    money, other = money_of(task), about_other_money(row)
    if money.investing or money.group == "investments":
        return other
    return not other or money.group not in ("units", "costs", "incomes")


def counts(task: Task, row: Amount) -> bool:
    """Whether an amount is one of those compared: no sum, and of the group that is asked for."""
    if is_all_units(row):
        return False
    group = money_of(task).group
    if group == "units":
        endings = words.vocabulary_list("balance", "units")
        return any(w.endswith(end) for w in split(row.what) for end in endings)
    if group == "fees":
        return row.unit == _PRICED
    if group == "companies":
        return not set(words.vocabulary_list("balance", "companies")).isdisjoint(split(row.what))
    if group in ("costs", "incomes", "parts_costs", "parts_incomes"):
        return _is_income(row) is group.endswith("incomes")
    return True


def _is_income(row: Amount) -> bool:
    told = fold(row.what)
    return any(stem in told for stem in words.vocabulary_list("balance", "income"))
