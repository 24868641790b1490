"""What running text gives beside a table as the deviation of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.ways import printed_sign
from plansvar.domain import Amount
from plansvar.language.folding import fold

_ABOUT = 0.05  # so much may a text's deviation differ from the table's and be the same


def told_in_text(task: Task, pairs: Sequence[tuple[Amount, Amount]]) -> list[Amount]:
    """The amounts with a sign in the text, where they are about as large as what a row of the
    table came to beside what was planned."""
    return [
        row
        for row in task.library.amounts()
        if not row.headings and printed_sign(row) and any(_is_told_of(row, p) for p in pairs)
    ]


def _is_told_of(row: Amount, pair: tuple[Amount, Amount]) -> bool:
    plan, after = pair
    apart = abs((after.value or 0.0) - (plan.value or 0.0))
    named = (row.place.document_id, fold(row.what), row.unit)
    same = named == (plan.place.document_id, fold(plan.what), plan.unit)
    return same and bool(apart) and abs(abs(row.value or 0.0) - apart) <= _ABOUT * apart
