"""The year in which an amount was highest or lowest, of the years that one row prints."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import counted
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.money import lines, value_fact, what_fact
from plansvar.asking.answering.money_rows import of_whole_year, rows_of_all_years, year_of
from plansvar.asking.answering.ways import is_deviation
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.query import OrderBy
from plansvar.domain import Amount, AnswerKind, Tally

_LEAST = 2


def answer_best_year(task: Task) -> Draft:
    """The year of the highest or lowest amount, on the row that has most years."""
    rows = _longest(task)
    order = task.query.order
    if len(rows) < _LEAST or order is None:
        return Draft(AnswerKind.AMOUNT, ())
    placed = sorted(rows, key=lambda row: row.value or 0.0, reverse=_highest_first(task, rows))
    best = placed[0]
    end = "most" if (best.value or 0.0) >= (placed[-1].value or 0.0) else "least"
    fact = task.say(
        f"money_year.{end}",
        what=what_fact(task, best),
        value=value_fact(task, best),
        base=str(len(rows)),
        report=report_name(task, task.document(best), best.place.organisation),
    )
    calculation = counted(
        word(task, "rule", "amounts"),
        len(rows),
        Tally(word(task, "tally", "amounts"), tuple(row.id for row in rows)),
        rows=[row.id for row in rows],
    )
    fact = fact.reckoned(calculation).proved_by(*(amount_proof(row) for row in rows))
    return Draft(AnswerKind.AMOUNT, (Said(fact),), tuple(placed))


def _highest_first(task: Task, rows: list[Amount]) -> bool:
    """Costs that are printed below zero are highest where they are furthest below."""
    order = task.query.order
    first = order is None or order.descending
    if order is not None and order.by is OrderBy.DISTANCE_TO_TARGET:
        return not first
    costs = all((row.value or 0.0) <= 0 for row in rows)
    return not first if costs else first


def _longest(task: Task) -> list[Amount]:
    """The amounts of the row with most years, one of each year."""
    found: list[list[Amount]] = []
    for line in lines(r for r in rows_of_all_years(task) if r.headings and of_whole_year(r)):
        by_year: dict[int, Amount] = {}
        for row in line.rows:
            year = year_of(task, row)
            if year and not is_deviation(row):
                by_year.setdefault(year, row)
        found.append(list(by_year.values()))
    return max(found, key=len, default=[])
