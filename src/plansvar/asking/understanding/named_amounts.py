"""Two or more rows of money tables that a question names word by word, to be set beside each
other: "skillnaden mellan socialnämnden och kommunstyrelsen", "skolan plus vägarna"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from weakref import WeakKeyDictionary

from plansvar.asking.query import Conditions, Decline, Link, Money, Operation, Query, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.moneyed import counts_things
from plansvar.asking.understanding.reading import Reading, contents
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.language.vocabulary import vocabulary

Stems = tuple[str, ...]
_LEAST = 2
_OTHER = (
    "assessment", "verdict", "breakdown", "task_status", "trend_arrow", "against_plan", "quarter",
)  # fmt: skip
_OPEN = (None, Decline.NOT_IN_DOCUMENTS)
_OPERATIONS = {
    "sum": Operation.VALUE,
    "apart": Operation.DIFFERENCE,
    "most": Operation.COMPARE,
    "beside": Operation.COMPARE,
}


@dataclass(frozen=True, slots=True)
class Said:
    """Where a question says the name of amounts, and their rows."""

    start: int
    end: int
    rows: tuple[str, ...]


def with_named_amounts(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for the amounts named, where nothing else is said but what is to be done with
    them; else as it was."""
    if query.decline not in _OPEN or len({*query.scope.years, *query.against_years}) > 1:
        return query
    places = list(_places(reading, catalogue))
    if len({place.rows for place in places}) < _LEAST:
        return query
    wanted = _wanted(reading, places)
    if wanted is None or _says_more(reading, places, catalogue):
        return query
    if wanted == "beside" and not _of_money(reading, places, catalogue):
        return query
    return _made(query, reading, places, catalogue, wanted)


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
        scope=_scope(query.scope, reading, places, catalogue),
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


def _places(reading: Reading, catalogue: Catalogue) -> Iterator[Said]:
    """The names said, the longest at each place."""
    known = _names(catalogue)
    stems = [token.stem for token in reading.tokens]
    at = 0
    while at < len(stems):
        found = next(
            (s for s in known.get(stems[at], ()) if stems[at : at + len(s[0])] == [*s[0]]), None
        )
        if found is None:
            at += 1
            continue
        yield Said(at, at + len(found[0]), found[1])
        at += len(found[0])


_KEPT: WeakKeyDictionary[Catalogue, dict[str, list[tuple[Stems, tuple[str, ...]]]]] = (
    WeakKeyDictionary()
)


def _names(catalogue: Catalogue) -> dict[str, list[tuple[Stems, tuple[str, ...]]]]:
    """First stem → the names that rows of money tables bear, the longest first."""
    if catalogue not in _KEPT:
        _KEPT[catalogue] = _read_names(catalogue)
    return _KEPT[catalogue]


def _read_names(catalogue: Catalogue) -> dict[str, list[tuple[Stems, tuple[str, ...]]]]:
    rows: dict[Stems, dict[str, None]] = {}
    for name, row in (*_of_rows(catalogue), *_of_units(catalogue)):
        rows.setdefault(name, {})[row] = None
    found: dict[str, list[tuple[Stems, tuple[str, ...]]]] = {}
    for name, ids in sorted(rows.items(), key=lambda pair: len(pair[0]), reverse=True):
        if name and not _is_cue(name):
            found.setdefault(name[0], []).append((name, tuple(ids)))
    return found


def _of_rows(catalogue: Catalogue) -> Iterator[tuple[Stems, str]]:
    for row in catalogue.library.amounts():
        if row.headings and row.value is not None:
            yield from ((name, row.id) for name in _forms(row.what))


def _of_units(catalogue: Catalogue) -> Iterator[tuple[Stems, str]]:
    """The rows of units under what people call these."""
    for unit in catalogue.organisations:
        name = _stems(" ".join(unit.words))
        yield from ((name, row) for row in catalogue.units_as_rows.get(unit.name, ()))


def _forms(what: str) -> Iterator[Stems]:
    """A name as printed, and without what stands in brackets behind it."""
    yield _stems(what)
    head, bracket, _ = what.partition(" (")
    if bracket:
        yield _stems(head)


def _stems(text: str) -> Stems:
    return tuple(token.stem for token in tokenise(text))


def _is_cue(name: Stems) -> bool:
    return {root(word) for word in _cue_words()}.issuperset(name)


def _cue_words() -> set[str]:
    return {word for cue in _cues().values() if isinstance(cue, list) for word in cue}


def _cues() -> dict[str, list[str]]:
    found: dict[str, list[str]] = vocabulary("moneywords")["named"]
    return found


def _wanted(reading: Reading, places: Sequence[Said]) -> str | None:
    """What is to be done with the amounts."""
    outside = {t.key for _, t in _outside(reading, places)}
    between = {t.key for one, two in pairwise(places) for t in reading.tokens[one.end : two.start]}
    joined = vocabulary("moneywords")["named"]["between"]

    def says(cue: str) -> bool:
        return not outside.isdisjoint(_cues().get(cue, ())) or not between.isdisjoint(
            joined.get(cue, ())
        )

    if says("apart") or (says("degree") and says("than")):
        return "apart"
    if says("sum"):
        return "sum"
    if says("most") or (says("degree") and says("either")):
        return "most"
    return "beside" if says("beside") or (says("degree") and says("than")) else None


def _outside(reading: Reading, places: Sequence[Said]) -> list[tuple[int, Token]]:
    held = {n for place in places for n in range(place.start, place.end)}
    return [(n, token) for n, token in enumerate(reading.tokens) if n not in held]


def _says_more(reading: Reading, places: Sequence[Said], catalogue: Catalogue) -> bool:
    """Whether anything but the names restricts the question or tells what is asked for."""
    found = reading.found
    if found.other_place or found.other_units or found.no_document or counts_things(reading):
        return True
    free = {n for n, _ in _outside(reading, places)}
    kinds = {m.category for m in reading.matches if free.issuperset(range(m.start, m.end))}
    if not kinds.isdisjoint(_OTHER):
        return True
    nouns = [m for m in reading.places("subject") if free.issuperset(range(m.start, m.end))]
    if any(m.value != Subject.AMOUNTS.value for m in nouns):
        return True
    cues = _cue_words()
    rest = [
        c
        for c in contents(reading, frozenset(range(len(reading.tokens))) - free, catalogue)
        if not (c.support or c.weak)
    ]
    return any(reading.tokens[n].key not in cues for c in rest for n in c.tokens)


def _of_money(reading: Reading, places: Sequence[Said], catalogue: Catalogue) -> bool:
    """Whether the names are of money alone, or the question says that it is about money: units
    may be set beside each other in other things as well."""
    if any(reading.has(each) for each in ("spending", "money")):
        return True
    if reading.has("subject", Subject.AMOUNTS.value) or any(
        m in grammar()["money_measures"] for m in reading.values("measure")
    ):
        return True
    endings = tuple(vocabulary("answering")["balance"]["units"])
    return any(not reading.tokens[place.end - 1].key.endswith(endings) for place in places)


def _side(reading: Reading) -> str | None:
    """Whether it is asked which is over or short, where that is not "A plus B"."""
    said = {t.key for m in reading.places("money") for t in reading.tokens[m.start : m.end]}
    if not said - _joints():
        return None
    over = grammar()["money_cues"]["surplus"]
    return "surplus" if reading.values("money")[0] in over else "deficit"


def _joints() -> set[str]:
    return {w for each in vocabulary("moneywords")["named"]["between"].values() for w in each}


def _scope(scope: Scope, reading: Reading, places: Sequence[Said], catalogue: Catalogue) -> Scope:
    """The scope without the units that are themselves what amounts are named for."""
    free = {token.key for _, token in _outside(reading, places)}
    kept = tuple(
        name
        for name in scope.organisations
        if any(u.name == name and free.issuperset(u.words) for u in catalogue.organisations)
    )
    return replace(scope, organisations=kept, sections=())
