"""What a document tells to the contrary of that which a question asks the cause of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from plansvar.asking.evidence.selecting import documents_asked
from plansvar.asking.passages.restricting import is_of_other_unit, is_within
from plansvar.asking.passages.terms import telling_words
from plansvar.asking.passages.units import telling
from plansvar.asking.passages.wondered import OF_CHANGE, Wondered, tells, wondered
from plansvar.asking.query import Query, TargetState
from plansvar.domain import Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.months import month_name
from plansvar.language.numbers import spelled_value
from plansvar.language.vocabulary import vocabulary

_ITSELF = 0.9  # the factor from which a word stands there itself, and no compound of it
_STATES = (TargetState.MET.value, TargetState.MISSED.value)


@dataclass(frozen=True, slots=True)
class Contrary:
    """A sentence that tells the contrary of what is taken for granted of a thing."""

    document: Document
    span: Span


def claimed_effect(query: Query, asked: Wondered) -> str | None:
    """The one change that a question takes for granted; null where it says that there was none, or
    several, or only how large something is ("varför så hög?")."""
    change = query.premise.change if query.premise else None
    found = {name for name in asked.effects if name in _words("verbs")}
    found = found or ({OF_CHANGE[change]} if change in OF_CHANGE else set())
    negated = any(re.search(rf"\b{word}\b", fold(query.text)) for word in _words("negations"))
    return found.pop() if len(found) == 1 and not negated else None


def claimed_state(query: Query) -> str | None:
    """ "met" or "missed", where a question takes it for granted of what no row gives a target."""
    state = query.premise.target_state if query.premise else None
    return state.value if state is not None and not query.links else None


def told_contrary(query: Query, library: Library) -> Contrary | None:
    """The sentence of the newest document that says by name that a thing went the other way, where
    none says that it went as the question has it."""
    asked = wondered(query, library)
    effect = claimed_effect(query, asked) or claimed_state(query)
    if effect is None or not asked.things:
        return None
    for document in documents_asked(query.scope, library):
        told = list(_told(document, query, asked, library))
        if any(_tells(effect, clause) for _, clause in told):
            return None
        found = [
            span
            for span, clause in told
            if _tells_contrary(effect, clause) and _is_of_it_alone(clause, asked)
        ]
        if found:
            return Contrary(document, found[0])
    return None


def _told(
    document: Document, query: Query, asked: Wondered, library: Library
) -> Iterator[tuple[Span, str]]:
    """The clauses that speak of the very thing and say what has become of it."""
    for _, pieces in telling(library, document):
        for span in pieces:
            if not is_within(document, span, query.scope, ()):
                continue
            if is_of_other_unit(document, span, query) or _is_of_more(document, span, query):
                continue
            for clause in _pattern("joints").split(document.quote(span)):
                if asked.names(told_stems(clause)) and not _pattern("wishes").search(fold(clause)):
                    yield span, clause


def _is_of_more(document: Document, span: Span, query: Query) -> bool:
    """Whether a sentence tells of all where the question asks of one unit: it names none, nor does
    what it stands under, and others report there too."""
    asked = {fold(name) for name in query.scope.organisations}
    section = document.section_at(span.start)
    above = fold(" ".join([*(section.path if section else ()), document.quote(span)]))
    part = document.part_at(span.start)
    own = part is not None and fold(part.organisation or "") in asked
    return bool(asked) and not own and not any(name in above for name in asked)


def _is_of_it_alone(clause: str, asked: Wondered) -> bool:
    """Whether a clause names the thing by its own words, and less of anything else: that fewer
    "lokalkostnader" are paid, or that pupils are late less often, tells nothing of all costs or of
    how many pupils there are."""
    held = frozenset(told_stems(clause))
    if not all(term.factor(held) >= _ITSELF for term in asked.things):
        return False
    own = {stem for term in asked.things for stem in term.variants}
    others = [word for word in telling_words(clause) if own.isdisjoint(told_stems(word))]
    return sum(not (_is_amount(word) or _says_change(word)) for word in others) < len(asked.things)


def _is_amount(word: str) -> bool:
    spelled = spelled_value(word) is not None
    return word.isdigit() or spelled or word in _units() or month_name(word) is not None


def _says_change(word: str) -> bool:
    return any(tells(name, word) for name in vocabulary("effects"))


def _tells(effect: str, clause: str) -> bool:
    if effect not in _STATES:
        return tells(effect, clause)
    reached, denied = (_pattern(name).search(fold(clause)) for name in ("reached", "denied"))
    return bool(denied) if effect == TargetState.MISSED.value else bool(reached and not denied)


def _tells_contrary(effect: str, clause: str) -> bool:
    if effect in _STATES:
        other = next(state for state in _STATES if state != effect)
        return _tells(other, clause)
    return any(tells(name, clause) for name in vocabulary("effects")[effect]["contrary"])


def _words(name: str) -> list[str]:
    found: list[str] = vocabulary("contrary")[name]
    return found


@cache
def _units() -> frozenset[str]:
    units = vocabulary("units")["units"]
    return frozenset(word for unit in units for each in unit["spellings"] for word in words(each))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_words(name)), re.IGNORECASE)
