"""Example questions about what the index really holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from plansvar.domain import Commitment, Indicator
from plansvar.index.library import Library
from plansvar.texts import text

MOST = 6
LONGEST_NAME = 70


def example_questions(library: Library) -> tuple[str, ...]:
    """Up to six questions of different kinds, made from rows of the index."""
    indicators = library.indicators()
    found = [
        *_on_assessments(library),
        *_on_value(indicators),
        *_on_target(indicators),
        *_on_commitments(library.commitments()),
        *_on_amounts(library),
        *_on_documents(library),
    ]
    return tuple(dict.fromkeys(found))[:MOST]


def _on_assessments(library: Library) -> list[str]:
    """The rarest assessment, for the kind that has it: it is what people ask for."""
    counted = Counter(
        (row.kind, row.assessment.value)
        for row in library.indicators()
        if row.assessment and row.assessment.value
    )
    counted.update((s.kind, s.assessment) for s in library.summaries() if s.assessment)
    for wanted in ("röd", *(value for _, value in counted)):
        for (kind, value), _ in counted.most_common():
            if value == wanted and (many := _plural(value)):
                return [text("web.examples.assessed", kind=kind, assessment=many)]
    return []


def _plural(assessment: str) -> str | None:
    try:
        return text(f"web.examples.assessment.{assessment}")
    except KeyError:
        return None


def _on_value(rows: Sequence[Indicator]) -> list[str]:
    named = _named(row for row in rows if _has(row, "utfall"))
    return [text("web.examples.value", name=name) for name in named[:1]]


def _on_target(rows: Sequence[Indicator]) -> list[str]:
    named = _named(row for row in rows if row.meets_target is False)
    return [text("web.examples.missed", name=name) for name in named[-1:]]


def _on_commitments(rows: Sequence[Commitment]) -> list[str]:
    units = Counter(unit for row in rows for unit in row.responsible)
    if not units:
        return []
    unit, _ = units.most_common(1)[0]
    kinds = Counter(row.kind for row in rows if unit in row.responsible)
    kind = kinds.most_common(1)[0][0]
    return [text("web.examples.commitments", kind=kind, unit=unit)]


def _on_amounts(library: Library) -> list[str]:
    named = [
        row.what
        for row in library.amounts()
        if row.value is not None and 8 <= len(row.what) <= LONGEST_NAME and not row.is_sum
    ]
    return [text("web.examples.amount", what=what[:1].lower() + what[1:]) for what in named[:1]]


def _on_documents(library: Library) -> list[str]:
    return [text("web.examples.documents")] if library.documents() else []


def _named(rows: Iterable[Indicator]) -> list[str]:
    """The shortest names first: they read best in a question."""
    names = [" ".join(row.name.split()) for row in rows]
    return sorted((name for name in names if 4 <= len(name) <= LONGEST_NAME), key=len)


def _has(row: Indicator, measure: str) -> bool:
    return any(o.measure == measure and o.value is not None for o in row.observations)
