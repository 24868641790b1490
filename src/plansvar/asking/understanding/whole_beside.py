"""A unit set beside the whole municipality: "HME på socialnämnden jämfört med hela kommunen"."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import SURE, Linked, link_names
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.reading import Reading, contents

_OF_BOTH = (
    Operation.VALUE, Operation.COMPARE, Operation.TREND, Operation.STATUS, Operation.WHAT,
    Operation.HOW, Operation.DIFFERENCE,
)  # fmt: skip


def with_whole_beside(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for the rows of the unit and those of no unit, side by side; as it was where the
    municipality is not named as what the unit is set beside, or has no such row."""
    units = query.scope.organisations
    if len(units) != 1 or query.subject is not Subject.INDICATORS or query.not_understood:
        return query
    if not query.links or query.operation not in _OF_BOTH or not _is_beside(reading):
        return query
    own = tuple(r for link in query.links for r in link.rows if _is_of(r, units[0], catalogue))
    whole = _link_whole(query, reading, catalogue)
    if not own or whole.link is None or whole.link.score < SURE:
        return query
    link = replace(query.links[0], rows=(*own, *whole.link.rows), sure=True)
    return replace(
        query,
        links=(link,),
        operation=Operation.COMPARE,
        scope=replace(query.scope, organisations=()),
        premise=None,
        against_years=(),
    )


def _is_beside(reading: Reading) -> bool:
    """Whether "än", "mot" or "jämfört med" stands before the municipality as a whole."""
    whole = {m.start for m in reading.places("whole", "municipality")}
    town = {n for n, t in enumerate(reading.tokens) if t.key in grammar()["beside_town"]}
    than = {n + 1 for n, t in enumerate(reading.tokens) if t.key in grammar()["than"]}
    than |= {m.end for m in reading.places("against")}
    return not than.isdisjoint(whole | town)


def _link_whole(query: Query, reading: Reading, catalogue: Catalogue) -> Linked:
    """The link to rows of no unit: reported by none, answered for by none, named after none."""
    words = contents(reading, frozenset(), catalogue)
    scope = replace(query.scope, organisations=())
    return link_names(words, catalogue, scope, (Subject.INDICATORS,), keep=_is_of_none)


def _is_of_none(name: Name) -> bool:
    return not name.organisations


def _is_of(row: str, unit: str, catalogue: Catalogue) -> bool:
    return unit in catalogue.by_row[row].organisations
