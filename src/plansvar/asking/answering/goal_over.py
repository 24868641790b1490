"""The goal that a row stands under, told beside its name where goals are asked for."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.evidence.proof import row_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.goal_levels import goal_said, is_goal, says_goals
from plansvar.asking.query import Conditions, Operation, Subject
from plansvar.domain import Figure, Indicator
from plansvar.language.folding import fold, words
from plansvar.language.numbers import find_numbers


def goal_over(task: Task, row: Indicator) -> Fact | str:
    """The goal that a row stands under, as its label or heading says it ("Mål 3. Äldre möter få
    ansikten"), where the goals of an area are asked for."""
    if not (task.query.area or _lists_goals(task)):
        return ""
    for label in row.also:
        if label.kind and is_goal(label.kind):
            figure = Figure(plain(label.text), row.place.document_id, label.span)
            return Fact(plain(label.text), (figure,), (row_proof(row),))
    headings = (*(label.text for label in row.also), *row.place.section[-1:])
    said = next(filter(None, (goal_said(plain(heading)) for heading in headings)), "")
    return "" if find_numbers(said) or fold(said) == fold(row.name) else said


def _lists_goals(task: Task) -> bool:
    """Whether goals are listed under no condition, so that what they are called is what counts."""
    query = task.query
    bare = replace(query.conditions, kinds=(), responsible=()) == Conditions()
    listing = query.operation is Operation.LIST and query.subject is Subject.INDICATORS
    return listing and bare and not query.links and says_goals(words(query.base or query.text))
