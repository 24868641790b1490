"""How many rows are judged in one way, counted so that it can be counted again."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import counted
from plansvar.asking.answering.kinds import word
from plansvar.asking.evidence.proof import marked_proof
from plansvar.domain import Calculation, Evidence, Indicator, Tally


def judged_count(
    task: Task, base: Sequence[Indicator], part: Sequence[Indicator], label: str
) -> Calculation:
    """The rows of `part`, which are judged as `label` says, out of all that are judged."""
    return counted(
        word(task, "rule", "assessed"),
        len(part),
        Tally(word(task, "tally", "assessed"), tuple(row.id for row in base)),
        Tally(label, tuple(row.id for row in part)),
        rows=[row.id for row in part],
    )


def judged_proof(rows: Sequence[Indicator]) -> list[Evidence]:
    """The rows with the signs or words that judge them."""
    return [marked_proof(row, row.assessment) for row in rows if row.assessment]
