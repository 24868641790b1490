"""Corrects what is claimed of all goals, or of none, by those that are judged otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.query import Operation


def claims_of_all(task: Task) -> bool:
    """Whether a question for goals is one that claims something of all of them."""
    query = task.query
    return query.operation is Operation.LIST and query.premise is not None and not query.links


def answer_of_all(task: Task, drafted: Callable[[Task], Draft]) -> Draft:
    """The goals that are judged otherwise, with a no before them where there are any."""
    made = drafted(replace(task, query=replace(task.query, premise=None)))
    if made.abstained or not made.rows:
        return made
    none = task.query.premise is not None and task.query.premise.negated
    first, *rest = made.said
    fact = task.say(f"premise.{'some' if none else 'not_all'}", fact=first.fact)
    return replace(made, said=(replace(first, fact=fact), *rest))
