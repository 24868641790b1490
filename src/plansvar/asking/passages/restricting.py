"""Keeps passages inside what the question restricts itself to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from plansvar.asking.places import is_of_place
from plansvar.asking.query import Query, Scope
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.lexicon import grammar as lexicon_grammar
from plansvar.asking.understanding.scoping import slots_of
from plansvar.asking.understanding.tokens import tokenise
from plansvar.domain import Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
RANGE = re.compile(r"\b((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)\b")
KEPT = 16384  # sentences whose units are kept, as each question reads the same ones
NEAR = 150  # characters before and after a sentence in which a year still speaks for it


def documents_within(scope: Scope, library: Library) -> tuple[str, ...] | None:
    """The ids of the documents that the scope allows; empty for all, null for none."""
    if not (scope.documents or scope.municipalities or scope.document_kinds):
        return ()
    return tuple(d.path for d in library.documents() if _allowed(d, scope)) or None


def names_within(scope: Scope, library: Library) -> tuple[str, ...]:
    """The names of places and units that passages are kept inside, so that they need not say."""
    reporting = {part.organisation for d in library.documents() for part in d.parts}
    units = tuple(name for name in scope.organisations if name in reporting)
    return (*scope.municipalities, *units)


def words_within(asked: str, query: Query, library: Library) -> frozenset[str]:
    """The words of a question that name the documents and years that passages are kept inside, and
    those that say that something is not: why it is not may be told without them."""
    tokens = tokenise(asked)
    slots = slots_of(tokens, query.language, catalogue_of(library))
    scope = query.scope
    places = slots["place"] if scope.municipalities else frozenset()
    documents = slots["document"] if scope.documents or scope.document_kinds else frozenset()
    years = slots["year"] if scope.years or scope.document_years else frozenset()
    negations = frozenset(lexicon_grammar()["lacking"]) if query.premise else frozenset()
    asked_for = {word for keyword in query.keywords for word in words(keyword)}
    named = frozenset(tokens[i].key for i in places | documents | years)
    return (named | negations) - asked_for


def is_within(document: Document, span: Span, scope: Scope, within: tuple[str, ...]) -> bool:
    """Whether a span stands in an allowed document, of an allowed year, and in a part of an allowed
    organisation, or names that organisation where another one reports."""
    if within and document.path not in within:
        return False
    if not _of_years(document, span, (*scope.years, *scope.document_years)):
        return False
    part = document.part_at(span.start)
    reports = {other.organisation for other in document.parts} & set(scope.organisations)
    if reports or not scope.organisations or part is None or part.organisation is None:
        return not reports or (part is not None and part.organisation in reports)
    told = fold(document.text[span.start : span.end])
    return any(fold(name) in told for name in scope.organisations)


def is_of_other_unit(document: Document, span: Span, query: Query) -> bool:
    """Whether a sentence, or else the headings above it, name other units than those asked for, and
    none of those; a sentence behind one that names those is still about them."""
    named = (*query.scope.organisations, *(link.name for link in query.links))
    asked = {unit for name in named for unit in units_in(name)}
    section = document.section_at(span.start)
    headings = " ".join(section.path) if section else ""
    for text in (document.text[span.start : span.end], headings):
        told = units_in(text)
        if asked and told:
            return asked.isdisjoint(told) and asked.isdisjoint(units_in(_before(document, span)))
    return False


def tells_colour(assessments: Sequence[str], pieces: Sequence[str]) -> bool:
    """Whether a passage names a colour that is asked for: without it, it says nothing of what is
    red. Verdicts in words may be told in other words."""
    colours = vocabulary("assessments")["colours"]
    asked = {word for one in assessments for word in colours.get(one, ())}
    told = {word for piece in pieces for word in words(piece)}
    return not asked or not asked.isdisjoint(told)


def tells_most(pieces: Sequence[str]) -> bool:
    """Whether a passage says of anything that it has the most or the least."""
    ends = tuple(vocabulary("passages")["superlatives"]["endings"])
    known = _superlatives()
    said = [word for piece in pieces for word in words(piece)]
    return any(word in known or (word.endswith(ends) and word not in _no_most()) for word in said)


def tells_of_measuring(pieces: Sequence[str]) -> bool:
    """Whether a passage says of anything how or when it is measured, or that it is not: only that
    tells why a value is missing."""
    told = fold(" ".join(pieces))
    stems = vocabulary("answering")["measurement"]["spoken_of"]
    return any(re.search(rf"(?<!\w){re.escape(stem)}", told) for stem in stems)


@cache
def _superlatives() -> frozenset[str]:
    orders = vocabulary("questions")["sv"]["order"].values()
    return frozenset(w for phrases in orders for each in phrases for w in words(each)) - _no_most()


@cache
def _no_most() -> frozenset[str]:
    """Small words in phrases for the most, and words with its ending, that do not mean it."""
    return frozenset(vocabulary("passages")["superlatives"]["others"]) | frozenset(
        vocabulary("questions")["sv"]["function"]["yes"]
    )


def _before(document: Document, span: Span) -> str:
    """What stands before a sentence in its paragraph."""
    block = next((b.span for b in document.blocks if b.span.holds(span)), span)
    return document.text[block.start : span.start]


@lru_cache(maxsize=KEPT)
def units_in(text: str) -> frozenset[str]:
    """The words of a text that name a unit by their ending, in their basic form."""
    endings = tuple(vocabulary("documents")["organisations"]["endings"])
    bare = (word.removesuffix(str(lexicon_grammar()["genitive"])) for word in words(text))
    return frozenset(word for word in bare if word.endswith(endings) and word not in endings)


def _allowed(document: Document, scope: Scope) -> bool:
    return (
        (not scope.documents or document.path in scope.documents)
        and is_of_place(document, scope.municipalities)
        and (not scope.document_kinds or document.kind in scope.document_kinds)
    )


def _of_years(document: Document, span: Span, years: tuple[int, ...]) -> bool:
    """Whether the document is of one of the years, or one stands near the sentence or above it."""
    if not years or document.year is None or document.year in years:
        return True
    own = _years_in(document.text[span.start : span.end])
    if own and own.isdisjoint(years):
        return False
    section = document.section_at(span.start)
    near = document.text[max(0, span.start - NEAR) : span.end + NEAR]
    told = " ".join([near, *(section.path if section else ())])
    return any(str(year) in told for year in years)


def _years_in(text: str) -> frozenset[int]:
    """The years that a text names, those inside a range too ("2036–2038")."""
    ranges = ((int(a), int(b)) for a, b in RANGE.findall(text))
    inside = (year for first, last in ranges for year in range(first, last + 1))
    return frozenset((*map(int, YEAR.findall(text)), *inside))
