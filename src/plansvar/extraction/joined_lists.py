"""Undertakings set one after another with dots between, under a heading that says how far they are:

Slutförda uppdrag
Ny skolplan · Översyn av avgifter · E-tjänst för bygglov
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plansvar.domain import BlockKind, Document, Span
from plansvar.extraction.listed import Draft
from plansvar.extraction.statuses import StatusText, is_other_status, status_word
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_JOINT = re.compile(r"(?:^|\s)[·•|]\s")
_FEWEST = 2
_LONGEST = 90
_STOP = re.compile(r"[.!?]\s")


def joined(document: Document, area: Span) -> list[Draft]:
    """The items of the paragraphs in an area that hold nothing but items with dots between; such a
    list may go on in the next column."""
    blocks = [b for b in document.blocks if area.holds(b.span)]
    paragraphs = [b.span for b in blocks if b.kind is not BlockKind.HEADING]
    if any(b.kind is BlockKind.TABLE for b in blocks) or not paragraphs:
        return []
    items = [item for span in paragraphs for item in _items(document.text, span)]
    dotted = [_JOINT.search(document.text, s.start, s.end) is not None for s in paragraphs]
    short = all(item.end - item.start <= _LONGEST for item in items)
    plain = not any(_STOP.search(document.quote(span)) for span in paragraphs)
    if not (all(dotted) and short and plain and len(items) >= _FEWEST):
        return []
    return [Draft(item, None, item.end) for item in items]


def _items(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for cut in (*_JOINT.finditer(text, span.start, span.end), None):
        end = cut.start() if cut else span.end
        said = text[at:end]
        start = at + len(said) - len(said.lstrip(" \n\t·•|"))
        stop = at + len(said.rstrip(" .\n\t"))
        if stop > start:
            yield Span(start, stop)
        at = cut.end() if cut else end


def bare_kind(folded: str) -> str:
    """What a heading names without how far it has come: "slutförda uppdrag" → "uppdrag"."""
    said, _, kind = folded.rpartition(" ")
    return kind if said and (status_word(said) or _is_open(said)) else folded


def status_of_heading(document: Document, heading: Span | None) -> StatusText | None:
    """How far the undertakings under a heading are, where it says so."""
    if heading is None:
        return None
    said, _, kind = document.quote(heading).strip(" :.").rpartition(" ")
    status = status_word(said) if said and kind else None
    return (
        StatusText(status, document.quote(heading), heading) if status or _is_open(said) else None
    )


def _is_open(said: str) -> bool:
    """Whether a heading says only that undertakings are not done: late, or not yet."""
    words = vocabulary("statuses")["open"]["words"]
    return fold(said) in words or is_other_status(said)
