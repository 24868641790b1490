"""Puts a transcript together: parts, headings inside the running text, sentences over pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.domain import BlockKind, Furniture, FurnitureKind
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.assembly import Draft
from plansvar.reading.building import Builder, PageDraft, Piece
from plansvar.reading.contents import Entry, contents_in_flow
from plansvar.reading.flow_headings import Found, listed_headings, usual_headings
from plansvar.reading.senders import organisation_of
from plansvar.reading.transcripts import FlowPage, Transcript

_LAST_SENTENCE = re.compile(r"(?<=[.!?:])[\"”)]?\s+(?=[A-ZÅÄÖ\d\"”(][^.!?]*$)")
_FIRST_SENTENCE_END = re.compile(r"[.!?][\"”)]?(?=\s+[A-ZÅÄÖ\d\"”(-]|\s*$)")
_COVER = 200


@dataclass(frozen=True, slots=True)
class Segment:
    """A heading of a page (null for the text above the first) and the text below it."""

    heading: str | None
    level: int
    text: str


def draft_of_transcript(transcript: Transcript, hints: Sequence[str]) -> Draft:
    """The draft of a transcript that is cut into pages already."""
    pages, furniture = list(transcript.pages), list(transcript.furniture)
    builder = Builder(PageDraft(page.index, page.number, page.label) for page in pages)
    titles: list[str] = []
    count = max(page.part for page in pages) + 1
    for part in range(count):
        own, entries = _without_contents([p for p in pages if p.part == part], furniture)
        title = _part_title(own, part, count)
        if count > 1:
            builder.start_part(title, _sender(own, first=part == 0))
        titles += [_cover(own)] if part == 0 else []
        headings = listed_headings(own, entries) if entries else usual_headings(own)
        _add_pages(builder, own, headings)
    return Draft(builder.finish(), (*hints, *filter(None, titles)), tuple(furniture))


def _without_contents(
    pages: Sequence[FlowPage], furniture: list[Furniture]
) -> tuple[list[FlowPage], tuple[Entry, ...]]:
    entries: tuple[Entry, ...] = ()
    kept = []
    for page in pages:
        contents = contents_in_flow(page.text)
        if contents:
            entries += contents.entries
            listed = page.text[contents.start : contents.end]
            furniture.append(Furniture(FurnitureKind.CONTENTS, listed, page.index))
            rest = page.text[: contents.start] + " " + page.text[contents.end :]
            page = replace(page, text=rest.strip())
        kept.append(page)
    return kept, entries


def _cover(pages: Sequence[FlowPage]) -> str:
    """The text of a cover page, or of a contents page without its list; else empty."""
    first = pages[0].text if pages else ""
    return first if len(first) <= _COVER else ""


def _sender(pages: Sequence[FlowPage], first: bool) -> str | None:
    """The unit that a part's cover names; of a letter, the unit that it begins with."""
    return organisation_of(_cover(pages), pages[0].text[:_COVER] if first else "")


def _part_title(pages: Sequence[FlowPage], part: int, count: int) -> str | None:
    layout = vocabulary("documents")["layout"]
    named = re.search(rf"\b({layout['appendix']})\s+(\d+|[A-Z])\b", pages[0].text[:120])
    if count == 1:
        return None
    if named:
        return f"{named[1]} {named[2]}"
    return str(layout["cover_letter"]) if part == 0 else f"{layout['part']} {part + 1}"


def _add_pages(builder: Builder, pages: Sequence[FlowPage], headings: Sequence[Found]) -> None:
    carried: list[Piece] = []
    for place, page in enumerate(pages):
        own = [heading for heading in headings if heading.page_index == page.index]
        segments = _segments(page.text, own)
        following = pages[place + 1] if place + 1 < len(pages) else None
        goes_on = following is not None and _continues(following.text)
        for number, segment in enumerate(segments):
            last = number == len(segments) - 1
            carried = _add_segment(builder, segment, page.index, carried, last and goes_on)
    if carried:
        builder.add(BlockKind.PARAGRAPH, carried)


def _segments(text: str, headings: Sequence[Found]) -> list[Segment]:
    edges = [heading.start for heading in headings] + [len(text)]
    top = text[: edges[0]].strip()
    segments = [Segment(None, 0, top)] if top or not headings else []
    for heading, end in zip(headings, edges[1:], strict=True):
        name = " ".join(text[heading.start : heading.end].split())
        segments.append(Segment(name, heading.level, text[heading.end : end].strip(" \n:")))
    return segments


def _add_segment(
    builder: Builder, segment: Segment, page: int, carried: list[Piece], goes_on: bool
) -> list[Piece]:
    """Adds a segment; returns the sentence that the next page completes."""
    text = segment.text
    if segment.heading is not None:
        _flush(builder, carried)
        carried = []
        builder.add(BlockKind.HEADING, [Piece(segment.heading, page)], segment.level)
    elif carried:
        end = _FIRST_SENTENCE_END.search(text)
        cut = end.end() if end else len(text)
        carried = [*carried, Piece(text[:cut].strip(), page)]
        text = text[cut:].strip()
        if not text and goes_on and not end:
            return carried
        _flush(builder, carried)
    whole, unfinished = _split_unfinished(text) if goes_on else (text, "")
    if whole:
        builder.add(BlockKind.PARAGRAPH, [Piece(whole, page)])
    return [Piece(unfinished, page)] if unfinished else []


def _flush(builder: Builder, carried: Sequence[Piece]) -> None:
    if carried:
        builder.add(BlockKind.PARAGRAPH, carried)


def _continues(text: str) -> bool:
    """Whether a page begins in the middle of a sentence."""
    return bool(re.match(r"\s*[a-zåäöé(]", text))


def _split_unfinished(text: str) -> tuple[str, str]:
    found = [*_LAST_SENTENCE.finditer(text)]
    if not found:
        return "", text
    cut = found[-1].end()
    return text[:cut].strip(), text[cut:].strip()
