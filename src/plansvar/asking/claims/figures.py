"""The figures of a sentence: their values, and their units where printed beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plansvar.domain import TARGET
from plansvar.language.folding import words
from plansvar.language.numbers import Number, find_numbers
from plansvar.language.vocabulary import vocabulary

YEARS = range(1990, 2100)
MEASURES = ("utfall", "prognos", "budget", "bokslut", TARGET)


@dataclass(frozen=True, slots=True)
class ClaimFigure:
    """A figure as it stands in the text. `factor` makes money comparable: the amount in kronor is
    value times factor; null where no unit of money stands beside it. `measure` is what the nearest
    word before it says that it is (utfall, mål …), null where none does."""

    raw: str
    value: float
    unit: str | None
    factor: float | None
    signed: bool
    measure: str | None = None

    def says(self, other: ClaimFigure) -> bool:
        """Whether another figure prints the same: value, unit where both have one, and sign where
        this one has a sign. A unit changed from thousands to millions is another figure."""
        if self.unit and other.unit and self.unit != other.unit:
            return False
        if self.measure and other.measure and self.measure != other.measure:
            return False
        if self.signed and other.signed:
            return self.value == other.value
        return abs(self.value) == abs(other.value)


def figures_in(text: str) -> tuple[ClaimFigure, ...]:
    """All figures in a text but the years."""
    return tuple(
        _figure(number, text)
        for number in find_numbers(text)
        if not (number.value in YEARS and len(number.raw) == 4)
    )


def figure_of(raw: str, value: float, unit: str | None, measure: str | None) -> ClaimFigure:
    """A figure that a row prints."""
    signed = raw.strip()[:1] in "+-−–"
    return ClaimFigure(raw, value, unit, _factors().get(unit or ""), signed, measure)


def _figure(number: Number, text: str) -> ClaimFigure:
    found = _unit_pattern().match(text, number.end)
    unit = _spellings()[found["unit"].lower()] if found else None
    signed = number.raw[:1] in "+-−–"
    measure = _measure_before(text[: number.start])
    return ClaimFigure(number.raw, number.value, unit, _factors().get(unit or ""), signed, measure)


def _measure_before(text: str) -> str | None:
    """What the last word for a measure in `text` says; a word may be inflected or a compound."""
    for word in reversed(words(text)):
        for measure in MEASURES:
            if word.startswith(measure) or word.removesuffix("et").endswith(measure):
                return measure
    return None


@cache
def _spellings() -> dict[str, str]:
    units = vocabulary("units")["units"]
    return {spelling.lower(): unit["name"] for unit in units for spelling in unit["spellings"]}


@cache
def _factors() -> dict[str, float]:
    units = vocabulary("units")["units"]
    return {unit["name"]: float(unit["factor"]) for unit in units if unit.get("money")}


@cache
def _unit_pattern() -> re.Pattern[str]:
    longest_first = sorted(_spellings(), key=len, reverse=True)
    names = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"\s?(?P<unit>{names})(?!\w)", re.IGNORECASE)
