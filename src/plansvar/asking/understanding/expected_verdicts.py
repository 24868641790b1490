"""Goals that are expected to be missed or met: what the document judges, not what its outcome so
far tells ("vilka mål väntas vi missa?")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.goal_levels import family_of
from plansvar.asking.query import Operation, Query, Scope, Subject, TargetState
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading
from plansvar.domain import DocumentKind, Indicator
from plansvar.language.vocabulary import vocabulary

_OVER_ROWS = (Operation.LIST, Operation.COUNT, Operation.SHARE)


def with_expected_verdicts(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for rows by their assessments, where it asks what is expected to be missed or met
    and the documents judge it; else as it was."""
    state = query.conditions.target_state
    of_goals = query.subject is Subject.INDICATORS and query.operation in _OVER_ROWS
    if not of_goals or query.links or not _expects(reading):
        return query
    rows = rows_in_scope(catalogue.library.indicators(), query.scope, catalogue.library)
    asked = query.conditions.assessments
    if asked and not set(asked) <= vocabulary("assessments")["colours"].keys():
        return replace(query, scope=_to_come(query.scope, rows, catalogue))
    if state is None or asked:
        return query
    wanted = "missed" if state is TargetState.MISSED else "met"
    given = sorted({row.assessment.value or "" for row in rows if row.assessment})
    held = tuple(each for each in given if family_of(each) == wanted)
    if not held:
        return query
    conditions = replace(query.conditions, target_state=None, assessments=held, negated=False)
    return replace(query, conditions=conditions, scope=_to_come(query.scope, rows, catalogue))


def _expects(reading: Reading) -> bool:
    said = {token.key for token in reading.tokens}
    return not said.isdisjoint(vocabulary("expectedverdicts")["expecting"])


def _to_come(scope: Scope, rows: Iterable[Indicator], catalogue: Catalogue) -> Scope:
    """The newest year that is judged before it is over, where no year or report is asked of: what
    is expected is not told by the report of a year that is past."""
    if scope.years or scope.document_years or scope.names_documents or scope.periods:
        return scope
    paths = {row.place.document_id for row in rows if row.assessment}
    documents = [catalogue.library.document(path) for path in paths]
    ahead = [d.year for d in documents if d.year and d.kind is not DocumentKind.ANNUAL]
    newest = max((d.year or 0 for d in documents), default=0)
    return replace(scope, document_years=(newest,)) if newest in ahead else scope
