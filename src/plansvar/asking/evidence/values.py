"""The values of printed numbers, and shares of them in percent."""

from __future__ import annotations

import re

from plansvar.language.numbers import find_numbers, parse_number, spelled_value
from plansvar.language.vocabulary import vocabulary

_BRACKETED = re.compile(r"\([^()]*\)")


def value_of(text: str) -> float | None:
    """The value of a printed number, spelled out or in digits; one in brackets is below zero, and
    where its row says otherwise, nothing is calculated from it."""
    if is_one(text):
        return 1.0
    spelled = spelled_value(text.strip())
    if spelled is not None:
        return float(spelled)
    direct = parse_number(text)
    if direct is not None:
        return direct
    numbers = find_numbers(text)
    if len(numbers) != 1:
        return None
    return -numbers[0].value if _BRACKETED.fullmatch(text.strip()) else numbers[0].value


def is_one(text: str) -> bool:
    """Whether a count is spelled out as one, which is an article elsewhere."""
    return text.strip().lower() in vocabulary("answering")["counts"]["one"]


def percent_of(part: float, whole: float) -> float:
    """A part in percent of the whole, rounded to one decimal."""
    return round(100 * part / whole, 1)
