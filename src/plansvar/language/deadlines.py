"""By which month something is to be done by a printed time ("2028-05-31", "kvartal 2")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plansvar.language.folding import fold, words
from plansvar.language.months import last_month_of
from plansvar.language.vocabulary import vocabulary

MONTHS = 12
_OF_QUARTER = 3
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)(?:-\d\d)?\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Due:
    """Between which months something is to be done, both counted from the year 0 and either open;
    months of any year where no year is `dated`."""

    first: int | None
    last: int | None
    dated: bool = True

    def in_year(self, year: int | None) -> Due:
        """By or since a month without a year is one of the report's own: what is to be done in
        March of the year after is not done by June."""
        if self.dated or year is None or None not in (self.first, self.last):
            return self
        first, last = (n if n is None else year * MONTHS + n for n in (self.first, self.last))
        return Due(first, last)

    def holds(self, months: tuple[int, int]) -> bool:
        start, end = months if self.dated else (month % MONTHS for month in months)
        return (self.first is None or self.first <= start) and (
            self.last is None or end <= self.last
        )


def months_due(text: str, year: int | None) -> tuple[int, int] | None:
    """The first and the last month of the last time that is printed, both counted from the year 0:
    of a month that month twice. `year` is the one of the report, where the time names none. Null
    where it names no time."""
    dates = _ISO.findall(text)
    if dates:
        last = max(month_at(int(y), int(m)) for y, m in dates)
        return last, last
    named = [int(y) for y in _YEAR.findall(text)]
    own = named[-1] if named else year
    if own is None:
        return None
    month, quarter = last_month_of(text), _quarter(text)
    if month is not None:
        return month_at(own, month), month_at(own, month)
    if quarter is not None:
        end = month_at(own, quarter * _OF_QUARTER)
        return end - _OF_QUARTER + 1, end
    return (month_at(own, 1), month_at(own, MONTHS)) if named else None


def month_at(year: int, month: int) -> int:
    return year * MONTHS + month - 1


def _quarter(text: str) -> int | None:
    names = "|".join(map(re.escape, vocabulary("months")["quarters"]))
    found = re.findall(rf"\b(?:{names})\.?\s?([1-4])\b", " ".join(words(fold(text))))
    return int(found[-1]) if found else None
