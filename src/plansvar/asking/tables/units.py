"""The unit of a figure in a table: in its cell, its heading, its row's label or over the table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from weakref import WeakKeyDictionary

from plansvar.asking.evidence.words import is_percent, vocabulary_list
from plansvar.domain import Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, words
from plansvar.language.money import money_factors, money_spellings
from plansvar.language.vocabulary import alternatives, vocabulary

_LONGEST = 30  # letters of a unit as it is written


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is called, empty where none is told, and what prints it."""

    name: str
    span: Span | None


Known = Mapping[tuple[str, int], Unit]


_KEPT: WeakKeyDictionary[Library, Known] = WeakKeyDictionary()


def known_units(library: Library) -> Known:
    """As `_read`, once for a library."""
    if library not in _KEPT:
        _KEPT[library] = _read(library)
    return _KEPT[library]


def _read(library: Library) -> Known:
    """The units of the figures that were extracted, by where they stand, with what prints them
    where that was kept."""
    found: dict[tuple[str, int], Unit] = {}
    for row in library.indicators():
        for each in row.observations:
            if each.cell is not None:
                found[row.place.document_id, each.cell.start] = Unit(each.unit or "", None)
    for amount in library.amounts():
        found[amount.place.document_id, amount.cell.start] = Unit(
            amount.unit or "", amount.unit_span
        )
    return found


def is_money(unit: str) -> bool:
    return unit in money_factors()


def factor_of(unit: str) -> float:
    """How many kronor a unit of money is; 1 for any other."""
    return money_factors().get(unit, 1.0)


def unit_behind(text: str, position: int) -> str:
    """The unit that begins at a place of a text; empty where none does."""
    found = _behind().match(fold(text[position : position + _LONGEST]))
    return _names()[" ".join(found[1].split())] if found else ""


def unit_of(
    raw: str,
    cell: Span,
    headings: Sequence[Span],
    labels: Sequence[Span],
    over: Sequence[Span],
    document: Document,
    known: Known,
) -> Unit:
    """The unit of a figure. What stands at the figure, over its column or in its label goes before
    what holds for the whole table; that holds for money and shares, not for what is counted, and
    for no figure of which it is known that it has none."""
    beside, whole = printed_units(raw, cell, headings, labels, over, document)
    if beside is not None:
        return beside
    wanted = known.get((document.path, cell.start))
    if wanted is not None:
        kept = wanted if wanted.span is not None else Unit("", None)
        return next((unit for unit in whole if unit.name == wanted.name), kept)
    counted = any(counts(document.quote(span)) for span in (*headings, *labels))
    return next(iter(whole), Unit("", None)) if not counted else Unit("", None)


def printed_units(
    raw: str,
    cell: Span,
    headings: Sequence[Span],
    labels: Sequence[Span],
    over: Sequence[Span],
    document: Document,
) -> tuple[Unit | None, list[Unit]]:
    """The unit that stands at a figure, over its column or in its label, null where none does, and
    those that are printed for the whole table."""
    found = ((unit_in(document.quote(span)), span) for span in over)
    whole = [_told(name, span) for name, span in found if name is not None]
    return _beside(raw, cell, headings, labels, document), whole


def _beside(
    raw: str, cell: Span, headings: Sequence[Span], labels: Sequence[Span], document: Document
) -> Unit | None:
    """The unit at a figure, in the heading nearest over it, or in its label."""
    own = _behind_figure().search(fold(raw))
    if own:
        return _told(own[1], cell)
    places = [(span, unit_in) for span in reversed(headings)]
    places += [(span, unit_beside) for span in labels]
    told = ((find(document.quote(span)), span) for span, find in places)
    return next((_told(name, span) for name, span in told if name is not None), None)


def _told(name: str, span: Span) -> Unit:
    unit = _names().get(" ".join(fold(name).split()), name)
    return Unit("" if fold(unit) in vocabulary_list("units", "unsaid") else unit, span)


def unit_in(text: str) -> str | None:
    """The unit that a heading or a caption says its figures are given in: also money or a share
    anywhere in it, but for an amount that a sentence tells."""
    found = unit_beside(text)
    if found is not None:
        return found
    anywhere = _anywhere().search(fold(text))
    return _names()[" ".join(anywhere[1].split())] if anywhere else None


def unit_beside(text: str) -> str | None:
    """The unit that a label ends with, or that it has in brackets or behind a comma."""
    found = _pattern().search(fold(text))
    if found is None:
        return None
    return _names()[" ".join(next(filter(None, found.groups())).split())]


def counts(text: str) -> bool:
    """Whether a heading or label says that something is counted or numbered."""
    return not set(words(text)).isdisjoint(vocabulary("tablewords")["words"]["counts"])


@cache
def _names() -> dict[str, str]:
    units = vocabulary("units")["units"]
    return {fold(s): str(unit["name"]) for unit in units for s in unit["spellings"]}


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s?({alternatives(_names())})(?!\w)")


@cache
def _behind_figure() -> re.Pattern[str]:
    return re.compile(rf"\d\s?({alternatives(_names())})$")


@cache
def _anywhere() -> re.Pattern[str]:
    money = alternatives(name for name, _ in money_spellings())
    share = alternatives(name for name, told in _names().items() if is_percent(told))
    return re.compile(rf"(?<![\w/])(?<!\d\s)({money}|{share})(?![\w/])")


@cache
def _pattern() -> re.Pattern[str]:
    """A unit in brackets, behind a comma or alone; money that a table is in ("Belopp i tkr") and
    a share ("Avvikelse i %") also as last word."""
    unit, money = alternatives(_names()), alternatives(name for name, _ in money_spellings())
    share = alternatives(name for name, told in _names().items() if is_percent(told))
    ends = r"(?=\s*(?:$|[)\],/(]))"
    last = rf"(?<!\d)\s({share}|{money})$"
    return re.compile(
        rf"(?:[(\[,]\s*|^)({unit}){ends}|\bi ({money}|{share})(?!\w)|\(({share})\s|{last}"
    )
