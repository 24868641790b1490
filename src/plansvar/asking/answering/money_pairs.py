"""Two amounts of one thing told with how far apart they are."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.money import value_fact, what_fact
from plansvar.asking.answering.money_rows import difference, year_of
from plansvar.domain import Amount
from plansvar.language.folding import words

_OF_PLAN = {"up": "above_plan", "down": "below_plan", "same": "as_planned"}
Pair = tuple[Amount, Amount]


def changed_fact(task: Task, pair: Pair) -> Fact | None:
    """Both amounts, and how far apart they are."""
    first, last = pair
    apart = difference(first, last)
    if apart is None:
        return None
    if first.what != last.what:
        return _in_report(task, last, _named_fact(task, pair, apart))
    fact = task.say(
        f"money_change.{_way(first, last)}",
        what=what_fact(task, last),
        first=value_fact(task, first),
        last=value_fact(task, last),
        difference=apart,
    )
    return _in_report(task, last, fact)


def _named_fact(task: Task, pair: Pair, apart: Fact) -> Fact:
    """Amounts of two names; nothing has grown from one to the other, unless only their years
    differ."""
    first, last = pair
    way = _way(first, last)
    if _undated(first) != _undated(last) and way != "same":
        way = "apart"
    told = [
        task.say("money_change.thing", what=what_fact(task, row), value=value_fact(task, row))
        for row in pair
    ]
    return task.say(f"money_change.two_{way}", first=told[0], last=told[1], difference=apart)


def _undated(row: Amount) -> tuple[str, ...]:
    return tuple(word for word in words(row.what) if not word.isdigit())


def off_plan_fact(task: Task, pair: Pair | None) -> Fact | None:
    """What was planned and what it came to, with how far they are apart."""
    if pair is None:
        return None
    plan, after = pair
    one, other = year_of(task, plan), year_of(task, after)
    if one and other and one != other:  # a budget beside another year's outcome
        return changed_fact(task, pair if one < other else (after, plan))
    apart = difference(plan, after)
    if apart is None:
        return None
    fact = task.say(
        f"money_change.{_OF_PLAN.get(_way(plan, after), 'from_plan')}",
        what=what_fact(task, plan),
        first=value_fact(task, plan),
        last=value_fact(task, after),
        difference=apart,
    )
    return _in_report(task, plan, fact)


def _in_report(task: Task, row: Amount, fact: Fact) -> Fact:
    document = task.document(row)
    report = report_name(task, document, row.place.organisation)
    return task.say("amount.in_report", report=report, fact=fact)


def _way(first: Amount, last: Amount) -> str:
    """Up or down as a size; what may be below zero or above, as a result, only differs."""
    one, other = first.value or 0.0, last.value or 0.0
    if one == other:
        return "same"
    if one * other <= 0:
        return "apart"
    return "up" if abs(other) > abs(one) else "down"
