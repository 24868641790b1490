"""What a question asks the cause of: the thing that it names, and what is so of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.asking.passages.restricting import units_in
from plansvar.asking.passages.terms import Term
from plansvar.asking.passages.units import surroundings
from plansvar.asking.passages.wording import asked_terms, kind_of
from plansvar.asking.query import Change, Link, Query
from plansvar.domain import CommitmentStatus, Evidence
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.months import month_name
from plansvar.language.numbers import spelled_value
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

WHY = "why"
SURE = 0.6
LONGEST, MOST = 60, 3  # letters, and telling words, of a name that can stand for the thing
LONG = 5  # letters of a word that may be the end of a name
LEAST = 0.7  # of what a question names, by weight, that a sentence about it speaks of
OF_CHANGE = {
    Change.UP: "more",
    Change.DOWN: "fewer",
    Change.BETTER: "better",
    Change.WORSE: "worse",
}
OF_STATUS = {CommitmentStatus.DELAYED.value: "late", CommitmentStatus.NOT_STARTED.value: "late"}


@dataclass(frozen=True, slots=True)
class Wondered:
    """The thing that a question names, by its words, and what it says to be so of it: names of
    `effects.toml`, none where it says something else; `doings` are what it says then. A word of its
    name is another form of one by `least` at least, or only the end of it where `ends`; `called` is
    what else its rows go by."""

    things: tuple[Term, ...]
    effects: tuple[str, ...]
    doings: tuple[Term, ...] = ()
    ends: bool = False
    least: float = SURE
    called: tuple[tuple[Term, ...], ...] = ()

    def names(self, held: Iterable[str], said: Iterable[str] = ()) -> bool:
        """Whether stems speak of the very thing: most of it, and of its rarest word; where the end
        of its name is enough, whether a word that is said ends with it."""
        if self.ends:
            rarest = max(self.things, key=lambda term: term.weight, default=None)
            return rarest is not None and any(word.endswith(rarest.word) for word in said)
        known = frozenset(held)
        return any(self._is_told(terms, known) for terms in (self.things, *self.called))

    def _is_told(self, terms: Sequence[Term], known: frozenset[str]) -> bool:
        spoken = [term for term in terms if term.factor(known) > self.least]
        rarest = max(terms, key=lambda term: term.weight, default=None)
        total = sum(term.weight for term in terms)
        return rarest in spoken and sum(term.weight for term in spoken) >= LEAST * total

    def by_end(self) -> Wondered:
        """The same, called by the end of its name."""
        long = all(len(term.word) >= LONG for term in self.things)
        return replace(self, ends=True) if long else replace(self, things=())

    def is_so(self, text: str) -> bool:
        """Whether a text tells the effect that is asked about, if one is known."""
        return not self.effects or any(tells(name, text) for name in self.effects)

    def does(self, held: Iterable[str]) -> bool:
        """Whether stems tell what a question says beside the thing."""
        known = frozenset(held)
        return any(term.factor(known) > SURE for term in self.doings)

    def tells_itself(self, text: str) -> bool:
        """Whether a text tells the effect by words that say what it comes of."""
        return any(
            pattern.search(fold(text))
            for name in self.effects
            if (pattern := _pattern(name, "tells")).pattern
        )


def wondered(query: Query, library: Library) -> Wondered:
    """What a question asks the cause of, by its own words; by the names of its rows where it only
    says what is so of them ("varför blir vi färre?")."""
    effects = effects_asked(query)
    if query.follow_up and query.talk and query.links:
        query = replace(query, text=query.talk.said, follow_up=False)
    telling = _telling(query, library, effects)
    things = tuple(term for term in telling if not is_verb(term.word))
    if not things and query.links:
        told = " ".join([query.text, *map(_called, query.links)])
        telling = _telling(replace(query, text=told), library, effects)
        things = tuple(term for term in telling if not is_verb(term.word))
    doings = tuple(term for term in telling if is_verb(term.word))
    things = things or doings
    if all(term.word.isdigit() for term in things):
        things = ()  # a number alone names no thing
    called = [_name_terms(link, things, query, library) for link in query.links[:1]]
    return Wondered(things, effects, doings, called=tuple(filter(None, called)))


def _name_terms(
    link: Link, things: Sequence[Term], query: Query, library: Library
) -> tuple[Term, ...]:
    """The telling words of what a row is called, where the person calls it by other words; of the
    part of its name that counts no years, and none of a name that is a unit or a whole sentence."""
    held = frozenset(told_stems(link.name))
    parts = [part for part in link.name.split(",") if spelled_value(part.split()[0]) is None]
    own = any(term.factor(held) > SURE for term in things)
    if own or not parts or len(link.name) > LONGEST or units_in(link.name):
        return ()
    named = replace(query, text=parts[0].split("(")[0], links=(), keywords=())
    told = _telling(named, library, ())
    found = tuple(t for t in told if not (is_verb(t.word) or t.word.isdigit() or _is_time(t.word)))
    return found if len(found) <= MOST else ()


def _is_time(word: str) -> bool:
    return month_name(word) is not None


def _called(link: Link) -> str:
    """What a row is called, by the person or by the documents, whichever says less; a verb ("hur
    många bor …") calls it nothing."""
    said = " ".join(part.text for part in link.words)
    if not said or all(map(is_verb, words(said))):
        return link.name
    return min((said, link.name), key=len)


def tells(effect: str, text: str) -> bool:
    """Whether a text tells an effect."""
    return _pattern(effect, "told").search(fold(text)) is not None


def tells_contrary(query: Query, text: str) -> bool:
    """Whether a text tells the contrary of what a question asks the cause of, and not that."""
    asked = effects_asked(query) if kind_of(query) == WHY else ()
    told = {each for name in asked for each in vocabulary("effects")[name].get("contrary", ())}
    return any(tells(each, text) for each in told) and not any(tells(each, text) for each in asked)


def effects_asked(query: Query) -> tuple[str, ...]:
    """What a question says to be so, by its words, by what it takes for granted and by its side; a
    follow-up first by its own words."""
    talk = query.talk if query.follow_up else None
    premise = query.premise
    found = effects_said(talk.said if talk else query.text) or effects_said(query.text)
    if premise is not None and premise.change in OF_CHANGE:
        found.append(OF_CHANGE[premise.change])
    if premise is not None and not premise.negated:
        found += [OF_STATUS[status] for status in premise.statuses if status in OF_STATUS]
    side = query.money.side if query.money else None
    return tuple(dict.fromkeys([*found, *([side] if side in vocabulary("effects") else [])]))


def effects_said(text: str) -> list[str]:
    """What words say to be so of something."""
    return [name for name in vocabulary("effects") if _pattern(name, "asked").search(fold(text))]


def _telling(query: Query, library: Library, effects: tuple[str, ...]) -> tuple[Term, ...]:
    """The words of a question that tell its matter, without those that only tell the effect."""
    return tuple(
        term
        for term in asked_terms(query, library).items
        if not (term.soft or _only_says_so(term.word, effects))
    )


def _only_says_so(word: str, effects: tuple[str, ...]) -> bool:
    """Whether a word only tells the effect."""
    return any(_pattern(name, "asked").fullmatch(word) for name in effects)


@cache
def _pattern(name: str, kind: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("effects")[name].get(kind, ())))


def names_thing(evidence: Evidence, pieces: Sequence[str], query: Query, library: Library) -> bool:
    """Whether what is to tell a cause speaks of the very thing that is asked about, itself or in
    what it stands under and beside."""
    asked = wondered(query, library) if kind_of(query) == WHY else None
    if asked is None or not asked.things:
        return True
    document, first = library.document(evidence.place.document_id), evidence.spans[0]
    number = next((n for n, b in enumerate(document.blocks) if b.span.overlaps(first)), -1)
    around = document.quote(document.blocks[number].span) if number >= 0 else ""
    above = surroundings(document, number, first)
    return asked.names(told_stems(" ".join((*pieces, above, around))))
