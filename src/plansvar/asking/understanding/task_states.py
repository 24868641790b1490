"""How far undertakings must have come, as a question says it in several words."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Conditions, Subject, TargetState
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading

NEAR = 4  # tokens between "inte" and what has not been done


def of_tasks(conditions: Conditions, reading: Reading, subject: Subject | None) -> Conditions:
    """The conditions of undertakings: "inte ens börjat" is one status, and what is reached or
    missed of them is done or not."""
    if subject is not Subject.COMMITMENTS:
        return conditions
    if _is_unbegun(reading):
        return _with(conditions, grammar()["unbegun"], False)
    if not conditions.statuses and conditions.target_state is not None:
        missed = conditions.target_state is TargetState.MISSED
        return _with(conditions, grammar()["finished"], missed)
    if conditions.statuses:
        return replace(conditions, change=None, target_state=None)
    return conditions


def _with(conditions: Conditions, status: str, negated: bool) -> Conditions:
    return replace(
        conditions, statuses=(status,), negated=negated, target_state=None, change=None
    )  # fmt: skip


def _is_unbegun(reading: Reading) -> bool:
    """Whether a word for a beginning is denied: "inte ens börjat", "ingen har tagit tag i"."""
    keys = [token.key for token in reading.tokens]
    begun = [n for n, key in enumerate(keys) if key in grammar()["begun"]]
    return any(not set(keys[max(0, n - NEAR) : n]).isdisjoint(grammar()["lacking"]) for n in begun)
