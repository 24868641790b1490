"""Goals that a heading names over the table that measures them.

3 Nämndmål / N1 Fler ska känna sig trygga / Ansvarig: Socialchef / Indikator | Utfall | Mål
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plansvar.domain import BlockKind, Document, Indicator, Label, Section, Span
from plansvar.extraction.goal_verdicts import (
    Title,
    beside_verdict,
    lead_above,
    plain_name,
    title_in,
)
from plansvar.extraction.headings import Role, parse_heading
from plansvar.extraction.places import Names, place_at
from plansvar.extraction.responsible import Responsible, in_field
from plansvar.extraction.tables.indicators import names_in
from plansvar.extraction.targets import is_target
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_CODE = re.compile(r"\s*(?P<code>[A-ZÅÄÖ]{1,3}\s?\d{1,2}(?:\.\d{1,2})?)[.:)]?\s+(?=[A-ZÅÄÖ])")
_CHAPTER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*\.?\s+")
_FEWEST, _PAIR = 2, 2


@dataclass(frozen=True, slots=True)
class _Goal:
    title: Title
    section: Section
    responsible: Responsible | None


def headed_goals(
    document: Document, rows: Sequence[Indicator], names: Names
) -> tuple[Indicator, ...]:
    """The rows with the goal that their section is named for, before those that measure it."""
    goals = list(_goals(document, rows))
    named = [_under(document, row, goals) for row in rows]
    known = {plain_name(row.name) for row in rows}
    new = [g for g in goals if plain_name(document.quote(g.title.name)) not in known]
    return (*named, *(_row(document, goal, names.next()) for goal in new))


def _goals(document: Document, rows: Sequence[Indicator]) -> Iterator[_Goal]:
    for section in document.sections:
        if any(_is_measured(row, section) for row in rows):
            goal = _goal(document, section)
            if goal is not None:
                yield goal


def _goal(document: Document, section: Section) -> _Goal | None:
    """The goal of a section: named by a kind word with somebody who answers for it, or by a code or
    with such a one under a heading of goals."""
    own = title_in(document, section.heading)
    who = _responsible(document, section) or _beside(document, section)
    if own is not None:
        judged = beside_verdict(document, own)
        own = judged.title if judged is not None else own
        return _Goal(own, section, who) if who and _is_goal(own.kind) else None
    above = document.sections[section.parent] if section.parent is not None else None
    kind = kind_told(document.quote(above.heading)) if above is not None else None
    coded = _CODE.match(document.text, section.heading.start, section.heading.end)
    led = lead_above(document, section.heading)
    if kind is None or not (coded or who or led):
        return None
    number = _CHAPTER.match(document.text, section.heading.start, section.heading.end)
    start = next((m.end() for m in (coded, number) if m), section.heading.start)
    name = Span(start, section.heading.end)
    if len(document.quote(name).split()) < _FEWEST:
        return None
    lead = Span(*coded.span("code")) if coded else led
    return _Goal(Title(name, kind, lead), section, who)


def kind_told(heading: str) -> str | None:
    """The kind of goals that a heading says stand below it: "3 Nämndmål" → "nämndmål"."""
    folded = fold(heading)
    found = {
        form: str(kind)
        for kind, forms in vocabulary("kinds")["goals"].items()
        for form in forms
        if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", folded) and _is_goal(str(kind))
    }
    return found[max(found, key=len)] if found else None


def _is_goal(kind: str) -> bool:
    return kind not in vocabulary("kinds")["measuring"]["kinds"]


def _beside(document: Document, section: Section) -> Responsible | None:
    """Who answers for a goal: what stands beside a label that says so, in a pair of its own."""
    for table in document.tables:
        if section.span.holds(table.span) and len(table.cells) == _PAIR and table.row_count == 1:
            label, said = table.cells
            if parse_heading(label.text).role is Role.RESPONSIBLE and names_in(said.text):
                return Responsible(names_in(said.text), said.span)
    return None


def _responsible(document: Document, section: Section) -> Responsible | None:
    """Who answers for a goal: what a line of its section says behind "Ansvarig:"."""
    texts = (
        block.span
        for block in document.blocks
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        and section.span.holds(block.span)
    )
    return next((who for span in texts if (who := in_field(document.text, span))), None)


def _is_measured(row: Indicator, section: Section) -> bool:
    """Whether a row of a table in a section measures by a target, and is no goal itself."""
    inside = row.table is not None and section.span.holds(row.table)
    aimed = any(is_target(o.measure) for o in row.observations)
    return inside and aimed and row.kind in vocabulary("kinds")["measuring"]["kinds"]


def _under(document: Document, row: Indicator, goals: Sequence[_Goal]) -> Indicator:
    """A row with the goal that it measures as a further label; the innermost section counts."""
    own = [goal.title for goal in goals if _is_measured(row, goal.section)]
    if not own or row.also:
        return row
    return replace(row, also=(Label(document.quote(own[-1].name), own[-1].name, own[-1].kind),))


def _row(document: Document, goal: _Goal, row_id: str) -> Indicator:
    lead = goal.title.lead
    return Indicator(
        id=row_id,
        place=place_at(document, goal.title.name.start),
        name=document.quote(goal.title.name),
        name_span=goal.title.name,
        kind=goal.title.kind,
        observations=(),
        responsible=goal.responsible.units if goal.responsible else (),
        also=(Label(document.quote(lead), lead),) if lead else (),
    )
