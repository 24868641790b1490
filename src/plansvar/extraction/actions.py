"""Measures to be taken, each with a title, a text, and fields under them: "Egen bemanningspool",
"Åtta sjuksköterskor anställs …", "Kostnad 2,4 mnkr per år", "Ansvarig Socialnämnden", "Klart mars
2032". The fields stand in a small table, or one under the other with colons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.domain import Amount, Block, BlockKind, Commitment, Document, Place, Span
from plansvar.extraction.deadlines import heads_deadlines, says_time
from plansvar.extraction.headings import Role, parse_heading
from plansvar.extraction.listed import without_number
from plansvar.extraction.statuses import status_word
from plansvar.extraction.tables.indicators import names_in
from plansvar.extraction.tables.kinds import Named, kind_of_heading, kind_of_rows, task_kind
from plansvar.extraction.tables.places import row_id
from plansvar.extraction.tables.values import read_cell
from plansvar.extraction.units import unit_in_cell, unit_in_name
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.periods import find_period
from plansvar.language.vocabulary import alternatives, vocabulary

_LONGEST_TITLE, _MOST_ABOVE, _FEWEST = 100, 5, 2
_TEXTS = (BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.LIST_ITEM)


@dataclass(frozen=True, slots=True)
class Field:
    """A field's name and what it says; `role` is null where it is none of those known."""

    head: Span
    said: Span
    role: Role | None


@dataclass(frozen=True, slots=True)
class Title:
    """What an action is called, and the text that tells more of it."""

    name: Span
    comment: Span | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """An undertaking, the sums that its fields give it, and the fields whose figures are none."""

    commitment: Commitment
    amounts: tuple[Amount, ...]
    unread: tuple[Field, ...] = ()


def field_of(document: Document, head: Span, said: Span) -> Field:
    """A field with its role: who, when, how far, or a sum of money (a value)."""
    return Field(head, said, _role(_shown(document, head), _shown(document, said)))


def _role(head: str, said: str) -> Role | None:
    bare = fold(head).strip(" :")
    role = parse_heading(bare).role
    if role in (Role.RESPONSIBLE, Role.STATUS, Role.COMMENT):
        return role
    if heads_deadlines(bare):
        return Role.DEADLINE
    unit = unit_in_cell(said) or (found.unit if (found := unit_in_name(head)) else None)
    named = any(bare.startswith(word) for word in vocabulary("commitments")["actions"]["money"])
    return Role.VALUE if named and (unit is None or unit.money) else None


def is_action(document: Document, fields: Sequence[Field]) -> bool:
    """Whether fields tell who does something, by when and for what money: two of these at least,
    each field once, and hardly any besides."""
    roles = [each.role for each in fields]
    planned = {Role.RESPONSIBLE, Role.DEADLINE} & set(roles)
    names = {fold(_shown(document, each.head)) for each in fields}
    told = {Role.RESPONSIBLE, Role.DEADLINE, Role.VALUE, Role.STATUS} & set(roles)
    few = roles.count(None) * 3 <= len(roles)
    return bool(planned) and len(told) >= _FEWEST and few and len(names) == len(roles)


def title_above(document: Document, start: int) -> Title | None:
    """The title over what begins at `start`: the first of the texts above it where that is short
    and no sentence, else the heading right above them."""
    above: list[Block] = []
    for block in reversed([b for b in document.blocks if b.span.end <= start][-_MOST_ABOVE:]):
        if block.kind not in _TEXTS:
            heading = block if block.kind is BlockKind.HEADING else None
            return _title(document, above, heading)
        if _leads(document, block.span):
            return _title(document, above, None)
        above.insert(0, block)
    return None


def _title(document: Document, above: Sequence[Block], heading: Block | None) -> Title | None:
    """The title among the texts above fields; a heading that only says of what kind the actions
    below it are ("Åtgärder") is the title of none."""
    first = without_number(document.text, above[0].span) if above else None
    if first is not None and _is_title(document, first):
        return Title(first, _over(above[1:]))
    if heading is None:
        return None
    name = without_number(document.text, heading.span)
    return Title(name, _over(above)) if kind_of_heading(document.quote(name)) is None else None


def _is_title(document: Document, span: Span) -> bool:
    said = document.quote(span)
    return len(said) <= _LONGEST_TITLE and said[-1:] not in ".!?:" and said[:1].isupper()


def _over(blocks: Sequence[Block]) -> Span | None:
    return Span(blocks[0].span.start, blocks[-1].span.end) if blocks else None


def action_of(document: Document, title: Title, fields: Sequence[Field], place: Place) -> Action:
    """The undertaking and its sums."""
    who, when, how = (
        next((f for f in fields if f.role is role), None)
        for role in (Role.RESPONSIBLE, Role.DEADLINE, Role.STATUS)
    )
    timed = when.said if when is not None and says_time(_shown(document, when.said)) else None
    status = status_word(_shown(document, how.said)) if how is not None else None
    told = title.comment or next((f.said for f in fields if f.role is Role.COMMENT), None)
    commitment = Commitment(
        id=row_id(document, "c", title.name),
        place=place,
        text=_shown(document, title.name),
        text_span=title.name,
        kind=_kind(document, title),
        responsible=names_in(_shown(document, who.said)) if who else (),
        responsible_span=who.said if who else None,
        status=status,
        status_raw=_shown(document, how.said) if status and how else None,
        status_span=how.said if status and how else None,
        comment=_shown(document, told) if told else None,
        comment_span=told,
        deadline=_shown(document, timed) if timed else None,
        deadline_spans=(timed,) if timed else (),
    )
    money = [each for each in fields if each.role is Role.VALUE]
    found = [_amount(document, title, each, place) for each in money]
    unread = (
        each
        for each, amount in zip(money, found, strict=True)
        if amount is None and any(map(str.isdigit, document.quote(each.said)))
    )
    return Action(commitment, tuple(a for a in found if a is not None), tuple(unread))


def _amount(document: Document, title: Title, money: Field, place: Place) -> Amount | None:
    """The sum that a field gives: "Kostnad", "2,4 mnkr per år"."""
    head, said = _shown(document, money.head), _shown(document, money.said)
    reading = read_cell(said)
    unit, period = unit_in_name(head), find_period(said)
    sums = find_numbers(said.replace(period, " ") if period else said, spelled=False)
    if reading is None or not reading.fits or reading.value is None or len(sums) != 1:
        return None
    return Amount(
        id=row_id(document, "a", money.said),
        place=place,
        what=_shown(document, title.name),
        what_span=title.name,
        raw=reading.raw,
        value=reading.value,
        unit=reading.unit or (unit.unit.name if unit else None),
        cell=money.said,
        period=period or find_period(head),
        measure=parse_heading(head).measure or fold(head).strip(" :"),
        headings=(money.head,),
        unit_span=money.head if unit and not reading.unit else None,
    )


def _kind(document: Document, title: Title) -> str:
    """What the heading over the title calls it: "Satsningar och åtgärder"."""
    section = document.section_at(title.name.start)
    while section is not None and section.heading.end >= title.name.start:
        section = document.sections[section.parent] if section.parent is not None else None
    if section is None:
        return task_kind()
    over = Named(document.quote(section.heading), section.heading)
    kinds = vocabulary("tables")["kind"]
    found = kind_of_rows((), [over])
    if found is None or found not in (*kinds["commitments"], *kinds["planned"]):
        return task_kind()
    return found


def _leads(document: Document, block: Span) -> bool:
    """Whether a block begins with the name of a field and a colon."""
    return heads_in(document, block)[:1] == [block.start]


def heads_in(document: Document, block: Span) -> list[int]:
    """Where names of fields with a colon begin in a block."""
    return [m.start() for m in field_pattern().finditer(document.text, block.start, block.end)]


@cache
def field_pattern() -> re.Pattern[str]:
    """A field's name and its colon: "Kostnad:", "Ansvarig nämnd:", "Klart senast:"."""
    words = vocabulary("commitments")
    leads = words["members"]
    known = [*leads["responsible_leads"], *leads["status_leads"], *words["deadlines"]["fields"]]
    forms = alternatives([*known, *words["actions"]["money"]])
    return re.compile(rf"(?<![\w-])(?=(?-i:[A-ZÅÄÖ]))(?P<head>{forms})\s*:\s*", re.IGNORECASE)


def _shown(document: Document, span: Span) -> str:
    return " ".join(document.quote(span).split())
