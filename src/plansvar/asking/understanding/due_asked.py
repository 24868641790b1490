"""When undertakings asked for are to be done: "vilka uppdrag ska vara klara i maj?"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from plansvar.asking.query import Operation, Query, Subject
from plansvar.asking.understanding.dating import is_year
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.language.deadlines import MONTHS, Due, month_at
from plansvar.language.folding import fold, words
from plansvar.language.months import month_of
from plansvar.language.vocabulary import vocabulary

_ASKING = (Operation.LIST, Operation.COUNT, Operation.WHAT, Operation.STATUS, Operation.VALUE)
_REACH = 2  # tokens between "före" and the time


def with_due(asked: Query, reading: Reading) -> Query:
    """A question for undertakings by the time that they are to be done, instead of by the year of
    the report and by what is done already."""
    query = _as_of_tasks(asked, reading)
    of_tasks = query.subject is Subject.COMMITMENTS and query.operation in _ASKING
    due = due_asked(reading) if of_tasks and not _names_rows(query) else None
    if due is None or query.decline is not None:
        return asked
    done, conditions = grammar()["finished"], query.conditions
    kept = tuple(status for status in conditions.statuses if status != done)
    if conditions.negated and not kept:
        kept = conditions.statuses
    counting = query.operation is Operation.COUNT
    return replace(
        query,
        operation=Operation.COUNT if counting else Operation.LIST,
        conditions=replace(conditions, statuses=kept, due=due),
        scope=replace(query.scope, years=(), periods=(), documents=_documents(query, reading)),
        links=(),
        premise=None,
    )


def _documents(query: Query, reading: Reading) -> tuple[str, ...]:
    """The documents asked for by their kind, and not by the month that one is of."""
    return query.scope.documents if reading.has("document_kind") else ()


def _as_of_tasks(query: Query, reading: Reading) -> Query:
    """A question for undertakings of which only the word before a time was not understood: it is
    no name to look for in texts."""
    unknown = [fold(word) for word in query.not_understood]
    if query.links or not unknown or not _ways().issuperset(unknown):
        return query
    if not reading.has("subject", Subject.COMMITMENTS.value):
        return query
    kept = tuple(word for word in query.keywords if fold(word) not in unknown)
    return replace(query, subject=Subject.COMMITMENTS, not_understood=(), keywords=kept)


def _names_rows(query: Query) -> bool:
    """Whether rows are named by more than the words before a time ("före")."""
    return any(fold(word.text) not in _ways() for link in query.links for word in link.words)


def _ways() -> set[str]:
    """The words before a time ("före", "senast i")."""
    return {word for said in vocabulary("months")["ways"].values() for word in said}


def due_asked(reading: Reading) -> Due | None:
    """The months in which a question says that something is to be ready, or the year."""
    keys = [token.key for token in reading.tokens]
    said, due = set(keys), vocabulary("months")["due"]
    ought = not said.isdisjoint(due["ought"])
    if said.isdisjoint(due["to_be"]) and not (ought and said & set(due["done"])):
        return None
    if _is_denied(keys):
        return None
    years = [int(t.key) for t in reading.tokens if is_year(t)] or list(reading.found.scope.years)
    named = list(_months(keys))
    if not (named or (years and ought)):
        return None
    at = min((place for place, _, _ in named), default=_of_year(reading))
    first = min((first for _, first, _ in named), default=1)
    last = max((last for _, _, last in named), default=MONTHS)
    start = month_at(years[0], first) if years else first - 1
    end = month_at(years[-1], last) if years else last - 1
    return _by_way(_way(keys, at), start, end, bool(years))


def _is_denied(keys: Sequence[str]) -> bool:
    """ "som inte ska vara klara i maj" asks for all others, and not for those that are to be."""
    ought, denied = vocabulary("months")["due"]["ought"], grammar()["lacking"]
    pairs = (set(pair) for pair in pairwise(keys))
    return any(pair & set(ought) and pair & set(denied) for pair in pairs)


def _of_year(reading: Reading) -> int:
    return next((n for n, token in enumerate(reading.tokens) if is_year(token)), 0)


def _months(keys: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Where months or parts of a year are named, with the first and last month of each."""
    for n, key in enumerate(keys):
        if (month := month_of(key)) is not None:
            yield n, month, month
    for said, first, last in _parts():
        size = len(said)
        yield from ((n, first, last) for n in range(len(keys)) if tuple(keys[n : n + size]) == said)


@cache
def _parts() -> tuple[tuple[tuple[str, ...], int, int], ...]:
    """Names of parts of a year, each with its first and last month."""
    parts = vocabulary("months")["parts"].items()
    spans = ((names, [int(month) for month in span.split("-")]) for span, names in parts)
    return tuple(
        (tuple(words(name)), first, last) for names, (first, last) in spans for name in names
    )


def _way(keys: Sequence[str], at: int) -> str | None:
    """Whether it is to be done before a time, by it or after it; null where it is in it."""
    before = f" {' '.join(keys[max(0, at - _REACH - 1) : at])} "
    ways = vocabulary("months")["ways"].items()
    return next((way for way, said in ways if any(f" {one} " in before for one in said)), None)


def _by_way(way: str | None, start: int, end: int, dated: bool) -> Due:
    if way == "before":
        return Due(None, start - 1, dated)
    if way == "by":
        return Due(None, end, dated)
    if way == "after":
        return Due(end + 1, None, dated)
    return Due(start, None if way == "since" else end, dated)
