"""Goals of a unit that is itself the name of rows ("vilka röda mål har socialnämnden?")."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.goal_levels import is_goal
from plansvar.asking.query import Conditions, Operation, Query, Subject
from plansvar.asking.understanding import grammar as rules
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.goals_asked import names_goals
from plansvar.asking.understanding.reading import Reading
from plansvar.language.folding import fold

_OF_ONE = (Operation.STATUS, Operation.VALUE, Operation.COUNT, Operation.LIST, Operation.SHARE)
_OVER_ROWS = ("list", "count", "share")


def with_goals_of_unit(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for the unit's goals under the conditions asked for, where it was read as one for
    rows that are called like the unit; else as it was."""
    judged = query.premise or rules.as_premise(query.conditions)
    judged = judged or (Conditions() if names_goals(reading) else None)
    unit = _unit(query, catalogue)
    lists = reading.has("operation", *_OVER_ROWS) and reading.has("subject", "indicators")
    if unit is None or judged is None or not lists or query.operation not in _OF_ONE:
        return query
    conditions = replace(judged, kinds=query.conditions.kinds)
    told = Operation.COUNT if reading.has("operation", "count") else Operation.LIST
    return replace(
        query,
        operation=told,
        links=(),
        premise=None,
        conditions=conditions if conditions != Conditions() else query.conditions,
        scope=replace(query.scope, organisations=(unit,)),
    )


def with_goals_listed(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """ "vad har tekniska nämnden för mål?": the goals of a unit, where nothing else is asked."""
    whose = query.scope.organisations
    bare = not (query.links or query.keywords or query.not_understood or query.decline)
    loose = query.operation in (Operation.WHAT, Operation.VALUE) and not query.premise
    if query.subject is not Subject.PASSAGES or not (whose and bare and loose):
        return query
    if not names_goals(reading) or not reading.has("subject", Subject.INDICATORS.value):
        return query
    rows = rows_in_scope(catalogue.library.indicators(), query.scope, catalogue.library)
    kinds = tuple(sorted({kind for row in rows for kind in row.kinds if is_goal(kind)}))
    if not kinds:
        return query
    return replace(
        query,
        subject=Subject.INDICATORS,
        operation=Operation.LIST,
        conditions=Conditions(kinds=kinds),
        measures=(),
        money=None,
    )


def _unit(query: Query, catalogue: Catalogue) -> str | None:
    """The unit that the only link is called like, of which there are goals beside."""
    if query.subject is not Subject.INDICATORS or len(query.links) != 1:
        return None
    name = fold(query.links[0].name)
    rows = [
        row
        for row in catalogue.library.indicators()
        if name in {fold(u) for u in (*row.responsible, row.place.organisation or "")}
    ]
    named = {
        u for r in rows for u in (*r.responsible, r.place.organisation or "") if fold(u) == name
    }
    return next(iter(sorted(named)), None)
