"""Undertakings each under a title of its own, below a heading that says that they are some: what is
to be done, and in the same text how it goes ("Uppdraget är genomfört").

Uppdrag från fullmäktige / 4 E-arkiv / Kommunstyrelsen ska införa … Uppdraget är inte påbörjat. …
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.domain import Commitment, Document, Section, Span
from plansvar.extraction.deadlines import deadline_in
from plansvar.extraction.goal_verdicts import plain_name
from plansvar.extraction.places import Names, place_at
from plansvar.extraction.responsible import Responsible, as_subject, in_field
from plansvar.extraction.statuses import StatusText, status_in
from plansvar.extraction.tables.kinds import kind_of_heading
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_FEWEST = 3
_TOLD = 0.6  # of them that say how they go
_NUMBER = re.compile(r"\s*\d{1,2}[.)]?\s+(?=[^\W\d_])")
_LETTER = re.compile(r"\s*[A-ZÅÄÖ][.)]?\s+(?=[A-ZÅÄÖ])")


def titled_tasks(
    document: Document, taken: Sequence[Span], names: Names
) -> tuple[tuple[Commitment, ...], tuple[Span, ...]]:
    """The undertakings under titles, and the characters of their sections; those left out of which
    a table or a sign beside the title tells."""
    found: list[Commitment] = []
    covered: list[Span] = []
    for number, section in enumerate(document.sections):
        kind = kind_of_heading(document.quote(section.heading))
        if kind is None or kind not in vocabulary("tables")["kind"]["commitments"]:
            continue
        own = [s for s in document.sections if s.parent == number]
        if _are_tasks(document, own, taken):
            sign = _sign(document, own)
            found += [_task(document, each, kind, sign, names.next()) for each in own]
            covered += [each.span for each in own]
    return tuple(found), tuple(covered)


def _are_tasks(document: Document, own: Sequence[Section], taken: Sequence[Span]) -> bool:
    """Whether sections are undertakings: nothing else tells of them, most say how they go, and each
    title is one of its own."""
    if len(own) < _FEWEST or any(s.span.overlaps(span) for s in own for span in taken):
        return False
    told = [each for each in own if _status(document, each) is not None]
    titles = {plain_name(document.quote(each.heading)) for each in own}
    return len(told) >= _TOLD * len(own) and len(titles) == len(own)


def _sign(document: Document, own: Sequence[Section]) -> re.Pattern[str]:
    """What counts the titles: letters where all have one, else numbers."""
    lettered = all(_LETTER.match(document.quote(each.heading)) for each in own)
    return _LETTER if lettered else _NUMBER


def _task(
    document: Document, section: Section, kind: str, sign: re.Pattern[str], row_id: str
) -> Commitment:
    text = document.text
    number = sign.match(text, section.heading.start, section.heading.end)
    name = Span(number.end() if number else section.heading.start, section.heading.end)
    below = _below(document, section)
    status = _status(document, section)
    who = _responsible(text, below)
    deadline = deadline_in(text, below)
    return Commitment(
        id=row_id,
        place=place_at(document, name.start),
        text=document.quote(name),
        text_span=name,
        kind=kind,
        responsible=who.units if who else (),
        responsible_span=who.span if who else None,
        status=status.status if status else None,
        status_raw=status.raw if status else None,
        status_span=status.span if status else None,
        comment=document.quote(below) or None,
        comment_span=below,
        deadline=document.quote(deadline) if deadline else None,
        deadline_spans=(deadline,) if deadline else (),
    )


def _below(document: Document, section: Section) -> Span:
    """The text of a section under its heading."""
    start, end = section.heading.end, section.span.end
    while start < end and document.text[start].isspace():
        start += 1
    return Span(start, start + len(document.text[start:end].rstrip()))


def _status(document: Document, section: Section) -> StatusText | None:
    return status_in(document.text, _below(document, section), works=True)


def _responsible(text: str, below: Span) -> Responsible | None:
    """Who is to do it: the subject of the first sentence, or what a field says."""
    first = next(iter(sentences(text, below)), None)
    return (as_subject(text, first) if first is not None else None) or in_field(text, below)
