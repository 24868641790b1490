"""Amounts that sentences themselves call the largest."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.money_rows import money_of
from plansvar.asking.answering.ways import is_planned
from plansvar.asking.evidence import selecting, words
from plansvar.domain import Amount
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.sentences import sentence_at

_NEAR = 40  # letters before an amount that tell whether it is the whole


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
    """Whether a sentence names an amount behind one that it calls the largest, as another such and
    not as the whole that it is a part of, or as what was planned for it."""
    if row.place.document_id != first.place.document_id or row.unit != first.unit:
        return False
    text = task.document(first).text
    sentence = sentence_at(text, first.cell.start)
    if sentence is None or not sentence.holds(row.cell):
        return False
    if row is first or row.cell.start < first.cell.start:
        return row is first
    between = set(split(text[max(first.cell.end, row.cell.start - _NEAR) : row.cell.start]))
    whole = between & set(words.vocabulary_list("balance", "of_whole"))
    return not (whole or is_planned(row) or row.is_sum)
