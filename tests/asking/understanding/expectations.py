"""Reads tables of questions with what must be understood of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Query
from plansvar.asking.understanding.understanding import understand
from plansvar.index.library import Library


@dataclass(frozen=True)
class Case:
    """A question, those before it in its conversation, and what must be understood."""

    question: str
    before: tuple[str, ...]
    subject: str
    operation: str
    facts: tuple[tuple[str, str], ...]


def read_cases(path: Path) -> list[Case]:
    cases: list[Case] = []
    for line in path.read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        question, subject, operation, rest = (each.strip() for each in line.split(" |", 3))
        before: tuple[str, ...] = ()
        if question.startswith(">"):
            question = question[1:].strip()
            before = (*cases[-1].before, cases[-1].question)
        facts = [f.partition("=") for f in rest.split(";") if f.strip()]
        pairs = tuple((name.strip(), value.strip()) for name, _, value in facts)
        cases.append(Case(question, before, subject, operation, pairs))
    return cases


def asked(case: Case, library: Library) -> Query:
    """The query of a case's question at the end of its conversation."""
    conversation = Conversation()
    for question in case.before:
        conversation = conversation.with_turn(understand(question, conversation, library, None))
    return understand(case.question, conversation, library, None)


def faults(case: Case, query: Query, library: Library) -> list[str]:
    """What was understood otherwise than the case says."""
    found = []
    for name, wanted, got in (
        ("subject", case.subject, query.subject.value),
        ("operation", case.operation, query.operation.value),
    ):
        if wanted not in ("*", got):
            found.append(f"{name}: {got}, not {wanted}")
    if query.decline is not None and not any(name == "decline" for name, _ in case.facts):
        found.append(f"declined: {query.decline.value}")
    for name, value in case.facts:
        if not _holds(name, value, query, library):
            found.append(f"{name}: {_shown(name, query)!r}, not {value!r}")
    return found


def _holds(name: str, value: str, query: Query, library: Library) -> bool:
    if name == "link":
        return any(value.lower() in each.lower() for each in _names(query, library))
    if name == "kinds":
        return value in query.conditions.kinds
    return _shown(name, query) == value


def _names(query: Query, library: Library) -> set[str]:
    named = {row.id: row.name for row in library.indicators()}
    named |= {row.id: row.text for row in library.commitments()}
    named |= {row.id: row.what for row in library.amounts()}
    rows = query.links[0].rows if query.links else ()
    return {named[row] for row in rows}


def _shown(name: str, query: Query) -> str:
    return SHOWN[name](query) if name in SHOWN else ""


def _yes(value: object) -> str:
    return "yes" if value else "no"


def _joined(values: object) -> str:
    return ",".join(str(each) for each in values)  # type: ignore[attr-defined]


def _value(value: object) -> str:
    return getattr(value, "value", "") if value is not None else ""


def _thresholds(query: Query) -> str:
    return ",".join(f"{t.relation} {t.value:g}" for t in query.conditions.thresholds)


SHOWN: Mapping[str, Callable[[Query], str]] = {
    "assessments": lambda q: _joined(q.conditions.assessments),
    "negated": lambda q: _yes(q.conditions.negated),
    "state": lambda q: _value(q.conditions.target_state),
    "change": lambda q: _value(q.conditions.change),
    "statuses": lambda q: _joined(q.conditions.statuses),
    "responsible": lambda q: _joined(q.conditions.responsible),
    "links": lambda q: str(len(q.links)),
    "link": lambda q: _joined(link.name for link in q.links),
    "kinds": lambda q: _joined(q.conditions.kinds),
    "town": lambda q: _joined(q.scope.municipalities),
    "unit": lambda q: _joined(q.scope.organisations),
    "document": lambda q: _joined(q.scope.documents),
    "kind": lambda q: _joined(q.scope.document_kinds),
    "years": lambda q: _joined(q.scope.years),
    "section": lambda q: _joined(q.scope.sections),
    "period": lambda q: _joined(q.scope.periods),
    "against": lambda q: _joined(q.against_years),
    "breakdowns": lambda q: _joined(q.breakdowns),
    "measures": lambda q: _joined(q.measures),
    "order": lambda q: _value(q.order.by) if q.order else "",
    "limit": lambda q: str(q.order.limit) if q.order else "",
    "numbers": lambda q: ",".join(f"{each:g}" for each in q.numbers),
    "decline": lambda q: _value(q.decline),
    "missing": lambda q: _joined(q.not_understood),
    "premise_state": lambda q: _value(q.premise.target_state) if q.premise else "",
    "premise_assessments": lambda q: _joined(q.premise.assessments) if q.premise else "",
    "premise_change": lambda q: _value(q.premise.change) if q.premise else "",
    "table": lambda q: _yes(q.as_table),
    "follow": lambda q: _yes(q.follow_up),
    "without": lambda q: _yes(q.conditions.without_value),
    "language": lambda q: q.language,
    "threshold": _thresholds,
    "parts": lambda q: str(len(q.parts)),
    "sure": lambda q: _yes(all(link.sure for link in q.links)),
}
