"""Amounts under a name that other tables print with more behind a comma or in brackets."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.money_rows import year_of
from plansvar.asking.evidence import selecting
from plansvar.domain import Amount
from plansvar.language.folding import fold


def head(row: Amount) -> str:
    """The name without what stands behind its comma or in brackets."""
    return fold(row.what.partition(",")[0].partition(" (")[0])


def widened(task: Task) -> Task:
    """The task with "Ekbackens förskola, nybyggnad" beside "Ekbackens förskola" among its rows,
    where only the longer name has amounts of the years asked for."""
    years, links = set(task.query.scope.years), task.query.links
    if len(links) != 1 or not years:
        return task
    linked = [row for row in task.library.amounts() if row.id in links[0].rows]
    if not linked or any(not row.headings or year_of(task, row) in years for row in linked):
        return task
    names = {head(row) for row in linked if not row.is_sum}
    scope = replace(task.query.scope, years=(), periods=())
    others = selecting.rows_in_scope(task.library.amounts(), scope, task.library)
    more = tuple(
        row.id
        for row in others
        if row.headings and head(row) in names and year_of(task, row) in years
    )
    link = replace(links[0], rows=(*links[0].rows, *more))
    return replace(task, query=replace(task.query, links=(link,))) if more else task
