"""Questions for what anybody asks of a whole municipality ("hur många anställda har kommunen",
"blir det höjd skatt"), read by all of their words: another word asks for something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from plansvar.asking.basics import (
    DOWN,
    TAX,
    UP,
    WAYS,
    BasicSentence,
    basic_rows,
    basic_sentences,
    basics,
    expected_sentences,
    moving_sentences,
    way_told,
)
from plansvar.asking.evidence.words import years_in
from plansvar.asking.query import (
    Change,
    Conditions,
    Decline,
    Link,
    Operation,
    Query,
    Scope,
    Subject,
    Words,
)
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.domain import Indicator
from plansvar.language.vocabulary import vocabulary

_SHORT = 6  # words that ask no more than which way it goes
_CHANGES = {UP: Change.UP, DOWN: Change.DOWN}


def of_basic(reading: Reading, last: Query | None, catalogue: Catalogue) -> Query | None:
    """The query for a basic of the municipality, be it one that the talk goes on about; null where
    the question asks for anything else, or nothing tells it."""
    found = reading.found
    scope = found.scope
    if scope.organisations or found.responsible or found.other_units or found.other_place:
        return None
    more = scope.years or reading.values("breakdown")
    goes_on = reading.has("follow") or (bool(more) and not _telling(reading))
    carried = bool(last and last.basic and goes_on)
    name = _basic_said(reading, carried)
    if name is None and _goes_on_about(last, reading, carried and bool(more)):
        name, carried = last.basic if last else None, True
    if name is None or (name != TAX and asks_why(reading)):
        return None
    if last is not None and last.basic != name and _is_of_it(name, reading):
        return None
    if asks_why(reading) and _is_so(name, reading, catalogue):
        return None
    return _query(name, reading, last if carried else None, catalogue)


def _is_of_it(name: str, reading: Reading) -> bool:
    """ "is it growing?": a pronoun, and only a verb that is said of the municipality where nothing
    else was spoken of."""
    named = not _words(reading).isdisjoint(basics()[name]["own"])
    return not named and any(token.key in grammar()["it"] for token in reading.tokens)


def _goes_on_about(last: Query | None, reading: Reading, more: bool) -> bool:
    """ "och 2023?", "is it going up?": whether no more is said than a year, a group or which way it
    goes of the basic that was spoken of."""
    moved = {word for way in WAYS for word in vocabulary("basics")[way]}
    expected = not _words(reading).isdisjoint(vocabulary("basics")["expected"])
    if last is None or not last.basic or expected or _telling(reading) - moved:
        return False
    if _asks_how_much(reading):
        return more  # how much it has moved is reckoned
    return more or (way_asked(reading) is not None and len(reading.tokens) <= _SHORT)


def asks_why(reading: Reading) -> bool:
    return not {token.key for token in reading.tokens}.isdisjoint(vocabulary("basics")["why"])


def _is_so(name: str, reading: Reading, catalogue: Catalogue) -> bool:
    """Whether a document says that it goes the way whose cause is asked for, in the year asked
    for where one is."""
    told = basic_sentences(name, catalogue.library.documents())
    asked = set(reading.found.scope.years)
    of_year = [each for each in told if not asked or not asked.isdisjoint(_years_of(each))]
    return way_asked(reading) in {way_told(each) for each in of_year}


def _years_of(told: BasicSentence) -> set[int]:
    """The years that a sentence names, else those that its document is of."""
    return set(years_in(told.text)) or {told.document.year or 0}


def _query(name: str, reading: Reading, last: Query | None, catalogue: Catalogue) -> Query | None:
    library, groups = catalogue.library, reading.values("breakdown")
    if last is not None and last.basic == name and not reading.has("whole"):
        groups = groups or last.breakdowns
    rows, documents = basic_rows(name, library, groups), library.documents()
    if reading.found.against and not rows and name != TAX:
        return None
    if groups and not (rows or basic_sentences(name, documents, groups)):
        return None
    way = way_asked(reading)
    told = basic_sentences(name, documents) or (way and moving_sentences(name, documents))
    told = told or expected_sentences(name, documents)
    decline = None
    if not rows and not told:
        if _words(reading).isdisjoint((*basics()[name]["alone"], *basics()[name]["untold"])):
            return None
        decline = Decline.NOT_IN_DOCUMENTS
    change = _CHANGES.get(way or "") if name != TAX and rows else None
    beside = _sets_beside(name, rows, reading)
    said = _said(name, reading) or (last.links[0].words if last and last.links else ())
    links = (Link(said, rows[0].name, tuple(row.id for row in rows), 1.0),) if rows else ()
    own = last is None or bool(_said(name, reading))
    reckoned = bool(beside and change) and _asks_how_much(reading)
    operation = Operation.TREND if change or beside else Operation.VALUE
    return Query(
        text=reading.text,
        base=reading.text if own or last is None else last.base or last.text,
        subject=Subject.INDICATORS if rows else Subject.PASSAGES,
        operation=Operation.DIFFERENCE if reckoned else operation,
        links=links,
        scope=_scope(reading, last),
        breakdowns=groups,
        premise=Conditions(change=change) if change and not reckoned else None,
        decline=decline,
        follow_up=last is not None,
        against_years=reading.found.against,
        language=reading.language,
        basic="" if reckoned else name,
    )


def _asks_how_much(reading: Reading) -> bool:
    """ "hur många färre än 2021?" asks for the difference, and not which way it went."""
    first = reading.tokens[0].key if reading.tokens else ""
    return first in vocabulary("basics")["openings"]


def _scope(reading: Reading, last: Query | None) -> Scope:
    """What the question restricts itself to, in the place that the talk is about."""
    scope = reading.found.scope
    if last is None or scope.municipalities or scope.names_documents:
        return scope
    return replace(scope, municipalities=last.scope.municipalities)


def _sets_beside(name: str, rows: Sequence[Indicator], reading: Reading) -> bool:
    """Whether a number is set beside that of another year, whichever way it went ("fler eller
    färre än 2023")."""
    return name != TAX and bool(rows and reading.found.against)


def _said(name: str, reading: Reading) -> tuple[Words, ...]:
    """The words of the question that name the basic."""
    own = (*basics()[name]["own"], *basics()[name]["alone"])
    return tuple(reading.words(n, n + 1) for n, t in enumerate(reading.tokens) if t.key in own)


def way_asked(reading: Reading) -> str | None:
    """Which way the question asks whether it goes; null where it names none or several."""
    said = _words(reading)
    ways = [way for way in WAYS if not said.isdisjoint(vocabulary("basics")[way])]
    return ways[0] if len(ways) == 1 else None


def _words(reading: Reading) -> set[str]:
    """The words of the question that name no place, year, document or group."""
    groups = {n for m in reading.places("breakdown") for n in range(m.start, m.end)}
    used = reading.found.used | groups
    told = (t for n, t in enumerate(reading.tokens) if n not in used)
    return {token.key for token in told if token.number is None}


def _telling(reading: Reading) -> set[str]:
    light = {*vocabulary("basics")["light"], *vocabulary("basics")["expected"]}
    return _words(reading) - light


def _basic_said(reading: Reading, carried: bool) -> str | None:
    """Which basic a question asks for by all of its words; where the talk goes on about one, the
    name of another is enough."""
    words = _words(reading)
    moved = {word for way in WAYS for word in vocabulary("basics")[way]}
    text = f" {' '.join(token.key for token in reading.tokens)} "
    for name, basic in basics().items():
        phrase = any(f" {each} " in text for each in basic["phrases"])
        own = {*basic["own"], *basic["alone"]}
        if _telling(reading) - own - moved - {*basic.get("beside", ())}:
            continue
        if phrase or (not words.isdisjoint(own) and (carried or _asks(words, moved, basic))):
            return name
    return None


def _asks(words: set[str], moved: set[str], basic: Mapping[str, Any]) -> bool:
    """Whether a number is asked for, what has become of it, or how high it is."""
    data = vocabulary("basics")
    if not words.isdisjoint((*basic["plain"], *basic["alone"], *moved)):
        return True
    return not words.isdisjoint(data["how_high" if basic.get("moving") else "counting"])
