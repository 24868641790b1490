"""Which reports tell how far undertakings have come now."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.grouping import Group
from plansvar.domain import Commitment


def current(task: Task, groups: Sequence[Group[Commitment]]) -> list[Group[Commitment]]:
    """Where a status is asked for without saying when: of each sender's reports on a year the
    last one, and none that gives no undertaking a status. `groups` stand newest first."""
    scope = task.query.scope
    dated = scope.names_documents or scope.years or scope.periods or scope.document_years
    following = [group for group in groups if any(row.status for row in group.rows)]
    if not task.query.conditions.statuses or dated or not following:
        return list(groups)
    last: dict[tuple[str | None, str | None, int | None], Group[Commitment]] = {}
    for group in following:
        document = group.document
        last.setdefault((document.municipality, group.organisation, document.year), group)
    return list(last.values())
