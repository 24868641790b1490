"""The place that proves something: the page's picture with boxes, or the text with marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from plansvar.domain import BlockKind, Box, Document, Page, Section, Span
from plansvar.texts import text
from plansvar.web.addresses import VERSION_LENGTH, SourceAddress, address
from plansvar.web.rendering.passages import ShownBlock, shown_blocks
from plansvar.web.rendering.templates import render

LONGEST = 6000
AROUND = 2500


@dataclass(frozen=True, slots=True)
class Jump:
    label: str
    link: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A box in percent of the page's picture."""

    left: float
    top: float
    width: float
    height: float
    is_mark: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    link: str
    alternative: str
    boxes: tuple[DrawnBox, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SourceView:
    title: str
    document: str
    path: tuple[str, ...]
    page: str | None
    outdated: bool
    blocks: tuple[ShownBlock, ...]
    places: tuple[Jump, ...]
    previous: str | None
    following: str | None
    picture: Picture | None
    original: str | None
    ocr: bool = False


def render_source(view: SourceView, level: int = 2) -> Markup:
    """`level` is the level of its heading: 2 beside the chat, 1 on a page of its own."""
    return render("source", view=view, level=level)


def source_view(
    document: Document, asked: SourceAddress, original: bool, pictured: bool
) -> SourceView:
    """What to show of `document` for an address. `original` tells whether the file itself may be
    downloaded, `pictured` whether its pages can be shown as pictures."""
    spans = tuple(span for span in asked.spans if span.end <= len(document.text))
    page = _page(document, asked.page, spans)
    window = page.span if page else _section_window(document, spans)
    first = next((span for span in spans if span.overlaps(window)), None)
    section = document.section_at(first.start if first else window.start)
    file = {"d": document.path, "v": document.digest[:VERSION_LENGTH]}
    return SourceView(
        title=document.title,
        document=document.path,
        path=section.path if section else (),
        page=_label(page) if page else None,
        outdated=bool(asked.version) and not document.digest.startswith(asked.version),
        blocks=shown_blocks(document, window, spans),
        places=_places(document, asked, spans, page),
        previous=_neighbour(document, asked, page, -1),
        following=_neighbour(document, asked, page, 1),
        picture=_picture(document, asked, spans, page) if page and pictured else None,
        original=address("original", file) + (f"#page={page.index}" if page else "")
        if original
        else None,
        ocr=document.is_ocr(window) if not spans else any(map(document.is_ocr, spans)),
    )


def proof_boxes(document: Document, spans: Iterable[Span]) -> tuple[Box, ...]:
    """The boxes of the cells, else of the blocks, that hold the spans."""
    found: list[Box] = []
    for span in spans:
        cells = [c for t in document.tables if t.span.overlaps(span) for c in t.cells]
        own = [box for c in cells if c.span.overlaps(span) for box in c.boxes]
        found += own or [
            box
            for block in document.blocks
            if block.span.overlaps(span) and block.kind is not BlockKind.TABLE
            for box in block.boxes
        ]
    return tuple(dict.fromkeys(found))


def _page(document: Document, asked: int | None, spans: Sequence[Span]) -> Page | None:
    by_index = {page.index: page for page in document.pages}
    if asked in by_index:
        return by_index[asked]
    if not document.pages:
        return None
    return document.page_at(spans[0].start) if spans else document.pages[0]


def _section_window(document: Document, spans: Sequence[Span]) -> Span:
    """The section of the first span, or what stands around it where that is long."""
    whole = Span(0, len(document.text))
    if not spans:
        return Span(0, min(len(document.text), LONGEST))
    section: Section | None = document.section_at(spans[0].start)
    window = section.span if section else whole
    if window.end - window.start <= LONGEST:
        return window
    start, end = spans[0].start - AROUND, max(span.end for span in spans[:1]) + AROUND
    return Span(max(window.start, start), min(window.end, end))


def _places(
    document: Document, asked: SourceAddress, spans: Sequence[Span], shown: Page | None
) -> tuple[Jump, ...]:
    """The pages that hold a part of the proof, where there are several."""
    pages = {page.index: page for span in spans if (page := document.page_at(span.start))}
    if len(pages) < 2:
        return ()
    return tuple(
        Jump(_label(page), asked.on_page(index).link, shown is not None and index == shown.index)
        for index, page in sorted(pages.items())
    )


def _neighbour(
    document: Document, asked: SourceAddress, page: Page | None, step: int
) -> str | None:
    if page is None:
        return None
    indices = [each.index for each in document.pages]
    position = indices.index(page.index) + step
    return asked.on_page(indices[position]).link if 0 <= position < len(indices) else None


def _picture(
    document: Document, asked: SourceAddress, spans: Sequence[Span], page: Page
) -> Picture | None:
    if not page.width or not page.height:
        return None
    drawn = [_drawn(box, page) for box in proof_boxes(document, spans) if _on(box, page)]
    if asked.mark and _on(asked.mark, page):
        drawn.append(replace(_drawn(asked.mark, page), is_mark=True))
    values = {
        "d": document.path,
        "v": document.digest[:VERSION_LENGTH],
        "p": str(page.index),
    }
    return Picture(
        link=address("page.png", values),
        alternative=text("web.source.picture", page=_label(page), title=document.title),
        boxes=tuple(drawn),
        width=page.width,
        height=page.height,
    )


def _on(box: Box, page: Page) -> bool:
    return box.page_index == page.index


def _drawn(box: Box, page: Page) -> DrawnBox:
    width, height = page.width or 1.0, page.height or 1.0
    return DrawnBox(
        left=round(100 * box.x0 / width, 3),
        top=round(100 * box.top / height, 3),
        width=round(100 * (box.x1 - box.x0) / width, 3),
        height=round(100 * (box.bottom - box.top) / height, 3),
    )


def _label(page: Page) -> str:
    return page.label or str(page.number if page.number is not None else page.index)
