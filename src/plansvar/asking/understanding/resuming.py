"""What a follow-up goes on asking where it says nothing of that itself."""

from __future__ import annotations

from plansvar.asking.query import Operation, Query, Subject
from plansvar.asking.understanding.parsing import Parsed

# After one of these "och 2027?" or "och budgeten?" asks for a figure again.
_BETWEEN = (
    Operation.WHY, Operation.HOW, Operation.WHAT, Operation.EXPLAIN, Operation.WHEN,
    Operation.WHO, Operation.RESPONSIBLE,
)  # fmt: skip
# After one of these a table is one of values.
_IN_WORDS = (Operation.TREND, Operation.DIFFERENCE, Operation.SHARE_OF_TARGET)


def operation_before(before: Query, parsed: Parsed) -> Operation:
    """What the question before asked for; the values where another year or measure, a group or a
    table is asked for after words about them ("2029 då" after "nåddes det?")."""
    rows = before.subject in (Subject.INDICATORS, Subject.AMOUNTS) and bool(before.links)
    if not rows or parsed.operation is not None:
        return before.operation
    new = parsed.query
    if new.as_table and before.operation in _IN_WORDS:
        return Operation.VALUE
    judged = before.operation is Operation.STATUS and before.premise is not None
    if judged and new.scope.years and before.subject is Subject.INDICATORS:
        return Operation.VALUE
    figure = bool(new.scope.years or new.measures or new.breakdowns)
    plain = figure and not (new.links or parsed.unlinked)
    return Operation.VALUE if before.operation in _BETWEEN and plain else before.operation


def measures_before(before: Query, parsed: Parsed) -> tuple[str, ...]:
    """The measures of the question before; a target that was only asked whether it is reached is
    none of them."""
    judged = before.operation is Operation.STATUS and before.premise is not None
    return () if judged and parsed.operation is not Operation.TARGET else before.measures
