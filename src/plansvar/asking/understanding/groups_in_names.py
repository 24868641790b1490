"""Groups that rows are named by ("Sjukfrånvaro kvinnor, procent"), where the rows that were linked
have no values of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plansvar.asking.evidence.words import is_outcome, year_of
from plansvar.asking.query import Link, Operation, Query, Subject
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.domain import Indicator
from plansvar.language.folding import fold

_TWO = 2


def with_groups_in_names(query: Query, catalogue: Catalogue) -> Query:
    """The query for the rows that are named by the groups asked for, one link each, where no row
    linked has values of the groups in the years asked for."""
    of_one = query.subject is Subject.INDICATORS and len(query.links) == 1
    if not of_one or not query.breakdowns or query.not_understood:
        return query
    link = query.links[0]
    if any(
        _holds(catalogue.indicators[row], query) for row in link.rows if row in catalogue.indicators
    ):
        return query
    groups = (*_named_beside(link, query), *query.breakdowns)
    links = tuple(_named_by(group, link, query, catalogue) for group in groups)
    if not all(links):
        return query
    found = tuple(each for each in links if each is not None)
    apart = query.operation is Operation.DIFFERENCE and len(found) == _TWO
    operation = Operation.COMPARE if apart else query.operation
    return replace(query, links=found, breakdowns=(), operation=operation)


def _holds(row: Indicator, query: Query) -> bool:
    """Whether a row has a value of a group asked for, in a year asked for."""
    asked, years = set(map(fold, query.breakdowns)), query.scope.years
    return any(
        fold(o.breakdown) in asked and (not years or year_of(o.period) in years)
        for o in row.observations
    )


def _named_beside(link: Link, query: Query) -> Iterator[str]:
    """The group that the row linked is named by, where the question says that one too ("kvinnor
    respektive män") and does not only follow one that did."""
    said = telling_roots(" ".join(words.text for words in link.words))
    for group in _groups() if not query.follow_up else ():
        forms = _forms(group)
        if forms.isdisjoint(_forms(*query.breakdowns)) and not said.isdisjoint(forms):
            yield group
            return


def _named_by(group: str, link: Link, query: Query, catalogue: Catalogue) -> Link | None:
    """The rows that say what was linked and the group in their name, and little else."""
    every = _forms(*_groups())
    thing = telling_roots(" ".join(words.text for words in link.words)) - every
    thing = thing or telling_roots(link.name) - every
    fitting = [row for row in catalogue.indicators.values() if _is_named(row, thing, _forms(group))]
    fitting = [row for row in fitting if _is_of_years(row, query.scope.years)]
    if not (thing and fitting):
        return None
    least = min(len(telling_roots(row.name)) for row in fitting)
    rows = [row for row in fitting if len(telling_roots(row.name)) == least]
    named = tuple(row.id for row in rows if fold(row.name) == fold(rows[0].name))
    return replace(link, name=rows[0].name, rows=named, alternatives=())


def _is_named(row: Indicator, thing: frozenset[str], group: frozenset[str]) -> bool:
    said = telling_roots(row.name)
    told = all(any(is_form(each, one) for one in said) for each in thing)
    return told and not said.isdisjoint(group)


def _is_of_years(row: Indicator, years: Sequence[int]) -> bool:
    return not years or any(year_of(o.period) in years and is_outcome(o) for o in row.observations)


def _groups() -> tuple[str, ...]:
    return tuple(grammar()["alike_groups"])


def _forms(*groups: str) -> frozenset[str]:
    """The roots of groups, by what they are called among children and among grown-ups."""
    alike = grammar()["alike_groups"]
    return frozenset(
        one for g in groups for each in (g, alike.get(g, g)) for one in telling_roots(each)
    )
