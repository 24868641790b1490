"""Goals that are expected to be missed or met: what the document judges, not what its outcome so
far tells ("vilka mål väntas vi missa?")."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.goal_levels import family_of
from plansvar.asking.query import Operation, Query, Subject, TargetState
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading
from plansvar.language.vocabulary import vocabulary

_OVER_ROWS = (Operation.LIST, Operation.COUNT, Operation.SHARE)


def with_expected_verdicts(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for rows by their assessments, where it asks what is expected to be missed or met
    and the documents judge it; else as it was."""
    state = query.conditions.target_state
    of_goals = query.subject is Subject.INDICATORS and query.operation in _OVER_ROWS
    if state is None or not of_goals or query.links or query.conditions.assessments:
        return query
    told = vocabulary("expectedverdicts")
    if not {token.key for token in reading.tokens} & set(told["expecting"]):
        return query
    wanted = "missed" if state is TargetState.MISSED else "met"
    rows = rows_in_scope(catalogue.library.indicators(), query.scope, catalogue.library)
    given = sorted({row.assessment.value or "" for row in rows if row.assessment})
    held = tuple(each for each in given if family_of(each) == wanted)
    if not held:
        return query
    conditions = replace(query.conditions, target_state=None, assessments=held)
    return replace(query, conditions=conditions)
