"""The group of people that a question names where the rows give nothing but groups and their name
says both ("Kvinnor och män, andel av cheferna"): "hur stor andel av cheferna är män?"."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Task
from plansvar.asking.evidence import selecting, words
from plansvar.language.folding import fold
from plansvar.language.folding import words as split


def with_group_said(task: Task) -> Task:
    """The question restricted to the one group that it names; as it was where it names none, or
    where a row gives a value of all."""
    if task.query.breakdowns:
        return task
    rows = selecting.indicators(task.query, task.library)
    seen = [o for row in rows for o in row.observations]
    if not seen or any(words.is_total(o) for o in seen):
        return task
    said = set(split(task.query.text))
    groups = {fold(o.breakdown) for o in seen}.intersection(said)
    if len(groups) != 1:
        return task
    return replace(task, query=replace(task.query, breakdowns=tuple(groups)))
