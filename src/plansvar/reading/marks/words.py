"""Words that name a colour or a direction: in descriptions of pictures and in names of classes."""

from __future__ import annotations

import re
from functools import cache

from plansvar.domain import Colour, Trend
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_LONGEST = 300


def colour_said(text: str) -> Colour | None:
    """The one colour that a description names; null for none and for several."""
    found = {colour for word in _words(text) if (colour := _colours().get(word))}
    return found.pop() if len(found) == 1 else None


def trend_said(text: str) -> Trend | None:
    """The one direction that a description names; null for none and for several."""
    words = _words(text)
    found = {trend for word in words if (trend := _trends().get(word))}
    return found.pop() if len(found) == 1 else None


def symbol_said(text: str) -> str | None:
    """The symbol that a description names (tick, cross, smiley)."""
    return next((_symbols()[word] for word in _words(text) if word in _symbols()), None)


def class_says(name: str) -> str:
    """The words of a class of which the colour or the direction is plain; else nothing."""
    words = re.split(r"[-_]+|(?<=[a-z])(?=[A-Z])", name)
    kinds = set(vocabulary("marks")["classes"]["kinds"])
    if not any(fold(word) in kinds for word in words):
        return ""
    return " ".join(words)


def _words(text: str) -> list[str]:
    return [fold(word) for word in re.findall(r"[^\W\d_]+", text[:_LONGEST])]


def _table(group: str) -> dict[str, str]:
    entries = vocabulary("marks")[group].items()
    return {fold(word): name for name, words in entries for word in words}


@cache
def _colours() -> dict[str, Colour]:
    return {word: Colour(name) for word, name in _table("colours").items()}


@cache
def _trends() -> dict[str, Trend]:
    return {word: Trend(name) for word, name in _table("trends").items()}


@cache
def _symbols() -> dict[str, str]:
    return _table("symbols")
