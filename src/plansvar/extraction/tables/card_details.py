"""The figures in the small type of a card: "Mål: högst 45 · sept: 62"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plansvar.domain import Cell, Document, Span
from plansvar.extraction.headings import Heading, Role, parse_heading
from plansvar.extraction.tables.values import Reading, read_cell
from plansvar.extraction.units import unit_in_cell
from plansvar.language.folding import fold
from plansvar.language.months import last_month_of
from plansvar.language.numbers import NUMBER, is_missing
from plansvar.language.periods import find_period, year_of
from plansvar.language.vocabulary import vocabulary

_BETWEEN = re.compile(r"\s+[·•|/]\s+|\s*;\s+")
_BRACKETS = " ()[]"
# "8,3 % samma period 2025", "62 i september": a figure, its unit, and when that was
_THEN = re.compile(rf"(?P<value>{NUMBER.pattern})(?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Said:
    """One figure of a card: what it is, when it was, how it is printed, and where."""

    measure: str | None
    period: str | None
    reading: Reading
    span: Span
    heading: Span | None = None


def dated(period: str | None, own_period: str | None) -> str | None:
    """A period with the year of a report on a part of that year: "sept" in one on October; a
    month that comes after those is of the year before."""
    year, own = year_of(own_period), last_month_of(own_period or "")
    month = last_month_of(period or "") or _end_of_part(period or "")
    if period is None or year_of(period) or year is None or own is None or month is None:
        return period
    return f"{period} {year if month <= own else year - 1}"


def _end_of_part(period: str) -> int | None:
    """The last month of a quarter or a third of a year: "kvartal 3" → 9."""
    found = re.fullmatch(r"([^\W\d_]+)\s?(\d)", fold(period))
    lengths = vocabulary("measures")["periods"]["lengths"]
    return int(found[2]) * int(lengths[found[1]]) if found and found[1] in lengths else None


def figures_in(document: Document, details: Sequence[Cell], own: str | None) -> list[Said]:
    """The figures that the lines of small type print; `own` is the period of the report."""
    found = (_detail(document, span, own) for cell in details for span in _pieces(document, cell))
    return [said for said in found if said is not None]


def _detail(document: Document, span: Span, own: str | None) -> Said | None:
    """A figure in small type: "Mål: högst 45", "sept: 62", "8,3 % samma period 2025"."""
    text = document.text[span.start : span.end]
    label, colon, rest = text.partition(":")
    if colon and (NUMBER.search(rest) or is_missing(rest.strip())):
        return _labelled(document, label, rest.strip(), span, own)
    led = re.match(r"[^\d<>≥≤]*[^\W\d]", text)
    then = _THEN.match(text)
    if then is not None and _differs(then["rest"]):
        return None
    if then is not None and not NUMBER.search(_without_period(then["rest"])):
        period = dated(find_period(then["rest"]), own)
        unit = unit_in_cell(text)
        raw = then["value"].strip() + (f" {unit.name}" if unit else "")
        raw = raw if raw in text else then["value"].strip()
        reading = read_cell(raw)
        if period is None or reading is None:
            return None
        return Said(None, period, reading, _place(span, text, raw), span)
    first = text.split()[0]
    if led is None or not NUMBER.search(text[len(first) :]):
        return None
    return (
        _labelled(document, first, text[len(first) :].strip(), span, own) if _heads(first) else None
    )


def _differs(rest: str) -> bool:
    """Whether words behind a figure say that it is a difference: "9 fler än året före"."""
    words = vocabulary("tables")["cards"]["differences"]
    return any(word in words for word in fold(rest).split())


def _labelled(
    document: Document, label: str, rest: str, span: Span, own: str | None
) -> Said | None:
    heading = parse_heading(label)
    reading = read_cell(rest, heading.measure)
    if reading is None or not reading.fits or not (reading.raw and _is_told(heading)):
        return None
    text = document.text[span.start : span.end]
    named = heading.measure if heading.role is not Role.UNKNOWN else None
    measure = named or (None if heading.period else heading.measure)
    return Said(measure, dated(heading.period, own), reading, _place(span, text, reading.raw), span)


def _pieces(document: Document, cell: Cell) -> Iterator[Span]:
    """The parts of a line of small type, without brackets around them."""
    text = document.text[cell.span.start : cell.span.end]
    at = 0
    for cut in (*_BETWEEN.finditer(text), None):
        end = cut.start() if cut else len(text)
        part = text[at:end]
        start = at + len(part) - len(part.lstrip(_BRACKETS))
        stop = at + len(part.rstrip(_BRACKETS))
        if stop > start:
            yield Span(cell.span.start + start, cell.span.start + stop)
        at = cut.end() if cut else end


def _place(span: Span, text: str, raw: str) -> Span:
    at = text.rfind(raw)
    return Span(span.start + at, span.start + at + len(raw)) if at >= 0 else span


def is_within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _without_period(text: str) -> str:
    period = find_period(text)
    return text.replace(period, " ", 1) if period else text


def _heads(word: str) -> bool:
    return parse_heading(word).measure in vocabulary("measures")["measures"]


def _is_told(heading: Heading) -> bool:
    return bool(heading.measure or heading.period)
