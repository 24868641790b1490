"""What is told beside what was spoken of: who answers for it, what measures give, and how it is in
other municipalities."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.answering.passages import quoted_of
from plansvar.asking.passages import find_answering, find_given, find_neighbours


def answer_who_near(task: Task) -> Draft:
    """Who answers for what was spoken of, told beside that."""
    return quoted_of(task, find_answering(task.query, task.library))


def answer_given(task: Task) -> Draft:
    """How much measures give, told beside what was spoken of."""
    return quoted_of(task, find_given(task.query, task.library))


def answer_neighbours(task: Task) -> Draft:
    """What is told of other municipalities about what was spoken of."""
    return quoted_of(task, find_neighbours(task.query, task.library))
