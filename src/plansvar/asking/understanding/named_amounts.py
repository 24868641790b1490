"""Two or more rows of money tables that a question names word by word, to be set beside each
other: "skillnaden mellan socialnämnden och kommunstyrelsen", "skolan plus vägarna"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plansvar.asking.query import Conditions, Decline, Link, Money, Operation, Query, Subject
from plansvar.asking.understanding.amount_names import (
    Said,
    asks_other,
    cue_words,
    cues_beside,
    is_unit,
    outside,
    places_named,
    says_more,
    scope_beside,
)
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.language.vocabulary import vocabulary

_LEAST = 2
_OPEN = (None, Decline.NOT_IN_DOCUMENTS)
_OPERATIONS = {
    "sum": Operation.VALUE,
    "apart": Operation.DIFFERENCE,
    "most": Operation.COMPARE,
    "beside": Operation.COMPARE,
}


def with_named_amounts(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for the amounts named, where nothing else is said but what is to be done with
    them; else as it was."""
    if query.decline not in _OPEN or len({*query.scope.years, *query.against_years}) > 1:
        return query
    places = _without_owners(places_named(reading, catalogue), reading, catalogue)
    if len({place.rows for place in places}) < _LEAST or asks_other(reading, places, but=("who",)):
        return query
    wanted = _wanted(reading, places)
    if wanted is None or says_more(reading, places, catalogue, cue_words()):
        return query
    if wanted == "beside" and not _of_money(reading, places, catalogue):
        return query
    return _made(query, reading, places, catalogue, wanted)


def _without_owners(places: Sequence[Said], reading: Reading, catalogue: Catalogue) -> list[Said]:
    """The names without those of units that the others are of ("personalkostnaderna hos KS")."""
    own = {u for p in places for row in p.rows for u in catalogue.by_row[row].organisations}
    names = {place.rows: {catalogue.by_row[row].text for row in place.rows} for place in places}
    return [p for p in places if own.isdisjoint(names[p.rows]) or not _is_place(p, reading)]


def _is_place(place: Said, reading: Reading) -> bool:
    """Whether a name stands behind a word that says where something is."""
    before = reading.tokens[max(0, place.start - 1) : place.start]
    return any(token.key in grammar()["prepositions"] for token in before)


def _made(
    query: Query, reading: Reading, places: Sequence[Said], catalogue: Catalogue, wanted: str
) -> Query:
    links = tuple(
        Link(
            (reading.words(p.start, p.end),),
            catalogue.by_row[p.rows[0]].text,
            p.rows,
            1.0,
        )
        for p in {place.rows: place for place in places}.values()
    )
    measures = tuple(m for m in query.measures if m in grammar()["money_measures"])
    return replace(
        query,
        subject=Subject.AMOUNTS,
        operation=_OPERATIONS[wanted],
        links=links,
        scope=scope_beside(query.scope, reading, places, catalogue),
        conditions=Conditions(),
        measures=measures,
        premise=None,
        order=None,
        numbers=(),
        keywords=(),
        decline=None,
        not_understood=(),
        breakdowns=(),
        by_unit=False,
        over_years=False,
        claimed=None,
        money=Money(beside=wanted, granted=reading.has("spending", "give"), side=_side(reading)),
    )


def _wanted(reading: Reading, places: Sequence[Said]) -> str | None:
    """What is to be done with the amounts."""
    said = {t.key for _, t in outside(reading, places)}
    between = {t.key for one, two in pairwise(places) for t in reading.tokens[one.end : two.start]}
    joined = vocabulary("moneywords")["named"]["between"]

    def says(cue: str) -> bool:
        return not said.isdisjoint(cues_beside().get(cue, ())) or not between.isdisjoint(
            joined.get(cue, ())
        )

    if says("apart") or (says("degree") and says("than")):
        return "apart"
    if says("sum"):
        return "sum"
    if says("most") or (says("degree") and says("either")):
        return "most"
    return "beside" if says("beside") or (says("degree") and says("than")) else None


def _of_money(reading: Reading, places: Sequence[Said], catalogue: Catalogue) -> bool:
    """Whether the names are of money alone, or the question says that it is about money: units
    may be set beside each other in other things as well."""
    if any(reading.has(each) for each in ("spending", "money")):
        return True
    if reading.has("subject", Subject.AMOUNTS.value) or any(
        m in grammar()["money_measures"] for m in reading.values("measure")
    ):
        return True
    return any(not is_unit(reading, place) for place in places)


def _side(reading: Reading) -> str | None:
    """Whether it is asked which is over or short, where that is not "A plus B"."""
    said = {t.key for m in reading.places("money") for t in reading.tokens[m.start : m.end]}
    if not said - _joints():
        return None
    over = grammar()["money_cues"]["surplus"]
    return "surplus" if reading.values("money")[0] in over else "deficit"


def _joints() -> set[str]:
    return {w for each in vocabulary("moneywords")["named"]["between"].values() for w in each}
