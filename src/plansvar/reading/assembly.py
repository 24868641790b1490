"""What a reader hands over, and how it becomes a Document."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.domain import (
    Document,
    DocumentKind,
    Furniture,
    FurnitureKind,
    Gap,
    Part,
    Section,
    Span,
)
from plansvar.errors import ReadingError
from plansvar.language.numbers import NUMBER
from plansvar.reading.building import Layout
from plansvar.reading.captions_below import with_captions_below
from plansvar.reading.metadata import Metadata, describe
from plansvar.reading.senders import is_central, organisation_of, unit_in
from plansvar.texts import text

_SEVERAL = 2
# What a unit's heading says of its result: "Socialnämnden −12,8 mnkr"
_SUM = re.compile(rf"\s[+−–-]?\s?{NUMBER.pattern}\s*[^\W\d]{{1,4}}\s*$")


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as a reader left it.

    `hints` are lines most likely to be the title, the likeliest first. `stated` holds what the file
    says in a form of its own (front matter) and outweighs what the text says. `ocr` are the places
    that OCR read from pictures."""

    layout: Layout
    hints: tuple[str, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    gaps: tuple[Gap, ...] = ()
    stated: Metadata | None = None
    ocr: tuple[Span, ...] = ()


def assemble(draft: Draft, name: str, digest: str, file_format: str) -> Document:
    """The document that a draft makes. Raises ReadingError when it holds no text."""
    layout = with_captions_below(draft.layout)
    if not layout.text.strip():
        raise ReadingError(text("reading.refused.no_text"))
    found = _described(draft, name)
    return Document(
        path=name,
        digest=digest,
        format=file_format,
        title=found.title,
        text=layout.text,
        pages=layout.pages,
        parts=parts_by_organisation(
            layout.parts, layout.sections, layout.text, _sender(draft, found)
        ),
        sections=layout.sections,
        blocks=layout.blocks,
        tables=layout.tables,
        keys=layout.keys,
        line_marks=layout.line_marks,
        municipality=found.municipality,
        kind=found.kind,
        year=found.year,
        period=found.period,
        status=found.status,
        gaps=draft.gaps,
        furniture=draft.furniture,
        ocr=draft.ocr,
    )


def parts_by_organisation(
    parts: Sequence[Part], sections: Sequence[Section], whole: str, organisation: str | None
) -> tuple[Part, ...]:
    """Parts cut so that each piece has one sender: a section whose heading is a unit's name and
    nothing else belongs to that unit. `organisation` fills in for parts that name none."""
    cuts = {part.span.start for part in parts} | {part.span.end for part in parts}
    units = [
        (section.span, unit)
        for section in sections
        if (unit := _unit_heading(whole[section.heading.start : section.heading.end]))
    ]
    cuts |= {edge for span, _ in units for edge in (span.start, span.end)}
    pieces: list[Part] = []
    for part in parts:
        edges = sorted(cut for cut in cuts if part.span.start <= cut <= part.span.end)
        for start, end in itertools.pairwise(edges):
            inner = [unit for span, unit in units if span.start <= start and end <= span.end]
            sender = inner[-1] if inner else part.organisation or organisation
            pieces.append(Part(part.title, Span(start, end), sender))
    return _joined(pieces) or tuple(parts)


def _sender(draft: Draft, found: Metadata) -> str | None:
    """The unit that reports where no chapter says another; null in a report of the whole
    municipality, whose chapters tell of several units and whose title names none."""
    unit = found.organisation
    if unit is None or unit_in(found.title) or (draft.stated and draft.stated.organisation):
        return unit
    text_of = draft.layout.text
    headings = (text_of[s.heading.start : s.heading.end] for s in draft.layout.sections)
    units = {named for heading in headings if (named := _unit_heading(heading))}
    several = len(units - {unit}) >= _SEVERAL
    titled = found.municipality is not None and found.municipality in found.title
    whole = (several or titled) if is_central(unit) else several and unit in units
    return None if whole else unit


def _joined(pieces: Sequence[Part]) -> tuple[Part, ...]:
    joined: list[Part] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and (last.title, last.organisation) == (piece.title, piece.organisation):
            joined[-1] = replace(last, span=Span(last.span.start, piece.span.end))
        else:
            joined.append(piece)
    return tuple(joined)


def _unit_heading(heading: str) -> str | None:
    plain = " ".join(_SUM.sub("", heading).split()).lstrip("0123456789. ").rstrip(" :")
    unit = organisation_of(plain)
    return unit if unit == plain else None


def _described(draft: Draft, name: str) -> Metadata:
    kinds = (FurnitureKind.RUNNING_HEADER, FurnitureKind.RUNNING_FOOTER)
    running = [item.text for item in draft.furniture if item.kind in kinds]
    found = describe(draft.layout.text, name, draft.hints, running)
    stated = draft.stated
    if stated is None:
        return found
    return Metadata(
        title=stated.title or found.title,
        municipality=stated.municipality or found.municipality,
        kind=stated.kind if stated.kind is not DocumentKind.OTHER else found.kind,
        year=stated.year or found.year,
        period=stated.period or found.period,
        status=stated.status or found.status,
        organisation=stated.organisation or found.organisation,
    )
