"""Measures that values are set beside: the whole country, a group of like municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.evidence.words import measure_kind
from plansvar.asking.query import Operation, Query, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import LEAST_OF_TEXT, Linked, link_names
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import fold

WELL = 0.6  # so well must words fit a row that has what is asked for beside it
_SET_BESIDE = (Operation.TREND, Operation.COMPARE, Operation.DIFFERENCE)


def benchmark_tokens(reading: Reading, catalogue: Catalogue) -> frozenset[int]:
    """Where the question names a measure that only the documents have ("kommungruppen")."""
    own = catalogue.own_measures
    return frozenset(i for i, token in enumerate(reading.tokens) if token.stem in own)


def link_beside(
    reading: Reading, catalogue: Catalogue, scope: Scope, words: Sequence[Content]
) -> Linked:
    """ "är förskolan dyr jämfört med riket?": the key figures that have what values are to be set
    beside."""
    named = {m for m in reading.values("measure") if m == grammar()["country"]}
    own = catalogue.own_measures
    named |= {own[t.stem] for t in reading.tokens if t.stem in own}
    telling = [w for w in words if not (w.support or w.weak)]
    if not named or not telling:
        return Linked()

    def has(name: Name) -> bool:
        return any(named <= catalogue.measures_by_row.get(r, frozenset()) for r in name.rows)

    linked = link_names(words, catalogue, scope, (Subject.INDICATORS,), LEAST_OF_TEXT, has)
    sure = linked.link is not None and linked.link.score >= WELL
    return linked if sure and set(telling) <= set(linked.covered) else Linked()


def with_benchmarks(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """ "jämfört med riket", "bättre än kommungruppen": the outcome beside the measure named."""
    if query.subject is not Subject.INDICATORS:
        return query
    if not query.links:
        return _of_list(query, reading, catalogue)
    held = _held(query, catalogue)
    said = {token.stem for token in reading.tokens}
    named = [m for m in query.measures if m in held]
    named += [m for m in held if root(m) in said and m not in named]
    if not named:
        return _unheld(query)
    beside = query.operation in _SET_BESIDE or reading.has("against")
    outcome = str(grammar()["outcome"])
    measures = tuple(dict.fromkeys([outcome, *named] if beside else named))
    told = (*_SET_BESIDE, Operation.STATUS, Operation.HOW, Operation.WHAT)
    operation = Operation.VALUE if beside and query.operation in told else query.operation
    return replace(query, measures=measures, operation=operation, premise=None)


def with_benchmark_said(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """ "jämfört med kommungruppen då": what the values of the talk are set beside is another."""
    own = catalogue.own_measures
    named = tuple(own[t.stem] for t in reading.tokens if t.stem in own)
    if not named or query.subject is not Subject.INDICATORS or not query.links:
        return query
    outcome = str(grammar()["outcome"])
    return replace(query, measures=(outcome, *named), operation=Operation.VALUE)


def _unheld(query: Query) -> Query:
    """ "hur står sig soliditeten mot riket?" where no row has that: no text answers it either."""
    country = grammar()["country"] in query.measures
    told = country and query.operation in (*_SET_BESIDE, Operation.HOW, Operation.STATUS)
    return replace(query, operation=Operation.VALUE, premise=None) if told else query


def _of_list(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """ "vilka ligger under kommungruppen?": the measure that all rows are set beside."""
    own = [
        catalogue.own_measures[t.stem] for t in reading.tokens if t.stem in catalogue.own_measures
    ]
    return replace(query, measures=tuple(dict.fromkeys([*query.measures, *own])))


def _held(query: Query, catalogue: Catalogue) -> tuple[str, ...]:
    """The measures of the linked rows that are no outcome and no target."""
    rows = {row for link in query.links for row in link.rows}
    return tuple(
        dict.fromkeys(
            fold(o.measure)
            for row in catalogue.library.indicators()
            if row.id in rows
            for o in row.observations
            if measure_kind(o.measure) is None
        )
    )
