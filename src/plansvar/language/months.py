"""Months in words and in printed periods ("jan-aug 2031", "aug 2031", "januari–april")."""

from __future__ import annotations

from functools import cache

from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary


def month_of(word: str) -> int | None:
    """The month that a word names, 1 to 12; null where it names none."""
    return _numbers().get(fold(word))


@cache
def _numbers() -> dict[str, int]:
    """All forms of the names of months, with their numbers."""
    names = enumerate(vocabulary("months")["months"], 1)
    return {form: number for number, forms in names for form in forms}


def month_name(word: str) -> str | None:
    """The full name of the month that a word names; null where it names none."""
    month = month_of(word)
    if month is None:
        return None
    short, other, *_ = vocabulary("months")["months"][month - 1]
    return str(other if other.startswith(short) else short)


def last_month_of(period: str) -> int | None:
    """The last month that a printed period names."""
    pieces = words(period.replace("–", " ").replace("-", " "))
    found = [month for piece in pieces if (month := month_of(piece)) is not None]
    return found[-1] if found else None
