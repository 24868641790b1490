"""What a printed target demands: a number, a bound, a range, or a wish in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from plansvar.language.folding import fold
from plansvar.language.numbers import Number, find_numbers
from plansvar.language.vocabulary import vocabulary


class Relation(Enum):
    """How an outcome must stand to the target's number."""

    AT_LEAST = "at_least"
    ABOVE = "above"
    AT_MOST = "at_most"
    BELOW = "below"
    WITHIN = "within"
    INCREASE = "increase"
    DECREASE = "decrease"


@dataclass(frozen=True, slots=True)
class Target:
    """A printed target: its relation (null where it is just a number) and its number or range."""

    relation: Relation | None = None
    value: float | None = None
    upper: float | None = None


def read_target(raw: str) -> Target:
    """The demand of a target as printed.

    >>> read_target("≥12 %"), read_target("Minska").relation
    (Target(relation=<Relation.AT_LEAST: 'at_least'>, value=12.0, upper=None), <Relation.DECREASE: 'decrease'>)
    """  # noqa: E501
    folded = fold(raw)
    numbers = find_numbers(folded, spelled=False)
    if not numbers:
        return Target(_wish(folded))
    first = numbers[0]
    upper = _range_end(folded, numbers)
    if upper is not None:
        return Target(Relation.WITHIN, first.value, upper)
    relation = _relation_before(folded[: first.start]) or _relation_after(folded[first.end :])
    return Target(relation, first.value)


def _wish(folded: str) -> Relation | None:
    """Öka or Minska, where the target is such a word (or begins with one)."""
    up = re.match(rf"(?:{words_pattern('target', 'increase')})(?!\w)", folded)
    down = re.match(rf"(?:{words_pattern('target', 'decrease')})(?!\w)", folded)
    if up:
        return Relation.INCREASE
    return Relation.DECREASE if down else None


def _range_end(folded: str, numbers: Sequence[Number]) -> float | None:
    if len(numbers) < 2:
        return None
    low, high = numbers[0], numbers[1]
    between = folded[low.end : high.start].strip(" %")
    dash = between in _data("target", "range")
    glued = not between and high.raw[:1] in "-–−" and low.raw[:1] not in "-–−"
    upper = abs(high.value) if glued else high.value
    return upper if (dash or glued) and upper > low.value else None


def _relation_before(before: str) -> Relation | None:
    text = before.strip(" :")
    for key, relation in (
        ("minimum", Relation.AT_LEAST),
        ("maximum", Relation.AT_MOST),
        ("above", Relation.ABOVE),
        ("below", Relation.BELOW),
    ):
        if re.search(rf"(?:^|(?<=[\s(]))(?:{words_pattern('target', key)})(?:\s\w+)?$", text):
            return relation
    return _wish(text)


def _relation_after(after: str) -> Relation | None:
    text = after.strip(" %")
    if re.search(words_pattern("target", "minimum_after"), text):
        return Relation.AT_LEAST
    return Relation.AT_MOST if re.search(words_pattern("target", "maximum_after"), text) else None


@cache
def words_pattern(table: str, key: str) -> str:
    """A pattern for any of the words, longest first."""
    words = sorted(_data(table, key), key=len, reverse=True)
    return "|".join(re.escape(fold(word)) for word in words)


def _data(table: str, key: str) -> Any:
    return vocabulary("directions")[table][key]
