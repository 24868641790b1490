"""One row of a money table that a question names word by word, beside nothing but words for how
much it is, how much it changes or what part of the whole it is: "vad landade avskrivningarna på",
"hur stor del är socialnämnden", "procentuell förändring av låneskulden 2029–2030"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Conditions, Decline, Link, Money, Operation, Query, Subject
from plansvar.asking.understanding.amount_names import (
    Said,
    asks_other,
    is_unit,
    places_named,
    says_more,
    scope_beside,
    stems_of,
)
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.money_tables import is_of_investments
from plansvar.asking.understanding.moneyed import cues as money_cues
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_OPEN = (None, Decline.NOT_IN_DOCUMENTS)
_LOOSE = (Subject.COMMITMENTS, Subject.PASSAGES)


def with_named_amount(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for the row named, where nothing else is said but what of it is asked for, and it
    was not read so; else as it was."""
    beside = query.money and query.money.beside
    if query.decline not in _OPEN or beside or query.scope.periods:
        return query
    places = places_named(reading, catalogue)
    if len({place.rows for place in places}) != 1 or asks_other(reading, places):
        return query
    place, wanted = places[0], _wanted(query, reading, places)
    if wanted is None or _is_read_so(query, place, reading, wanted):
        return _with_namesakes(query, place)
    if says_more(reading, places, catalogue, _cue_words()):
        return query
    if _is_invested_otherwise(reading, place, catalogue):
        return query
    return _made(query, reading, place, catalogue, wanted)


def _is_invested_otherwise(reading: Reading, place: Said, catalogue: Catalogue) -> bool:
    """Whether it is asked what a unit invests, and all that is printed under its name is of its
    running costs."""
    stems = tuple(root(word) for word in money_cues("investing"))
    if not is_unit(reading, place) or not any(t.stem.startswith(stems) for t in reading.tokens):
        return False
    rows = (row for row in catalogue.library.amounts() if row.id in set(place.rows))
    return not any(is_of_investments(row, catalogue) for row in rows)


def _made(
    query: Query, reading: Reading, place: Said, catalogue: Catalogue, wanted: Operation
) -> Query:
    name = catalogue.by_row[place.rows[0]].text
    link = Link((reading.words(place.start, place.end),), name, place.rows, 1.0)
    money = query.money or Money(side=_overdrawn(reading))
    changing = wanted is Operation.DIFFERENCE
    scope = scope_beside(query.scope, reading, [place], catalogue)
    against = query.against_years
    if changing and reading.has("relative_year", "previous"):
        scope, against = replace(scope, years=()), ()
    return replace(
        query,
        subject=Subject.AMOUNTS,
        operation=wanted,
        links=(link,),
        scope=scope,
        against_years=against,
        conditions=Conditions(),
        measures=tuple(m for m in query.measures if m in grammar()["money_measures"]),
        premise=None,
        order=None,
        keywords=(),
        decline=None,
        not_understood=(),
        by_unit=False,
        money=replace(money, changing=changing, granted=reading.has("spending", "give")),
    )


def _with_namesakes(query: Query, place: Said) -> Query:
    """The query for the amounts of the name in all documents, be it with an addition in brackets:
    "Västra verket" and "Västra verket (VA)"."""
    if query.subject is not Subject.AMOUNTS or len(query.links) != 1:
        return query
    link = query.links[0]
    if set(link.rows).isdisjoint(place.rows):
        return query
    return replace(
        query, links=(replace(link, rows=tuple(dict.fromkeys((*link.rows, *place.rows)))),)
    )


def _wanted(query: Query, reading: Reading, places: Sequence[Said]) -> Operation | None:
    """What of the amount is asked for."""
    place = places[0]
    years = {*query.scope.years, *query.against_years}
    said = {t.key for n, t in enumerate(reading.tokens) if not place.start <= n < place.end}
    changed = not said.isdisjoint(_cues()["change"]) or reading.has("change")
    if reading.has("operation", "share") and not changed:
        return Operation.SHARE
    compared = reading.has("operation", "compare") and reading.has("relative_year")
    if changed or compared or query.against_years or len(years) > 1:
        return Operation.DIFFERENCE
    measured = set(reading.values("measure")) & {*grammar()["money_measures"], *_cues()["measures"]}
    surely = not said.isdisjoint(_cues()["value"]) or bool(measured)
    loosely = not is_unit(reading, place) and not said.isdisjoint(_cues()["loosely"])
    return Operation.VALUE if surely or loosely else None


def _is_read_so(query: Query, place: Said, reading: Reading, wanted: Operation) -> bool:
    """Whether the question was read as one for the row, or surely as one for something else."""
    if query.subject is Subject.AMOUNTS:
        return _is_of_amounts(query, place, reading, wanted)
    if query.subject in _LOOSE:
        return query.subject is Subject.COMMITMENTS and bool(query.links)
    if is_unit(reading, place):
        names = {stems_of(link.name) for link in query.links}
        return bool(names - {stems_of(" ".join(t.text for t in _tokens(reading, place)))})
    money = any(reading.has(each) for each in ("spending", "money"))
    return not (money or set(reading.values("measure")) & set(_cues()["money_only"]))


def _is_of_amounts(query: Query, place: Said, reading: Reading, wanted: Operation) -> bool:
    """Whether a question for money is left as it was read: it is for the row, and for what of it is
    asked, or for something beside it."""
    money = query.money or Money()
    if query.operation in (Operation.LIST, Operation.RANK, Operation.COUNT):
        return True
    if money.against_plan or money.side:
        return True
    if _overdrawn(reading):
        return False
    keys = {t.key for t in _tokens(reading, place)}
    keys |= {t.key for m in reading.places("measure") for t in reading.tokens[m.start : m.end]}
    inside = all(
        set(map(fold, split(words.text))) <= keys for link in query.links for words in link.words
    )
    linked = {row for link in query.links for row in link.rows}
    if linked.isdisjoint(place.rows):
        return not (inside and query.links)
    if _restricts(query, reading, place):
        return False
    said = {t.key for t in reading.tokens}
    changed = wanted is Operation.DIFFERENCE and not said.isdisjoint(_cues()["change"])
    return query.operation is wanted or not (changed or wanted is Operation.SHARE)


def _overdrawn(reading: Reading) -> str | None:
    """ "drog nämnden över sin budget": the verb and its particle on each side of the unit."""
    said = {token.key for token in reading.tokens}
    over = not said.isdisjoint(_cues()["drawing"]) and not said.isdisjoint(_cues()["over"])
    return "deficit" if over else None


def _restricts(query: Query, reading: Reading, place: Said) -> bool:
    """Whether a unit in the name of the amount was taken for the unit that it is of."""
    units = {word for name in query.scope.organisations for word in split(name)}
    said = {t.key for t in _tokens(reading, place)}
    return bool(units) and {root(word) for word in units} <= {root(key) for key in said}


def _tokens(reading: Reading, place: Said) -> tuple[Token, ...]:
    return reading.tokens[place.start : place.end]


def _cues() -> dict[str, list[str]]:
    found: dict[str, list[str]] = vocabulary("moneywords")["alone"]
    return found


def _cue_words() -> frozenset[str]:
    return frozenset(fold(word) for cue in _cues().values() for word in cue)
