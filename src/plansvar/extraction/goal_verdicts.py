"""Goals that a heading or a line names and that are judged beside or under it.

Mål 1.2 Fler elever ska nå kunskapskraven   Ej uppfyllt
Mål 3. Måltiderna ska vara goda   /   Bedömning: Uppfyllt
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.domain import (
    Assessment,
    Block,
    BlockKind,
    Document,
    Indicator,
    Label,
    MarkSource,
    Span,
)
from plansvar.extraction.headings import Role, parse_heading
from plansvar.extraction.places import Names, place_at
from plansvar.extraction.stating import assessment_named, word_list
from plansvar.extraction.tables.assessing import is_verdict_word
from plansvar.extraction.tables.kinds import kind_of_heading
from plansvar.language.folding import fold
from plansvar.language.verdict_forms import bare_verdict
from plansvar.language.vocabulary import alternatives, vocabulary

LONGEST_TITLE = 200
LONGEST_VERDICT = 5
_FEWEST = 2
_SIGNS = re.compile(r"[^\w\s(\"”“]+\s+")  # "● Mål 1", "🟢 Mål 1"
_SIGNS_BEHIND = re.compile(r"\s+[^\w\s)%\"”“.,:;!?–-]+\s*$")


@dataclass(frozen=True, slots=True)
class Title:
    """A goal as it is named: its name, its kind, and the words before it ("Mål 1.2")."""

    name: Span
    kind: str
    lead: Span | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A goal with the words that judge it."""

    title: Title
    verdict: Span


def judged_goals(
    document: Document, taken: Sequence[Span], rows: Sequence[Indicator], names: Names
) -> tuple[tuple[Indicator, ...], tuple[Span, ...]]:
    """Goals judged where they are named, but for those that a row has, and what they cover."""
    free = [b for b in _texts(document) if not any(b.span.overlaps(t) for t in taken)]
    found = [*_judged_beside(document, free), *_judged_under(document, free)]
    known = {plain_name(row.name) for row in rows if row.assessments or row.observations}
    alone = [each for each in found if sum(each.title == other.title for other in found) == 1]
    new = [g for g in alone if plain_name(document.quote(g.title.name)) not in known]
    ordered = sorted(new, key=lambda each: each.title.name)
    covered = tuple(b.span for b in free if any(b.span.holds(each.verdict) for each in found))
    return tuple(_indicator(document, goal, names.next()) for goal in ordered), covered


def title_in(document: Document, span: Span) -> Title | None:
    """The goal that a line names by a kind word and a number, or a colon: "Mål 1.2 Fler elever …",
    "Mål: Fler elever …"."""
    match = _numbered().match(document.text, span.start, span.end)
    if match is None or not match["name"][:1].isupper():
        return None
    kind = kind_of_heading(match["kind"]) or _default_kind()
    end = match.start("name") + len(match["name"].rstrip(" .:"))
    lead = Span(match.start("kind"), match.end("number")) if match["number"] else None
    return Title(Span(match.start("name"), end), kind, lead)


def _texts(document: Document) -> list[Block]:
    return [
        block
        for block in document.blocks
        if block.kind not in (BlockKind.TABLE, BlockKind.NOTE) and not _is_long(block)
    ]


def _is_long(block: Block) -> bool:
    return block.span.end - block.span.start > LONGEST_TITLE


def _judged_beside(document: Document, blocks: Sequence[Block]) -> Iterator[Judged]:
    """Goals with their verdict at the end of the line that names them."""
    for block in blocks:
        title = title_in(document, block.span)
        judged = beside_verdict(document, title) if title else None
        if judged is not None:
            yield judged


def beside_verdict(document: Document, title: Title) -> Judged | None:
    """A goal without the verdict that ends the line which names it; null where none does."""
    verdict = _ending_verdict(document, title.name)
    if verdict is None:
        return None
    start = title.name.start
    end = start + len(document.text[start : verdict.start].rstrip(" –-—:(.,"))
    several = len(document.text[start:end].split()) >= _FEWEST
    return Judged(replace(title, name=Span(start, end)), verdict) if several else None


def _judged_under(document: Document, blocks: Sequence[Block]) -> Iterator[Judged]:
    """Goals that head a section in which a field judges them: "Bedömning: Uppfyllt", or right
    under whose heading a line says nothing but the verdict."""
    for block in blocks:
        verdict = _field(document, block.span) or _alone_under_heading(document, block)
        title = owner_of(document, block.span.start) if verdict else None
        if verdict is not None and title is not None:
            yield Judged(title, verdict)


def _field(document: Document, span: Span) -> Span | None:
    """The verdict in a line that begins with the heading of one."""
    head = _heads_verdict().match(document.text, span.start, span.end)
    if head is None:
        return None
    rest = re.split(r"[.,;\n]", document.text[head.end() : span.end], maxsplit=1)[0]
    said = Span(head.end(), head.end() + len(rest.rstrip(" )")))
    return said if said.end > said.start and _is_verdict(document, said) else None


def _alone_under_heading(document: Document, block: Block) -> Span | None:
    """A verdict that is all a line says, where the line right above is a heading."""
    if block.kind is BlockKind.HEADING or not is_verdict_word(document.quote(block.span)):
        return None
    place = document.blocks.index(block)
    above = document.blocks[place - 1] if place else None
    return block.span if above is not None and above.kind is BlockKind.HEADING else None


def owner_of(document: Document, position: int) -> Title | None:
    """The goal that the heading over a place names; one that only says "Måluppfyllelse" stands for
    the heading above it."""
    section = document.section_at(position)
    while section is not None:
        heading = section.heading
        if _explains(document, heading):
            return None
        found = heading_title(document, heading)
        found = found if _field(document, heading) is None else None
        if found is not None:
            return found
        above = section.parent
        section = document.sections[above] if above is not None else None
    return None


def _explains(document: Document, heading: Span) -> bool:
    """Whether a heading says that what stands under it explains verdicts, and judges nothing."""
    said = fold(document.quote(heading)).strip(" .:")
    if said in vocabulary("tables")["comments_below"]["words"]:
        return False  # "Förklaring" alone may head what explains a goal
    return re.match(rf"(?:{alternatives(word_list('legend', 'headings'))})(?!\w)", said) is not None


def heading_title(document: Document, heading: Span) -> Title | None:
    """The goal that a heading names, with or without a kind word and a number; signs before or
    behind the words are no part of it."""
    words = _without_signs(document, heading)
    return title_in(document, words) or _unnumbered(document, words)


def lead_above(document: Document, heading: Span) -> Span | None:
    """The line right over a heading that says nothing but which goal it names: "Mål 1"."""
    before = [b for b in document.blocks if b.span.end <= heading.start][-1:]
    if not before or before[0].kind is BlockKind.TABLE:
        return None
    said = _led().fullmatch(document.quote(before[0].span))
    return before[0].span if said is not None else None


def _without_signs(document: Document, span: Span) -> Span:
    text = document.text[span.start : span.end]
    signs = _SIGNS.match(text)
    start = signs.end() if signs else 0
    behind = _SIGNS_BEHIND.search(text, start)
    return Span(span.start + start, span.start + (behind.start() if behind else len(text)))


def judges(document: Document, span: Span) -> bool:
    """Whether a line says no more than that the mark beside it is a verdict: "Måluppfyllelse",
    "Bedömning: uppfyllt", "Delvis uppfyllt"."""
    said = document.quote(span).strip(" :.")
    return (
        _is_verdict(document, span)
        or parse_heading(said).role in (Role.ASSESSMENT, Role.STATUS)
        or _field(document, span) is not None
    )


def _unnumbered(document: Document, heading: Span) -> Title | None:
    text = document.text[heading.start : heading.end]
    number = re.match(r"\s*\d{1,2}(?:\.\d{1,2})*\.?\s+", text)
    start = heading.start + (number.end() if number else 0)
    name = Span(start, heading.start + len(text.rstrip(" :.")))
    said = document.quote(name)
    generic = parse_heading(said).role not in (Role.UNKNOWN, Role.VALUE)
    plain = generic or len(said.split()) < _FEWEST or kind_of_heading(said) == fold(said)
    return None if plain else Title(name, _default_kind())


def _ending_verdict(document: Document, name: Span) -> Span | None:
    """The verdict with which a line ends, capitalised or set apart: "Ej uppfyllt", "– grön"."""
    words = [*re.finditer(r"\S+", document.text[name.start : name.end])]
    for count in range(min(LONGEST_VERDICT, len(words) - 1), 0, -1):
        start = name.start + words[-count].start()
        before = document.text[name.start : start].rstrip()
        apart = before.endswith((":", "–", "—", "(", "-")) or document.text[start].isupper()
        said = Span(start, name.start + len(document.text[name.start : name.end].rstrip(" )")))
        if apart and _is_verdict(document, said):
            return said
    return None


def _is_verdict(document: Document, said: Span) -> bool:
    text = document.quote(said)
    return assessment_named(text) is not None or is_verdict_word(text)


def _indicator(document: Document, goal: Judged, row_id: str) -> Indicator:
    raw = document.quote(goal.verdict)
    value = assessment_named(raw) or bare_verdict(fold(raw).strip(" ."))
    return goal_row(
        document, goal.title, Assessment(value, MarkSource.TEXT, raw, proof=goal.verdict), row_id
    )


def goal_row(document: Document, title: Title, assessment: Assessment, row_id: str) -> Indicator:
    """A goal that is judged where it is named, and has no values."""
    lead = title.lead
    return Indicator(
        id=row_id,
        place=place_at(document, title.name.start),
        name=document.quote(title.name),
        name_span=title.name,
        kind=title.kind,
        observations=(),
        assessments=(assessment,),
        also=(Label(document.quote(lead), lead),) if lead else (),
    )


def plain_name(name: str) -> str:
    """A name without number and kind word, for comparison."""
    match = _numbered().match(name)
    return " ".join(fold(match["name"] if match else name).split()).strip(" .:")


def _default_kind() -> str:
    return str(vocabulary("assessments")["defaults"]["kind"])


@cache
def _numbered() -> re.Pattern[str]:
    forms = [form for words in vocabulary("kinds")["goals"].values() for form in words]
    return re.compile(
        rf"\s*(?P<kind>{alternatives(forms)})"
        rf"(?:\s+(?P<number>[A-ZÅÄÖ]?\d{{1,2}}(?:\.\d{{1,2}})*)\s*[.:)–-]?|:)\s+(?P<name>\S.*)",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _led() -> re.Pattern[str]:
    forms = [form for words in vocabulary("kinds")["goals"].values() for form in words]
    return re.compile(
        rf"(?:{alternatives(forms)})\s+[A-ZÅÄÖ]?\d{{1,2}}(?:\.\d{{1,2}})*\s*[.:]?", re.IGNORECASE
    )


@cache
def _heads_verdict() -> re.Pattern[str]:
    words = vocabulary("measures")["roles"]["assessment"]
    return re.compile(rf"\s*(?:{alternatives(words)})(?:\s+[\w-]+)?\s*[:–]\s*", re.IGNORECASE)
