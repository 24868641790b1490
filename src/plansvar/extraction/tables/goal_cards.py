"""Cards of a plan: under a heading that names a goal, names and one figure beside each, without any
heading over them. A plan does not tell how it went, so the figures are what is to be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from plansvar.domain import BlockKind, Document, DocumentKind, Section, Span
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.cells import body_cells, is_date, is_figure, is_name
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.grid import Grid
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.periods import find_period, year_of
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import alternatives, vocabulary

_PLANS = (DocumentKind.PLAN, DocumentKind.BUDGET)
_PAIR = 2


def goal_card(
    document: Document, grid: Grid, columns: tuple[Column, ...]
) -> tuple[tuple[Column, ...], str | None] | None:
    """The columns of such a card, and the year in which its figures are to be reached where the
    text over the cards says so; null where a table is none."""
    if document.kind not in _PLANS or len(columns) != _PAIR or any(c.text for c in columns):
        return None
    goals = _goals_over(document, grid)
    if goals is None or not _are_pairs(grid):
        return None
    target = str(vocabulary("tables")["wish_columns"]["measure"])
    value = replace(columns[1].heading, role=Role.VALUE, measure=target)
    found = (
        replace(columns[0], role=Role.LABEL),
        replace(columns[1], role=Role.VALUE, heading=value),
    )
    return found, _year_told(document, goals)


def _are_pairs(grid: Grid) -> bool:
    """Whether the rows are names of things and one figure each, none of money."""
    names, figures = (body_cells(grid, index) for index in range(_PAIR))
    whole = len(names) == len(figures) >= 1 and all(map(is_name, names))
    told = all(is_figure(cell) and not is_date(cell) for cell in figures)
    return whole and told and all(len(find_numbers(c.text, spelled=False)) == 1 for c in figures)


def _goals_over(document: Document, grid: Grid) -> Section | None:
    """The section of goals in which a goal of its own heads the table."""
    own = document.section_at(grid.table.span.start)
    if own is None or own.parent is None:
        return None
    above = document.sections[own.parent]
    words = [form for forms in vocabulary("kinds")["goals"].values() for form in forms]
    said = fold(document.quote(above.heading))
    goals = re.search(rf"(?<!\w)(?:{alternatives(words)})(?!\w)", said)
    several = len(document.quote(own.heading).split()) >= _PAIR
    return above if goals and several else None


def _year_told(document: Document, goals: Section) -> str | None:
    """The year that a sentence over the cards says: "det värde som ska nås 2026"."""
    words = alternatives(vocabulary("tables")["target_years"]["reached"])
    for span in _said(document, goals):
        match = re.search(rf"(?<!\w)(?:{words})\s+", document.text[span.start : span.end], re.I)
        if match is None:
            continue
        period = find_period(document.text[span.start + match.end() : span.end])
        if period is not None and year_of(period):
            return period
    return None


def _said(document: Document, section: Section) -> Iterator[Span]:
    """The sentences right under a heading, up to the next."""
    for block in document.blocks:
        if block.span.start < section.heading.end:
            continue
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE):
            return
        yield from sentences(document.text, block.span)
