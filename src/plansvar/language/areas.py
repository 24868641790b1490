"""What belongs to an area of a municipality's work: hemtjänst, say, to äldreomsorg."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_NOTHING = r"(?!)"
_WHOLE, _ANYWHERE = "=", "*"


@dataclass(frozen=True, slots=True)
class Area:
    """An area as people call it (`said`, the word that its goals begin with in `compound`), with
    the patterns of what is of it (`holds`) and of what never is; `beside` are areas that stand
    under the same headings, and `headings` says whether headings tell the area too. Of one that is
    `goals_only` more than goals tells how it goes."""

    name: str
    said: tuple[str, ...]
    compound: tuple[str, ...]
    holds: re.Pattern[str]
    never: re.Pattern[str]
    beside: tuple[str, ...]
    headings: bool
    goals_only: bool

    def has(self, text: str) -> bool:
        """Whether a name or heading is of the area."""
        told = fold(text)
        return bool(self.holds.search(told)) and not self.never.search(told)


@cache
def areas() -> tuple[Area, ...]:
    told = {each["name"]: each for each in vocabulary("areas")["areas"]}
    return tuple(_area(each, told) for each in told.values())


@cache
def area_named(name: str) -> Area | None:
    return next((area for area in areas() if area.name == name), None)


def _area(told: dict[str, Any], every: dict[str, dict[str, Any]]) -> Area:
    parts = [every[name] for name in _listed(told.get("includes", ""))]
    return Area(
        name=told["name"],
        said=_listed(told["said"]),
        compound=_listed(told["compound"]),
        holds=_pattern([*_listed(told["holds"]), *(w for p in parts for w in _held(p, every))]),
        never=_pattern(_listed(told["never"])),
        beside=_listed(told["beside"]),
        headings=told.get("headings", True),
        goals_only=told.get("goals_only", False),
    )


def _held(told: dict[str, Any], every: dict[str, dict[str, Any]]) -> list[str]:
    """The words of an area and of those that are a part of it."""
    parts = (every[name] for name in _listed(told.get("includes", "")))
    return [*_listed(told["holds"]), *(w for part in parts for w in _held(part, every))]


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_phrase, phrases)) or _NOTHING)


def _phrase(phrase: str) -> str:
    """Words one after the other, each of them the beginning of a longer one."""
    if phrase.startswith(_WHOLE):
        return rf"\b{re.escape(phrase[1:])}(?![\w-])"
    start = r"\b\w*" if phrase.startswith(_ANYWHERE) else r"\b"
    return start + r"\W+".join(rf"{re.escape(w)}\w*" for w in phrase.lstrip(_ANYWHERE).split())


def _listed(text: str) -> tuple[str, ...]:
    return tuple(each for each in text.split(", ") if each)
