"""What a printed target demands, which way an indicator should go, and whether the target is met.

The direction comes from the first of these witnesses that speaks:

1. the row's own words: "ska minska", "max 5,9 procent", "högre är bättre" (source "text");
2. the target: "Öka", "≥12 %", "högst 8" (source "beräknad");
3. the figures with the verdict: a row that the document calls missed, with an outcome below its
   target, is meant to rise, and the other way round (source "beräknad");
4. a vocabulary of topic words (source "antagen").

What does not prove a direction: last year's outcome, a row of targets over the years, a trend arrow
(it may mean better or worse as well as up or down), and a green mark (it may be a forecast). Where
the figures contradict the vocabulary, or a witness says both, the direction stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import Any

from plansvar.domain import Assessment, Indicator, Observation
from plansvar.language.folding import fold
from plansvar.language.numbers import Number, find_numbers
from plansvar.language.vocabulary import vocabulary

TOTAL = "totalt"


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


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way is better, in the contract's words, and how that is known; null when unknown."""

    value: str | None = None
    source: str | None = None


UNKNOWN = Direction()


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


def judged(indicator: Indicator) -> Indicator:
    """The indicator with `direction`, `direction_source` and `meets_target` filled in; call it
    again when its assessments change."""
    direction = direction_of(indicator.name, indicator.observations, indicator.assessments)
    return replace(
        indicator,
        direction=direction.value,
        direction_source=direction.source,
        meets_target=meets_target(indicator.observations, direction),
    )


def direction_of(
    name: str,
    observations: Sequence[Observation] = (),
    assessments: Sequence[Assessment] = (),
) -> Direction:
    """Which way is better for the indicator `name`, by the rule at the top of this module."""
    assumed = _assumed(name)
    for source, higher in (
        ("text", _from_name(name)),
        ("computed", _from_targets(observations)),
        ("computed", _from_verdict(observations, assessments)),
    ):
        if higher is None:
            continue
        if source == "computed" and assumed not in (None, higher):
            proved = _from_targets(observations) is not None
            return _direction(higher, source) if proved else UNKNOWN
        return _direction(higher, source)
    return UNKNOWN if assumed is None else _direction(assumed, "assumed")


def meets_target(observations: Sequence[Observation], direction: Direction) -> bool | None:
    """Whether the latest printed outcome for the whole meets the target of the same year.

    Null when outcome, target or direction is unknown, when nothing was measured, when their units
    differ, and for targets in words ("Öka"): what they are compared with is not printed."""
    pair = _pair(observations)
    if pair is None or direction.value is None:
        return None
    outcome, target = pair[0].value, read_target(pair[1].raw)
    if outcome is None or target.value is None:
        return None
    if target.relation is Relation.WITHIN:
        return target.upper is not None and target.value <= outcome <= target.upper
    return _holds(outcome, target, _is_higher(direction))


def is_outcome(measure: str) -> bool:
    return measure in _data("measures", "outcome")


def is_target(measure: str) -> bool:
    return measure in _data("measures", "target")


def _holds(outcome: float, target: Target, higher: bool) -> bool | None:
    if target.value is None or target.relation in (Relation.INCREASE, Relation.DECREASE):
        return None
    default = Relation.AT_LEAST if higher else Relation.AT_MOST
    tests: dict[Relation, Callable[[float, float], bool]] = {
        Relation.AT_LEAST: lambda a, b: a >= b,
        Relation.ABOVE: lambda a, b: a > b,
        Relation.AT_MOST: lambda a, b: a <= b,
        Relation.BELOW: lambda a, b: a < b,
    }
    return tests[target.relation or default](outcome, target.value)


def _pair(observations: Sequence[Observation]) -> tuple[Observation, Observation] | None:
    """The outcome and the target that belong together, where exactly one such pair is latest."""
    outcomes = [o for o in observations if is_outcome(o.measure) and o.breakdown == TOTAL]
    targets = [o for o in observations if is_target(o.measure) and o.breakdown == TOTAL]
    pairs = [(o, t) for t in targets for o in outcomes if _same_year(o, t) and _same_unit(o, t)]
    if not pairs:
        return None
    latest = max(_year(pair[1].period) or 0 for pair in pairs)
    found = [pair for pair in pairs if (_year(pair[1].period) or 0) == latest]
    if len(found) != 1 or not found[0][0].measured:
        return None
    return found[0]


def _same_year(outcome: Observation, target: Observation) -> bool:
    if _year(target.period) is None or _year(outcome.period) is None:
        return outcome.period == target.period
    return _year(outcome.period) == _year(target.period)


def _same_unit(outcome: Observation, target: Observation) -> bool:
    return None in (outcome.unit, target.unit) or outcome.unit == target.unit


def _year(period: str | None) -> int | None:
    years = re.findall(r"(?:19|20)\d\d", period or "")
    return int(years[0]) if len(set(years)) == 1 else None


def _from_name(name: str) -> bool | None:
    """The wish in the row's own words: "… ska öka", "Minskad …", "… uppgår till max 5,9"."""
    folded = fold(name)
    wish = rf"\b(?:{_any('name', 'wish')})\b(?:\s\w+){{0,3}}?\s"
    up = re.search(rf"{wish}(?:{_any('name', 'increase')})\b", folded) or re.match(
        rf"(?:{_any('name', 'increase_first')})\b", folded
    )
    down = re.search(rf"{wish}(?:{_any('name', 'decrease')})\b", folded) or re.match(
        rf"(?:{_any('name', 'decrease_first')})\b", folded
    )
    if up or down:
        return _one_of(bool(up), bool(down))
    # "minska med minst 20 procent": a bound speaks only where no wish does
    least = re.search(rf"\b(?:{_any('name', 'minimum')})\s+\d", folded)
    most = re.search(rf"\b(?:{_any('name', 'maximum')})\s+\d", folded)
    up = least or re.search(_any("name", "says_higher"), folded)
    down = most or re.search(_any("name", "says_lower"), folded)
    return _one_of(bool(up), bool(down))


def _from_targets(observations: Iterable[Observation]) -> bool | None:
    relations = {read_target(o.raw).relation for o in observations if is_target(o.measure)}
    up = relations & {Relation.AT_LEAST, Relation.ABOVE, Relation.INCREASE}
    down = relations & {Relation.AT_MOST, Relation.BELOW, Relation.DECREASE}
    return _one_of(bool(up), bool(down))


def _from_verdict(
    observations: Sequence[Observation], assessments: Iterable[Assessment]
) -> bool | None:
    """The side of the target on which the document says that it is missed."""
    pair = _pair(observations)
    if pair is None or not any(_says_missed(a) for a in assessments if a.breakdown == TOTAL):
        return None
    outcome, target = pair[0].value, read_target(pair[1].raw)
    if outcome is None or target.value is None or target.relation is not None:
        return None
    return None if outcome == target.value else outcome < target.value


def _says_missed(assessment: Assessment) -> bool:
    if assessment.meaning is not None:
        meaning = fold(assessment.meaning)
        return any(word in meaning for word in _data("missed", "meanings"))
    return assessment.value in _data("missed", "values")


def _assumed(name: str) -> bool | None:
    """What a vocabulary of topic words assumes of `name`: true for higher, false for lower."""
    folded = fold(name)
    for group in vocabulary("directions")["assumed"]:
        up = [word for word in group["higher"] if _begins_within(word, folded)]
        down = [word for word in group["lower"] if _begins_within(word, folded)]
        up = [word for word in up if not any(word in other for other in down)]
        down = [word for word in down if not any(word in other for other in up)]
        if up or down:
            return _one_of(bool(up), bool(down))
    return None


def _begins_within(word: str, folded: str) -> bool:
    """Whether `word` stands in the text; a short one only at a word's start."""
    if len(word) <= 3:
        return re.search(rf"\b{re.escape(word)}\b", folded) is not None
    return word in folded and (
        len(word) > 5 or re.search(rf"\b{re.escape(word)}", folded) is not None
    )


def _wish(folded: str) -> Relation | None:
    """Öka or Minska, where the target is such a word (or begins with one)."""
    up = re.match(rf"(?:{_any('target', 'increase')})(?!\w)", folded)
    down = re.match(rf"(?:{_any('target', 'decrease')})(?!\w)", folded)
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
        if re.search(rf"(?:^|(?<=[\s(]))(?:{_any('target', key)})(?:\s\w+)?$", text):
            return relation
    return _wish(text)


def _relation_after(after: str) -> Relation | None:
    text = after.strip(" %")
    if re.search(_any("target", "minimum_after"), text):
        return Relation.AT_LEAST
    return Relation.AT_MOST if re.search(_any("target", "maximum_after"), text) else None


def _one_of(up: bool, down: bool) -> bool | None:
    return None if up == down else up


def _direction(higher: bool, source: str) -> Direction:
    values, sources = vocabulary("directions")["value"], vocabulary("directions")["source"]
    return Direction(values["higher" if higher else "lower"], sources[source])


def _is_higher(direction: Direction) -> bool:
    return direction.value == str(vocabulary("directions")["value"]["higher"])


def _data(table: str, key: str) -> Any:
    return vocabulary("directions")[table][key]


@cache
def _any(table: str, key: str) -> str:
    """A pattern for any of the words, longest first."""
    words = sorted(_data(table, key), key=len, reverse=True)
    return "|".join(re.escape(fold(word)) for word in words)
