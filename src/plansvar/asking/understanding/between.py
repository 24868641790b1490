"""How far apart the last two answers are ("och männen?", "skillnaden?")."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Link, Money, Operation, Query, Scope, Subject
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.parsing import Parsed
from plansvar.language.numbers import spelled_value

_APART = Operation.DIFFERENCE
_BETWEEN = (Operation.DIFFERENCE, Operation.COMPARE)
_TWO = 2


def between_turns(query: Query, parsed: Parsed, conversation: Conversation) -> Query:
    """The query over both groups, years or places of the last two turns, where these asked the
    same of the same thing and the question names nothing but the difference."""
    turns = [turn for turn in conversation.queries if turn.decline is None]
    if len(query.links) == _TWO and _asks_of_both(parsed):
        query = replace(query, operation=Operation.COMPARE, premise=None)
        return replace(query, conditions=Conditions(), measures=())
    if len(turns) < _TWO or not _says_no_more(parsed):
        return query
    first, second = turns[-_TWO:]
    asked, query = query, replace(query, premise=None, conditions=Conditions())
    summed = _summed(turns, parsed) if _adds_up(parsed) else ()
    if summed:
        links = tuple(dict.fromkeys(link for turn in summed for link in turn.links))
        money = replace(second.money or Money(), together=True, group=None, investing=False)
        return replace(query, links=links, money=money, operation=Operation.VALUE, breakdowns=())
    if parsed.operation not in _BETWEEN and not _asks_change(parsed):
        trend = asked.operation is Operation.TREND
        return _since_other_year(asked, first, second) if trend else asked
    if _apart(first.measures, second.measures) and first.subject is second.subject:
        measures = (*first.measures, *second.measures)
        return replace(query, operation=_APART, measures=measures, links=_whole_row(first, second))
    if {link.name for link in first.links} != {link.name for link in second.links}:
        return _of_two_rows(asked, query, first, second)
    return _across(asked, query, first, second)


def _asks_of_both(parsed: Parsed) -> bool:
    """ "hur mycket skiljer det?" after two rows told together, be it of another year."""
    said = parsed.query.links or parsed.unlinked or parsed.query.measures
    return parsed.operation in _BETWEEN and not (said or parsed.query.breakdowns)


def _since_other_year(asked: Query, first: Query, second: Query) -> Query:
    """ "är det bättre eller sämre?" after a value and that of another year: the later one, set
    against the earlier; a value of no year is the newest."""
    same = {link.name for link in first.links} == {link.name for link in second.links}
    one, other = first.scope.years, second.scope.years
    said = asked.against_years or not second.follow_up or not second.links
    if said or not same or not other or set(one) == set(other):
        return asked
    early, late = (one, other) if one and max(one) < max(other) else (other, one)
    return replace(asked, scope=replace(asked.scope, years=late), against_years=early)


def _summed(turns: list[Query], parsed: Parsed) -> list[Query]:
    """The turns that amounts are added up of: as many as the question says, or the last two; none
    where one of them asked for something else."""
    said = (token.number or spelled_value(token.key) for token in parsed.reading.tokens)
    number = next((int(n) for n in said if n and _TWO <= n <= len(turns)), _TWO)
    every = any(token.key in grammar()["money_cues"]["every"] for token in parsed.reading.tokens)
    if every:
        amounts = takewhile(lambda t: t.subject is Subject.AMOUNTS and t.links, reversed(turns))
        return list(amounts)[::-1]
    last = turns[-number:]
    return last if all(t.subject is Subject.AMOUNTS and t.links for t in last) else []


def _across(asked: Query, query: Query, first: Query, second: Query) -> Query:
    """The same thing of both groups, years, places or units."""
    one, other = first.scope, second.scope
    if _apart(first.breakdowns, second.breakdowns):
        groups = (*first.breakdowns, *second.breakdowns)
        return replace(query, operation=_APART, breakdowns=groups)
    plain = not (first.measures or second.measures or asked.against_years)
    if plain and other.years and not one.years and second.operation is Operation.VALUE:
        scope = replace(query.scope, years=(), periods=())
        return replace(asked, operation=_APART, scope=scope, against_years=other.years)
    if _apart(one.years, other.years):
        scope = replace(query.scope, years=(*one.years, *other.years), periods=())
        links = tuple(map(_both, first.links, second.links))
        return replace(query, operation=_APART, links=links, scope=scope)
    if _apart(one.municipalities, other.municipalities):
        towns = (*one.municipalities, *other.municipalities)
        scope = replace(query.scope, municipalities=towns)
        return replace(query, operation=Operation.COMPARE, scope=scope)
    if _apart(one.organisations, other.organisations):
        units = (*one.organisations, *other.organisations)
        scope = replace(query.scope, organisations=units)
        return replace(query, operation=Operation.COMPARE, scope=scope)
    return asked


def _of_two_rows(asked: Query, query: Query, first: Query, second: Query) -> Query:
    """Two rows of the same kind side by side: two amounts, or two goals of which the second
    followed the first."""
    amounts = first.subject is second.subject is Subject.AMOUNTS
    valued = first.operation is second.operation is Operation.VALUE and second.follow_up
    goals = valued and first.subject is second.subject is Subject.INDICATORS
    goals = goals and first.scope.years == second.scope.years
    if not ((amounts or goals) and first.links and second.links):
        return asked
    if first.measures != second.measures or first.breakdowns != second.breakdowns:
        return asked
    links = tuple(dict.fromkeys((*first.links, *second.links)))
    return replace(query, operation=Operation.COMPARE, links=links)


def _whole_row(first: Query, second: Query) -> tuple[Link, ...]:
    """The rows of both turns under the name that the first was asked by."""
    links = (*first.links, *second.links)
    rows = tuple(dict.fromkeys(row for link in links for row in link.rows))
    return tuple(replace(link, rows=rows) for link in first.links[:1])


def _both(first: Link, second: Link) -> Link:
    """The rows of both years."""
    return replace(first, rows=tuple(dict.fromkeys((*first.rows, *second.rows))))


def _adds_up(parsed: Parsed) -> bool:
    cues = grammar()["money_cues"]["together"]
    return any(token.key in cues for token in parsed.reading.tokens)


def _asks_change(parsed: Parsed) -> bool:
    """ "vad är ökningen?", "hur mycket bättre är det?" """
    said = parsed.query.premise or parsed.query.conditions
    compared = {word for words in grammar()["changes"].values() for word in words}
    changed = said.change is not None or parsed.reading.has("change")
    changed = changed or any(token.key in compared for token in parsed.reading.tokens)
    return parsed.operation is Operation.VALUE and changed


def _says_no_more(parsed: Parsed) -> bool:
    new = parsed.query
    measured = bool(new.measures) and parsed.operation not in _BETWEEN
    grouped = bool(new.breakdowns) and not _adds_up(parsed)
    return not (parsed.unlinked or grouped or measured) and new.scope == Scope()


def _apart(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return bool(some and others) and set(some).isdisjoint(others)
