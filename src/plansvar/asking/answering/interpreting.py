"""How the question was read, in one line."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Task
from plansvar.asking.query import Conditions, Query, Subject
from plansvar.texts import text


def interpretation(task: Task) -> str:
    """What is done, with what, under which conditions: "Lista processmål där bedömning = röd"."""
    if task.query.parts:
        return "; ".join(_one(part) for part in task.query.parts)
    return _one(task.query)


def _one(query: Query) -> str:
    if query.decline:
        return _say(query, f"declined.{query.decline.value}")
    what = _say(query, f"subject.{query.subject.value}")
    if query.conditions.kinds and query.subject in (Subject.INDICATORS, Subject.COMMITMENTS):
        what = ", ".join(query.conditions.kinds)
    said = f"{_say(query, f'operation.{query.operation.value}')} {what}"
    if query.links:
        said += ": " + ", ".join(f"”{link.name}”" for link in query.links)
    where = [*_conditions(query, query.conditions), *_scope(query)]
    if where:
        said += " " + _say(query, "where") + " " + ", ".join(where)
    return said


def _conditions(query: Query, conditions: Conditions) -> list[str]:
    sign = "≠" if conditions.negated else "="
    pairs = [
        ("assessment", " / ".join(conditions.assessments)),
        ("status", " / ".join(conditions.statuses)),
        ("responsible", " / ".join(conditions.responsible)),
        ("target", _word(query, conditions.target_state)),
        ("change", _word(query, conditions.change)),
        ("measure", " / ".join(query.measures)),
        ("breakdown", " / ".join(query.breakdowns)),
    ]
    said = [f"{_say(query, key)} {sign} {value}" for key, value in pairs if value]
    said += [" ".join(w.text for w in t.words) for t in conditions.thresholds if t.words]
    return said + ([_say(query, "without_value")] if conditions.without_value else [])


def _scope(query: Query) -> list[str]:
    scope = query.scope
    pairs = [
        ("municipality", scope.municipalities),
        ("organisation", scope.organisations),
        ("document", scope.documents),
        ("document_kind", scope.document_kinds),
        ("year", tuple(map(str, scope.years))),
        ("document_year", tuple(map(str, scope.document_years))),
    ]
    return [f"{_say(query, key)} = {' / '.join(values)}" for key, values in pairs if values]


def _word(query: Query, value: object) -> str:
    return _say(query, f"word.{value}") if value is not None else ""


def _say(query: Query, key: str) -> str:
    return text(f"answers.interpretation.{key}", query.language)
