"""Column headings in a row in running text: "Utfall 2018 Utfall 2017 Mål 2018 Bedömning Trend"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.domain import Span
from plansvar.extraction.headings import (
    Heading,
    Role,
    breakdown_words,
    measure_words,
    parse_heading,
    role_words,
)
from plansvar.language.periods import YEAR, period_pattern


@dataclass(frozen=True, slots=True)
class Column:
    """A heading with its characters; `lead` is the heading that names its measure."""

    heading: Heading
    span: Span
    lead: Span | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """A run of headings. `label` is the heading of the names, where one stands first."""

    columns: tuple[Column, ...]
    span: Span
    label: Column | None = None

    @property
    def values(self) -> tuple[Column, ...]:
        return tuple(c for c in self.columns if c.heading.role is Role.VALUE)


def find_headers(text: str, within: Span) -> tuple[Header, ...]:
    """All runs of column headings in a part of `text`, in order."""
    found = []
    for run in _runs(text, list(_tokens(text, within))):
        header = _header(run)
        if header:
            found.append(header)
    return tuple(found)


def _tokens(text: str, within: Span) -> Iterator[Column]:
    leads, end = False, within.start
    for match in _token().finditer(text, within.start, within.end):
        if not (text[match.start()].isupper() or text[match.start()].isdigit()):
            continue
        leads = leads and text[end : match.start()].strip(" \t\n|:") == ""
        split = _year_then_measure().fullmatch(match[0]) if leads else None
        pieces = [match.span()]
        if split:
            # "Resultat 2022 2023 2024 Måltal": the measures stand first, so the year is its own
            pieces = [
                (match.start() + split.start(g), match.start() + split.end(g)) for g in (1, 2)
            ]
        for start, end in pieces:
            heading = parse_heading(text[start:end])
            leads = leads or bool(heading.measure and heading.period and text[start].isalpha())
            leads = leads or text[start:end].isdigit()
            yield Column(heading, Span(start, end))


@cache
def _year_then_measure() -> re.Pattern[str]:
    return re.compile(rf"({YEAR})\s+((?-i:[A-ZÅÄÖ]).*)", re.DOTALL)


def _runs(text: str, columns: Sequence[Column]) -> Iterator[list[Column]]:
    run: list[Column] = []
    for column in columns:
        if run and text[run[-1].span.end : column.span.start].strip(" \t\n|:") == "":
            run.append(column)
            continue
        if run:
            yield run
        run = [column]
    if run:
        yield run


def _header(found: Sequence[Column]) -> Header | None:
    run = _from_label(found)
    first = run[0]
    heads_names = first.heading.role is Role.LABEL or first.heading.may_be_label
    label = first if heads_names and first.heading.period is None and len(run) > 1 else None
    columns = tuple(run[1:] if label else run)
    while columns and not label and _bare_year(columns[0]):
        columns = columns[1:]  # the year that ends a goal: "… till 83 2019 Utfall 2018"
    columns = _without_years_of_the_text(columns, label is not None)
    values = [c for c in columns if c.heading.role is Role.VALUE]
    if not values or not _is_header(columns, values, label is not None):
        return None
    start = label.span.start if label else columns[0].span.start
    return Header(columns, Span(start, columns[-1].span.end), label)


def _from_label(run: Sequence[Column]) -> Sequence[Column]:
    """Without what a heading above has put before the label's: "Resultat Mått 2019 2020"."""
    for position, column in enumerate(run):
        if column.heading.role is Role.LABEL and not column.heading.may_be_label:
            return run[position:]
        if column.heading.period is not None:
            break
    return run


def _without_years_of_the_text(columns: tuple[Column, ...], labelled: bool) -> tuple[Column, ...]:
    """Headings up to the first bare year that no heading of names or years leads in. Years after a
    measure with its year go on with it: "Resultat 2022 2023 2024 Måltal"."""
    kept: list[Column] = []
    for position, column in enumerate(columns):
        before = kept[-1] if kept else None
        if _bare_year(column) and not (labelled if before is None else _bare_year(before)):
            goes_on = labelled or any(c.heading.measure for c in columns[position + 1 :])
            if before is None or not (goes_on and before.heading.measure and before.heading.period):
                return tuple(kept)
            heading = replace(column.heading, measure=before.heading.measure)
            column = Column(heading, column.span, before.span)
        elif _bare_year(column) and before and before.lead:
            column = Column(column.heading, column.span, before.lead)
        kept.append(column)
    return tuple(kept)


def _bare_year(column: Column) -> bool:
    heading = column.heading
    return heading.role is Role.VALUE and heading.measure is None and heading.breakdown is None


def _is_header(columns: Sequence[Column], values: Sequence[Column], labelled: bool) -> bool:
    dated = any(c.heading.period and re.search(r"\d", c.heading.period) for c in values)
    if labelled:
        return dated or len(values) > 1
    measures = {c.heading.measure for c in columns}
    return len(columns) > 1 and (dated or len(measures) > 2)


@cache
def _token() -> re.Pattern[str]:
    """One heading: a measure with period and breakdown, or the heading of another column."""
    period = rf"(?:{period_pattern().pattern})"
    groups = _any(breakdown_words())
    unit = r"(?:,?\s*\([^()]{1,12}\)|,\s*(?:%|mnkr|tkr|mkr|kr))"
    measured = (
        rf"(?:{_any(measure_words())})(?![^\W_])"
        rf"(?:[,:]?\s+{period})?(?:,?\s+(?:{groups})(?![^\W_]))?{unit}?"
    )
    grouped = rf"(?:{groups})(?![^\W_]),?\s+{period}"
    # "2024 utfall 2023 utfall", but not the year that ends a goal: "… till 83 2019 Utfall 2018"
    small = r"(?=(?-i:[a-zåäö]))"
    measure = rf"(?:{_any(measure_words())})(?![^\W_])"
    dated = rf"{period}\s+(?:{small}{measure}|{measure}(?!\s+{period}))"
    others = rf"(?:{_any(role_words())})(?![^\W_])"
    return re.compile(
        rf"(?<![\w/-])(?:{dated}|{measured}|{grouped}|{others}|{YEAR}(?![\w,.%-]))", re.IGNORECASE
    )


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
