"""What the documents say of a row's figures: how new they are, how sure, what is aimed at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plansvar.asking.evidence.proof import place_at
from plansvar.asking.passages.finding import PassageFound
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.units import UNQUOTABLE, quotable
from plansvar.domain import Document, Evidence, Indicator, Span
from plansvar.index.library import Library
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

BEHIND = 2  # paragraphs behind a row that may still be about it
MOST = 2


def find_of_figures(
    rows: Sequence[Indicator], library: Library, sort: str, also: str = ""
) -> tuple[PassageFound, ...]:
    """The sentences beside the rows that tell what is asked of their figures, each row's own in
    one passage; they hold `also` where that is given."""
    told = re.compile("|".join(vocabulary("passages")["of_figures"][sort]), re.IGNORECASE)
    found = []
    for row in rows:
        document = library.document(row.place.document_id)
        spans = [
            span
            for span in dict.fromkeys(_beside(row, rows, document, library))
            if told.search(document.quote(span)) and also in document.quote(span)
        ][:MOST]
        if spans:
            found.append(passage_of(document, tuple(sorted(spans))))
    return tuple({passage.pieces: passage for passage in found}.values())


def passage_of(document: Document, spans: tuple[Span, ...]) -> PassageFound:
    """Sentences that answer whatever words they hold, as a passage."""
    texts = tuple(document.quote(span) for span in spans)
    return PassageFound(Evidence(place_at(document, spans[0]), spans), texts, False, 1.0, 1.0)


def _beside(
    row: Indicator, rows: Sequence[Indicator], document: Document, library: Library
) -> Iterator[Span]:
    """The name, the notes and the comment of a row, and the paragraphs of its section right behind
    it that stand before the next row."""
    if row.name_span:
        yield row.name_span
    yield from (o.note_span for o in row.observations if o.note_span)
    if row.comment_span:
        yield from sentences(document.text, row.comment_span)
    start = row.comment_span or row.name_span
    section = document.section_at(start.end) if start else None
    if start is None or section is None:
        return
    marks = row_marks(library).get(document.path, RowMarks())
    behind = [
        block
        for block in document.blocks
        if block.span.start >= start.end
        and block.span.start < section.span.end
        and block.kind not in UNQUOTABLE
    ][:BEHIND]
    edge = _next_row(row, start.end, library)
    for block in behind:
        if block.span.start < edge:
            yield from quotable(document, block, marks)


def _next_row(row: Indicator, end: int, library: Library) -> int:
    """Where the next row of the document begins that has a comment of its own."""
    starts = [
        other.comment_span.start
        for other in library.indicators()
        if other.place.document_id == row.place.document_id
        and other.comment_span
        and other.comment_span.start >= end
        and other.id != row.id
    ]
    return min(starts, default=10**9)
