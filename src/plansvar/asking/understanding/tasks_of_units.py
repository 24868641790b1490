"""Undertakings as a list: a unit's own, and those of a status with what is said of them."""

from __future__ import annotations

from plansvar.asking.query import Conditions, Query, Subject
from plansvar.asking.understanding.lexicon import grammar
from plansvar.language.folding import words


def asks_which_tasks(query: Query, conditions: Conditions) -> bool:
    """ "vilket uppdrag lades ner, och av vilken anledning?": rows, and what is said of them."""
    asked = {*grammar()["many"], *grammar()["single"]}
    told = bool(conditions.statuses) and not query.links
    first = words(query.text)[:1]
    return told and query.subject is Subject.COMMITMENTS and bool(asked & set(first))


def is_of_tasks(query: Query) -> bool:
    """ "vad har nämnden fått i uppdrag?": the undertakings of a unit."""
    return query.subject is Subject.COMMITMENTS and bool(query.scope.organisations)
