"""Goals in running text: where each one's name, headings, values and comment stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.domain import Document, Span
from plansvar.extraction.headers import Header, find_headers
from plansvar.extraction.text_marks import TextMarks, marks_after
from plansvar.extraction.values import Value, Values, atoms_at, read_values, value_run
from plansvar.extraction.zones import Role, Zone
from plansvar.language.folding import fold
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

LONGEST_LABEL = 160


@dataclass(frozen=True, slots=True)
class GoalText:
    """A goal as it stands. `values` is empty where it has none; `unread` says where a header's
    values did not fit its columns. `start` is where everything that belongs to it begins."""

    name: Span
    header: Header | None
    values: tuple[Value, ...]
    start: int
    end: int
    kind: str | None
    own_values: bool = True
    unread: Span | None = None
    marks: TextMarks | None = None


def goals_in(document: Document, zone: Zone, name_above: Span | None) -> tuple[GoalText, ...]:
    """The goals of a zone in order. `name_above` is a heading that names a goal whose values follow
    straight after it."""
    text = document.text
    found: list[GoalText] = []
    start = zone.span.start
    for header in find_headers(text, zone.span):
        if header.span.start < start:
            continue
        rows = tuple(_rows(document, zone, header, start, name_above if not found else None))
        if rows:
            found += rows
            start = rows[-1].end
    return tuple(sorted((*found, *_valueless(document, zone, found)), key=lambda g: g.start))


def _rows(
    document: Document, zone: Zone, header: Header, start: int, above: Span | None
) -> Iterator[GoalText]:
    text, limit = document.text, zone.span.end
    count = len(header.values)
    after = atoms_at(text, header.span.end, limit)
    if after:
        name, kind = _name_before(document, zone, start, header.span.start)
        name = name or above
        if name is None:
            return
        begin = _with_kind(text, zone.span.start, name.start)
        values = read_values(text, header.span.end, limit, count)
        end = values.end if values else after[-1].span.end
        unread = None if values else Span(header.span.start, end)
        printed = values.values if values else ()
        marks = marks_after(text, end, limit, header)
        yield GoalText(name, header, printed, begin, marks.end, kind, unread=unread, marks=marks)
    else:
        yield from _labelled(document, header, limit)


def _labelled(document: Document, header: Header, limit: int) -> Iterator[GoalText]:
    """Rows of a table in running text: label, values, label, values, …"""
    position, count = header.span.end, len(header.values)
    if header.label and fold(header.label.heading.text) in vocabulary("kinds")["markers"]["groups"]:
        return  # rows of age groups: what is measured stands elsewhere
    kind = _label_kind(header)
    while (row := _next_row(document.text, position, limit, count)) is not None:
        label, values = row
        yield GoalText(
            label, header, values.values, label.start, values.end, kind, own_values=False
        )
        position = values.end


def _next_row(text: str, start: int, limit: int, count: int) -> tuple[Span, Values] | None:
    label_start = start + len(text[start:limit]) - len(text[start:limit].lstrip(" \t\n|.;"))
    position = label_start
    while (run := value_run(text, position, min(limit, label_start + LONGEST_LABEL))) is not None:
        label = _trimmed(text, label_start, run.start())
        if label is not None and _ends_sentence(text, label):
            return None
        values = read_values(text, run.start(), limit, count)
        if label is not None and values is not None:
            return label, values
        atoms = atoms_at(text, run.start(), limit)
        position = max(run.end(), atoms[-1].span.end if atoms else 0)
    return None


def _ends_sentence(text: str, label: Span) -> bool:
    return len(sentences(text, label)) > 1


def _name_before(
    document: Document, zone: Zone, start: int, end: int
) -> tuple[Span | None, str | None]:
    """The goal's sentence and its kind: all that stands between a kind word and the headings, else
    the last sentence before them."""
    found = sentences(document.text, Span(start, end))
    if not found:
        return None, zone.kind
    opens = zone.role is Role.GOALS and start == zone.span.start
    if opens and len(found) <= 2:
        return _without_kind(document, Span(found[0].start, found[-1].end), zone.kind)
    return _without_kind(document, found[-1], zone.kind)


def _without_kind(document: Document, name: Span, kind: str | None) -> tuple[Span, str | None]:
    """Without a kind word in front: "Nämndmål: Nöjda brukare" → "Nöjda brukare", "nämndmål"."""
    match = _lead().match(document.text, name.start, name.end)
    if match is None or match.end() >= name.end:
        return name, kind
    forms = vocabulary("kinds")["goals"].items()
    said = next((str(k) for k, words in forms if fold(match["kind"]) in words), None)
    return Span(match.end(), name.end), said or kind


def _with_kind(text: str, start: int, name: int) -> int:
    """Where the name begins with the kind word in front of it."""
    before = [
        m.start()
        for m in _lead().finditer(text, max(start, name - 60), name + 6)
        if m.end() == name
    ]
    return before[0] if before else name


def _valueless(document: Document, zone: Zone, valued: Sequence[GoalText]) -> Iterator[GoalText]:
    """Goals that are followed by a sentence saying that they have no target or measure."""
    if zone.role is not Role.GOALS:
        return
    taken = [Span(goal.start, goal.end) for goal in valued]
    for match in _without_values().finditer(document.text, zone.span.start, zone.span.end):
        before = [s.end for s in taken if s.end <= match.start()]
        start = max([zone.span.start, *before])
        found = sentences(document.text, Span(start, match.start()))
        if not found or document.text[found[-1].start : found[-1].end].rstrip()[-1] in ".:;":
            continue
        name, kind = _without_kind(document, found[-1], zone.kind)
        if not any(name.overlaps(span) for span in taken) and len(document.quote(name)) > 7:
            taken.append(name)
            yield GoalText(name, None, (), name.start, name.end, kind)


def _label_kind(header: Header) -> str | None:
    from_label = header.label.heading.text.lower() if header.label else ""
    for kind, forms in vocabulary("kinds")["goals"].items():
        if from_label in forms:
            return str(kind)
    return None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while end > start and text[end - 1] in " \t\n|:,":
        end -= 1
    return Span(start, end) if end > start else None


@cache
def _without_values() -> re.Pattern[str]:
    phrases = vocabulary("kinds")["goals_without_values"]["phrases"]
    words = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len)[::-1])
    return re.compile(rf"(?<![\w-])(?=(?-i:[A-ZÅÄÖ]))(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _lead() -> re.Pattern[str]:
    forms = {form for forms in vocabulary("kinds")["goals"].values() for form in forms}
    words = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    # "Nämndmål 2: Nöjda …", "Processmål Andelen …", not "Mål om trygghet"
    after = (
        r"(?:\s*\d{0,2}\s*[:–]\s*|(?:\s+\d{1,2}\.?)?\s+(?=(?-i:[A-ZÅÄÖ])|(?:19|20)\d\d\s+[a-zåäö]))"
    )
    return re.compile(rf"(?P<kind>{words}){after}", re.IGNORECASE)
