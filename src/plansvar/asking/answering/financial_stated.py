"""What the financial goals are ("vilka finansiella mål har kommunen?"), as documents state them."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.rows import quoted, row_said
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import row_proof
from plansvar.asking.goal_levels import STATED, is_of_sort, judged, stated_financial
from plansvar.asking.query import Operation, Subject
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.domain import AnswerKind, Indicator
from plansvar.texts import text

_SORT = 2  # where the sort of money stands in the goals of a query


def asks_for_stated(task: Task) -> bool:
    return STATED in task.query.goals


def answer_stated(task: Task) -> Draft:
    """The financial goals of the newest document of each municipality that states any, of the
    years asked for, each as it is printed."""
    scope, years = task.query.scope, set(task.query.scope.years)
    sorts = task.query.goals[_SORT:]
    goals = [r for r in stated_financial(task.library) if all(is_of_sort(r, s) for s in sorts)]
    rows = selecting.rows_in_scope(goals, scope, task.library)
    rows = [r for r in rows if not years or task.document(r).year in years]
    newest: dict[str | None, str] = {}
    for row in selecting.ordered(rows, task.library):
        document = task.document(row)
        newest.setdefault(document.municipality, document.path)
    kept = [row for row in rows if row.place.document_id in newest.values()]
    said: list[Said] = []
    for path in newest.values():
        mine = [row for row in kept if row.place.document_id == path]
        report = report_name(task, task.library.document(path), None)
        lead = task.say("financial.of_sort" if sorts else "financial.stated", report=report)
        said.append(Said(lead.proved_by(row_proof(mine[0]))))
        said += [_goal_said(task, row) for row in mine]
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(kept))


def asks_for_goal_of_amount(task: Task) -> bool:
    """Whether it is asked what an amount is to be at the most or the least."""
    query = task.query
    return query.operation is Operation.TARGET and query.subject is Subject.AMOUNTS


def answer_goal_of_amount(task: Task) -> Draft:
    """The stated goals that name the amount, of the newest document that has any, of the years
    asked for."""
    years = set(task.query.scope.years)
    rows = selecting.rows_in_scope(stated_financial(task.library), task.query.scope, task.library)
    named = [telling_roots(link.name) for link in task.query.links]
    kept = [
        row
        for row in selecting.ordered(rows, task.library)
        if (not years or task.document(row).year in years)
        and any(_is_said(max(roots, key=len), row.name) for roots in named if roots)
    ]
    first = [r for r in kept if r.place.document_id == kept[0].place.document_id]
    return Draft(AnswerKind.INDICATOR, tuple(_goal_said(task, row) for row in first), tuple(first))


def _is_said(root: str, name: str) -> bool:
    return any(is_form(root, other) for other in telling_roots(name))


def _goal_said(task: Task, row: Indicator) -> Said:
    """A goal that is stated in a sentence as it is printed; one of a table with its values."""
    if judged(row) or row.name_span is None:
        return row_said(task, row)
    name = quoted(task.document(row), row.name_span)
    return Said(task.say("financial.goal", name=name), (name.text,), "rows", (_head(task),))


def _head(task: Task) -> str:
    return text("answers.table.goals.0", task.language)
