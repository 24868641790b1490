"""The sentences that may answer a question, found by words and by vectors, likeliest first."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from plansvar.asking.passages.choosing import EXPLAIN, WHY
from plansvar.asking.passages.ranking import OF_SIGNS, Scored, holds_cue, rank
from plansvar.asking.passages.restricting import (
    documents_within,
    is_of_other_unit,
    is_within,
)
from plansvar.asking.passages.roles import has_roles
from plansvar.asking.passages.terms import Terms
from plansvar.asking.passages.topics import linked_hits, row_topics, sole_organisations
from plansvar.asking.passages.units import Unit, cut
from plansvar.asking.passages.wording import OF_TIME, asked_terms, asked_text, kind_of
from plansvar.asking.query import Operation, Query, Scope
from plansvar.asking.views import asks_for_view, tells_view
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library
from plansvar.language.folding import words

PASSAGES = 12
TELLING = 2  # words that tell the matter without the one that is passed over
LONG = 16  # letters of a compound that tells it alone


def candidates(query: Query, library: Library, encoder: Encoder | None) -> list[Scored]:
    """The sentences that may answer, likeliest first, whether they do or not."""
    within = documents_within(query.scope, library)
    if within is None:
        return []
    asked = asked_text(query)
    terms = wanted_terms(query, library)
    if not terms.required or not _is_told(query, terms):
        return []
    vector = encoder.encode_query(asked) if encoder else None
    hits = library.search(_searched(asked, terms), vector, PASSAGES, within)
    owners = sole_organisations(library)
    units = cut(library, linked_hits(query, library), hits, row_topics(library), owners)
    units = [
        unit
        for unit in units
        if _is_within(unit, query.scope, within)
        and not is_of_other_unit(unit.document, unit.span, query)
        and not (kind_of(query) == WHY and holds_cue(unit.text, OF_SIGNS))
    ]
    if query.operation in (Operation.WHO, Operation.RESPONSIBLE):
        units = [unit for unit in units if has_roles(query.text, unit.text)]
    if asks_for_view(query.text):
        units = [unit for unit in units if tells_view(query.text, unit.text)]
    return rank(units, terms, kind_of(query), _naming(query), asked)


def wanted_terms(query: Query, library: Library) -> Terms:
    """The words that a passage has to speak of: all that are held, where none tells the matter."""
    terms = asked_terms(query, library)
    if not terms.required and kind_of(query) in (*OF_TIME, EXPLAIN):
        return Terms(tuple(replace(t, soft=False) for t in terms.items if t.variants))
    return terms


def _is_told(query: Query, terms: Terms) -> bool:
    """Whether a question tells its matter without the words that are passed over."""
    telling = [term for term in terms.items if not term.soft]
    long = any(len(term.word) >= LONG for term in telling)
    return not query.passed_over or bool(query.links) or long or len(telling) >= TELLING


def _searched(asked: str, terms: Terms) -> str:
    """The question and the other words that its own words may stand for."""
    others = (each for term in terms.items for each in term.others)
    return " ".join([asked, *dict.fromkeys(others), *_joined(terms)])


def _joined(terms: Terms) -> list[str]:
    """Compounds of the documents that join two words of the question ("heltidsmodellen" for
    "modell för heltid")."""
    stood = Counter(stem for term in terms.items if not term.soft for stem in term.variants)
    return [stem for stem, times in stood.items() if times > 1]


def _is_within(unit: Unit, scope: Scope, within: tuple[str, ...]) -> bool:
    """Inside the question's scope; a named row's own comment is of the years that the row tells."""
    if unit.rank == 0:
        scope = replace(scope, years=(), document_years=())
    return is_within(unit.document, unit.span, scope, within)


def _naming(query: Query) -> frozenset[str]:
    """The words of the question that name a row, and their pieces."""
    return frozenset(
        word for link in query.links for part in link.words for word in words(part.text)
    )
