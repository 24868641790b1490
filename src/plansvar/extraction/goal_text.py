"""Goals in running text: where each one's name, headings, values and comment stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.domain import Document, Span
from plansvar.extraction.group_rows import GroupValues, groups_after, without_total
from plansvar.extraction.headers import Header, find_headers
from plansvar.extraction.headings import Role as Column
from plansvar.extraction.text_marks import TextMarks, marks_after
from plansvar.extraction.values import (
    Atom,
    Value,
    Values,
    atoms_at,
    read_values,
    spread,
    value_run,
)
from plansvar.extraction.zones import Role, Zone
from plansvar.language.folding import fold
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

LONGEST_LABEL = 160
# How many times closer values must lie for the first number to be the end of the name.
NAMED = 5.0
PROSE = (Column.COMMENT, Column.RESPONSIBLE, Column.DEADLINE, Column.PROGRESS)


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
    groups: tuple[GroupValues, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """A row of a table in running text; no values where they do not fit its columns."""

    label: Span
    values: tuple[Value, ...]
    end: int


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
    elif header.label is not None:
        yield from _labelled(document, header, limit)


def _labelled(document: Document, header: Header, limit: int) -> Iterator[GoalText]:
    """Rows of a table in running text: label, values, label, values, …"""
    position, text = header.span.end, document.text
    if header.label and fold(header.label.heading.text) in vocabulary("kinds")["markers"]["groups"]:
        return  # rows of age groups: what is measured stands elsewhere
    if any(column.heading.role in PROSE for column in header.columns):
        return  # a row's comment would run into the next row's name
    kind = _label_kind(header)
    while (row := _next_row(text, position, limit, len(header.values))) is not None:
        marks = marks_after(text, row.end, limit, header)
        groups = groups_after(text, marks.end, limit, len(header.values))
        unread = None if row.values else Span(row.label.start, row.end)
        yield GoalText(
            without_total(text, row.label) if groups.end > marks.end else row.label,
            header,
            row.values,
            row.label.start,
            groups.end,
            kind,
            own_values=False,
            unread=unread or groups.unread,
            marks=marks,
            groups=groups.rows,
        )
        position = groups.end


def _next_row(text: str, start: int, limit: int, count: int) -> LabelledRow | None:
    label_start = start + len(text[start:limit]) - len(text[start:limit].lstrip(" \t\n|.;"))
    position = label_start
    while (run := value_run(text, position, min(limit, label_start + LONGEST_LABEL))) is not None:
        label = _trimmed(text, label_start, run.start())
        if label is not None and _ends_sentence(text, label):
            return None
        atoms = atoms_at(text, run.start(), limit)
        row = _row_at(text, label, atoms, limit, count) if label else None
        if row is not None:
            return row
        position = max(run.end(), atoms[-1].span.end if atoms else 0)
    return None


def _row_at(
    text: str, label: Span, atoms: Sequence[Atom], limit: int, count: int
) -> LabelledRow | None:
    """The row whose values begin with `atoms`; a number may end its name ("Meritvärde årskurs 9").
    Without values where there are enough of them but they do not fit in one way."""
    if not atoms:
        return None
    plain = read_values(text, atoms[0].span.start, limit, count)
    later = read_values(text, atoms[1].span.start, limit, count) if len(atoms) > count else None
    if later and atoms[0].open and _better(plain, later, _last_word(text, label)):
        return LabelledRow(Span(label.start, atoms[0].span.end), later.values, later.end)
    if plain:
        return LabelledRow(label, plain.values, plain.end)
    if len(atoms) < count or count < 2:
        return None
    return LabelledRow(label, (), atoms[-1].span.end)


def _better(plain: Values | None, later: Values, before: str) -> bool:
    if plain is None:
        return before in vocabulary("textrows")["levels"]
    return spread(plain.values) > NAMED * spread(later.values)


def _last_word(text: str, label: Span) -> str:
    return fold(text[label.start : label.end]).split()[-1]


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
    inner = [m for m in _lead().finditer(document.text, name.start + 1, name.end) if _capital(m)]
    first = _lead().match(document.text, name.start, name.end)
    match = inner[-1] if inner else first
    if match is None or match.end() >= name.end:
        return name, kind
    forms = vocabulary("kinds")["goals"].items()
    said = next((str(k) for k, words in forms if fold(match["kind"]) in words), None)
    return Span(match.end(), name.end), said or kind


def _capital(match: re.Match[str]) -> bool:
    """Whether a kind word begins anew inside a text: "Trygg stad Nämndmål Belysta gångvägar"."""
    before = match.string[match.start() - 1 : match.start()]
    return match["kind"][0].isupper() and before.isspace() and match.end() < match.endpos


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
