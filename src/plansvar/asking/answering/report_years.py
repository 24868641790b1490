"""A verdict belongs to its report: asked of a year, it is asked of that year's reports."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Task
from plansvar.asking.evidence import selecting
from plansvar.asking.query import Operation, Query, Subject
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary


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


def as_values_of_years(task: Task, within: Task | None) -> Task | None:
    """The task for the values of those years, where "hur gick det för …" asks for no verdict and
    the reports of those years give none."""
    query = task.query
    if query.operation is not Operation.STATUS or not query.links or _names_verdict(query):
        return None
    rows = selecting.indicators(within.query, task.library) if within else ()
    if any(row.assessment and row.assessment.value for row in rows):
        return None
    return replace(task, query=replace(query, operation=Operation.VALUE))


def _names_verdict(query: Query) -> bool:
    """Whether a question asks for a colour or a verdict itself."""
    if query.premise is not None or query.conditions.assessments or query.conditions.trend:
        return True
    phrases = vocabulary("questions")[query.language]["judgement"]["yes"]
    said = {*words(query.text), *words(query.base)}
    return not said.isdisjoint(phrases)
