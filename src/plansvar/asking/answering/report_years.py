"""A verdict belongs to its report: asked of a year, it is asked of that year's reports."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Task
from plansvar.asking.evidence import selecting
from plansvar.asking.query import Operation, Subject


def asks_for_verdicts_of_years(task: Task) -> bool:
    """Whether colours, arrows or statuses of rows are asked for, and of certain years."""
    query = task.query
    verdicts = query.conditions.assessments or query.conditions.trend
    wanted = bool(verdicts) or query.operation is Operation.STATUS
    years = query.scope.years and not query.scope.document_years
    return query.subject is Subject.INDICATORS and wanted and bool(years)


def in_reports_of_years(task: Task) -> Task | None:
    """The task over the reports of those years; null where no report is of any of them."""
    scope = task.query.scope
    wanted = replace(scope, years=(), document_years=scope.years)
    if not selecting.documents_in_scope(wanted, task.library):
        return None
    return replace(task, query=replace(task.query, scope=wanted))
