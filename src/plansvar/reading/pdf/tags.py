"""What a tagged file says of its text: which pieces are headings. Levels are not taken from tags,
because files as published often tag headings that look alike with different levels."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

_HEADING = re.compile(r"H[1-6]?|Title")
_MOST_ELEMENTS = 20_000
_DEEPEST = 40


def heading_tags(document: Any, page: Any) -> frozenset[int]:
    """The numbers of marked content that an open page's tags call headings."""
    if not pdfium.FPDFCatalog_IsTagged(document.raw):
        return frozenset()
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return frozenset()
    try:
        return frozenset(_Walk().headings(tree))
    finally:
        pdfium.FPDF_StructTree_Close(tree)


class _Walk:
    """Goes through a page's tree of tags, no further than the limits."""

    def __init__(self) -> None:
        self._seen = 0

    def headings(self, tree: Any) -> Iterator[int]:
        for place in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            child = pdfium.FPDF_StructTree_GetChildAtIndex(tree, place)
            yield from self._below(child, False, 0)

    def _below(self, element: Any, inside: bool, depth: int) -> Iterator[int]:
        self._seen += 1
        if not element or depth > _DEEPEST or self._seen > _MOST_ELEMENTS:
            return
        inside = inside or bool(_HEADING.fullmatch(_type_of(element)))
        if inside:
            yield from _contents_of(element)
        for place in range(pdfium.FPDF_StructElement_CountChildren(element)):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, place)
            yield from self._below(child, inside, depth + 1)


def _type_of(element: Any) -> str:
    length = pdfium.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    pdfium.FPDF_StructElement_GetType(element, buffer, length)
    return buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0")


def _contents_of(element: Any) -> list[int]:
    count = pdfium.FPDF_StructElement_GetMarkedContentIdCount(element)
    found = (
        pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, place)
        for place in range(max(0, count))
    )
    return [number for number in found if number >= 0]
