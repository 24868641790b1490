"""Tables with a row for each year of a key figure: "Nöjda | 2025 | 88", "Nöjda | 2026 | 91"."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from plansvar.domain import Indicator
from plansvar.extraction.targets import judged
from plansvar.language.folding import fold


def joined_by_period(rows: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The rows with those of one key figure as one; where a year has a verdict or a comment of its
    own, or two rows print the same, they stay apart."""
    groups: dict[Hashable, list[Indicator]] = {}
    for row in rows:
        groups.setdefault(_key(row), []).append(row)
    return tuple(found for group in groups.values() for found in _joined(group))


def _key(row: Indicator) -> Hashable:
    labels = tuple(fold(label.text) for label in row.also)
    return fold(row.name), row.kind, row.responsible, labels


def _joined(group: Sequence[Indicator]) -> Sequence[Indicator]:
    printed = [(o.measure, o.period, o.breakdown) for row in group for o in row.observations]
    told = any(row.assessments or row.status or row.comment or row.trend for row in group)
    dated = all(period for _, period, _ in printed)
    if len(group) < 2 or told or not dated or len(set(printed)) < len(printed):
        return group
    observations = tuple(o for row in group for o in row.observations)
    return [judged(replace(group[0], observations=observations, meets_target=None))]
