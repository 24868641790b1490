"""Among which rows what is asked for is looked for first."""

from __future__ import annotations

from plansvar.asking.query import Operation, Subject

NUMBERED = (Subject.INDICATORS, Subject.AMOUNTS)
ROWS = (Subject.INDICATORS, Subject.COMMITMENTS, Subject.AMOUNTS)
NUMERIC = (
    Operation.VALUE,
    Operation.TARGET,
    Operation.DIFFERENCE,
    Operation.SHARE_OF_TARGET,
    Operation.TREND,
    Operation.COUNT,
    Operation.SHARE,
    Operation.COMPARE,
)


def preferred(subject: Subject | None, operation: Operation | None) -> tuple[Subject, ...]:
    """The subjects whose rows come first for an operation."""
    if subject in ROWS:
        return (subject,)
    if operation in (Operation.COUNT, Operation.SHARE):
        return (Subject.INDICATORS,)
    if operation in (Operation.RESPONSIBLE, Operation.WHEN, Operation.STATUS):
        return (Subject.COMMITMENTS, Subject.INDICATORS)
    return NUMBERED if operation in NUMERIC else ROWS
