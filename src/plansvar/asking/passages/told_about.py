"""What the documents tell of a matter, where no more is asked ("vad sägs om snöröjningen?"): the
paragraphs that name it, those first that are about it from their first words on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plansvar.asking.evidence.proof import place_at
from plansvar.asking.evidence.selecting import newest_key
from plansvar.asking.passages.finding import PassageFound
from plansvar.asking.passages.leaning import opens_leaning
from plansvar.asking.passages.matter import Matter, matter_of
from plansvar.asking.passages.restricting import documents_within, is_of_other_unit, is_within
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.units import UNQUOTABLE, heading_at, is_contents, quotable
from plansvar.asking.passages.zones import is_title
from plansvar.asking.query import Query
from plansvar.domain import BlockKind, Document, Evidence, Span
from plansvar.index.library import Library
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

TOLD, HAPPENS = "told", "happens"
OPENING = 5  # words of a sentence that say what it is about
MOST, LONGEST = 3, 4  # paragraphs that are quoted, and sentences of one


@dataclass(frozen=True, slots=True)
class About:
    """The sentences of a paragraph that tell of a matter, and how much they are about it."""

    document: Document
    spans: tuple[Span, ...]
    worth: int


def find_told_about(query: Query, library: Library) -> tuple[PassageFound, ...]:
    """The paragraphs that tell most of what a question asks to be told of, newest document first;
    none for questions of other forms."""
    happens = matter_of(query, library, HAPPENS)
    matter = happens or matter_of(query, library, TOLD)
    within = documents_within(query.scope, library)
    if matter is None or within is None or (happens and _is_of_task(query, library)):
        return ()
    found = [
        about
        for document in library.documents()
        for about in _in(document, matter, query, library, within, happens is not None)
    ]
    best = max((about.worth for about in found), default=0)
    kept = [about for about in found if 2 * about.worth >= best]
    kept.sort(key=lambda about: (-about.worth, newest_key(about.document)))
    return tuple(map(_passage, kept[:MOST]))


def _is_of_task(query: Query, library: Library) -> bool:
    """Whether what has happened is asked of an undertaking that the documents comment on."""
    asked = {row for link in query.links for row in link.rows}
    return any(row.id in asked and row.comment_span for row in library.commitments())


def _in(
    document: Document,
    matter: Matter,
    query: Query,
    library: Library,
    within: tuple[str, ...],
    happens: bool,
) -> Iterator[About]:
    marks = row_marks(library).get(document.path, RowMarks())
    for block in document.blocks:
        if block.kind in UNQUOTABLE or block.kind is BlockKind.NOTE:
            continue
        if is_title(document, block.span) or is_contents(document, block.span):
            continue
        if not is_within(document, block.span, query.scope, within):
            continue
        pieces = quotable(document, block, marks)
        texts = [document.quote(piece) for piece in pieces]
        named = [n for n, text in enumerate(texts) if matter.is_in(text)]
        if not named or is_of_other_unit(document, pieces[named[0]], query):
            continue
        opens = matter.is_in(" ".join(words(document.quote(block.span))[:OPENING]))
        kept = set(range(len(texts))) if opens else set(named)
        kept |= {n - 1 for n in named if n and opens_leaning(texts[n])}
        for n in range(1, len(texts)):
            goes_on = opens_leaning(texts[n]) or matter.is_called_again(texts[n])
            if n - 1 in kept and goes_on:
                kept.add(n)
        first = [texts[n] for n in named if matter.is_in(" ".join(words(texts[n])[:OPENING]))]
        headed = matter.is_in(heading_at(document, block.span))
        doing = any(_happens(texts[n]) for n in kept) if happens else len(kept) > 1
        worth = 1 + 2 * bool(first or opens) + doing + headed
        yield About(document, tuple(pieces[n] for n in sorted(kept)[:LONGEST]), worth)


def _happens(text: str) -> bool:
    doing = "|".join(vocabulary("passages")["times"]["of_doing"])
    return re.search(doing, text, re.IGNORECASE) is not None


def _passage(about: About) -> PassageFound:
    document, spans = about.document, about.spans
    pieces = tuple(map(document.quote, spans))
    return PassageFound(Evidence(place_at(document, spans[0]), spans), pieces, False, 1.0, 1.0)
