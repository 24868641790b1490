"""A sentence that holds each word of a question, its numbers and small adverbs too: what is told
there is what is asked for, whatever else the question's words may name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from plansvar.asking.evidence.proof import place_at
from plansvar.asking.passages.counted import counted_by
from plansvar.asking.passages.finding import PassageFound
from plansvar.asking.passages.leaning import with_leaning
from plansvar.asking.passages.quantities import gives_quantity, sort_asked
from plansvar.asking.passages.ranking import before_cue, holds_cue, told_of_kind
from plansvar.asking.passages.restricting import documents_within, is_within
from plansvar.asking.passages.roles import forms_alike
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.searching import PASSAGES
from plansvar.asking.passages.terms import SURE, skipped
from plansvar.asking.passages.units import Unit, cut
from plansvar.asking.passages.wording import asked_terms, kind_of
from plansvar.asking.query import Query, Scope
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.roots import root
from plansvar.domain import Evidence
from plansvar.index.library import Library
from plansvar.language.folding import fold, stems, words
from plansvar.language.verbs import is_verb, same_verb
from plansvar.language.vocabulary import vocabulary

LEAST, LEAST_IN_HAND = 3, 2  # words of a question that a sentence has to repeat
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a sentence has to hold and to tell: the ending of a unit's name where one is asked for
    by its kind."""

    held: Told
    kind: str
    query: Query
    ending: str = ""


def find_whole(query: Query, library: Library) -> tuple[PassageFound, ...]:
    """The shortest sentence that holds all that the question says, of the kind that it asks for,
    whichever unit's; none where no sentence does."""
    wanted = _wanted(query)
    if not _says_enough(wanted):
        return ()
    scope = replace(query.scope, organisations=())
    return _shortest(wanted, scope, library, lambda text: _holds(_told(text), wanted))


def untold_words(query: Query, told: str, library: Library) -> frozenset[str]:
    """The words of a question that a text does not say in any of their forms."""
    asked = _asked(query.text)
    tells = _telling(query, library)
    return frozenset(word for word in asked.words if not tells(word, told))


def find_telling(query: Query, library: Library) -> tuple[PassageFound, ...]:
    """The shortest sentence that tells each word of the question in any of its forms or in a word
    for the same, of the kind that it asks for; none where no sentence does."""
    wanted, tells = _wanted(query), _telling(query, library)
    if len(wanted.held.words) < LEAST_IN_HAND:
        return ()

    def holds(text: str) -> bool:
        numbers = wanted.held.numbers <= _told(text).numbers
        return numbers and all(tells(word, text) for word in wanted.held.words)

    return _shortest(wanted, query.scope, library, holds)


def _shortest(
    wanted: Wanted, scope: Scope, library: Library, holds: Callable[[str], bool]
) -> tuple[PassageFound, ...]:
    """The shortest sentence that holds what is wanted, within a scope."""
    within = documents_within(scope, library)
    if within is None:
        return ()
    hits = library.search(wanted.query.text, None, PASSAGES, within)
    told = [
        unit
        for unit in cut(library, (), hits, {}, {})
        if holds(unit.text)
        and is_within(unit.document, unit.span, scope, within)
        and _is_denied_alike(unit.text, wanted)
        and _is_of_kind(unit, wanted, library)
    ]
    best = min(told, key=lambda unit: len(unit.text), default=None)
    return (sentence_found(best, library),) if best else ()


def _telling(query: Query, library: Library) -> Callable[[str, str], bool]:
    """Whether a text says a word of the question in any of its forms or in a word for the same."""
    terms = {term.word: term for term in asked_terms(query, library).items}

    def tells(word: str, text: str) -> bool:
        if not _forms(word, False).isdisjoint(_told(text).words):
            return True
        return word in terms and terms[word].factor(frozenset(stems(text))) >= SURE

    return tells


def asks_who(text: str) -> bool:
    """Whether a question asks who does something, by "vem" or by the kind of unit."""
    found = re.match(_data()["asking_who"], fold(text))
    behind = words(fold(text)[found.end() :])[:1] if found else []
    named = behind != [] and behind[0] in _data()["units"]
    return found is not None and (named or bool(behind and is_verb(behind[0])))


def asks_if_so(text: str) -> bool:
    """Whether a question opens with what its subject does, and so asks for a yes or no ("räcker
    åtgärderna?")."""
    first = next(iter(words(text)), "")
    opens = is_verb(first) or first in _data()["auxiliaries"]
    return opens and first not in _data()["commands"]


def _wanted(query: Query) -> Wanted:
    kind = WHO if asks_who(query.text) else kind_of(query)
    named = [_data()["units"][w] for w in words(query.text)[:LEAST] if w in _data()["units"]]
    return Wanted(_asked(query.text), kind, query, named[0] if named and kind == WHO else "")


def _asked(text: str) -> Told:
    """The words of a question that ask for nothing themselves, and its numbers."""
    plain = GROUPED.sub("", fold(text))
    little = skipped() | frozenset((*_data()["little"], *_data()["wrapping"]))
    kept = (w for w in words(plain) if w not in little and w.isalpha())
    return Told(frozenset(kept), frozenset(NUMBER.findall(plain)))


def _says_enough(wanted: Wanted) -> bool:
    held = wanted.held
    letters = sum(map(len, (*held.words, *held.numbers)))
    in_hand = wanted.kind == WHO and not held.words.isdisjoint(_data()["in_hand"])
    least = LEAST_IN_HAND if in_hand or wanted.kind == WHY else LEAST
    return len(held.words) + len(held.numbers) >= least and letters >= LETTERS


def _told(text: str) -> Told:
    plain = GROUPED.sub("", fold(text))
    return Told(frozenset(map(root, words(plain))), frozenset(NUMBER.findall(plain)))


@cache
def _forms(word: str, of_who: bool) -> frozenset[str]:
    """The roots of what says the same; who decides may be told by any verb of deciding."""
    hand = _data()["in_hand"]
    alike = (*same_verb(word), *(forms_alike(word) if of_who else ()))
    return frozenset(map(root, (word, *alike, *(hand if word in hand else ()))))


def _holds(told: Told, wanted: Wanted) -> bool:
    asked, of_who = wanted.held, wanted.kind == WHO
    if not asked.numbers <= told.numbers:
        return False
    return all(not _forms(word, of_who).isdisjoint(told.words) for word in asked.words)


def _is_denied_alike(text: str, wanted: Wanted) -> bool:
    """Whether the words of the question are denied in a sentence as they are in the question; one
    for a yes or no is answered by either."""
    if asks_if_so(wanted.query.text):
        return True
    told = words(fold(text))
    forms = {form for word in wanted.held.words for form in _forms(word, wanted.kind == WHO)}
    places = [n for n, word in enumerate(told) if root(word) in forms]
    among = told[min(places, default=0) : max(places, default=0) + 2]
    asked = words(fold(wanted.query.text))
    return _denying().isdisjoint(among) is _denying().isdisjoint(asked)


def _is_of_kind(unit: Unit, wanted: Wanted, library: Library) -> bool:
    """Whether a sentence tells what is asked for beside what the question says itself."""
    asked, kind = wanted.query.text, wanted.kind
    if kind == WHY:
        return holds_cue(unit.text, WHY) and (_is_long(wanted) or _is_caused(unit.text, wanted))
    if kind == WHO:
        return _has_own_subject(unit.text, asked, wanted.ending)
    if kind in TIMES:
        said = set(words(fold(asked)))
        times = told_of_kind(unit.text, kind)
        return any(not said.issuperset(words(fold(time))) for time in times)
    if (kind == QUANTITY and not _names_things(asked)) or sort_asked(asked):
        own = _told(unit.text).numbers - wanted.held.numbers
        terms, sort = asked_terms(wanted.query, library), sort_asked(asked)
        counted = counted_by(asked, terms)
        return bool(own) and gives_quantity(unit.text, terms, sort, counted)
    return True


def _is_long(wanted: Wanted) -> bool:
    return len(wanted.held.words) >= LEAST


def _is_caused(text: str, wanted: Wanted) -> bool:
    """Whether what a question says stands before the word for a cause, as what comes of it."""
    return _holds(_told(before_cue(text, WHY)), wanted)


def _names_things(asked: str) -> bool:
    """Whether it is asked which ones, not how many or how much ("vilka beslut är …")."""
    return not set(_data()["which"]).isdisjoint(words(fold(asked))[:1])


def _has_own_subject(text: str, question: str, ending: str) -> bool:
    """Whether something stands before the verb that the question does not say."""
    said = set(map(root, words(question)))
    before: list[str] = []
    for word in words(fold(text)):
        if before and is_verb(word):
            break
        before.append(word)
    own = [word for word in before if root(word) not in said and len(word) > 1]
    return any(word.endswith(ending) for word in own)


def _denying() -> frozenset[str]:
    """Words that say that something is not so."""
    return frozenset(grammar()["lacking"])


def _data() -> dict[str, Any]:
    found: dict[str, Any] = vocabulary("passages")["about"]
    return found


def sentence_found(unit: Unit, library: Library) -> PassageFound:
    """A sentence that answers by itself, with what it leans on before it."""
    marks = row_marks(library).get(unit.document.path, RowMarks())
    spans = with_leaning(unit.document, unit, [unit.span], marks)
    evidence = Evidence(place_at(unit.document, spans[0]), tuple(spans))
    texts = tuple(map(unit.document.quote, spans))
    return PassageFound(evidence, texts, unit.in_list, 1.0, 1.0, True)
