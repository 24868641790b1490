"""Addresses of the page's own resources, relative to its root so that any path prefix works.

A source's address says which characters of which version of a document prove something, so an
answer keeps its sources, and nothing has to be remembered about who was shown what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from plansvar.domain import Box, Citation, Document, Place, Span

ROOT = "plansvar/"
VERSION_LENGTH = 12
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
_BOX = re.compile(r"(\d{1,6})((?:,-?\d{1,6}(?:\.\d{1,3})?){4})")
MOST_SPANS = 200


@dataclass(frozen=True, slots=True)
class SourceAddress:
    """A place in a document: `version` is the beginning of its digest, `page` is physical."""

    document: str
    version: str = ""
    spans: tuple[Span, ...] = ()
    page: int | None = None
    mark: Box | None = None

    @property
    def link(self) -> str:
        values = {"d": self.document, "v": self.version, "s": _spans_text(self.spans)}
        if self.page is not None:
            values["p"] = str(self.page)
        if self.mark is not None:
            values["m"] = _box_text(self.mark)
        return address("source", values)

    def on_page(self, page: int) -> SourceAddress:
        return SourceAddress(self.document, self.version, self.spans, page, self.mark)


def address(name: str, values: Mapping[str, str]) -> str:
    given = {key: value for key, value in values.items() if value}
    return f"{ROOT}{name}?{urlencode(given)}" if given else f"{ROOT}{name}"


def citation_address(citation: Citation, document: Document | None) -> SourceAddress:
    mark = citation.mark.box if citation.mark else None
    version = document.digest[:VERSION_LENGTH] if document else ""
    return SourceAddress(citation.document, version, citation.spans, citation.page_index, mark)


def place_address(place: Place, document: Document, spans: Iterable[Span]) -> SourceAddress:
    version = document.digest[:VERSION_LENGTH]
    return SourceAddress(document.path, version, tuple(spans), place.page_index)


def read_source_address(values: Mapping[str, str]) -> SourceAddress:
    """The place that an address names; whatever is not well formed is left out."""
    spans = [Span(int(a), int(b)) for a, b in _SPAN.findall(values.get("s", ""))]
    page = values.get("p", "")
    box = _BOX.fullmatch(values.get("m", ""))
    mark = None
    if box:
        sides = [float(side) for side in box[2].split(",")[1:]]
        mark = Box(int(box[1]), *sides)
    return SourceAddress(
        document=values.get("d", ""),
        version=values.get("v", ""),
        spans=tuple(span for span in spans[:MOST_SPANS] if span.start < span.end),
        page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else None,
        mark=mark,
    )


def _spans_text(spans: Iterable[Span]) -> str:
    return "_".join(f"{span.start}-{span.end}" for span in spans)


def _box_text(box: Box) -> str:
    sides = (box.x0, box.top, box.x1, box.bottom)
    return ",".join([str(box.page_index), *(f"{side:.1f}" for side in sides)])
