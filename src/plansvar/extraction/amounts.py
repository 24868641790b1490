"""Amounts of money in running text, with what each is for, its period and its measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.domain import Amount, Document, Span
from plansvar.extraction.amount_context import (
    change,
    deviation,
    measure_above,
    measure_in,
    period_of,
)
from plansvar.extraction.amount_lists import (
    Dealt,
    dealt_out,
    goes_on_alike,
    head_of_list,
    without_time,
)
from plansvar.extraction.amount_prints import Printed, printed_in, stand_in_a_row, with_rate
from plansvar.extraction.amount_subjects import (
    head_before_brackets,
    with_antecedent,
    without_preposition,
)
from plansvar.extraction.amount_things import thing_of
from plansvar.extraction.places import Names, place_at
from plansvar.language.folding import fold
from plansvar.language.periods import year_of
from plansvar.language.sentences import running_sentences
from plansvar.language.vocabulary import vocabulary

_HAS_LETTERS = re.compile(r"[^\W\d_]{3}|(?<!\w)[A-ZÅÄÖ]{2}(?!\w)")


def amounts_in_text(document: Document, taken: Sequence[Span], names: Names) -> tuple[Amount, ...]:
    """All amounts in running text; `taken` are characters that rows already cover. Of values that
    follow each other with nothing between, nothing tells which is of what."""
    found: list[Amount] = []
    for area in running_sentences(document):
        printed = list(printed_in(document.text, area))
        if not stand_in_a_row(document.text, [amount.span for _, amount in printed]):
            free = [p for p in printed if not any(p[1].span.overlaps(span) for span in taken)]
            found += (
                _amount(document, area, said, amount, names)
                for amount, said in _in_sentence(document, area, free)
            )
    return tuple(found)


def _in_sentence(
    document: Document, area: Span, printed: Sequence[tuple[int, Printed]]
) -> Iterator[tuple[Printed, _Said]]:
    """The amounts of a sentence of which it says what they are for."""
    lists = dealt_out(document.text, area, [amount.span for _, amount in printed])
    before = head = last = None
    for start, amount in printed:
        what = thing_of(document, area, start, amount, before)
        dealt = lists.get(amount.span.start)
        if dealt is not None:
            first = dealt.first == amount.span
            head = head_of_list(document, area, what, amount.span) if first else head
            last = _dealt(document, area, dealt, head)
        elif last is None or not goes_on_alike(document.text, start, amount.span):
            last = _said(document, area, start, what, amount) if what is not None else None
        if last is not None and not _points_back(last.name):
            yield amount, last
        before = what


def _points_back(name: str) -> bool:
    """ "I Rosshult var den": words that end by pointing at something else name nothing."""
    said = fold(name).split()
    return len(said) > 1 and said[-1] in vocabulary("amounts")["leads"]["pointing"]


@dataclass(frozen=True, slots=True)
class _Said:
    """What an amount is for, by name and place, and the words that may tell its measure: those
    beside it, the sentence before it, and the first amount of its list."""

    name: str
    span: Span
    near: str
    sentence: str
    first: Span


def _dealt(document: Document, area: Span, dealt: Dealt, head: Span | None) -> _Said:
    own = document.quote(dealt.what)
    name = f"{document.quote(head)}, {own}" if head else own
    sentence = document.text[area.start : dealt.first.start]
    return _Said(name, dealt.what, name, sentence, dealt.first)


def _said(document: Document, area: Span, start: int, what: Span, amount: Printed) -> _Said:
    whole = with_antecedent(document, area, without_preposition(document, what))
    near = document.text[max(whole.start, start) : amount.span.start]
    sentence = document.text[area.start : amount.span.start]
    head = head_before_brackets(document.text, area, whole)
    said = ", ".join(document.quote(part) for part in (head, whole) if part)
    return _Said(said, whole, near, sentence, amount.span)


def _amount(document: Document, area: Span, said: _Said, amount: Printed, names: Names) -> Amount:
    period = period_of(document, area, amount.span)
    said = _of_period(document, said, period)
    cell = with_rate(document.text, amount.span)
    return Amount(
        id=names.next(),
        place=place_at(document, amount.span.start),
        what=said.name,
        what_span=said.span,
        raw=document.quote(cell),
        value=amount.value,
        unit=amount.unit.unit.name,
        cell=cell,
        period=period,
        measure=deviation(document, area, amount.span)
        or change(document, area, amount.span)
        or deviation(document, area, said.first)
        or change(document, area, said.first)
        or _deviates(said.name)
        or measure_in(said.near)
        or measure_in(said.sentence)
        or measure_above(document, area),
        is_sum=bool(_sums().match(fold(said.name))),
    )


def _of_period(document: Document, said: _Said, period: str | None) -> _Said:
    """Without the year of its name, for an amount of another year that goes on with the name:
    "Resultatet för 2025 var 6,0 mnkr och för 2024 2,2 mnkr"."""
    bare = without_time(document.text, said.span)
    named = year_of(document.text[bare.end : said.span.end])
    if bare == said.span or named in (None, year_of(period)) or year_of(period) is None:
        return said
    return replace(said, name=document.quote(bare), span=bare)


def _deviates(said: str) -> str | None:
    """The measure of what is itself a deviation: "Budgetavvikelsen blev 3 mnkr"."""
    name = str(vocabulary("amounts")["leads"]["deviation"])
    return name if measure_in(said) == name else None


@cache
def _sums() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in vocabulary("amounts")["sums"]["words"])
    return re.compile(rf"(?:{words})(?!\w)")
