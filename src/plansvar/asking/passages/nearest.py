"""The sentence that is nearest in meaning, where no sentence tells the words of the question.

Vectors alone do not tell a right sentence from one about something like it. So the sentence has to
be of the kind that is asked for, stand out from all others of the index, share a good part of the
question's words, and hold every name that the question says; else the documents do not say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from plansvar.asking.passages.finding import PassageFound
from plansvar.asking.passages.ranking import holds_cue, told_of_kind
from plansvar.asking.passages.restricting import (
    documents_within,
    is_of_other_unit,
    is_within,
)
from plansvar.asking.passages.rowmarks import RowMarks
from plansvar.asking.passages.searching import PASSAGES
from plansvar.asking.passages.terms import Terms
from plansvar.asking.passages.topics import row_topics, sole_organisations
from plansvar.asking.passages.units import UNQUOTABLE, Unit, cut, quotable
from plansvar.asking.passages.whole import sentence_found
from plansvar.asking.passages.wording import ACTION, asked_terms, asked_text, kind_of
from plansvar.asking.query import Query
from plansvar.engines.protocol import Encoder, Vectors
from plansvar.index.library import Library
from plansvar.language.folding import told_stems, words
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

WHEN, WHY = "when", "why"
STANDS_OUT = {WHEN: 2.9, WHY: 2.5, ACTION: 2.5}  # deviations above what sentences lie at
SHARED = {WHEN: 0.3, WHY: 0.15, ACTION: 0.25}  # of the question's words
MUCH, LITTLE = 0.3, 0.5  # where fewer words are shared a sentence has to stand out by so much more
SAMPLE = 40  # sentences that tell how near any sentence lies to a question
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Usual:
    """How near sentences of an index lie to a question that has nothing to do with them."""

    mean: float
    deviation: float


def find_nearest(
    query: Query, library: Library, encoder: Encoder | None
) -> tuple[PassageFound, ...]:
    """The sentence that answers most likely; none where none is likely enough."""
    kind = kind_of(query)
    within = documents_within(query.scope, library)
    terms = asked_terms(query, library)
    if encoder is None or kind not in STANDS_OUT or within is None or not terms.required:
        return ()
    asked = asked_text(query)
    vector = encoder.encode_query(asked)
    hits = library.search(asked, vector, PASSAGES, within)
    units = cut(library, (), hits, row_topics(library), sole_organisations(library))
    units = [unit for unit in units if _may_answer(unit, query, terms, within)]
    if not units:
        return ()
    usual = _usual(vector, library, encoder)
    near = encoder.encode_passages([_shown(unit) for unit in units]) @ vector
    best = int(np.argmax(near))
    stands_out = (float(near[best]) - usual.mean) / usual.deviation
    least = STANDS_OUT[kind] + (LITTLE if _shared(units[best], terms) < MUCH else 0.0)
    return (sentence_found(units[best], library),) if stands_out >= least else ()


def _may_answer(unit: Unit, query: Query, terms: Terms, within: tuple[str, ...]) -> bool:
    kind = kind_of(query)
    return (
        is_within(unit.document, unit.span, query.scope, within)
        and not is_of_other_unit(unit.document, unit.span, query)
        and _is_of_kind(unit.text, kind, query)
        and _shared(unit, terms) >= SHARED[kind]
        and _holds_names(unit, query)
    )


def _is_of_kind(text: str, kind: str, query: Query) -> bool:
    """Whether a sentence tells a time that the question does not say itself, and more of it than a
    year, or in so many words a cause or a measure."""
    if any(re.search(formal, text, re.IGNORECASE) for formal in _formal()):
        return False
    if kind != WHEN:
        return holds_cue(text, kind)
    said = set(words(query.text))
    times = told_of_kind(YEAR.sub("", text), WHEN)
    return any(not said.issuperset(words(time)) for time in times)


def _formal() -> list[str]:
    found: list[str] = vocabulary("answering")["summary"]["formal"]
    return found


def _shared(unit: Unit, terms: Terms) -> float:
    """The share of the question's telling words that a sentence and its headings hold."""
    held = frozenset(told_stems(f"{unit.heading} {unit.label} {unit.text}"))
    if not _holds_compounds(held, terms):
        return 0.0
    needed = [term for term in terms.items if not term.soft]
    if not any(term.factor(held) for term in needed if not is_verb(term.word)):
        return 0.0
    return sum(term.weight * term.factor(held) for term in needed) / (terms.required or 1.0)


def _holds_compounds(held: frozenset[str], terms: Terms) -> bool:
    """Whether all pieces of the compounds that no document holds are held: "sjukfrånvaro" has one
    of "skolfrånvaro" and is another thing."""
    pieces = [term for term in terms.items if term.variants]
    wholes = [term.word for term in terms.items if not term.variants]
    return all(
        piece.factor(held) > 0
        for whole in wholes
        for piece in pieces
        if whole.startswith(piece.word) or whole.endswith(piece.word)
    )


def _holds_names(unit: Unit, query: Query) -> bool:
    """Whether a sentence and what it stands under hold the names and numbers of the question."""
    told = f"{unit.topic} {unit.text} {unit.document.municipality} {unit.document.title}"
    held = set(told_stems(told))
    names = [raw for raw in query.text.split()[1:] if raw[:1].isupper() or raw[:1].isdigit()]
    return all(held.issuperset(told_stems(name)) for name in names if not YEAR.search(name))


def _shown(unit: Unit) -> str:
    return f"{unit.heading}: {unit.text}" if unit.heading else unit.text


_SAMPLES: WeakKeyDictionary[Library, Vectors] = WeakKeyDictionary()


def _usual(vector: Vectors, library: Library, encoder: Encoder) -> Usual:
    if library not in _SAMPLES:
        _SAMPLES[library] = encoder.encode_passages(_sample(library))
    near = _SAMPLES[library] @ vector
    return Usual(float(near.mean()), float(near.std()) or 1.0)


def _sample(library: Library) -> Sequence[str]:
    """Sentences from all over an index."""
    told = [
        document.quote(span)
        for document in library.documents()
        for block in document.blocks
        if block.kind not in UNQUOTABLE
        for span in quotable(document, block, RowMarks())
    ]
    return told[:: max(1, len(told) // SAMPLE)] or [""]
