"""Amounts that sentences themselves call the largest."""

from __future__ import annotations

from collections.abc import Sequence

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
    told = [row for row in rows if not row.headings]
    said = {row.id: _said_of(task, row, told) for row in told}
    named = [row for row in told if any(stem in fold(said[row.id]) for stem in stems)]
    largest = set(words.vocabulary_list("balance", "superlatives"))
    found = [row for row in named if not largest.isdisjoint(split(said[row.id]))]
    beside = [r for r in told if any(_in_one_sentence(task, r, first) for first in found)]
    return list(dict.fromkeys((*found, *beside)))


def _said_of(task: Task, row: Amount, rows: Sequence[Amount]) -> str:
    """The name of an amount, for the first of a sentence with what stands before it there:
    "Periodens största investeringar är ett höjdfordon"."""
    text = task.document(row).text
    sentence = sentence_at(text, row.cell.start)
    if sentence is None or not sentence.holds(row.what_span):
        return row.what
    path = row.place.document_id
    cells = [r.cell for r in rows if r.place.document_id == path and sentence.holds(r.cell)]
    first = min(cells, key=lambda cell: cell.start) == row.cell
    return text[sentence.start : row.cell.start] if first else row.what


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
