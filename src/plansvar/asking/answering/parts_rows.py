"""Amounts of the tables that tell what one unit's money is made up of."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Task
from plansvar.asking.evidence import selecting, words
from plansvar.asking.query import Money, Scope
from plansvar.domain import Amount
from plansvar.language.folding import fold
from plansvar.language.folding import words as split

_PARTS = "parts"


def asks_for_unit_parts(task: Task) -> bool:
    """Whether rows of one unit's own tables are to be listed or put in order."""
    group = (task.query.money or Money()).group or ""
    return group.startswith(_PARTS) and len(task.query.scope.organisations) == 1


def rows_of_parts(task: Task) -> list[Amount]:
    """The amounts that the unit reports itself or that stand under a heading that begins with its
    name, of tables that name no units."""
    asked = task.query.scope
    unit = fold(asked.organisations[0])
    rows = selecting.rows_in_scope(task.library.amounts(), _without_units(task), task.library)
    known = {row.id for row in selecting.rows_in_scope(rows, asked, task.library)}
    own = [row for row in rows if row.headings and (row.id in known or _is_under(row, unit))]
    units = {(_table(row), fold(row.what)) for row in own if _is_unit(row)}
    named = [table for table, _ in units]
    of_units = {table for table in named if named.count(table) > 1}
    return [row for row in own if _table(row) not in of_units and not _is_unit(row)]


def _without_units(task: Task) -> Scope:
    return replace(task.query.scope, organisations=())


def _is_under(row: Amount, unit: str) -> bool:
    return bool(row.place.section) and fold(row.place.section[-1]).startswith(unit)


def _table(row: Amount) -> tuple[str, tuple[str, ...]]:
    return row.place.document_id, row.place.section


def _is_unit(row: Amount) -> bool:
    """Whether a row is named after a unit; "nämnd och stab" is a part of one."""
    endings = words.vocabulary_list("balance", "units")
    named = [word for word in split(row.what) if word not in endings]
    return any(word.endswith(end) for word in named for end in endings)
