"""Amounts that one sentence says that something went from and to ("steg från 5 till 9 mnkr")."""

from __future__ import annotations

from itertools import pairwise

from plansvar.asking.answering.drafts import Task
from plansvar.asking.evidence import selecting, words
from plansvar.domain import Amount
from plansvar.language.folding import words as split

_BEFORE = 12  # characters before an amount in which "från" stands


def told_steps(task: Task) -> list[tuple[Amount, Amount]]:
    """The two amounts of one thing that a sentence says it went from and to."""
    told = [row for row in selecting.amounts(task.query, task.library) if not row.headings]
    told = sorted(told, key=lambda row: (row.place.document_id, row.cell.start))
    return [pair for pair in pairwise(told) if _is_step(task, *pair)]


def _is_step(task: Task, first: Amount, last: Amount) -> bool:
    same = (first.place.document_id, first.what_span) == (last.place.document_id, last.what_span)
    if not same or first.unit != last.unit:
        return False
    text = task.document(first).text
    before = split(text[max(0, first.cell.start - _BEFORE) : first.cell.start])
    between = split(text[first.cell.end : last.cell.start])
    listed = words.vocabulary_list
    return before[-1:] == list(listed("balance", "since")) and between == list(
        listed("balance", "until")[:1]
    )
