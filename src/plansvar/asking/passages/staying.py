"""What stands with the thing spoken of and gives the sort of thing that a turn of a talk asks for:
a time, somebody, a number. A talk stays with its thing, so that this is held against whatever else
a turn may be taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plansvar.asking.passages.beside import as_said, documents_of_talk, may_tell
from plansvar.asking.passages.counted import Counted, counted_by
from plansvar.asking.passages.finding import PassageFound
from plansvar.asking.passages.quantities import (
    COUNT,
    LEVEL,
    SHARE,
    gives_quantity,
    numbers_of,
    sort_asked,
)
from plansvar.asking.passages.ranking import (
    COMPANY,
    CUED,
    NAME,
    QUANTITY,
    SURE,
    WHEN,
    WHY,
    holds_cue,
    told_of_kind,
)
from plansvar.asking.passages.talk_zones import NAMED, QUOTED, about_it, quoted_units
from plansvar.asking.passages.terms import Term, Terms, terms_of
from plansvar.asking.passages.units import Unit
from plansvar.asking.passages.whole import sentence_found
from plansvar.asking.passages.wording import OF_TIME, kind_of, lexicon_of
from plansvar.asking.query import Operation, Query
from plansvar.asking.understanding.lexicon import grammar
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.verbs import is_verb

WHO, WHERE = "who", "where"
TYPED = (WHEN, WHO, WHERE, QUANTITY, NAME, COMPANY, *OF_TIME)
AROUND, SOFT, FIRST = 0.5, 0.2, 0.02  # what it is worth that what is around says a word, and so on


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence with the thing spoken of that gives what is asked for; `whole` where it and what
    it stands under say each telling word of the turn, of which there are `telling`; `quoted` where
    it stands in the very paragraph or line that the last answer quoted, `own` where it says words
    of the turn itself, and `typed` where it gives a time, a place, somebody or a number."""

    passage: PassageFound
    whole: bool
    quoted: bool
    own: bool
    telling: int
    typed: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a turn asks for, in its own words alone; `about` are the stems of what was spoken of."""

    text: str
    kind: str
    sort: str | None
    terms: Terms
    counted: Counted
    about: frozenset[str]

    @property
    def measuring(self) -> frozenset[str]:
        """The word right behind the one that asks ("hur stort")."""
        pairs = ((a, b) for a, b in pairwise(words(self.text)) if a in grammar()["asks_openly"])
        behind = next(pairs, ("", ""))[1]
        return frozenset() if is_verb(behind) else frozenset({behind})

    @property
    def needed(self) -> list[Term]:
        """The telling words, without those for what was spoken of itself."""
        items = self.terms.items
        return [t for t in items if not t.soft and t.factor(self.about) <= SURE]


@dataclass(frozen=True, slots=True)
class _Fit:
    """A sentence that gives what is asked for, with the telling words that it leaves untold."""

    unit: Unit
    worth: float
    own: bool
    untold: tuple[str, ...]


def find_near(query: Query, library: Library) -> Near | None:
    """The best that stands with what was spoken of; null where nothing of that is of the sort."""
    talk = query.talk
    if talk is None or not talk.cited:
        return None
    kind = WHERE if _asks_where(talk.said) else kind_of(as_said(query, talk))
    if kind == WHY:
        return None
    if kind not in TYPED and query.operation is Operation.DIFFERENCE:
        kind = QUANTITY
    terms = terms_of(talk.said, lexicon_of(library), language=query.language)
    about = frozenset(told_stems(" ".join(talk.about)))
    counted = counted_by(talk.said, terms)
    asked = _Asked(talk.said, kind, sort_asked(talk.said), terms, counted, about)
    for document in documents_of_talk(query, talk, library):
        zones = (*quoted_units(document, talk, library), *about_it(document, talk, library))
        best = _best([unit for unit in zones if may_tell(unit, query)], asked)
        if best is not None:
            inside = best.unit.rank == QUOTED
            found = sentence_found(best.unit, library)
            telling = len(asked.needed)
            return Near(found, not best.untold, inside, best.own, telling, kind in TYPED)
    return None


def _asks_where(said: str) -> bool:
    """Whether a turn asks for a place: by "var" or "vart" with a verb behind it."""
    told = [word for word in words(said) if word not in grammar()["joins"]]
    return len(told) > 1 and told[0] in grammar()["where_to"] and is_verb(told[1])


def _best(units: Sequence[Unit], asked: _Asked) -> _Fit | None:
    """The likeliest sentence of a document. A verb may go untold where the rest is told, for it is
    mostly said in other words. What says no word of the turn counts only where it alone, of what
    was quoted, gives what is asked for."""
    typed = asked.kind in TYPED
    places = enumerate(units)
    fits = [fit for n, unit in places if (fit := _fit(unit, n, units, asked)) is not None]
    fits = [fit for fit in fits if all(typed and is_verb(word) for word in fit.untold)]
    inside = [fit for fit in fits if fit.unit.rank == QUOTED]
    own = [fit for fit in fits if fit.unit.rank == NAMED and _names_itself(fit.unit, asked)]
    if asked.needed:
        near = [fit for fit in fits if fit.unit.rank != NAMED]
        tiers = [near, fits]
    else:
        tiers = [inside, own] if typed else []
    for tier in tiers:
        told = [fit for fit in tier if fit.own]
        if told:
            return max(told, key=lambda fit: fit.worth)
    placed = asked.kind == WHERE
    loose = placed or asked.kind in OF_TIME
    alone = [fit for fit in inside or (own if placed else []) if loose or not fit.untold]
    return alone[0] if typed and len(alone) == 1 else None


def _names_itself(unit: Unit, asked: _Asked) -> bool:
    """Whether a sentence or the heading over it names what was spoken of, and not only another one
    of its paragraph."""
    return not asked.about.isdisjoint(told_stems(f"{unit.heading} {unit.label} {unit.text}"))


def _fit(unit: Unit, place: int, units: Sequence[Unit], asked: _Asked) -> _Fit | None:
    if not _gives(f"{unit.label} {unit.text}", asked):
        return None
    own = asked.terms.match(told_stems(f"{unit.label} {unit.text}"))
    own = {word: factor for word, factor in own.items() if word not in asked.measuring}
    beside = [u.text for u in units if u.block == unit.block]
    around = asked.terms.match(told_stems(" ".join((unit.topic, unit.heading, *beside))))
    needed = asked.needed
    said = {t.word for t in needed if own.get(t.word, 0.0) > SURE}
    untold = tuple(t.word for t in needed if t.word not in said and around.get(t.word, 0.0) <= SURE)
    worth = sum(t.weight * own.get(t.word, 0.0) for t in needed)
    worth += SOFT * sum(own.get(t.word, 0.0) for t in asked.terms.items if t not in needed)
    worth += AROUND * sum(t.weight for t in needed if t.word not in (*said, *untold))
    worth -= FIRST * place
    named = bool(said) if needed else any(factor > SURE for factor in own.values())
    return _Fit(unit, worth, named, untold)


def _gives(text: str, asked: _Asked) -> bool:
    """Whether a sentence gives something of the sort asked for that the turn does not say."""
    said = set(words(asked.text))
    if asked.kind == QUANTITY:
        return _gives_number(text, asked, said)
    if asked.kind == WHERE:
        places = (set(told_stems(each)[1:]) for each in told_of_kind(text, WHERE))
        return any(not place <= asked.about for place in places)
    if asked.kind in TYPED:
        return any(not set(words(fold(each))) <= said for each in told_of_kind(text, asked.kind))
    return asked.kind not in CUED or holds_cue(text, asked.kind)


def _gives_number(text: str, asked: _Asked, said: set[str]) -> bool:
    """Whether a number of the sort asked for stands in a sentence: near a word of the turn, where
    it has telling ones. A small number in words is no amount."""
    sorts = (COUNT, SHARE) if asked.sort == COUNT else (asked.sort or LEVEL,)
    for sort in sorts:
        given = numbers_of(text, asked.terms, sort, asked.counted)
        beside = not asked.needed or gives_quantity(text, asked.terms, sort, asked.counted)
        if beside and any(number not in said for number in given):
            return True
    return False
