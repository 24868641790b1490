"""Settles what a question asks of money: a change, a deviation, a rank, else the amounts."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from plansvar.asking.query import Conditions, Decline, Link, Money, Operation, Query, Subject
from plansvar.asking.understanding.implied import people_roots
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.measuring import money_limits
from plansvar.asking.understanding.moneyed import asks_of_group, cues
from plansvar.asking.understanding.reading import Reading
from plansvar.language.vocabulary import vocabulary

_KEPT = (
    Operation.PAGE, Operation.RANK, Operation.SHARE, Operation.WHY, Operation.WHEN, Operation.WHO,
    Operation.EXPLAIN, Operation.SUMMARISE, Operation.CONFLICTS, Operation.CHECK_SUM,
)  # fmt: skip
_OF_VALUES = (
    Operation.VALUE, Operation.TREND, Operation.COMPARE, Operation.DIFFERENCE, Operation.SHARE,
)  # fmt: skip


def _lists_group(query: Query, reading: Reading, money: Money) -> bool:
    return not query.links and asks_of_group(reading, money, query.operation)


def settled(query: Query, reading: Reading, links: tuple[Link, ...]) -> Query:
    """The query with what it asks of money: a change, a deviation, a rank, else the amounts; of
    all years of the `links` where years are compared."""
    if query.subject is not Subject.AMOUNTS:
        priced = query.subject is Subject.PASSAGES
        return _without_price(query, reading) if priced else replace(query, money=None)
    money = query.money or Money()
    if _sets_against_plan(query.measures) or _asks_percent_of_plan(reading, query):
        money = replace(money, against_plan=True)
    if query.money is None and query.operation not in _OF_VALUES:
        return query
    operation = _operation(query, reading, money)
    if operation is Operation.DIFFERENCE or money.of_years or money.side:
        query = replace(query, links=links)
    limits = money_limits(reading) if operation is Operation.LIST else ()
    free = Conditions(thresholds=limits)
    conditions = free if operation is not query.operation else query.conditions
    return replace(
        query,
        operation=operation,
        money=money,
        conditions=replace(conditions, change=None, target_state=None),
        premise=None,
        measures=_measures(query, money, reading),
    )


def _asks_percent_of_plan(reading: Reading, query: Query) -> bool:
    """ "hur många procent över budget är nämnden": a deviation set beside the budget."""
    plans = tuple(grammar()["plan_nouns"])
    pairs = pairwise(token.key for token in reading.tokens)
    beside = any(b.startswith(plans) and a not in grammar()["share_of"] for a, b in pairs)
    shared = reading.has("operation", "share") and reading.has("money")
    return shared and beside and bool(query.links)


def _without_price(query: Query, reading: Reading) -> Query:
    """What one of many people costs, where nothing else is said and no row prices it: what the
    text says that all of them cost is no answer."""
    people = people_roots()
    stems = [token.stem for token in reading.tokens]
    one = any(
        a.key in cues("one") and b in people
        for a, b in zip(reading.tokens, stems[1:], strict=False)
    )
    bare = len(query.keywords) <= 1 and not query.links
    if one and bare and reading.has("spending", "cost"):
        return replace(query, decline=Decline.NOT_IN_DOCUMENTS)
    return query


def _sets_against_plan(measures: tuple[str, ...]) -> bool:
    """ "skillnaden mellan budget och utfall": what was planned beside what came out."""
    planned = set(vocabulary("answering")["balance"]["planned"])
    outcomes = set(vocabulary("answering")["balance"]["outcomes"])
    return not (planned.isdisjoint(measures) or outcomes.isdisjoint(measures))


def _operation(query: Query, reading: Reading, money: Money) -> Operation:
    if query.operation in _KEPT and query.operation is not Operation.SHARE:
        return query.operation
    if _lists_group(query, reading, money):
        return Operation.RANK if query.order and reading.has("sort") else Operation.LIST
    years = {*query.scope.years, *query.against_years}
    changed = reading.has("change") or reading.has("operation", "trend")
    of_plan = money.against_plan and _asks_percent_of_plan(reading, query)
    if reading.has("operation", "share") and not ((changed and years) or of_plan):
        return Operation.SHARE
    if money.together and len(query.scope.years) > 1:
        return Operation.VALUE
    apart = query.against_years or len(years) > 1 or reading.has("operation", "difference")
    if money.against_plan or changed or apart:
        return Operation.DIFFERENCE
    if query.operation is Operation.HOW and not money.side:
        return query.operation
    if query.operation in (Operation.WHAT, Operation.HOW, Operation.COUNT):
        return Operation.VALUE
    return query.operation


def _measures(query: Query, money: Money, reading: Reading) -> tuple[str, ...]:
    """The measures asked for; what a unit is given is its budget, what is used is an outcome."""
    if reading.has("spending", "used") and not money.against_plan and not money.side:
        return tuple(cues("outcomes"))
    named = query.scope.organisations or money.group == "units" or query.links
    if money.against_plan:
        return ()
    shared = reading.has("operation", "share") and not query.measures
    if shared and _names_plan_of_investing(reading):
        return tuple(cues("budget"))
    if query.measures or not money.granted or money.side or not named:
        return query.measures
    return tuple(cues("budget"))


def _names_plan_of_investing(reading: Reading) -> bool:
    """ "investeringsbudgeten": what is planned, said in one word with what it is for."""
    plans = tuple(grammar()["plan_nouns"])
    starts = tuple(cues("investing"))
    return any(t.stem.startswith(starts) and t.key.endswith(plans) for t in reading.tokens)
