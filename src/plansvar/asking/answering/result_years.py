"""Years that went short or over, and results of years that only a table of key figures prints."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.balances import about_other_money, asks_for_balance, is_whole_name
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.money import lines, lines_said
from plansvar.asking.answering.money_rows import money_of, of_whole_year, rows_of_all_years
from plansvar.asking.answering.rows import name_fact, values_fact
from plansvar.asking.answering.ways import is_deviation, is_planned
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.reading import in_breakdown, usable
from plansvar.domain import Amount, AnswerKind, Indicator, Observation
from plansvar.language.money import money_factors

_SIDES = {"deficit": -1, "surplus": 1}


def asks_which_years(task: Task) -> bool:
    """Whether the years are asked for in which money was short or over."""
    money = money_of(task)
    return money.of_years and money.side in _SIDES and task.query.order is None


def answer_years_of_side(task: Task) -> Draft:
    """The years in which the result, or a unit's deviation, has the sign asked for; all years
    where none has."""
    if _names_unit(task):
        rows = [r for r in rows_of_all_years(task) if is_deviation(r) and of_whole_year(r)]
        return _of_amounts(task, rows)
    told = answer_result_rows(task)
    return told if told.said else _of_amounts(task, _whole_results(task))


def answer_result_rows(task: Task) -> Draft:
    """The whole result of the years asked for, as key figures print it."""
    if _names_unit(task):
        return Draft(AnswerKind.INDICATOR, ())
    scope = replace(task.query.scope, years=(), periods=())
    rows = selecting.rows_in_scope(task.library.indicators(), scope, task.library)
    told = [(row, _asked(task, row)) for row in rows if _is_result(row)]
    told = [(row, shown) for row, shown in told if shown]
    if asks_which_years(task):
        told = sorted(told, key=lambda pair: -len(pair[0].observations))[:1]
    said = [
        Said(
            task.say("row.values", name=name_fact(task, row), values=values_fact(task, row, shown))
        )
        for row, shown in told
    ]
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(row for row, _ in told))


def _whole_results(task: Task) -> list[Amount]:
    """The whole results that tables print for years, as they came out."""
    return [
        row
        for row in selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library)
        if row.headings
        and is_whole_name(row.what)
        and not (is_deviation(row) or is_planned(row) or about_other_money(row))
    ]


def _of_amounts(task: Task, rows: list[Amount]) -> Draft:
    side = _SIDES[money_of(task).side or ""]
    shown = [row for row in rows if side * (row.value or 0.0) > 0] or rows
    many = len({row.place.document_id for row in shown}) > 1
    return Draft(AnswerKind.AMOUNT, tuple(lines_said(task, lines(shown), many)), tuple(shown))


def _names_unit(task: Task) -> bool:
    query = task.query
    units = query.scope.organisations or query.conditions.responsible
    return bool(units) or not asks_for_balance(task)


def _is_result(row: Indicator) -> bool:
    name = row.name.rpartition(",")[0] or row.name
    return is_whole_name(name) and any(o.unit in money_factors() for o in row.observations)


def _asked(task: Task, row: Indicator) -> list[Observation]:
    """The outcomes of the years asked for, or of those that went the way asked for."""
    group = [o for o in in_breakdown(row, None) if words.is_outcome(o) and usable(o)]
    if not asks_which_years(task):
        return [o for o in group if words.year_of(o.period) in task.query.scope.years]
    side = _SIDES[money_of(task).side or ""]
    return [o for o in group if side * (o.value or 0.0) > 0] or group
