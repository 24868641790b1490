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
    told = (i for i, token in enumerate(reading.tokens) if token.stem in own)
    return frozenset(i for i in told if _is_of_another(i, reading, catalogue))


def measures_said(reading: Reading, catalogue: Catalogue) -> tuple[str, ...]:
    """The measures that only the documents have and that the question names."""
    told = sorted(benchmark_tokens(reading, catalogue))
    return tuple(catalogue.own_measures[reading.tokens[i].stem] for i in told)


def _is_of_another(place: int, reading: Reading, catalogue: Catalogue) -> bool:
    """Whether a measure is asked of a row: a word that rows are named by too ("meritvärde" above a
    column, and in a name) is a measure only where a row that has it is named beside it."""
    token = reading.tokens[place]
    if token.stem not in catalogue.rarity:
        return True
    measure = catalogue.own_measures[token.stem]
    beside = {t.stem for t in reading.tokens if t.stem != token.stem}
    having = [row for row, held in catalogue.measures_by_row.items() if measure in held]
    nouns = {stem for stem, rows in catalogue.row_nouns.items() if not set(rows).isdisjoint(having)}
    kinds = {root(kind) for row in having for kind in catalogue.kinds_by_row.get(row, ())}
    return not beside.isdisjoint(nouns | kinds) or any(
        not beside.isdisjoint(catalogue.by_row[row].core) for row in having
    )


def link_beside(
    reading: Reading, catalogue: Catalogue, scope: Scope, words: Sequence[Content]
) -> Linked:
    """ "är förskolan dyr jämfört med riket?": the key figures that have what values are to be set
    beside."""
    named = {m for m in reading.values("measure") if m == grammar()["country"]}
    named |= set(measures_said(reading, catalogue))
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
    beside = query.operation in _SET_BESIDE or reading.has("against") or _is_of_place(query)
    outcome = str(grammar()["outcome"])
    measures = tuple(dict.fromkeys([outcome, *named] if beside else named))
    told = (*_SET_BESIDE, Operation.STATUS, Operation.HOW, Operation.WHAT)
    operation = Operation.VALUE if beside and query.operation in told else query.operation
    return replace(query, measures=measures, operation=operation, premise=None)


def _is_of_place(query: Query) -> bool:
    """ "hur är det i kommunen och i riket?": the municipality is named beside the country."""
    return bool(query.scope.municipalities) and grammar()["country"] in query.measures


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
