"""Amounts as they are printed in running text: sign, number and unit."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.domain import Span
from plansvar.extraction.amount_context import own_time
from plansvar.extraction.amount_words import with_part
from plansvar.extraction.spelled_amounts import spelled_in
from plansvar.extraction.units import UnitMatch, unit_at
from plansvar.language.numbers import NUMBER, value_of
from plansvar.language.vocabulary import vocabulary

_SEVERAL = 3  # values in a row


@dataclass(frozen=True, slots=True)
class Printed:
    """An amount as printed with its unit."""

    span: Span
    value: float
    unit: UnitMatch


def stand_in_a_row(text: str, spans: Sequence[Span]) -> bool:
    """Whether several amounts follow each other with nothing between."""
    near = [not text[a.end : b.start].strip() for a, b in itertools.pairwise(spans)]
    return any(all(near[n : n + _SEVERAL - 1]) for n in range(len(near) - _SEVERAL + 2))


def printed_in(text: str, area: Span) -> Iterator[tuple[int, Printed]]:
    """Amounts in a sentence, each with where the text that leads to it begins."""
    start = area.start
    found = (*_in_digits(text, area), *spelled_in(text, area))
    for bare, number, unit in sorted(found, key=lambda amount: amount[0]):
        if _basis().search(text, area.start, bare.start):
            continue  # "44 öre per hundra kronor"
        begin = _with_sign(text, start, bare.start)
        end, part = with_part(text, unit)
        span = Span(begin, end)
        value = number + part
        yield start, Printed(span, -value if _says_minus(text, span) else value, unit)
        start = _past_time(text, span.end)


def _past_time(text: str, position: int) -> int:
    """Behind the time that an amount has behind it, and behind what it is a rate of."""
    rate = _rate().match(text, position)
    time = own_time().match(text, rate.end() if rate else position)
    return time.end() if time else rate.end() if rate else position


def with_rate(text: str, amount: Span) -> Span:
    """An amount with what it is a rate of: what a thing costs a year is not what it costs."""
    rate = _rate().match(text, amount.end)
    return Span(amount.start, rate.end()) if rate else amount


def _in_digits(text: str, area: Span) -> Iterator[tuple[Span, float, UnitMatch]]:
    for match in NUMBER.finditer(text, area.start, area.end):
        unit = unit_at(text, match.end())
        if unit is not None and unit.unit.money and unit.span.end <= area.end:
            yield Span(match.start(), unit.span.end), value_of(match) or 0.0, unit


def _with_sign(text: str, start: int, position: int) -> int:
    """Where "+/- 0 tkr" begins, of which the number takes only the minus, or "minus 4 mnkr"."""
    word = _minus().search(text, max(start, position - 8), position)
    if word is not None and word.end() == position:
        return word.start()
    return position - 2 if text[max(start, position - 2) : position] == "+/" else position


def _says_minus(text: str, span: Span) -> bool:
    return _minus().match(text, span.start) is not None


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(vocabulary('amounts')['rate_leads'])})\s+[^\W\d_]+")


@cache
def _basis() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(vocabulary('amounts')['rate_leads'])})\s+$")


@cache
def _minus() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(vocabulary('amounts')['signs_minus'])})\s+", re.I)
