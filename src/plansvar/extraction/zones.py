"""A document's running text cut where the subject changes: at headings and at kind words.

A zone is the text under one heading or one kind word ("Fyraårigt processmål", "1-årigt åtagande"),
also where headings have become part of the running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from plansvar.domain import BlockKind, Document, Span
from plansvar.extraction.joined_lists import bare_kind
from plansvar.extraction.numbered_remarks import heads_remarks
from plansvar.language.folding import fold
from plansvar.language.vocabulary import alternatives, vocabulary


class Role(StrEnum):
    """What a zone holds, as its marker says."""

    GOALS = "goals"
    COMMITMENTS = "commitments"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Zone:
    """Text between two borders; tables are left out by those who read it.

    `kind` is what its rows are called; `marker` is the heading or kind word that opens it;
    `is_heading` tells whether that is a heading of the document, `inherited` whether only a heading
    above it says what it holds."""

    span: Span
    role: Role = Role.TEXT
    kind: str | None = None
    marker: Span | None = None
    is_heading: bool = False
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Border:
    span: Span
    role: Role
    kind: str | None
    is_heading: bool
    inherited: bool = False


def zones(document: Document) -> tuple[Zone, ...]:
    """All zones of a document in order; none goes over the border of a part."""
    borders = sorted(_borders(document), key=lambda border: border.span)
    found: list[Zone] = []
    for part in document.parts or ():
        inside = [b for b in borders if part.span.holds(b.span)]
        first = inside[0].span.start if inside else part.span.end
        found.append(Zone(Span(part.span.start, first)))
        for position, border in enumerate(inside):
            following = inside[position + 1 :]
            end = following[0].span.start if following else part.span.end
            span = Span(border.span.end, max(end, border.span.end))
            marker = (border.span, border.is_heading, border.inherited)
            found.append(Zone(span, border.role, border.kind, *marker))
    return tuple(_inherited(found))


def kind_of_heading(text: str) -> tuple[Role, str] | None:
    """The kind that a whole heading names: "Prioriterad utveckling 2018" → commitments."""
    folded = re.sub(r"\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?\b", "", fold(text))
    folded = re.sub(r"^[\d.]+\s+", "", folded).strip(" :.–-")
    if folded in vocabulary("kinds")["markers"]["not_commitments"]:
        return None
    bare = bare_kind(_prefix().sub("", folded, count=1).strip())
    for role in (Role.COMMITMENTS, Role.GOALS):
        for kind, forms in vocabulary("kinds")[role.value].items():
            if bare in forms or folded in forms:
                return role, str(kind)
    return _continued(bare)


def _continued(bare: str) -> tuple[Role, str] | None:
    """The kind of a heading that goes on: "Uppdrag till nämnderna", "Åtaganden under året"."""
    words = alternatives(vocabulary("kinds")["markers"]["continues"])
    for kind, forms in vocabulary("kinds")["commitments"].items():
        if re.match(rf"(?:{alternatives(forms)})\s+(?:{words})(?!\w)", bare):
            return Role.COMMITMENTS, str(kind)
    return None


def has_prefix(text: str) -> bool:
    """Whether a marker has a prefix that prose headings lack: "1-årigt åtagande"."""
    return _prefix().match(fold(text)) is not None


def _borders(document: Document) -> Iterator[Border]:
    headings = [b.span for b in document.blocks if b.kind is BlockKind.HEADING]
    headings += [s.heading for s in document.sections if s.heading not in headings]
    for span in headings:
        own = kind_of_heading(document.quote(span))
        role, kind = own or _kind_above(document, span) or (Role.TEXT, None)
        yield Border(span, role, kind, True, own is None)
    for table in document.tables:
        yield Border(table.span, Role.TEXT, None, False)
    for match in _inline().finditer(document.text):
        span = Span(match.start(), match.end())
        known = kind_of_heading(match[0])
        if known and not any(span.overlaps(heading) for heading in headings):
            yield Border(span, *known, False)


def _kind_above(document: Document, heading: Span) -> tuple[Role, str] | None:
    """Commitments may be sorted under headings of their own: "Uppdrag" › "Skola"; remarks on them
    are none."""
    if heads_remarks(document.quote(heading)):
        return None
    section = next((s for s in document.sections if s.heading == heading), None)
    while section is not None and section.parent is not None:
        section = document.sections[section.parent]
        known = kind_of_heading(document.quote(section.heading))
        if known and known[0] is Role.COMMITMENTS:
            return known
    return None


def _inherited(found: Sequence[Zone]) -> Iterator[Zone]:
    """Text after a table under a heading of goals or commitments still belongs to it."""
    role, kind = Role.TEXT, None
    for zone in found:
        after_table = zone.marker is not None and not zone.is_heading and zone.role is Role.TEXT
        if after_table and role is Role.COMMITMENTS:
            yield Zone(zone.span, role, kind, zone.marker)
            continue
        role, kind = zone.role, zone.kind
        yield zone


@cache
def _inline() -> re.Pattern[str]:
    """A kind word with its prefix inside running text, before a capital letter, digit or new line.

    "… för hela året. Fyraårigt processmål 2019 ska index …"""
    words = vocabulary("kinds")
    forms = {f for role in ("goals", "commitments") for fs in words[role].values() for f in fs}
    prefixes = alternatives(words["markers"]["prefixes"])
    years = rf"\d{{1,2}}\s?-?\s?(?:{alternatives(words['markers']['years'])})"
    upper = "(?=(?-i:[A-ZÅÄÖ0-9]))"
    return re.compile(
        rf"(?<![\w-]){upper}(?:{prefixes}|{years})\s+(?:{alternatives(sorted(forms))})(?![\w-])"
        rf"(?=\s*(?:[:\n\"”]|(?-i:[A-ZÅÄÖ0-9])|$))",
        re.IGNORECASE,
    )


@cache
def _prefix() -> re.Pattern[str]:
    markers = vocabulary("kinds")["markers"]
    return re.compile(
        rf"^(?:(?:{alternatives(markers['prefixes'])})|\d{{1,2}}\s?-?\s?(?:{alternatives(markers['years'])}))\s+"
    )
