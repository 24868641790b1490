"""The sentences on one row, as points or, where the question asks for it, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.evidence.quotes import plain
from plansvar.domain import Indicator
from plansvar.texts import text

_COLUMNS = ("name", "told")
_END = ": "


def as_rows(task: Task, row: Indicator, facts: Sequence[Fact]) -> list[Said]:
    """Each fact as a point; in a table the name of the row in one column and what is told of it in
    the other."""
    if not task.query.as_table:
        return [Said(fact, table="points") for fact in facts]
    head = tuple(text(f"answers.table.{key}", task.language) for key in _COLUMNS)
    return [Said(fact, (plain(row.name), _told(fact)), "rows", head) for fact in facts]


def _told(fact: Fact) -> str:
    """What a sentence tells behind the name of its row."""
    _, _, told = fact.text.partition(_END)
    return (told or fact.text).removesuffix(".")
