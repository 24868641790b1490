"""The value that a question takes for granted or asks about ("varför är … 9 procent?")."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Operation, Query, Subject, Threshold
from plansvar.asking.understanding.dating import is_year
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.measuring import EQUAL
from plansvar.asking.understanding.reading import Reading
from plansvar.language.numbers import spelled_value
from plansvar.language.vocabulary import vocabulary

_CLAIMING = (Operation.WHY, Operation.VALUE, Operation.STATUS, Operation.WHAT, Operation.TARGET)


def with_claim(query: Query, reading: Reading) -> Query:
    """The query with the value that its words say that the named row has."""
    rows = query.links and query.subject is not Subject.AMOUNTS
    if not rows or query.operation not in _CLAIMING or reading.has("relation"):
        return query
    first = reading.tokens[0].key if reading.tokens else ""
    asks = first in grammar()["asks_openly"] and query.operation is not Operation.WHY
    place = None if asks else _place(reading)
    if place is None:
        return query
    token = reading.tokens[place]
    value = token.number if token.number is not None else spelled_value(token.key)
    end = place + 2 if _unit(reading, place) else place + 1
    words = (reading.words(place, end),)
    return replace(
        query, claimed=Threshold(None, EQUAL, float(value or 0), None, _unit(reading, place), words)
    )


def _place(reading: Reading) -> int | None:
    """Where the only number stands that follows a form of to be or "på", with or without a unit."""
    found = [n for n, token in enumerate(reading.tokens) if _is_value(reading, n)]
    if len(found) != 1:
        return None
    place = found[0]
    before = [t.key for t in reading.tokens[:place] if t.key not in grammar()["degrees_of_value"]]
    if not before:
        return None
    ends = place + 1 == len(reading.tokens)
    stands = before[-1] in grammar()["stands_at"] and (ends or _unit(reading, place) is not None)
    return place if stands or _is_said(reading, before, place) else None


def _is_value(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    if token.number is not None:
        return not is_year(token) and place not in reading.found.used
    return spelled_value(token.key) is not None and _unit(reading, place) is not None


def _is_said(reading: Reading, before: list[str], place: int) -> bool:
    """ "varför är frånvaron 9 procent": a form of to be, a name, and a value that ends it."""
    behind = range(place + (2 if _unit(reading, place) else 1), len(reading.tokens))
    ends = all(_says_where_or_when(reading, n) for n in behind)
    opens = any(key in grammar()["be"] for key in before)
    return opens and ends and before[-1] not in grammar()["prepositions"]


def _says_where_or_when(reading: Reading, place: int) -> bool:
    """Whether a word behind a value only says of which place or time it is."""
    token = reading.tokens[place]
    small = {*grammar()["prepositions"], *vocabulary("passages")["levels"]["whole"]}
    return token.key in small or is_year(token) or place in reading.found.used


def _unit(reading: Reading, place: int) -> str | None:
    if place + 1 < len(reading.tokens) and reading.tokens[place + 1].text == "%":
        return "%"
    return next((m.value for m in reading.places("unit") if m.start == place + 1), None)
