"""Indicator rows from running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plansvar.domain import Document, Gap, GapKind, Indicator, Observation, Span
from plansvar.extraction.goal_text import GoalText, goals_in
from plansvar.extraction.headers import Column
from plansvar.extraction.notes import noted
from plansvar.extraction.places import Names, place_at
from plansvar.extraction.targets import judged
from plansvar.extraction.units import UnitMatch, unit_in_name
from plansvar.extraction.values import Value
from plansvar.extraction.zones import Role, Zone
from plansvar.language.vocabulary import vocabulary
from plansvar.texts import text

TOTAL = "totalt"


def goals_from(
    document: Document, zones: Sequence[Zone], names: Names
) -> tuple[tuple[Indicator, ...], tuple[Gap, ...], tuple[Span, ...]]:
    """Indicators in running text, what could not be read, and the characters that they cover."""
    indicators: list[Indicator] = []
    gaps: list[Gap] = []
    covered: list[Span] = []
    for zone in zones:
        above = zone.marker if zone.is_heading and zone.role is Role.TEXT else None
        found = goals_in(document, zone, above)
        for position, goal in enumerate(found):
            end = found[position + 1].start if position + 1 < len(found) else zone.span.end
            indicators.append(_indicator(document, goal, end, names))
            covered.append(Span(goal.start, goal.end))
            covered += [goal.header.span] if goal.header else []
            if goal.unread:
                gaps.append(_unread(document, goal, goal.unread))
    return tuple(indicators), tuple(gaps), tuple(covered)


def _indicator(document: Document, goal: GoalText, end: int, names: Names) -> Indicator:
    comment = _comment(document, goal, end) if goal.own_values else None
    name = document.quote(goal.name)
    observations = tuple(_observations(document, goal, name))
    assessment = goal.marks.assessment if goal.marks else None
    where = goal.values[0].span.start if goal.values else goal.name.start
    row = Indicator(
        id=names.next(),
        place=place_at(document, where),
        name=name,
        name_span=goal.name,
        kind=goal.kind or str(vocabulary("assessments")["defaults"]["kind"]),
        observations=noted(document, observations, comment),
        comment=document.quote(comment) if comment else None,
        comment_span=comment,
        assessments=(assessment,) if assessment else (),
        trend=goal.marks.trend if goal.marks else None,
        trend_raw=goal.marks.trend_raw if goal.marks else None,
    )
    return judged(row)


def _observations(document: Document, goal: GoalText, name: str) -> Iterator[Observation]:
    if goal.header is None:
        return
    named = unit_in_name(name)
    at_end = _unit_at_end(goal.values)
    for column, value in zip(goal.header.values, goal.values, strict=False):
        yield _observation(document, goal, column, value, named, at_end)
    for group in goal.groups:
        for column, value in zip(goal.header.values, group.values, strict=False):
            found = _observation(document, goal, column, value, named, None)
            yield replace(found, breakdown=group.breakdown, label=group.label)


def _observation(
    document: Document,
    goal: GoalText,
    column: Column,
    value: Value,
    named: UnitMatch | None,
    at_end: tuple[str, Span] | None,
) -> Observation:
    heading = column.heading
    headings = [*([column.lead] if column.lead else []), column.span]
    unit = value.unit.name if value.unit else heading.unit
    if unit is None and at_end:
        unit = at_end[0]
        headings.append(at_end[1])
    elif unit is None and named:
        unit = named.unit.name
    return Observation(
        measure=heading.measure or str(vocabulary("assessments")["defaults"]["measure"]),
        period=heading.period,
        breakdown=heading.breakdown or TOTAL,
        raw=value.raw,
        value=value.value,
        unit=unit,
        cell=value.span,
        headings=tuple(headings),
        label=None,
    )


def _unit_at_end(values: Sequence[Value]) -> tuple[str, Span] | None:
    """A unit that only the last value prints stands for the row: "27 966 15 000 0 tkr"."""
    if len(values) < 2 or values[-1].unit is None or any(v.unit for v in values[:-1]):
        return None
    if re.search(r"%", values[-1].raw) or any(v.value is None for v in values[:-1]):
        return None
    return values[-1].unit.name, values[-1].span


def _comment(document: Document, goal: GoalText, end: int) -> Span | None:
    start = goal.end
    while start < end and (document.text[start].isspace() or document.text[start] in ".;"):
        start += 1
    while end > start and document.text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None


def _unread(document: Document, goal: GoalText, span: Span) -> Gap:
    columns = ", ".join(c.heading.text for c in goal.header.values) if goal.header else ""
    reason = text("extraction.gaps.unfit", name=document.quote(goal.name), columns=columns)
    page = document.page_at(span.start)
    return Gap(GapKind.UNFIT_ROW, reason, page.index if page else None, span)
