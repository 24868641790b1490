"""How much more one year is than another, where only one of them was read: "hur mycket dyrare blir
larmet 2027?" is asked of the year before too, "högre 2025 än 2023" of the one behind "än"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from plansvar.asking.query import Operation, Query, Subject
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_TWO = 2


def with_year_apart(query: Query) -> Query:
    """The question as one for a difference between two years, where it asks how much more there is
    of rows in one year."""
    if _is_of_groups_apart(query):
        return replace(query, operation=Operation.DIFFERENCE)
    plain = query.subject is Subject.INDICATORS and query.operation is Operation.VALUE
    alone = len(query.scope.years) == 1 and not (query.against_years or query.measures)
    if not (plain and alone and query.links) or query.scope.periods or query.order is not None:
        return query
    year, text = query.scope.years[0], fold(query.text)
    behind = _than_year().search(text)
    if behind is not None and int(behind["year"]) != year:
        return _apart(query, int(behind["year"]))
    asks = _how_much_more().search(text) and not _than().search(text)
    return _apart(query, year - 1) if asks else query


def _is_of_groups_apart(query: Query) -> bool:
    """ "hur har skillnaden mellan kvinnor och män ändrats från 2024 till 2025?": how far apart they
    are in each year."""
    years = {*query.scope.years, *query.against_years}
    apart = tuple(vocabulary("claims")["apart"])
    told = query.operation in (Operation.COMPARE, Operation.TREND, Operation.VALUE)
    both = len(query.breakdowns) == _TWO and len(years) == _TWO and bool(query.links)
    return told and both and any(word.startswith(apart) for word in split(query.text))


def _apart(query: Query, year: int) -> Query:
    return replace(query, operation=Operation.DIFFERENCE, against_years=(year,))


@cache
def _how_much_more() -> re.Pattern[str]:
    return re.compile(vocabulary("compared")["year_apart"]["how_much_more"])


@cache
def _than_year() -> re.Pattern[str]:
    return re.compile(vocabulary("compared")["year_apart"]["than_year"])


@cache
def _than() -> re.Pattern[str]:
    return re.compile(vocabulary("compared")["year_apart"]["than"])
