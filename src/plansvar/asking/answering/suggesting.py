"""Further questions that the index can answer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from plansvar.asking.answering.drafts import Draft, Row, Task
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.reading import breakdowns, read, usable
from plansvar.asking.query import Operation, Scope
from plansvar.domain import Amount, Commitment, Indicator
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.texts import text

MOST = 4
_LEAST = 2
_LONGEST = 80


def suggestions(task: Task, made: Draft) -> tuple[str, ...]:
    """Two to four questions that lead on from an answer."""
    found = [q for row in made.rows[:3] or _near_rows(task, made) for q in _on_row(task, row)]
    if any(isinstance(row, Amount) for row in made.rows):
        found += _other_amounts(task, made)
    if task.query.conditions.assessments:
        found = [*_other_assessments(task), *found]
    fitting = _unique(task, found)
    return fitting if len(fitting) >= _LEAST else _unique(task, [*fitting, *nearby(task)])


def nearby(task: Task) -> tuple[str, ...]:
    """Questions on what the documents do hold, nearest to the question's scope first."""
    scope = task.query.scope
    rows = selecting.rows_in_scope(
        task.library.indicators(), Scope(municipalities=scope.municipalities), task.library
    )
    rows = rows or list(task.library.indicators())
    told = (q for row in rows if usable(read(row).outcome) for q in _on_row(task, row)[:1])
    found = list(islice(told, 2))
    found += _other_assessments(task)[:1]
    if any(row.meets_target is False for row in task.library.indicators()):
        found.append(text("answers.suggest.missed", task.language))
    found += _amounts(task)[: MOST - len(found)]
    found.append(text("answers.suggest.documents", task.language))
    return _unique(task, found)


def _near_rows(task: Task, made: Draft) -> tuple[Row, ...]:
    """Rows under the headings that the answer quotes, one for each quoted place."""
    places = [e.place for said in made.said for e in said.fact.evidence]
    found: dict[str, Row] = {}
    for place in places:
        near = (
            row
            for row in task.library.indicators()
            if row.place.document_id == place.document_id
            and place.section
            and row.place.section[: len(place.section)] == place.section
        )
        found |= {row.id: row for row in islice(near, 1)}
    return tuple(found.values())[:3]


def _other_amounts(task: Task, made: Draft) -> list[str]:
    """Questions on other amounts of the table that the answer is from."""
    told = [row for row in made.rows if isinstance(row, Amount)]
    places = {(row.place.document_id, row.place.section) for row in told}
    asked = {fold(row.what) for row in told}
    names = dict.fromkeys(
        plain(row.what)
        for row in task.library.amounts()
        if row.headings
        and row.value
        and fold(row.what) not in asked
        and (row.place.document_id, row.place.section) in places
    )
    short = [name for name in names if _telling(name)]
    return [text("answers.suggest.amount", task.language, name=name) for name in short[:2]]


def _amounts(task: Task) -> list[str]:
    """Questions on sums and results in tables of the question's organisations."""
    rows = selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library)
    told = [r for r in rows or task.library.amounts() if r.headings and r.is_sum and r.value]
    names = [plain(row.what) for row in selecting.ordered(told, task.library)]
    short = [name for name in dict.fromkeys(names) if _telling(name)]
    return [text("answers.suggest.amount", task.language, name=name) for name in short[:2]]


def _telling(name: str) -> bool:
    return len(name.split()) > 1 and len(name) <= _LONGEST and not find_numbers(name)


def _on_row(task: Task, row: Row) -> list[str]:
    if isinstance(row, Indicator):
        return _on_indicator(task, row)
    name = plain(row.text if isinstance(row, Commitment) else row.what)
    if len(name) > _LONGEST or not isinstance(row, Commitment) or not row.responsible:
        return []
    return [text("answers.suggest.responsible", task.language, name=name)]


def _on_indicator(task: Task, row: Indicator) -> list[str]:
    name = plain(row.name)
    if len(name) > _LONGEST or find_numbers(name):
        return []
    reading = read(row)
    keys = []
    if usable(reading.outcome) and task.query.operation is not Operation.VALUE:
        keys.append("value")
    if reading.target and task.query.operation not in (Operation.VALUE, Operation.TARGET):
        keys.append("target")
    if usable(reading.outcome) and usable(reading.previous):
        keys.append("trend")
    if len(breakdowns(row)) > 1 and not task.query.breakdowns:
        keys.append("groups")
    return [text(f"answers.suggest.{key}", task.language, name=name) for key in keys]


def _other_assessments(task: Task) -> list[str]:
    """The other assessments that the reports use."""
    used = [a.value for row in task.library.indicators() for a in row.assessments if a.value]
    used += [s.assessment for s in task.library.summaries() if s.assessment]
    asked = task.query.conditions.assessments
    known: list[str] = []
    for name in dict.fromkeys(used):
        try:
            many = text(f"answers.assessment_many.{name}", task.language)
        except KeyError:
            continue
        if name not in asked:
            known.append(text("answers.suggest.assessed", task.language, assessment=many))
    return known[:2]


def _unique(task: Task, found: Sequence[str]) -> tuple[str, ...]:
    asked = task.query.text.strip().lower()
    return tuple(q for q in dict.fromkeys(found) if q.lower() != asked)[:MOST]
