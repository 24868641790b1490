"""The figures of a sentence: their values, and their units where printed beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plansvar.asking.claims.nearness import hedge_before, is_near, rounds_to, says_enough
from plansvar.asking.understanding.roots import root
from plansvar.domain import TARGET, Span
from plansvar.language.folding import words
from plansvar.language.money import money_factors
from plansvar.language.numbers import Number, find_numbers
from plansvar.language.vocabulary import vocabulary

YEARS = range(1990, 2100)
NOWHERE = Span(0, 0)
EXACT = 1e-9  # of a figure: what reckoning in binary may lose
NAMED = 2  # words of "målet på"
YEAR = vocabulary("claims")["year"]
_YEAR_BEHIND = re.compile(r"\s(?:19|20)\d\d(?!\d)")
MEASURES = ("utfall", "prognos", "budget", "bokslut", TARGET)


@dataclass(frozen=True, slots=True)
class ClaimFigure:
    """A figure as it stands in the text. `factor` makes money comparable: the amount in kronor is
    value times factor; null where no unit of money stands beside it. `measure` is what the nearest
    word before it says that it is (utfall, mål …), null where none does; `span` covers the figure
    with its unit in the text that it was found in, `noun` is the root of the word behind it and
    `hedge` how the words before it bound it ("drygt 90")."""

    raw: str
    value: float
    unit: str | None
    factor: float | None
    signed: bool
    measure: str | None = None
    span: Span = NOWHERE
    noun: str = ""
    hedge: str | None = None

    def says(self, other: ClaimFigure) -> bool:
        """Whether another figure prints the same: measure and unit where both have one, sign where
        this one has a sign. Of money the amount counts: 5,4 miljoner is 5 400 tkr, and 5 412 tkr
        too, because that is 5,4 miljoner in as many decimals."""
        if self.measure and other.measure and self.measure != other.measure:
            return False
        mine, others = self.value, other.value
        if not (self.signed and other.signed):
            mine, others = abs(mine), abs(others)
        if self.unit == other.unit or not (self.unit and other.unit):
            return self._is(mine, others, self.factor is not None and says_enough(self.raw))
        if self.factor is None or other.factor is None or self.is_each is not other.is_each:
            return False
        return self._is(mine, others * other.factor / self.factor, True)

    @property
    def is_each(self) -> bool:
        """Whether it is so much money for each of something."""
        return self.unit in vocabulary("claims")["per_head"]

    def _is(self, mine: float, others: float, rounded: bool) -> bool:
        """Whether an amount in its unit is what the figure says: bounded, or for money rounded."""
        if self.hedge is not None:
            return is_near(self.hedge, mine, others)
        exact = abs(mine - others) <= EXACT * max(mine, others)
        return exact or (rounded and rounds_to(self.raw, mine, others))


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
    return ClaimFigure(raw, value, unit, money_factors().get(unit or ""), signed, measure)


def _figure(number: Number, text: str) -> ClaimFigure:
    found = _unit_pattern().match(text, number.end)
    if found and found["unit"].lower() == YEAR and _YEAR_BEHIND.match(text, found.end()):
        found = None  # "blev 84 år 2024"
    unit = _spellings()[found["unit"].lower()] if found else None
    signed = number.raw[:1] in "+-−–"
    measure = _measure_before(text[: number.start])
    span = Span(number.start, found.end() if found else number.end)
    factor = money_factors().get(unit or "")
    noun = next((root(word) for word in words(text[span.end :])), "")
    hedge = hedge_before(text[: number.start])
    return ClaimFigure(number.raw, number.value, unit, factor, signed, measure, span, noun, hedge)


def _measure_before(text: str) -> str | None:
    """What the last word for a measure in `text` says; a word may be inflected or a compound.
    "Vi når målet: väntetiden är" says nothing of what the figure is, "målet på" does."""
    said = words(re.split(r"[:;]\s", text)[-1])
    named = len(said) >= NAMED and said[-1] in vocabulary("claims")["naming"]
    for position, word in reversed(list(enumerate(said))):
        own = named and position == len(said) - NAMED
        if position and not own and said[position - 1] in vocabulary("claims")["reaching"]:
            continue
        for measure in MEASURES:
            if word.startswith(measure) or word.removesuffix("et").endswith(measure):
                return measure
    return None


@cache
def _spellings() -> dict[str, str]:
    units = vocabulary("units")["units"]
    return {spelling.lower(): unit["name"] for unit in units for spelling in unit["spellings"]}


@cache
def _unit_pattern() -> re.Pattern[str]:
    longest_first = sorted(_spellings(), key=len, reverse=True)
    names = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"\s?(?P<unit>{names})(?!\w)", re.IGNORECASE)
