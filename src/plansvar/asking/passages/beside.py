"""What the documents tell right beside what was spoken of: a detail that a follow-up asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plansvar.asking.evidence import selecting
from plansvar.asking.passages.finding import PassageFound, grouped
from plansvar.asking.passages.ranking import Scored, holds_cue, rank
from plansvar.asking.passages.restricting import is_of_other_unit, is_within
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.terms import Terms
from plansvar.asking.passages.units import UNQUOTABLE, Unit, heading_at, quotable
from plansvar.asking.passages.wording import ACTION, kind_of, terms_said
from plansvar.asking.query import Query, Talk
from plansvar.asking.understanding.implied import people_roots
from plansvar.asking.understanding.roots import root
from plansvar.domain import BlockKind, Document, Section, Span
from plansvar.index.library import Library
from plansvar.language.folding import stems
from plansvar.language.verbs import tells_matter

NEXT = 2  # paragraphs before and behind one that was quoted
SMALL = 1500  # characters of a section that is about one thing
ABOUT = 0.6  # of the words of a name that a paragraph and its heading have to hold
LEAST = 0.7
WHEN, WHO, QUANTITY, WHY, CONSEQUENCE = "when", "who", "quantity", "why", "consequence"
TYPED = (WHEN, WHO, QUANTITY)
# What may be asked in words that say nothing of the matter ("när då?", "vad gör de åt det?").
BARE = (WHEN, WHY, ACTION, CONSEQUENCE)
NAME, PLAIN_WHY = "name", "plain_why"


def find_beside(query: Query, library: Library, limit: int = 2) -> tuple[PassageFound, ...]:
    """The sentences beside what was spoken of that hold the question's own words and what it asks
    for; none where it does not follow on anything or they do not tell it."""
    talk = query.talk
    if talk is None or kind_of(as_said(query, talk)) == NAME:
        return ()
    for document in documents_of_talk(query, talk, library):
        units = [unit for unit in units_of_talk(document, talk, library) if may_tell(unit, query)]
        found = _telling(units, as_said(query, talk), library) if units else []
        if found:
            return grouped(found, limit, library, kind_of(as_said(query, talk)))
    return ()


def is_beside(found: PassageFound, talk: Talk, library: Library) -> bool:
    """Whether a passage stands beside what was quoted last, or is about what was spoken of."""
    document = library.document(found.evidence.place.document_id)
    span = found.evidence.spans[-1]
    names = [terms_said(name, library) for name in talk.about]
    near = _near(document, talk)
    return any(
        number in near or is_about(_whole_text(document, block.span), names)
        for number, block in enumerate(document.blocks)
        if block.span.overlaps(span)
    )


def _whole_text(document: Document, span: Span) -> str:
    return f"{heading_at(document, span)} {document.quote(span)}"


def as_said(query: Query, talk: Talk) -> Query:
    return replace(query, text=talk.said)


def documents_of_talk(query: Query, talk: Talk, library: Library) -> Iterator[Document]:
    """The documents of the talk, those quoted first, then the others of the place, newest first."""
    within = {d.path: d for d in selecting.documents_in_scope(query.scope, library)}
    free = replace(query.scope, documents=(), document_kinds=(), document_years=())
    others = list(selecting.documents_in_scope(free, library))
    quoted = [cited.document for cited in talk.cited]
    order = [path for path in quoted if path in within]
    newest = sorted(others, key=selecting.newest_key)
    order += [*within, *quoted, *(d.path for d in newest)]
    every = {document.path: document for document in others} | within
    return (every[path] for path in dict.fromkeys(order) if path in every)


def units_of_talk(document: Document, talk: Talk, library: Library) -> list[Unit]:
    """The sentences of the paragraphs that are about what was spoken of."""
    marks = row_marks(library).get(document.path, RowMarks())
    near = _near(document, talk)
    names = [terms_said(name, library) for name in talk.about]
    found: list[Unit] = []
    for number, block in enumerate(document.blocks):
        if block.kind in UNQUOTABLE:
            continue
        heading = heading_at(document, block.span)
        if number in near or is_about(_whole_text(document, block.span), names):
            found += _sentences(document, number, heading, marks)
    return found


def _near(document: Document, talk: Talk) -> set[int]:
    """The paragraphs of the small sections that were quoted, and those next to what was quoted."""
    found: set[int] = set()
    spans = [s for c in talk.cited if c.document == document.path for s in c.spans]
    for number, block in enumerate(document.blocks):
        if any(block.span.overlaps(span) for span in spans):
            own = document.section_at(block.span.start)
            around = range(max(0, number - NEXT), min(number + NEXT + 1, len(document.blocks)))
            found.update(n for n in around if _section_of(document, n) == own)
            found.update(_section(document, block.span))
    return found


def _section_of(document: Document, number: int) -> Section | None:
    return document.section_at(document.blocks[number].span.start)


def _section(document: Document, span: Span) -> set[int]:
    section = document.section_at(span.start)
    if section is None or section.span.end - section.span.start > SMALL:
        return set()
    return {n for n, block in enumerate(document.blocks) if section.span.overlaps(block.span)}


def is_about(text: str, names: Sequence[Terms]) -> bool:
    held = stems(text)
    return any(name.required and _share(name, name.match(held)) >= ABOUT for name in names)


def _share(terms: Terms, told: dict[str, float]) -> float:
    needed = [term for term in terms.items if not term.soft]
    return sum(t.weight for t in needed if told.get(t.word, 0.0) >= LEAST) / terms.required


def _sentences(document: Document, number: int, heading: str, marks: RowMarks) -> Iterator[Unit]:
    block = document.blocks[number]
    for piece in quotable(document, block, marks):
        yield Unit(
            document, piece, document.quote(piece), heading, 1, number,
            block.kind is BlockKind.LIST_ITEM, heading,
        )  # fmt: skip


def may_tell(unit: Unit, query: Query) -> bool:
    scope = replace(query.scope, documents=(), organisations=())
    within = is_within(unit.document, unit.span, scope, ())
    return within and not is_of_other_unit(unit.document, unit.span, query)


def _telling(units: Sequence[Unit], asked: Query, library: Library) -> list[Scored]:
    kind = kind_of(asked)
    terms = terms_said(asked.text, library, asked.language)
    scored = rank(units, terms, kind, frozenset(), asked.text)
    if not terms.required:
        bare = kind in BARE or kind == QUANTITY
        return [item for item in scored if bare and _says(item, kind)]
    return [item for item in scored if item.own > 0 and item.fits and _covers(item, kind)]


def _says(item: Scored, kind: str) -> bool:
    """Whether a sentence tells what was asked in words that say nothing of the matter: a time, or
    in its own words a cause or a measure."""
    if kind == WHEN:
        return item.fits
    if kind == QUANTITY:
        return item.fits and item.own >= ABOUT
    return item.cue and (kind != WHY or holds_cue(item.unit.text, PLAIN_WHY))


def _covers(item: Scored, kind: str) -> bool:
    if kind in TYPED or kind not in BARE:
        return not (item.untold if kind == QUANTITY else item.untold - _people(item))
    return item.coverage >= LEAST and not any(map(tells_matter, item.untold))


def _people(item: Scored) -> frozenset[str]:
    """The words for people in general that a sentence need not hold ("när får folk flytta in?")."""
    return frozenset(word for word in item.untold if root(word) in people_roots())
