"""Why a value is missing, where a note of the table says it."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.unmeasured import reason_told
from plansvar.asking.answering.values import missing_fact
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.reading import usable
from plansvar.asking.query import Operation, Subject
from plansvar.domain import AnswerKind, Indicator, Observation
from plansvar.language.numbers import is_missing


def asks_why_missing(task: Task) -> bool:
    """Whether a question asks why rows that it names have no value: it says that they have none,
    or the documents print none for any of them."""
    query = task.query
    if query.operation is not Operation.WHY or not query.links:
        return False
    if query.subject is not Subject.INDICATORS:
        return False
    if query.premise is not None and query.premise.without_value:
        return True
    rows = selecting.indicators(query, task.library)
    return bool(rows) and not any(usable(o) for row in rows for o in row.observations)


def answer_missing(task: Task) -> Draft:
    """The marks for missing values with their notes, or what the document says that they stand
    for; nothing where nothing tells why."""
    rows = selecting.indicators(task.query, task.library)
    marked = [(row, mark) for row in rows if (mark := noted(row) or _explained(task, row))]
    said = tuple(Said(missing_fact(task, row, mark)) for row, mark in marked)
    return Draft(AnswerKind.INDICATOR, said, tuple(row for row, _ in marked))


def _explained(task: Task, row: Indicator) -> Observation | None:
    """The row's mark for a missing value, of the year and measure asked for, that its document
    explains."""
    asked, years = task.query.measures, task.query.scope.years
    marks = [o for o in row.observations if is_missing(o.raw)]
    marks = [o for o in marks if not years or words.year_of(o.period) in (None, *years)]
    marks = [o for o in marks if any(words.same_measure(m, o) for m in asked)] or marks
    return next((o for o in marks if reason_told(task, row, o)), None)


def noted(row: Indicator) -> Observation | None:
    """The row's first mark for a missing value that a note explains."""
    return next((o for o in row.observations if is_missing(o.raw) and o.note_span), None)
