"""Matters that minutes tell of: a heading for the matter, with what it is about and what was
decided under headings of their own, which do not name it again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from plansvar.asking.passages.finding import PassageFound
from plansvar.asking.passages.headed import lines_under, told_under
from plansvar.asking.passages.ranking import SURE
from plansvar.asking.passages.restricting import documents_within
from plansvar.asking.passages.terms import Term
from plansvar.asking.passages.wording import asked_terms, kind_of
from plansvar.asking.query import Query
from plansvar.domain import Document, Section
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

KINDS = ("what", "how", "summary", "action", "consequence")


def find_decided(query: Query, library: Library) -> tuple[PassageFound, ...]:
    """What the matter that a question names is about and what was decided in it; none where it
    does not ask of minutes or what was decided, or none of their matters says all that it does."""
    text = fold(query.text)
    within = documents_within(query.scope, library)
    needed = _needed(query, library)
    if not _pattern("asked").search(text) or not needed or within is None:
        return ()
    documents = [d for d in library.documents() if not within or d.path in within]
    matters = [(d, s) for d in documents for s in _matters(d) if _tells(d, s, needed)]
    best = max(matters, key=lambda each: _share(*each, needed), default=None)
    if best is None:
        return ()
    decided, about = _decided(library, *best), _about(library, *best, needed)
    first, second = (decided, about) if _pattern("outcome").search(text) else (about, decided)
    return (*first, *second)


def with_decisions(found: Sequence[PassageFound], library: Library) -> tuple[PassageFound, ...]:
    """Passages, each with what was decided in its matter behind it; no passage twice."""
    told = [each for passage in found for each in (passage, *_decided_of(passage, library))]
    return tuple({(p.evidence.place.document_id, p.evidence.spans): p for p in told}.values())


def _decided_of(passage: PassageFound, library: Library) -> list[PassageFound]:
    document = library.document(passage.evidence.place.document_id)
    start = passage.evidence.spans[0].start
    own = next((s for s in _matters(document) if s.span.start <= start < s.span.end), None)
    return _decided(library, document, own) if own else []


def _needed(query: Query, library: Library) -> list[Term]:
    """The words that name the matter, without those that only name minutes and decisions."""
    if kind_of(query) not in KINDS:
        return []
    free = _pattern("free")
    terms = [t for t in asked_terms(query, library).items if not (t.soft or free.match(t.word))]
    return [t for t in terms if not is_verb(t.word)]


def _matters(document: Document) -> Iterator[Section]:
    """The headings with a heading for what was decided right under them."""
    heads = [s for s in document.sections if _pattern("decisions").search(_heading(document, s))]
    parents = dict.fromkeys(s.parent for s in heads if s.parent is not None)
    yield from (document.sections[parent] for parent in parents)


def _tells(document: Document, matter: Section, needed: Sequence[Term]) -> bool:
    """Whether a matter says all that names it, something of it in its heading."""
    held = frozenset(told_stems(document.quote(matter.span)))
    return _share(document, matter, needed) > 0 and all(t.factor(held) > SURE for t in needed)


def _share(document: Document, matter: Section, needed: Sequence[Term]) -> float:
    return _said(_heading(document, matter), needed)


def _said(text: str, needed: Sequence[Term]) -> float:
    held = frozenset(told_stems(text))
    return sum(term.weight for term in needed if term.factor(held) > SURE)


def _decided(library: Library, document: Document, matter: Section) -> list[PassageFound]:
    return [p for s in _inner(document, matter, True) for p in lines_under(library, document, s)]


def _about(
    library: Library, document: Document, matter: Section, needed: Sequence[Term]
) -> list[PassageFound]:
    """What says most of what names the matter, of what stands under it before the decision."""
    inner = [matter, *_inner(document, matter, False)]
    told = [passage for section in inner for passage in told_under(library, document, section)]
    return sorted(told, key=lambda each: -_said(" ".join(each.pieces), needed))[:1]


def _inner(document: Document, matter: Section, decisions: bool) -> list[Section]:
    """The headings right under a matter that are for the decision, or those that are not."""
    return [
        section
        for section in document.sections
        if section.parent is not None
        and document.sections[section.parent] == matter
        and bool(_pattern("decisions").search(_heading(document, section))) is decisions
    ]


def _heading(document: Document, section: Section) -> str:
    return document.quote(section.heading)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["minutes"][name]), re.IGNORECASE)
