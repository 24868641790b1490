"""Undertakings whose progress a sign shows outside tables: a tick, a ring or a triangle beside the
line that names each, and under it who answers for it and how it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.domain import Block, Commitment, Document, Span, Swatch
from plansvar.extraction.deadlines import deadline_in
from plansvar.extraction.listed import trimmed_end
from plansvar.extraction.marked_goals import shown_alone
from plansvar.extraction.places import Names, place_at
from plansvar.extraction.responsible import Responsible, alone, in_field
from plansvar.extraction.tables.legend_finding import read_legend
from plansvar.extraction.tables.legends import Legend
from plansvar.extraction.tables.progress import status_named, tells_progress
from plansvar.extraction.zones import Role, Zone
from plansvar.language.sentences import sentences

_CODE = re.compile(r"(?:[A-ZÅÄÖ]{1,3}\s?)?\d{1,3}(?:[.:]\d{1,2})?[.:)]?\s+(?=[^\W\d_])")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Item:
    """A line with its sign, what kind of thing it names, and up to where it is told of."""

    block: Block
    shown: Swatch
    kind: str
    end: int


def marked_tasks(document: Document, zones: Sequence[Zone], names: Names) -> tuple[Commitment, ...]:
    """The undertakings whose progress a key tells of by the signs beside them."""
    found: list[Commitment] = []
    items = _items(document, zones)
    for item in items:
        legend = read_legend(document, shown_alone(item.shown), item.kind)
        if tells_progress(legend) and len(items) >= _FEWEST:
            found.append(_commitment(document, item, legend, names.next()))
    return tuple(found)


def _items(document: Document, zones: Sequence[Zone]) -> list[_Item]:
    shown = {swatch.said: swatch for swatch in document.line_marks}
    found = []
    for place, block in enumerate(document.blocks):
        zone = next((z for z in zones if _is_of(block.span, z)), None)
        if zone is None or block.span not in shown:
            continue
        coded = _CODE.match(document.quote(block.span)) is not None
        end = block.span.end
        for below in document.blocks[place + 1 :]:
            again = coded and _CODE.match(document.quote(below.span)) is not None
            inside = zone.span.start <= below.span.start < zone.span.end
            if below.span in shown or again or not inside:
                break
            end = below.span.end
        found.append(_Item(block, shown[block.span], zone.kind or "", end))
    return found


def _is_of(span: Span, zone: Zone) -> bool:
    """Whether a line stands among undertakings, or is a heading below theirs."""
    own = zone.inherited and zone.marker == span
    return zone.role is Role.COMMITMENTS and (own or zone.span.holds(span))


def _commitment(document: Document, item: _Item, legend: Legend, row_id: str) -> Commitment:
    text, block = document.text, item.block.span
    code = _CODE.match(text, block.start, block.end)
    name = Span(code.end() if code else block.start, trimmed_end(text, block.start, block.end))
    below = Span(block.end, item.end)
    who = in_field(text, below) or _unit_alone(text, below)
    meaning = legend.of(item.shown.mark)
    comment = _rest(text, below, who)
    deadline = deadline_in(text, Span(block.start, item.end))
    return Commitment(
        id=row_id,
        place=place_at(document, name.start),
        text=document.quote(name),
        text_span=name,
        kind=item.kind,
        responsible=who.units if who else (),
        responsible_span=who.span if who else None,
        status=status_named(meaning.text) if meaning else None,
        status_raw=meaning.text if meaning else None,
        status_span=meaning.span if meaning else None,
        comment=document.quote(comment) if comment else None,
        comment_span=comment,
        deadline=document.quote(deadline) if deadline else None,
        deadline_spans=(deadline,) if deadline else (),
    )


def _unit_alone(text: str, below: Span) -> Responsible | None:
    """The units that the first sentence does nothing but name."""
    first = next(iter(sentences(text, below)), None)
    return alone(text, first) if first is not None else None


def _rest(text: str, below: Span, who: Responsible | None) -> Span | None:
    """What is told below a title, without who answers for it where that comes first."""
    start = below.start
    if who is not None and not text[start : who.span.start].strip():
        start = who.span.end
    while start < below.end and text[start] in " \t\n.:,;–":
        start += 1
    end = trimmed_end(text, start, below.end)
    return Span(start, end) if end > start else None
