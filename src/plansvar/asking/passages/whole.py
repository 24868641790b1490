"""A sentence that holds each word of a question, its numbers and small adverbs too: what is told
there is what is asked for, whatever else the question's words may name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from plansvar.asking.evidence.proof import place_at
from plansvar.asking.passages.finding import PASSAGES, PassageFound
from plansvar.asking.passages.leaning import with_leaning
from plansvar.asking.passages.quantities import gives_quantity, sort_asked
from plansvar.asking.passages.ranking import holds_cue, told_of_kind
from plansvar.asking.passages.restricting import documents_within, is_within
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.terms import skipped
from plansvar.asking.passages.units import Unit, cut
from plansvar.asking.passages.wording import asked_terms, kind_of
from plansvar.asking.query import Query
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.roots import root
from plansvar.domain import Evidence
from plansvar.index.library import Library
from plansvar.language.folding import fold, words
from plansvar.language.verbs import is_verb, same_verb
from plansvar.language.vocabulary import vocabulary

LEAST = 3  # words of a question that a sentence has to repeat
LETTERS = 14  # of all of them together
QUANTITY = "quantity"
WHO, WHY, TIMES = "who", "why", ("when", "duration", "frequency")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)")


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a question or the roots of those of a text, and its numbers."""

    words: frozenset[str]
    numbers: frozenset[str]


def find_whole(query: Query, library: Library) -> tuple[PassageFound, ...]:
    """The shortest sentence that holds all that the question says, of the kind that it asks for;
    none where no sentence does."""
    within = documents_within(query.scope, library)
    asked = _asked(query.text)
    if within is None or not _says_enough(asked):
        return ()
    kind = kind_of(query)
    hits = library.search(query.text, None, PASSAGES, within)
    told = [
        unit
        for unit in cut(library, (), hits, {}, {})
        if _holds(_told(unit.text), asked)
        and is_within(unit.document, unit.span, query.scope, within)
        and _is_of_kind(unit, kind, query, library)
    ]
    best = min(told, key=lambda unit: len(unit.text), default=None)
    return (_passage(best, library),) if best else ()


def _asked(text: str) -> Told:
    """The words of a question that ask for nothing themselves, and its numbers."""
    plain = GROUPED.sub("", fold(text))
    little = skipped() | frozenset(vocabulary("passages")["about"]["little"])
    kept = (w for w in words(plain) if w not in little and w.isalpha())
    return Told(frozenset(kept), frozenset(NUMBER.findall(plain)))


def _says_enough(asked: Told) -> bool:
    letters = sum(map(len, (*asked.words, *asked.numbers)))
    return len(asked.words) + len(asked.numbers) >= LEAST and letters >= LETTERS


def _told(text: str) -> Told:
    plain = GROUPED.sub("", fold(text))
    return Told(frozenset(_roots(words(plain))), frozenset(NUMBER.findall(plain)))


@cache
def _forms(word: str) -> frozenset[str]:
    return frozenset(map(root, (word, *same_verb(word))))


def _roots(said: Iterable[str]) -> Iterable[str]:
    return map(root, said)


def _holds(told: Told, asked: Told) -> bool:
    if not asked.numbers <= told.numbers:
        return False
    return all(not _forms(word).isdisjoint(told.words) for word in asked.words)


def _is_of_kind(unit: Unit, kind: str, query: Query, library: Library) -> bool:
    """Whether a sentence tells what is asked for beside what the question says itself."""
    said = set(words(fold(query.text)))
    if bool(said & _denying()) is not bool(set(words(fold(unit.text))) & _denying()):
        return False
    if kind == WHY:
        return holds_cue(unit.text, WHY)
    if kind == WHO:
        return _has_own_subject(unit.text, query.text)
    if kind in TIMES:
        times = told_of_kind(unit.text, kind)
        return any(not said.issuperset(words(fold(time))) for time in times)
    if kind == QUANTITY or sort_asked(query.text):
        own = _told(unit.text).numbers - _asked(query.text).numbers
        terms, sort = asked_terms(query, library), sort_asked(query.text)
        return bool(own) and gives_quantity(unit.text, terms, sort)
    return True


def _denying() -> frozenset[str]:
    """Words that say that something is not so."""
    return frozenset(grammar()["lacking"])


def _has_own_subject(text: str, question: str) -> bool:
    """Whether something stands before the verb that the question does not say."""
    said = set(_roots(words(question)))
    before: list[str] = []
    for word in words(text):
        if before and is_verb(word):
            break
        before.append(word)
    return any(root(word) not in said and len(word) > 1 for word in before)


def _passage(unit: Unit, library: Library) -> PassageFound:
    marks = row_marks(library).get(unit.document.path, RowMarks())
    spans = with_leaning(unit.document, unit, [unit.span], marks)
    evidence = Evidence(place_at(unit.document, spans[0]), tuple(spans))
    texts = tuple(map(unit.document.quote, spans))
    return PassageFound(evidence, texts, unit.in_list, 1.0, 1.0, True)
