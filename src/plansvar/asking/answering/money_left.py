"""What is left of what a thing may cost in all, or of the budget of the year: "hur mycket återstår
av skolans totalbudget?", "hur mycket av nämndens budget är kvar i augusti?"."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money import value_fact, what_fact
from plansvar.asking.answering.money_rows import of_whole_year, reckoned, year_of
from plansvar.asking.answering.money_wholes import rows_named, says_of_project
from plansvar.asking.answering.ways import is_planned, is_spent, is_told_after, is_whole_cost
from plansvar.asking.evidence import words
from plansvar.asking.tables.columns import AFTER
from plansvar.asking.tables.heads import measures_of
from plansvar.domain import Amount, AnswerKind
from plansvar.language.folding import words as split
from plansvar.language.months import last_month_of, month_of


def asks_of_left(task: Task) -> bool:
    """Whether it is asked how much of the cost of a whole project, or of a budget, is not laid out
    yet."""
    left = set(words.vocabulary_list("balance", "left"))
    named = bool(task.query.links) and (says_of_project(task) or _says_of_budget(task))
    return named and not left.isdisjoint(split(task.query.text))


def _says_of_budget(task: Task) -> bool:
    """Whether a budget is named of which something is left by now, and not at the end of the year
    as is expected."""
    said, planned = split(task.query.text), words.vocabulary_list("balance", "planned")
    expected = any(word.startswith(_expected()) for word in said)
    return any(word.startswith(tuple(planned)) for word in said) and not expected


def _expected() -> tuple[str, ...]:
    return tuple(words.vocabulary_list("balance", "expected"))


def answer_left(task: Task) -> Draft:
    """The whole cost of a printed row, or its budget where that is named, less what has been laid
    out on it so far."""
    rows = rows_named(task)
    of_all = says_of_project(task)
    may_be, is_laid_out = (is_whole_cost, is_spent) if of_all else (_is_of_year, _came_out)
    for spent in filter(is_laid_out, rows):
        line = (spent.place.document_id, spent.what_span, spent.unit)
        own = [r for r in rows if (r.place.document_id, r.what_span, r.unit) == line]
        if not of_all:
            if not _is_of_time(task, spent):
                continue
            own = [r for r in own if year_of(task, r) == year_of(task, spent)]
        whole = next((r for r in own if may_be(r) and not is_told_after(r)), None)
        fact = _left_fact(task, whole, spent) if whole else None
        if whole is not None and fact is not None:
            return Draft(AnswerKind.AMOUNT, (Said(fact),), (whole, spent))
    return Draft(AnswerKind.AMOUNT, ())


def _is_of_time(task: Task, spent: Amount) -> bool:
    """Whether what has come out is of the year and the month asked for, where one is."""
    years = task.query.scope.years
    asked = {month for word in split(task.query.text) if (month := month_of(word))}
    told = last_month_of(spent.period or spent.measure or "")
    return (not years or year_of(task, spent) in years) and (not asked or told in asked)


def _is_of_year(row: Amount) -> bool:
    """Whether an amount is what was planned for a whole year."""
    return is_planned(row) and of_whole_year(row)


def _came_out(row: Amount) -> bool:
    """Whether an amount is what has come out so far."""
    return AFTER[-1] in measures_of(row.measure or "") and not of_whole_year(row)


def _left_fact(task: Task, whole: Amount, spent: Amount) -> Fact | None:
    """Both amounts and what is left; how much too much was laid out, where nothing is."""
    laid, may_cost = spent.value or 0.0, whole.value or 0.0
    over, below = abs(laid) > abs(may_cost), laid <= 0 and may_cost < 0  # costs printed below zero
    apart = reckoned([spent, whole] if over is not below else [whole, spent], [1, -1])
    return apart and task.say(
        "money_left.over" if over else "money_left.left",
        what=what_fact(task, whole),
        whole=value_fact(task, whole),
        spent=value_fact(task, spent),
        difference=apart,
    )
