"""Corrects what is claimed of all goals or parts, or of none, by those that are otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.answering.grouping import grouped
from plansvar.asking.answering.sorting import sort_rows
from plansvar.asking.evidence import selecting
from plansvar.asking.query import Operation
from plansvar.domain import Indicator


def claims_of_all(task: Task) -> bool:
    """Whether a question for goals or parts is one that claims something of all of them."""
    query = task.query
    claimed = query.operation is Operation.LIST and query.premise is not None
    return claimed and (query.of_parts or not query.links)


def answer_of_all(task: Task, drafted: Callable[[Task], Draft]) -> Draft:
    """Those that are judged otherwise, with a no before them where there are any; of parts a yes or
    no in any case."""
    made = drafted(replace(task, query=replace(task.query, premise=None)))
    key = _key(task, bool(made.rows))
    if made.abstained or not made.said or key is None:
        return made
    first, *rest = made.said
    fact = task.say(f"premise.{key}", fact=first.fact)
    return replace(made, said=(replace(first, fact=fact), *rest))


def _rows(task: Task) -> tuple[Indicator, ...]:
    return selecting.indicators(task.query, task.library)


def _key(task: Task, found: bool) -> str | None:
    """What the answer begins with."""
    query, premise = task.query, task.query.premise
    none = premise is not None and premise.negated
    if not query.of_parts:
        return ("some" if none else "not_all") if found else None
    of_all = query.conditions.negated
    if (
        not found
        and query.money is None
        and not any(sort_rows(task, g).base for g in grouped(task, _rows(task)))
    ):
        return None  # of none it can be told
    if of_all:
        return "not_all" if found else "yes"
    return ("some" if none else "yes") if found else "no"
