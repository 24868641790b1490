"""How it goes for a unit ("hur går det för socialnämnden?"): its goals, then what else is told."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.basics import PLANS
from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.goal_levels import is_aimed
from plansvar.asking.query import Conditions, Link, Operation, Query, Subject, Words
from plansvar.asking.understanding.areas_said import asks_how_it_goes, says_no_more
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.shown import NOWHERE
from plansvar.domain import Indicator


def with_unit_status(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The question put to the goals of the unit too; as it was where anything else is asked, or the
    unit has none."""
    found = reading.found
    units = found.scope.organisations or found.responsible
    asked = asks_how_it_goes(reading.tokens) and not (query.decline or query.premise or query.parts)
    if len(units) != 1 or not asked or found.scope.years or reading.has("money"):
        return query
    left = [t.key for i, t in enumerate(reading.tokens) if i not in found.used]
    if not says_no_more(left):
        return query
    scope = replace(found.scope, organisations=units)
    rows = [
        row
        for row in rows_in_scope(catalogue.library.indicators(), scope, catalogue.library)
        if is_aimed(row)
    ]
    reports = [row for row in rows if _is_reported(row, catalogue)]
    rows = reports or rows
    if not rows:
        return query
    name, query = units[0], replace(query, base=reading.text)
    goals = replace(
        query,
        subject=Subject.INDICATORS,
        operation=Operation.STATUS,
        links=(Link((Words(name, NOWHERE),), name, tuple(row.id for row in rows), 1.0),),
        scope=scope,
        conditions=Conditions(),
        measures=(),
        keywords=(),
        not_understood=(),
        area=name,
    )
    if query.subject is Subject.INDICATORS:
        return goals
    return replace(goals, parts=(goals, query) if reports else (query, goals))


def _is_reported(row: Indicator, catalogue: Catalogue) -> bool:
    """Whether a report tells how it goes with a row; a plan only says what is aimed at."""
    return catalogue.library.document(row.place.document_id).kind not in PLANS
