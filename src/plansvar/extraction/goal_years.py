"""Figures of a goal that a sentence gives for several years, and outcomes of years before.

… ska sjunka till högst 6,5 procent 2031 och 6,0 procent 2032.   Utfallet 2028 var 7,1 procent.
Delmålet för 2030 är 86 procent och för 2031 är 89 procent.   År 2028 var andelen 82 procent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from plansvar.domain import Document, Span
from plansvar.extraction.units import unit_at
from plansvar.language.numbers import NUMBER
from plansvar.language.periods import YEAR, find_period, year_of
from plansvar.language.vocabulary import alternatives, vocabulary


@dataclass(frozen=True, slots=True)
class Dated:
    """A figure with its unit as printed, and the period for which it is given."""

    cell: Span
    period: str


def is_year(text: str) -> bool:
    """Whether a number is a year and counts nothing."""
    return re.fullmatch(YEAR, text.strip()) is not None


def number_forms() -> str:
    """A number as a piece of a pattern."""
    return NUMBER.pattern.replace("?P<sign>", "?:").replace("?P<digits>", "?:")


def with_unit(document: Document, start: int, end: int, limit: int) -> Span:
    """A number and the unit behind it, without what that is of ("2,0 % av"); "år" before a year is
    none."""
    unit = unit_at(document.text, end)
    if unit is None or unit.span.end > limit:
        return Span(start, end)
    heads_year = re.compile(rf"\s+{YEAR}(?!\d)").match(document.text, unit.span.end, limit)
    counts = not (heads_year and unit.unit.name == vocabulary("claims")["year"])
    told = document.text[end : unit.span.end].split()
    behind = (
        told[-1] if len(told) > 1 and told[-1] in vocabulary("goalsentences")["share_of"] else ""
    )
    stop = unit.span.end - len(behind) - 1 if behind else unit.span.end
    return Span(start, stop if counts else end)


def dated_targets(document: Document, span: Span, sentence: Span) -> tuple[Dated, ...]:
    """The demanded figures from the first one on, where the sentence names several years."""
    named = re.findall(rf"(?<!\d){YEAR}(?!\d)", document.text[sentence.start : sentence.end])
    found = tuple(_figures(document, _before_year(), span))
    years = [each.period for each in found]
    begins = bool(found) and found[0].cell.start == span.start
    several = len(set(named)) > 1 and len(set(years)) == len(years)
    return found if begins and several else ()


def part_targets(document: Document, sentence: Span) -> tuple[Dated, ...]:
    """The targets on the way that a sentence after a goal gives: "Delmålet för 2030 är 86 %"."""
    if _opens_part_targets().match(document.text, sentence.start, sentence.end) is None:
        return ()
    return tuple(_figures(document, _behind_year(), sentence))


def outcomes_told(document: Document, sentence: Span) -> tuple[Dated, ...]:
    """The outcome of a year before that a sentence after a goal tells."""
    for pattern in (_year_first(), _outcome_first()):
        match = pattern.match(document.text, sentence.start, sentence.end)
        period = find_period(match["period"]) if match else None
        if match is None or period is None or year_of(period) is None or is_year(match["raw"]):
            continue
        cell = with_unit(document, match.start("raw"), match.end("raw"), sentence.end)
        return (Dated(cell, period),)
    return ()


def outcome_before(document: Document, span: Span) -> tuple[Dated, ...]:
    """What a goal is to rise or fall from: "från 71 procent (2028) till minst 80 procent"."""
    match = _from().search(document.text, span.start, span.end)
    if match is None or is_year(match["raw"]):
        return ()
    cell = with_unit(document, match.start("raw"), match.end("raw"), span.end)
    return (Dated(cell, match["year"]),)


def _figures(document: Document, pattern: re.Pattern[str], span: Span) -> Iterator[Dated]:
    for match in pattern.finditer(document.text, span.start, span.end):
        if not is_year(match["raw"]):
            cell = with_unit(document, match.start("raw"), match.end("raw"), span.end)
            yield Dated(cell, match["year"])


def any_of(key: str) -> str:
    """The words of goals in sentences under a key, as a piece of a pattern."""
    return alternatives(vocabulary("goalsentences")[key])


def _raw() -> str:
    return rf"(?P<raw>(?:(?:{any_of('limits')})\s+)?{number_forms()})"


@cache
def _before_year() -> re.Pattern[str]:
    return re.compile(
        rf"{_raw()}(?![\d])[^.;:,\d]{{0,60}}?\s(?:{any_of('in_year')})?\s*(?P<year>{YEAR})(?!\d)",
        re.IGNORECASE,
    )


@cache
def _behind_year() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\d)(?P<year>{YEAR})(?!\d)\s+(?:(?:{any_of('outcome_verbs')})\s+)?{_raw()}",
        re.IGNORECASE,
    )


@cache
def _opens_part_targets() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('part_targets')})(?!\w)", re.IGNORECASE)


@cache
def _year_first() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<period>(?:[^\W\d]+\s+){{0,3}}{YEAR})\s+(?:{any_of('outcome_verbs')})\s+"
        rf"(?:{any_of('pronouns')})\s+(?:\w+\s+){{0,2}}?{_raw()}",
        re.IGNORECASE,
    )


@cache
def _outcome_first() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of('outcomes')})\s+(?P<period>(?:[^\W\d]+\s+){{0,3}}{YEAR})\s+"
        rf"(?:{any_of('outcome_verbs')})\s+{_raw()}",
        re.IGNORECASE,
    )


@cache
def _from() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of('from')})\s+(?P<raw>{number_forms()})[^.;:,\d]{{0,40}}?"
        rf"\(?(?:{any_of('in_year')})?\s*(?P<year>{YEAR})\)?[^.;:\d]{{0,20}}?\s(?:{any_of('to')})\s",
        re.IGNORECASE,
    )
