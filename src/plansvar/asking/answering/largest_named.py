"""Amounts that sentences themselves call the largest."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.money_rows import money_of
from plansvar.asking.evidence import selecting, words
from plansvar.domain import Amount
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.sentences import sentence_at


def named_largest(task: Task) -> list[Amount]:
    """What a sentence itself calls the largest of what is ranked."""
    order, stems = task.query.order, words.vocabulary_list("balance", "other_sections")
    investing = money_of(task).group == "investments"
    if order is None or not order.descending or not investing:
        return []
    rows = selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library)
    rows = selecting.in_years(rows, task.query.scope.years, task.library)
    named = [r for r in rows if not r.headings and any(s in fold(r.what) for s in stems)]
    largest = set(words.vocabulary_list("balance", "superlatives"))
    found = [row for row in named if not largest.isdisjoint(split(row.what))]
    told = [r for r in rows if not r.headings and any(_in_one_sentence(task, r, f) for f in found)]
    return list(dict.fromkeys((*found, *told)))


def _in_one_sentence(task: Task, row: Amount, first: Amount) -> bool:
    """Whether a sentence names an amount behind one that it calls the largest."""
    if row.place.document_id != first.place.document_id or row.unit != first.unit:
        return False
    sentence = sentence_at(task.document(first).text, first.cell.start)
    return sentence is not None and sentence.holds(row.cell)
