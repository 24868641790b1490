"""Follow-ups that ask for what no row of the talk can tell."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Conditions, Decline, Operation, Query, Subject
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.parsing import Parsed


def decline_of_unit(parsed: Parsed) -> Decline | None:
    """ "och överförmyndarnämnden?" where no row is of that unit."""
    found = parsed.reading.found
    unknown = found.other_units and not found.scope.organisations
    return Decline.NOT_IN_DOCUMENTS if unknown else None


def declined_of_one(query: Query, parsed: Parsed) -> Query:
    """ "hur många kom?" of an undertaking, "vad heter de?" of a figure: nothing of what is counted
    or named stands in a row."""
    nothing = not (parsed.unlinked or parsed.query.links or parsed.query.breakdowns)
    said = parsed.query.conditions != Conditions() or parsed.reading.has("subject")
    if not nothing or said or not query.links or query.decline is not None:
        return query
    counted = query.operation is Operation.COUNT and query.subject is Subject.COMMITMENTS
    valued = query.subject in (Subject.INDICATORS, Subject.AMOUNTS)
    named = query.operation is Operation.WHO and valued and _asks_names(parsed)
    return replace(query, decline=Decline.NOT_IN_DOCUMENTS) if counted or named else query


def _asks_names(parsed: Parsed) -> bool:
    return any(token.key in grammar()["naming"] for token in parsed.reading.tokens)
