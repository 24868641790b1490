"""Rows by the arrow that the document prints for them."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.marks import trend_fact
from plansvar.asking.answering.rows import capped
from plansvar.asking.evidence import selecting
from plansvar.domain import AnswerKind


def answer_by_arrow(task: Task) -> Draft:
    """Each row whose arrow points the way asked for, with the arrow itself."""
    rows = selecting.indicators(task.query, task.library)
    many = len({row.place.document_id for row in rows}) > 1
    facts = [trend_fact(task, row, many) for row in rows]
    said = [Said(fact) for fact in facts if fact is not None]
    return Draft(AnswerKind.INDICATOR, tuple(capped(task, said, rows)), tuple(rows))
