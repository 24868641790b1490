"""Years whose figures a line over the table says to be something of their own: "2025 avser
prognos" over the columns 2023, 2024 and 2025."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from plansvar.extraction.headings import Role, parse_heading
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.kinds import Named
from plansvar.language.periods import YEAR, year_of
from plansvar.language.vocabulary import alternatives, vocabulary


def with_said_years(columns: tuple[Column, ...], around: Sequence[Named]) -> tuple[Column, ...]:
    """The columns, those headed by nothing but such a year with what is said of it."""
    said = {int(m["year"]): (named, m) for named in around for m in _saying().finditer(named.text)}
    return tuple(_told(column, said) for column in columns) if said else columns


def _told(column: Column, said: dict[int, tuple[Named, re.Match[str]]]) -> Column:
    year = year_of(column.heading.period)
    bare = column.role is Role.VALUE and column.heading.measure is None
    if not bare or year is None or year not in said:
        return column
    named, match = said[year]
    measure = parse_heading(match["measure"]).measure
    if measure not in vocabulary("measures")["ahead"]["of"]:
        return column
    return replace(
        column,
        heading=replace(column.heading, measure=measure),
        spans=(*column.spans, named.span),
        parts=(*column.parts, named.text),
    )


@cache
def _saying() -> re.Pattern[str]:
    words = vocabulary("tables")["said_years"]
    return re.compile(
        rf"(?<!\d)(?P<year>{YEAR})\s+(?:{alternatives(words['verbs'])})\s+(?P<measure>[^\W\d_]+)",
        re.IGNORECASE,
    )
