"""Verbatim quotes: parts of one document joined by " … ", in document order.

A part never crosses a page boundary, because the file has a page number or a header there. What
stands between two parts of one sentence is quoted too where it is a few words: a sentence reads
better whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from plansvar.domain import BlockKind, Document, Span
from plansvar.language.sentences import sentences

JOINT = " … "
FEW = 120  # letters between two parts of a sentence that are quoted with them
_WORDS = re.compile(r"[^\W\d_]{2,}")
_SIGN = re.compile(r" ?[(:;,] ?")
_CELLS = re.compile(r"\d|[|\t]|\n\s*\n")
_FIGURE = re.compile(r"\W*\d|[-–−*]")
_LINE_END_HYPHEN = re.compile(r"(?<=[a-zåäöé])-\n(?=[a-zåäöé])")


def quote(document: Document, spans: Iterable[Span]) -> str:
    """The text of the spans as quoted."""
    return JOINT.join(parts(document, spans))


def parts(document: Document, spans: Iterable[Span]) -> tuple[str, ...]:
    """The verbatim parts of a quote, white space and line-end hyphens normalised."""
    found = (plain(document.text[s.start : s.end]) for s in quoted_spans(document, spans))
    return tuple(part for part in found if part)


def quoted_spans(document: Document, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in document order, merged where they meet and cut where a page ends."""
    wanted = sorted({span for span in spans if span.start < span.end})
    merged: list[Span] = []
    for span in wanted:
        if merged and (
            _meet(document.text, merged[-1], span) or _in_sentence(document, merged[-1], span)
        ):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(piece for span in merged for piece in cut_at_pages(document, span))


def cut_at_pages(document: Document, span: Span) -> tuple[Span, ...]:
    """The pieces of a span, one for each page that it runs over."""
    starts = [p.span.start for p in document.pages if span.start < p.span.start < span.end]
    edges = [span.start, *starts, span.end]
    return tuple(Span(a, b) for a, b in pairwise(edges) if a < b)


def plain(text: str) -> str:
    """Text with white space folded and words that were cut at a line end put together."""
    return " ".join(_LINE_END_HYPHEN.sub("", text).split())


def _in_sentence(document: Document, first: Span, second: Span) -> bool:
    """Whether only a few words of running text part two spans of one sentence."""
    gap = document.text[first.end : second.start]
    told = _WORDS.search(gap) or _SIGN.fullmatch(gap)
    if not told or len(gap) > FEW or _CELLS.search(gap):
        return False
    before = bisect_right(document.blocks, first.start, key=lambda block: block.span.start)
    kind = document.blocks[before - 1].kind if before else None
    running = kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    within = Span(first.start, second.end)
    return running and len(sentences(document.text, within)) == 1


def _meet(text: str, first: Span, second: Span) -> bool:
    """Whether two spans read as one run; two figures side by side would read as one figure."""
    if second.start < first.end:
        return True
    gap = text[first.end : second.start]
    last = text[first.start : first.end].rsplit(maxsplit=1)[-1:]
    cell = "".join(last)
    figure = any(map(str.isdigit, cell)) or not any(map(str.isalpha, cell))
    figures = figure and bool(_FIGURE.match(text, second.start))
    return gap in ("", " ") and not figures
