"""Amounts of money whose number is spelled out: "elva miljoner kronor", "en halv miljon kronor"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plansvar.domain import Span
from plansvar.extraction.units import UnitMatch, unit_at
from plansvar.language.numbers import spelled_value, spelled_words
from plansvar.language.vocabulary import vocabulary


def spelled_in(text: str, area: Span) -> Iterator[tuple[Span, float, UnitMatch]]:
    """Each with its value. One that is the end of a longer number or of a range is left out."""
    for match in _pattern().finditer(text, area.start, area.end):
        unit = unit_at(text, match.end())
        if unit is None or not unit.unit.money or unit.span.end > area.end:
            continue
        value = _value(match, unit)
        if value is not None and not _goes_on().search(text, area.start, match.start()):
            yield Span(match.start(), unit.span.end), value, unit


def _value(match: re.Match[str], unit: UnitMatch) -> float | None:
    if match["half"]:
        whole = _of(match["whole"]) if match["whole"] else 0
        return (whole or 0) + 0.5 if _is_large(unit) else None
    word = match["number"].lower()
    if word in _words()["one"] and not _is_large(unit):
        return None  # "en krona" is as often said of no amount at all
    return float(_of(word) or 0) or None


def _is_large(unit: UnitMatch) -> bool:
    return (unit.unit.factor or 0) > 1


def _of(word: str) -> int | None:
    return 1 if word.lower() in _words()["one"] else spelled_value(word)


def _words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = vocabulary("amounts")["spelled"]
    return found


@cache
def _pattern() -> re.Pattern[str]:
    numbers = "|".join((*_words()["one"], *spelled_words()))
    halves = "|".join(re.escape(word) for word in _words()["half"])
    joints = "|".join(_words()["joints"])
    return re.compile(
        rf"(?<![\w-])(?:(?:(?P<whole>{numbers})\s+(?:{joints})\s+)?(?P<half>{halves})"
        rf"|(?P<number>{numbers}))(?=\s)",
        re.IGNORECASE,
    )


@cache
def _goes_on() -> re.Pattern[str]:
    """What stands before the end of a longer number: "två komma", "tre till", "hundra"."""
    numbers = "|".join(spelled_words())
    between = "|".join(_words()["between"])
    return re.compile(rf"(?<!\w)(?:{numbers}|\d+)\s+(?:(?:{between})\s+)?$", re.IGNORECASE)
