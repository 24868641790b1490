"""Passages for search: sections, cut at sentences where they are too long."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from langchain_text_splitters import RecursiveCharacterTextSplitter

from plansvar.domain import Chunk, Document, Span
from plansvar.extraction.places import Names, place_at

SIZE = 900
OVERLAP = 90
ARROW = " › "


def chunks_of(document: Document) -> tuple[Chunk, ...]:
    """All chunks of a document in reading order; none goes over a heading or a part's border."""
    names = Names(document, "p")
    found = []
    for area in _areas(document):
        for span in _cut(document.text, area):
            place = place_at(document, span.start)
            text = document.text[span.start : span.end]
            found.append(Chunk(names.next(), place, ARROW.join(place.section), text, span))
    return tuple(found)


def _areas(document: Document) -> Iterator[Span]:
    """The text between one heading and the next, its own heading included."""
    borders = {0, len(document.text)}
    borders |= {part.span.start for part in document.parts}
    borders |= {section.span.start for section in document.sections}
    ordered = sorted(borders)
    headings = {section.heading.start: section.heading for section in document.sections}
    for start, end in pairwise(ordered):
        heading = headings.get(start)
        begin = heading.end if heading else start
        if document.text[begin:end].strip():
            yield _trimmed(document.text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _cut(text: str, area: Span) -> Iterator[Span]:
    if area.end - area.start <= SIZE:
        yield area
        return
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=SIZE,
        chunk_overlap=OVERLAP,
        separators=["\n\n", "\n", r"(?<=[.!?]) (?=[A-ZÅÄÖ0-9])", "; ", ", ", " ", ""],
        is_separator_regex=True,
        keep_separator="start",
        add_start_index=True,
        strip_whitespace=False,
    )
    for piece in splitter.create_documents([text[area.start : area.end]]):
        start = area.start + int(piece.metadata["start_index"])
        span = _trimmed(text, start, start + len(piece.page_content))
        if span.end > span.start:
            yield span
