"""Transcripts: running text with one paragraph a page and the page number at its end.

Cuts them into pages and parts; running headers, footers and page numbers go to furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.domain import Furniture, FurnitureKind
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.repeated import repeated_ends

_LABEL = re.compile(r"(?<![\d(])(\d{1,3})\s?\((\d{1,3})\)")
_TRAILING = re.compile(r"(?:^|\s)(\d{1,4})\s*$")
_HEAD = 260
_TAIL = 30
_SHORTEST_MEAN = 300
_NEAR = 4


@dataclass(frozen=True, slots=True)
class FlowPage:
    """A page of a transcript. `part` counts parts from 0."""

    index: int
    text: str
    number: int | None = None
    label: str | None = None
    part: int = 0


@dataclass(frozen=True, slots=True)
class Transcript:
    pages: tuple[FlowPage, ...]
    furniture: tuple[Furniture, ...]


def transcript_of(body: str, marked: bool) -> Transcript | None:
    """The pages of a transcript; null where the text is no transcript with page numbers.

    `marked` tells that a line before the text calls it a transcript."""
    paragraphs = [" ".join(piece.split()) for piece in re.split(r"\n\s*\n", body) if piece.strip()]
    pages = _numbered(paragraphs)
    numbered = sum(1 for page in pages if page.number is not None)
    mean = sum(map(len, paragraphs)) / max(1, len(paragraphs))
    needed = 0.5 if marked else 0.6
    if numbered < 2 or numbered < needed * len(pages) or (not marked and mean < _SHORTEST_MEAN):
        return None
    pages = _with_parts(_merged(pages))
    furniture: list[Furniture] = []
    pages = [_without_number(page, furniture) for page in pages]
    for part in sorted({page.part for page in pages}):
        pages = _without_running(pages, part, furniture)
    return Transcript(tuple(pages), tuple(furniture))


def _numbered(paragraphs: Sequence[str]) -> list[FlowPage]:
    labels = _labels(paragraphs)
    trailing = [
        _trailing(text) if label is None else None
        for text, label in zip(paragraphs, labels, strict=True)
    ]
    pages = []
    for place, text in enumerate(paragraphs):
        label = labels[place]
        number = trailing[place] if _in_chain(trailing, place) else None
        printed = label or (str(number) if number is not None else None)
        value = int(re.match(r"\d+", label)[0]) if label else number  # type: ignore[index]
        pages.append(FlowPage(place + 1, text, value, printed))
    return pages


def _labels(paragraphs: Sequence[str]) -> list[str | None]:
    """ "2 (3)" near the top or the end of a page, where it goes on from the page before."""
    labels: list[str | None] = []
    last: tuple[int, int] | None = None
    for text in paragraphs:
        found = _LABEL.search(text[:_HEAD]) or _LABEL.search(text[-_TAIL:])
        label = (int(found[1]), int(found[2])) if found else None
        follows = label and (label[0] == 1 or (last and label == (last[0] + 1, last[1])))
        labels.append(found[0] if found and label and follows and label[0] <= label[1] else None)
        last = label if labels[-1] else None
    return labels


def _trailing(text: str) -> int | None:
    found = _TRAILING.search(text)
    return int(found[1]) if found else None


def _in_chain(numbers: Sequence[int | None], place: int) -> bool:
    """Whether a near paragraph's number counts on from, or up to, this one."""
    own = numbers[place]
    if own is None:
        return False
    near = range(max(0, place - _NEAR), min(len(numbers), place + _NEAR + 1))
    steps = [
        (n - own, other - place)
        for other in near
        if other != place and (n := numbers[other]) is not None
    ]
    return any(0 < step <= distance or distance <= step < 0 for step, distance in steps)


def _merged(pages: Sequence[FlowPage]) -> list[FlowPage]:
    """Unnumbered paragraphs for which the count leaves no page belong to the page that follows."""
    merged: list[FlowPage] = []
    waiting: list[FlowPage] = []
    last: FlowPage | None = None
    for page in pages:
        if page.number is None:
            waiting.append(page)
            continue
        going_on = last and last.number is not None and last.number < page.number
        room = page.number - (last.number if going_on and last and last.number else 0) - 1
        same_kind = last is not None and ("(" in (last.label or "")) == ("(" in (page.label or ""))
        room = room if same_kind or not going_on else page.number - 1
        own, joined = waiting[:room], waiting[room:]
        text = "\n".join(piece.text for piece in (*joined, page))
        merged += [*own, replace(page, text=text)]
        waiting, last = [], page
    merged += waiting
    return [replace(page, index=index) for index, page in enumerate(merged, 1)]


def _with_parts(pages: Sequence[FlowPage]) -> list[FlowPage]:
    """A part begins where numbering starts again, or where numbers of another kind begin."""
    starts = {0}
    last: FlowPage | None = None
    for place, page in enumerate(pages):
        if page.number is None:
            continue
        if last is not None and _restarts(last, page):
            starts.add(_start_of_part(pages, place))
        last = page
    part = -1
    numbered = []
    for place, page in enumerate(pages):
        part += place in starts
        numbered.append(replace(page, part=part))
    return numbered


def _restarts(last: FlowPage, page: FlowPage) -> bool:
    other_kind = ("(" in (last.label or "")) != ("(" in (page.label or ""))
    return other_kind or (page.number or 0) <= (last.number or 0)


def _start_of_part(pages: Sequence[FlowPage], place: int) -> int:
    start = place
    while start > 0 and pages[start - 1].number is None:
        start -= 1
    appendix = vocabulary("documents")["layout"]["appendix"]
    named = [p for p in range(start, place) if re.search(rf"\b{appendix}\b", pages[p].text[:120])]
    return named[0] if named else start


def _without_number(page: FlowPage, furniture: list[Furniture]) -> FlowPage:
    if page.label is None:
        return page
    if "(" not in page.label:
        text = _TRAILING.sub("", page.text)
        furniture.append(Furniture(FurnitureKind.PAGE_NUMBER, page.label, page.index))
        return replace(page, text=text)
    top, _, rest = page.text.partition(page.label)
    if len(top) <= _HEAD:
        header = f"{top}{page.label}".strip()
        furniture.append(Furniture(FurnitureKind.RUNNING_HEADER, header, page.index))
        return replace(page, text=rest.strip())
    top, _, rest = page.text.rpartition(page.label)
    furniture.append(Furniture(FurnitureKind.RUNNING_FOOTER, f"{page.label}{rest}", page.index))
    return replace(page, text=top.strip())


def _without_running(
    pages: Sequence[FlowPage], part: int, furniture: list[Furniture]
) -> list[FlowPage]:
    own = [page for page in pages if page.part == part]
    heads, tails = repeated_ends([page.text for page in own])
    cleaned = {}
    for page, head, tail in zip(own, heads, tails, strict=True):
        text = page.text
        if head:
            furniture.append(Furniture(FurnitureKind.RUNNING_HEADER, text[:head], page.index))
        if tail:
            last = text[len(text) - tail :]
            furniture.append(Furniture(FurnitureKind.RUNNING_FOOTER, last, page.index))
        cleaned[page.index] = replace(page, text=text[head : len(text) - tail].strip())
    return [cleaned.get(page.index, page) for page in pages]
