"""Which amounts belong to the group that a question lists or ranks: units, costs, fees, parts."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.balances import about_other_money
from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.money_rows import (
    column_of,
    is_all_units,
    money_of,
)
from plansvar.asking.evidence import words
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.unit_letters import names_unit, written_out
from plansvar.domain import Amount
from plansvar.language.folding import fold
from plansvar.language.folding import words as split

_PRICED = "kronor"  # the unit of what a person pays


def is_of_kind(task: Task, row: Amount) -> bool:
    """Investments where they are asked about; not otherwise, where units are compared."""
    money, other = money_of(task), about_other_money(row)
    if money.investing or money.group == "investments":
        return other and not _is_of_balance(row)
    return not other or money.group not in ("units", "costs", "incomes")


def _is_of_balance(row: Amount) -> bool:
    """Whether an amount stands in a balance sheet or a cash flow, where no investment is one."""
    told = fold(" ".join(row.place.section[-1:]))
    return any(stem in told for stem in words.vocabulary_list("balance", "of_balance"))


def counted(task: Task, rows: Sequence[Amount]) -> list[Amount]:
    """Of the amounts of tables those that are compared."""
    among = _among_units(task, rows) if money_of(task).group == "units" else frozenset()
    return [row for row in rows if row.id in among or _counts(task, row)]


def _counts(task: Task, row: Amount) -> bool:
    """Whether an amount is one of those compared: no sum, and of the group that is asked for."""
    group = money_of(task).group
    if is_all_units(row) or (row.is_sum and group != "units"):
        return False
    if group == "units":
        return is_unit(task, row)
    if group == "fees":
        return row.unit == _PRICED
    if group == "companies":
        return not set(words.vocabulary_list("balance", "companies")).isdisjoint(split(row.what))
    if group in ("costs", "incomes", "parts_costs", "parts_incomes"):
        return _is_income(row) is group.endswith("incomes")
    return True


def is_unit(task: Task, row: Amount) -> bool:
    """Whether an amount bears the name of a committee or board, or its letters."""
    return names_unit(written_out(row.what, catalogue_of(task.library).abbreviations))


def _is_body(row: Amount) -> bool:
    endings = tuple(words.vocabulary_list("of_units", "endings"))
    return any(word.endswith(endings) for word in split(row.what))


def _among_units(task: Task, rows: Sequence[Amount]) -> frozenset[str]:
    """The amounts of bodies that a table counts among its units ("Kommunfullmäktige och
    revision"): those above the first sum of a column where most bear the name of a unit."""
    columns: dict[tuple[object, ...], list[Amount]] = {}
    for row in rows:
        if row.headings:
            key = (row.place.section, *column_of(row), row.period)
            columns.setdefault(key, []).append(row)
    found: set[str] = set()
    for column in columns.values():
        placed = sorted(column, key=lambda row: row.what_span.start)
        first = next((n for n, row in enumerate(placed) if is_all_units(row)), 0)
        units = [row for row in placed[:first] if is_unit(task, row)]
        if len(units) * 2 > first:
            found.update(row.id for row in placed[:first] if row in units or _is_body(row))
    return frozenset(found)


def _is_income(row: Amount) -> bool:
    told = fold(row.what)
    return any(stem in told for stem in words.vocabulary_list("balance", "income"))
