"""Units in follow-ups: what they restrict, and what they are themselves."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.namesakes import is_unit_name
from plansvar.asking.understanding.parsing import Parsed


def as_unit(parsed: Parsed, before: Query) -> Parsed:
    """ "och för KLK?" names a unit, where it was not undertakings that were asked about."""
    new = parsed.query
    units = parsed.reading.found.scope.organisations
    if not units and before.subject is Subject.INDICATORS:
        units = new.conditions.responsible
    if before.subject is Subject.COMMITMENTS or not units or not new.conditions.responsible:
        return parsed
    scope = replace(new.scope, organisations=units)
    conditions = replace(new.conditions, responsible=())
    return replace(parsed, query=replace(new, scope=scope, conditions=conditions))


def without_earlier_unit(query: Query, parsed: Parsed) -> Query:
    """ "och Konsult och uppdrag?": another unit takes the place of the one that answered for what
    was asked about before."""
    new = parsed.query
    if not new.scope.organisations or new.conditions.responsible:
        return query
    return replace(query, conditions=replace(query.conditions, responsible=()))


def as_row(query: Query, catalogue: Catalogue) -> Query:
    """A unit that is itself the row that is asked for restricts it no more."""
    units = query.scope.organisations
    rows = {row for unit in units for row in catalogue.units_as_rows.get(unit, ())}
    named = {row for link in query.links for row in link.rows}
    of_unit = named <= rows or all(is_unit_name(link.name) for link in query.links)
    if query.subject is not Subject.AMOUNTS or not named or not of_unit:
        return query
    return replace(query, scope=replace(query.scope, organisations=()))


def of_units(query: Query, catalogue: Catalogue) -> bool:
    """Whether all that a question names is amounts of units."""
    units = {row for rows in catalogue.units_as_rows.values() for row in rows}
    return all(row in units for link in query.links for row in link.rows)
