"""Undertakings as a list: a unit's own, and those of a status with what is said of them."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.query import Conditions, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.domain import CommitmentStatus
from plansvar.language.folding import fold, words

_OF_ONE = (
    Operation.STATUS,
    Operation.VALUE,
    Operation.WHAT,
    Operation.COUNT,
    Operation.LIST,
)


def asks_which_tasks(query: Query, conditions: Conditions) -> bool:
    """ "vilket uppdrag lades ner, och av vilken anledning?": rows, and what is said of them."""
    asked = {*grammar()["many"], *grammar()["single"]}
    told = bool(conditions.statuses) and not query.links
    first = words(query.text)[:1]
    return told and query.subject is Subject.COMMITMENTS and bool(asked & set(first))


def is_of_tasks(query: Query) -> bool:
    """ "vad har nämnden fått i uppdrag?": the undertakings of a unit."""
    return query.subject is Subject.COMMITMENTS and bool(query.scope.organisations)


def with_tasks_of_unit(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """ "vad har byggnämnden fått i uppdrag?": the unit's undertakings, where rows are called like
    the unit; else as it was."""
    named = {
        fold(name): name for name in (*catalogue.units_by_name.values(), *_answering(catalogue))
    }
    unit = named.get(fold(query.links[0].name)) if len(query.links) == 1 else None
    asked = reading.has("subject", Subject.COMMITMENTS.value) and unit is not None
    if not asked or unit is None or query.subject is Subject.COMMITMENTS:
        return query
    if query.operation not in _OF_ONE or query.decline is not None:
        return query
    scope = replace(query.scope, organisations=(unit,))
    if not rows_in_scope(catalogue.library.commitments(), scope, catalogue.library):
        return query
    told = query.premise or query.conditions
    return replace(
        query,
        subject=Subject.COMMITMENTS,
        operation=Operation.COUNT if query.operation is Operation.COUNT else Operation.LIST,
        links=(),
        scope=scope,
        premise=None,
        conditions=Conditions(statuses=told.statuses, negated=told.negated),
        measures=(),
        money=None,
    )


def of_unit_told_of(query: Query, reading: Reading) -> Query:
    """No text answers for anything: a unit that a report tells of is where it is looked for."""
    units = reading.found.scope.organisations
    if not units or not query.conditions.responsible or query.scope.organisations:
        return query
    return replace(
        query,
        scope=replace(query.scope, organisations=units),
        conditions=replace(query.conditions, responsible=()),
    )


def with_year_put_off_to(query: Query, catalogue: Catalogue) -> Query:
    """ "vilka uppdrag flyttades till 2027?": the year is in what the rows print, and the report is
    of another year."""
    late = CommitmentStatus.DELAYED.value in query.conditions.statuses
    if query.subject is not Subject.COMMITMENTS or not late or len(query.scope.years) != 1:
        return query
    year = str(query.scope.years[0])
    rows = rows_in_scope(catalogue.library.commitments(), query.scope, catalogue.library)
    put_off = {r.place.document_id for r in rows if year in (r.status_raw or "")}
    if not put_off:
        return query
    return replace(query, scope=replace(query.scope, years=(), documents=tuple(sorted(put_off))))


def _answering(catalogue: Catalogue) -> set[str]:
    return {unit for row in catalogue.library.commitments() for unit in row.responsible}
