"""Follow-ups that ask for what no row of the talk can tell."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from plansvar.asking.query import Conditions, Decline, Operation, Query, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.merging import telling
from plansvar.asking.understanding.parsing import Parsed
from plansvar.language.verbs import is_verb

SHORT = 3  # words of "räcker det då"
OF_NUMBERS = (Operation.COUNT, Operation.SHARE)
PARTED = ("dem", "dom", "dessa", "de", "them", "these")


def declined_anew(parsed: Parsed) -> Decline | None:
    """Why what a follow-up names is none of the documents'; what it would be as a question of its
    own, without what was spoken of, does not tell."""
    found, own = parsed.reading.found, parsed.query.decline
    alone = own is Decline.NOT_IN_DOCUMENTS and not (found.no_document or found.other_place)
    return (None if alone else own) or _decline_of_unit(parsed)


def _decline_of_unit(parsed: Parsed) -> Decline | None:
    """ "och överförmyndarnämnden?" where no row is of that unit."""
    found = parsed.reading.found
    unknown = found.other_units and not found.scope.organisations
    return Decline.NOT_IN_DOCUMENTS if unknown else None


def asked_of_text(query: Query, parsed: Parsed, topic: str) -> Query:
    """ "räcker det?" says nothing anew that a row tells: only a sentence with its verb does."""
    new, reading = parsed.query, parsed.reading
    said = new.links or new.breakdowns or new.measures or new.order or new.money or parsed.unlinked
    told = new.scope != Scope() or new.conditions != Conditions() or parsed.operation
    first = reading.tokens[0].key if reading.tokens else ""
    asks = is_verb(first) and first not in (*grammar()["yes_no"], *grammar()["be"])
    pointing = any(token.key in grammar()["it"] for token in reading.tokens[1:])
    short = len(reading.tokens) <= SHORT and not reading.has("subject")
    if said or told or new.premise or not (asks and pointing and short):
        return query
    return replace(
        query,
        text=f"{first} {topic}",
        subject=Subject.PASSAGES,
        operation=Operation.WHAT,
        not_understood=(first,),
        keywords=(),
    )


def with_part(query: Query, before: Query, parsed: Parsed, catalogue: Catalogue) -> Query:
    """ "hur många av dem är villor?" after a number: what part of it, which only a sentence with
    those words tells."""
    tokens = [token.key for token in parsed.reading.tokens]
    parts = any(a in grammar()["share_of"] and b in PARTED for a, b in pairwise(tokens))
    one = bool(before.links) and before.operation.value not in grammar()["over_rows"]
    of_text = before.subject is Subject.PASSAGES and not before.links
    named = [c.words.text for c in telling(parsed.reading, catalogue)]
    named += [words.text for t in parsed.query.conditions.thresholds for words in t.words]
    if not (parts and (one or of_text) and named) or parsed.operation not in OF_NUMBERS:
        return query
    return replace(
        query,
        subject=Subject.PASSAGES,
        operation=Operation.COUNT,
        conditions=Conditions(),
        not_understood=tuple(named),
    )


def declined_as_before(query: Query, before: Query, parsed: Parsed) -> Query:
    """ "vilka har tillkommit?" after a list: what it asks was not read, so the same list again is
    no answer to it."""
    listed = query.operation.value in grammar()["over_rows"]
    same = (query.links, query.scope, query.conditions, query.order, query.money, query.subject)
    told = (before.links, before.scope, before.conditions, before.order, before.money)
    if not listed or same != (*told, before.subject) or parsed.query.operation is Operation.COUNT:
        return query
    changed = any(token.key in grammar()["list_changes"] for token in parsed.reading.tokens)
    return replace(query, decline=Decline.NOT_IN_DOCUMENTS) if changed else query


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
