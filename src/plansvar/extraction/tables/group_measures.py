"""Columns under one heading that names several measures: "Utfall och målvärde" over 2024, 2025 and
"Mål 2026". A column that says its measure has that one; the rest have the one that is left."""

from __future__ import annotations

from dataclasses import replace

from plansvar.extraction.headings import Heading, Role, parse_heading
from plansvar.extraction.tables.column import Column
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_FEWEST = 2


def with_measures_told_apart(columns: list[Column]) -> list[Column]:
    """The columns, those under a heading of several measures each with its own; where it cannot be
    told which a column has, it is left unread."""
    return [_told(column, columns) if _shares(column) else column for column in columns]


def _shares(column: Column) -> bool:
    several = len(column.parts) >= _FEWEST and column.role is Role.VALUE
    return several and len(_measures(column.parts[0])) >= _FEWEST


def _told(column: Column, columns: list[Column]) -> Column:
    own = _lower(column)
    if own.measure is not None:
        return _with(column, own.measure)
    beside = [c for c in columns if _shares(c) and c.parts[0] == column.parts[0]]
    said = {_lower(other).measure for other in beside}
    left = [m for m in _measures(column.parts[0]) if m not in said]
    return _with(column, left[0]) if len(left) == 1 else replace(column, role=Role.UNKNOWN)


def _lower(column: Column) -> Heading:
    return parse_heading(" ".join(column.parts[1:]))


def _with(column: Column, measure: str) -> Column:
    lower = _lower(column)
    heading = replace(
        column.heading,
        measure=measure,
        period=lower.period or column.heading.period,
        breakdown=lower.breakdown or column.heading.breakdown,
    )
    return replace(column, heading=heading)


def _measures(text: str) -> list[str]:
    """The measures that the words of a heading name."""
    words = fold(text).replace(",", " ").replace("/", " ").split()
    joined = vocabulary("tables")["legend"]["ends"]
    if not ("/" in text or "," in text or any(word in joined for word in words)):
        return []
    found = (parse_heading(word).measure for word in words)
    known = vocabulary("measures")["measures"]
    return list(dict.fromkeys(m for m in found if m is not None and m in known))
