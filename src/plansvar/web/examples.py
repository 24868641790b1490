"""Example questions about what the index really holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from plansvar.asking.evidence.reading import read, usable
from plansvar.domain import Commitment, Indicator
from plansvar.index.library import Library
from plansvar.texts import text

MOST = 6
TRIED = 3
LONGEST_NAME = 70


def example_questions(library: Library, answers: Callable[[str], bool]) -> tuple[str, ...]:
    """Up to six questions of different kinds, made from rows of the index; `answers` tells
    whether a question can be answered, so that no example disappoints."""
    kinds = (
        _on_assessments(library),
        _on_values(library.indicators()),
        _on_targets(library.indicators()),
        _on_commitments(library.commitments()),
        _on_amounts(library),
        _on_documents(library),
    )
    found = [next((one for one in kind[:TRIED] if answers(one)), None) for kind in kinds]
    return tuple(dict.fromkeys(one for one in found if one))[:MOST]


def _on_assessments(library: Library) -> list[str]:
    """Assessments as the reports give them, those of the commonest kind first, the rarest first."""
    counted = Counter(
        (row.kind, row.assessment.value)
        for row in library.indicators()
        if row.assessment and row.assessment.value
    )
    counted.update((s.kind, s.assessment) for s in library.summaries() if s.assessment)
    kinds = Counter(kind for kind, _ in counted.elements())
    ranked = sorted(counted, key=lambda pair: (-kinds[pair[0]], counted[pair]))
    return [
        text("web.examples.assessed", kind=_many(kind), assessment=many)
        for kind, value in ranked
        if value and (many := _lookup(f"web.examples.assessment.{value}"))
    ]


def _many(kind: str) -> str:
    return _lookup(f"answers.kind_many.{kind}") or kind


def _lookup(key: str) -> str | None:
    try:
        return text(key)
    except KeyError:
        return None


def _on_values(rows: Sequence[Indicator]) -> list[str]:
    named = _named(row for row in rows if usable(read(row).outcome))
    return [text("web.examples.value", name=name) for name in named]


def _on_targets(rows: Sequence[Indicator]) -> list[str]:
    named = _named(row for row in rows if row.meets_target is False)
    return [text("web.examples.missed", name=name) for name in reversed(named)]


def _on_commitments(rows: Sequence[Commitment]) -> list[str]:
    units = Counter((unit, row.kind) for row in rows for unit in row.responsible)
    return [
        text("web.examples.commitments", kind=_many(kind), unit=unit)
        for (unit, kind), _ in units.most_common()
    ]


def _on_amounts(library: Library) -> list[str]:
    named = [
        row.what
        for row in library.amounts()
        if row.value is not None and 8 <= len(row.what) <= LONGEST_NAME and not row.is_sum
    ]
    return [text("web.examples.amount", what=what) for what in dict.fromkeys(named)]


def _on_documents(library: Library) -> list[str]:
    return [text("web.examples.documents")] if library.documents() else []


def _named(rows: Iterable[Indicator]) -> list[str]:
    """The shortest names first: they read best in a question."""
    names = [" ".join(row.name.split()) for row in rows]
    return sorted((name for name in names if 4 <= len(name) <= LONGEST_NAME), key=len)
