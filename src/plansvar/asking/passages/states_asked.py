"""What the newest sentences tell of a thing that is asked to be built, shut, done or paid for ("är
sporthallen klar?", "ska skolan läggas ner?"): its money or a task that names it tells nothing of
that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from plansvar.asking.evidence.selecting import documents_asked
from plansvar.asking.passages.contrary import Contrary
from plansvar.asking.passages.terms import Term
from plansvar.asking.passages.units import telling
from plansvar.asking.passages.wondered import LEAST, SURE
from plansvar.asking.passages.wording import asked_terms
from plansvar.asking.query import Operation, Query
from plansvar.domain import Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.months import month_of
from plansvar.language.numbers import find_numbers
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

_MOST = 2
_FEW = 2  # words that ask of a state, without the thing between them
LATE = "late"
_LONG = 9  # letters of a noun that stands for the thing by itself ("idrottshallen")
_ITSELF = 0.9  # the factor from which a word stands there itself


@dataclass(frozen=True, slots=True)
class StateTold:
    """Sentences that name the thing and tell its state; how surely they do, and whether they say
    when."""

    document: Document
    spans: tuple[Span, ...]
    sure: bool
    timed: bool


def state_asked(text: str) -> str | None:
    """Which state a question for a yes or no asks of a thing; null for any other question."""
    said = words(text)
    if not said or said[0] not in _data()["openings"] or _pattern("others").search(fold(text)):
        return None
    if said[0] in _data()["where"] and any(
        map(is_verb, said[1:2])
    ):  # "var byggs …" asks for a place
        return None
    return next(iter(_states(text)), None)


def _states(text: str) -> tuple[str, ...]:
    """The states that a question asks of: "är den klar i tid?" is of being late, and else of being
    done."""
    return tuple(name for name in _data()["states"] if _of(name, "asked").search(fold(text)))


def states_told(query: Query, library: Library) -> tuple[StateTold, ...]:
    """The sentences of the newest document that tell the state of the very thing, those first that
    tell it surely and say when."""
    states = _states(query.text) if state_asked(query.text) else ()
    told = (_state_told(state, query, library) for state in states)
    return next(filter(None, told), ())


def claims_late(query: Query) -> bool:
    """Whether the cause is asked for of something's being late."""
    asks = query.operation is Operation.WHY and not query.follow_up
    return asks and _of(LATE, "claimed").search(fold(query.text)) is not None


def told_in_time(query: Query, library: Library) -> Contrary | None:
    """The sentence of the newest document that tells that the very thing came in time or before;
    null where one of any document tells that it was late."""
    told = _state_told(LATE, query, library)
    quotes = [(each, fold(each.document.quote(each.spans[-1]))) for each in told]
    if not quotes or told_late(query, library):
        return None
    found = (each for each, quote in quotes if _of(LATE, "contrary").search(quote))
    first = next(found, None)
    return Contrary(first.document, first.spans[-1]) if first else None


def told_late(query: Query, library: Library) -> tuple[StateTold, ...]:
    """The sentences of any document, the newest first, that tell that the very thing was late."""
    things = _things(query, LATE, library)
    scope = replace(query.scope, years=(), document_years=())
    told = (t for d in documents_asked(scope, library) for t in _told(d, things, LATE, library))
    late = _of(LATE, "so")
    return tuple(t for t in told if late.search(fold(t.document.quote(t.spans[-1]))))


def _state_told(state: str, query: Query, library: Library) -> tuple[StateTold, ...]:
    things = _things(query, state, library)
    if not things:
        return ()
    scope = replace(query.scope, years=(), document_years=())
    if _data()["states"][state].get("planned"):  # "planen" is any that tells of money
        scope = replace(scope, documents=(), document_kinds=())
    followed = bool(_data()["states"][state].get("followed", False))
    years = set(query.scope.years)
    documents = documents_asked(scope, library)
    for document in sorted(documents, key=lambda d: bool(years) and d.year not in years):
        told = list(_told(document, things, state, library))
        if told:
            told.sort(key=lambda each: followed and _rank(each))
            return tuple(told[: 1 if followed and told[0].sure else _MOST])
    return ()


def _rank(told: StateTold) -> tuple[bool, bool, int]:
    return not told.sure, not told.timed, len(told.spans)


def is_of_state(text: str, state: str) -> bool:
    """Whether a name tells that a thing is to be so ("Ny förskola, byggnation")."""
    return _of(state, "told").search(fold(text)) is not None


def _things(query: Query, state: str, library: Library) -> tuple[Term, ...]:
    """The words of a question that name the thing."""
    bare = replace(query, links=(), keywords=())
    terms = (t for t in asked_terms(bare, library).items if not t.soft)
    asking = (words(m[0]) for m in _of(state, "asked").finditer(fold(query.text)))
    aside = {*_data()["aside"], *(w for said in asking if len(said) <= _FEW for w in said)}
    return tuple(
        t
        for t in terms
        if t.word not in aside and not t.word.isdigit() and not _only_asks(t.word, state)
    )


def _only_asks(word: str, state: str) -> bool:
    return _of(state, "asked").search(word) is not None or word in _data()["openings"]


def _told(
    document: Document, things: Sequence[Term], state: str, library: Library
) -> Iterator[StateTold]:
    """The sentences that tell the state in a clause that names the thing, or right behind one in
    their paragraph that names it."""
    known = _names(things, document.text)
    for _, pieces in telling(library, document):
        lead: Span | None = None
        for span in pieces:
            text = document.quote(span)
            tells = _of(state, "told").search(fold(text)) is not None
            tells = tells and not _is_supposed(text, state)
            sure = _of(state, "sure").search(fold(text)) is not None
            if tells and _in_one_clause(things, text, state, known):
                yield StateTold(document, (span,), sure, _says_when(text))
            elif sure and lead is not None and _goes_on(text, state):
                yield StateTold(document, (lead, span), sure, _says_when(text))
            lead = span if _names(things, text) else lead


def _is_supposed(text: str, state: str) -> bool:
    """Whether a sentence only tells what would be if it were so."""
    unless = _data()["states"][state].get("unless", ())
    return any(re.search(each, fold(text)) for each in unless)


def _goes_on(text: str, state: str) -> bool:
    followed = bool(_data()["states"][state].get("followed", False))
    return followed and _pattern("leaning").search(fold(text)) is not None


def _in_one_clause(things: Sequence[Term], text: str, state: str, known: bool) -> bool:
    """Whether a clause that tells the state names the thing, by all of its name in the sentence,
    or by its long noun alone where the document names all of it."""
    clauses = [c for c in _joints(state).split(fold(text)) if c]
    told = [c for c in clauses if _of(state, "told").search(c)]
    if _names(things, text):
        return any(_speaks(things, clause) for clause in told)
    long = [term for term in things if len(term.word) >= _LONG]
    return known and any(_speaks(long, clause, _ITSELF) for clause in told)


def _speaks(things: Sequence[Term], text: str, least: float = SURE) -> bool:
    held = frozenset(told_stems(text))
    return any(term.factor(held) > least for term in things)


def _names(things: Sequence[Term], text: str) -> bool:
    """Whether a text names most of the thing, and the rarest of its words."""
    held = frozenset(told_stems(text))
    spoken = [term for term in things if term.factor(held) > SURE]
    rarest = max(things, key=lambda term: term.weight)
    total = sum(term.weight for term in things)
    return rarest in spoken and sum(term.weight for term in spoken) >= LEAST * total


def _says_when(text: str) -> bool:
    return bool(find_numbers(text, spelled=False)) or any(month_of(w) for w in words(text))


def _data() -> dict[str, Any]:
    return vocabulary("statesasked")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()[name]))


@cache
def _joints(state: str) -> re.Pattern[str]:
    """What parts clauses: when something came may stand behind a comma ("klar i maj, en månad före
    plan")."""
    return re.compile("|".join(_data()["states"][state].get("joints", _data()["joints"])))


@cache
def _of(state: str, kind: str) -> re.Pattern[str]:
    found = _data()["states"][state]
    return re.compile("|".join(found.get(kind, found["told"])))
