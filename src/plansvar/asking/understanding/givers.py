"""Undertakings by who gave them ("uppdrag från kommunfullmäktige")."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from plansvar.asking.query import Query
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.preferring import ROWS
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import fold


def given_by(query: Query, reading: Reading, catalogue: Catalogue) -> Query | None:
    """ "uppdrag från kommunfullmäktige": rows under headings that name who gave them."""
    keys = [token.key for token in reading.tokens]
    units = {fold(unit) for unit in reading.found.other_units}
    pairs = pairwise(keys)
    given = [unit for said, unit in pairs if unit in units and said in grammar()["giving"]]
    if query.subject not in ROWS or not units or len(given) < len(units):
        return None
    stems = {root(unit) for unit in given}
    sections = tuple(u.name for u in catalogue.sections if stems <= {root(w) for w in u.words})
    if query.scope.organisations and set(map(fold, given)) <= set(grammar()["givers"]):
        return query
    return replace(query, scope=replace(query.scope, sections=sections)) if sections else None
