"""Units in follow-ups: what they restrict, and what they are themselves."""

from __future__ import annotations

import re
from dataclasses import replace

from plansvar.asking.query import Operation, Query, Subject
from plansvar.asking.understanding.carrying import is_within
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.detailing import is_list
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.namesakes import is_unit_name
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.shown import NOWHERE
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary


def as_unit(parsed: Parsed, before: Query) -> Parsed:
    """ "och för KLK?" names a unit, where it was not undertakings that were asked about."""
    new = parsed.query
    units = parsed.reading.found.scope.organisations
    if len(units) == 1 and _is_row_of_unit(parsed, before):
        return replace(
            parsed, query=replace(new, links=(), scope=replace(new.scope, organisations=units))
        )
    of_amount = before.subject is Subject.AMOUNTS and parsed.operation is None
    if not units and (before.subject is Subject.INDICATORS or of_amount):
        units = new.conditions.responsible
    if before.subject is Subject.COMMITMENTS or not units or not new.conditions.responsible:
        return parsed
    scope = replace(new.scope, organisations=units)
    conditions = replace(new.conditions, responsible=())
    return replace(parsed, query=replace(new, scope=scope, conditions=conditions))


def _is_row_of_unit(parsed: Parsed, before: Query) -> bool:
    """Whether a row that only goes by a unit's name is named, after rows of another unit."""
    links = parsed.query.links
    spoken = before.subject is Subject.INDICATORS and before.links and before.scope.organisations
    plain = parsed.operation in (None, Operation.VALUE) and not parsed.unlinked
    return bool(spoken and plain and links) and all(is_unit_name(link.name) for link in links)


def without_earlier_unit(query: Query, parsed: Parsed) -> Query:
    """ "och Konsult och uppdrag?": another unit takes the place of the one that answered for what
    was asked about before."""
    new = parsed.query
    if not new.scope.organisations or new.conditions.responsible:
        return query
    return replace(query, conditions=replace(query.conditions, responsible=()))


def of_unit_ranked(query: Query, parsed: Parsed) -> Query:
    """ "och hur såg det ut på kultur och fritid?" after the unit that had most: how it is there."""
    ranked = query.operation is Operation.RANK and bool(query.links)
    asked = parsed.query.order or parsed.operation is Operation.RANK
    if not ranked or asked or not parsed.query.scope.organisations:
        return query
    money = replace(query.money, group=None) if query.money else None
    return replace(query, operation=Operation.VALUE, order=None, by_unit=False, money=money)


def with_side_told(query: Query, told: str) -> Query:
    """ "varför då?" after how a board went asks why it went over or short as was `told`: the cause
    of something else that happened there is none of that."""
    caused = query.operation is Operation.WHY and query.subject is Subject.AMOUNTS
    if not caused or len(query.links) != 1 or query.premise is not None:
        return query
    sides = grammar()["boards_said"]["sides"]
    names = grammar()["side_words"]
    which = [word for name, word in names.items() if _tells(name, told)]
    which = which or [word for name, word in names.items() if _signs(name, told)]
    if len(which) != 1 or not set(words(query.text)).isdisjoint(sides):
        return query
    return replace(query, text=f"{query.text} {which[0]}")


def _tells(effect: str, text: str) -> bool:
    """Whether a text tells that it went over, or short."""
    return re.search("|".join(vocabulary("effects")[effect]["told"]), fold(text)) is not None


def _signs(side: str, text: str) -> bool:
    """Whether the sign of the deviation that a text prints tells that it went over, or short."""
    return re.search(grammar()["side_signs"][side], fold(text)) is not None


def _unit_alone(query: Query, catalogue: Catalogue) -> str:
    """The one unit whose own row a question is about; empty where it is about anything else."""
    names = [link.name for link in query.links]
    return names[0] if len(names) == 1 and names[0] in catalogue.units_as_rows else ""


def as_cause_of_unit(query: Query, catalogue: Catalogue) -> Query:
    """The question why a board went over or short, restricted to what is told of that board, as
    when a whole question names it."""
    unit = _unit_alone(query, catalogue)
    if not unit or query.scope.organisations:
        return query
    return replace(query, scope=replace(query.scope, organisations=(unit,)))


def of_unit_alone(query: Query, before: Query, parsed: Parsed, catalogue: Catalogue) -> Query:
    """ "och utbildningsnämnden?" after why a goal of another board is not met: what is told of this
    board, and not of a row that is none of its own."""
    found, new = parsed.reading.found, parsed.query
    said = found.scope.organisations or found.responsible
    carried = all(w.span == NOWHERE for link in query.links for w in link.words)
    carried = carried or query.links == before.links
    told = query.operation.value in grammar()["of_causes"] and carried and not new.links
    if not said or not told or query.subject is not Subject.INDICATORS:
        return query
    units = replace(query.scope, organisations=said)
    if any(is_within(row, units, catalogue) for link in query.links for row in link.rows):
        return query
    return replace(query, links=(), subject=Subject.PASSAGES, scope=units, keywords=(), measures=())


def as_row(query: Query, catalogue: Catalogue) -> Query:
    """A unit that is itself the row that is asked for restricts it no more."""
    units = query.scope.organisations
    rows = {row for unit in units for row in catalogue.units_as_rows.get(unit, ())}
    named = {row for link in query.links for row in link.rows}
    of_unit = named <= rows or all(is_unit_name(link.name) for link in query.links)
    alone = all(is_unit_name(link.name) for link in query.links)
    if not (query.subject is Subject.AMOUNTS or alone) or not named or not of_unit:
        return query
    return replace(query, scope=replace(query.scope, organisations=()))


def unit_instead(query: Query, parsed: Parsed, catalogue: Catalogue) -> Query | None:
    """ "och driftnämnden?" after the amount of another unit: the same of that unit; null where no
    table has it, or what was spoken of is told within the unit."""
    units = _units_named(parsed)
    if query.subject is not Subject.AMOUNTS or not query.links or len(units) != 1 or is_list(query):
        return None
    rows = tuple(catalogue.units_as_rows.get(units[0], ())) or _named_after(units[0], catalogue)
    within = replace(query.scope, organisations=units)
    told = [r for link in query.links for r in link.rows if is_within(r, within, catalogue)]
    if not rows or parsed.unlinked or (told and not of_units(query, catalogue)):
        return None
    link = replace(query.links[0], name=catalogue.by_row[rows[0]].text, rows=rows, sure=True)
    scope = replace(query.scope, organisations=())
    return replace(query, links=(link,), scope=scope)


def names_mere_unit(parsed: Parsed, before: Query) -> bool:
    """ "hur är det för socialnämnden?" after an amount: a unit, and nothing of what is asked."""
    new, units = parsed.query, _units_named(parsed)
    plain = parsed.operation in (None, Operation.VALUE, Operation.WHAT) and not parsed.unlinked
    more = new.measures or new.money or new.breakdowns or new.conditions.thresholds
    spoken = before.subject is Subject.AMOUNTS and bool(before.links)
    named = all(is_unit_name(link.name) for link in new.links)
    return spoken and plain and len(units) == 1 and named and not more


def _units_named(parsed: Parsed) -> tuple[str, ...]:
    """The units that are named: as such, or as rows that only go by their names."""
    found = parsed.reading.found
    rows = (link.name for link in parsed.query.links if is_unit_name(link.name))
    return found.scope.organisations or found.responsible or tuple(rows)


def _named_after(unit: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The amounts that bear the name of a unit which no report is of."""
    return tuple(
        row
        for name in catalogue.names
        if name.subject is Subject.AMOUNTS and fold(name.text) == fold(unit)
        for row in name.rows
    )


def of_units(query: Query, catalogue: Catalogue) -> bool:
    """Whether all that a question names is amounts of units."""
    units = {row for rows in catalogue.units_as_rows.values() for row in rows}
    return all(row in units for link in query.links for row in link.rows)


def is_of_units(query: Query, catalogue: Catalogue) -> bool:
    """Whether a question names units: amounts of theirs, or rows that go by their names."""
    named = all(is_unit_name(link.name) for link in query.links)
    return bool(query.links) and (named or of_units(query, catalogue))
