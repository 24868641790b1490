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
from typing import Any

from plansvar.domain import Assessment, Indicator, Observation
from plansvar.extraction.target_words import Relation, Target, read_target, words_pattern
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way is better, in the contract's words, and how that is known; null when unknown."""

    value: str | None = None
    source: str | None = None


UNKNOWN = Direction()

__all__ = [
    "UNKNOWN",
    "Direction",
    "Relation",
    "Target",
    "direction_of",
    "is_outcome",
    "is_target",
    "judged",
    "meets_target",
    "read_target",
]


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
    name = _without_goal(name)
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
    outcomes = [o for o in observations if is_outcome(o.measure) and o.breakdown == _total()]
    targets = [o for o in observations if is_target(o.measure) and o.breakdown == _total()]
    pairs = [(o, t) for t in targets for o in outcomes if _same_year(o, t) and _same_unit(o, t)]
    if not pairs:
        return None
    # beside "Föregående år" an outcome without a period is the target's own
    pairs = [pair for pair in pairs if pair[0].period == pair[1].period] or pairs
    latest = max(_pair_year(pair) for pair in pairs)
    found = [pair for pair in pairs if _pair_year(pair) == latest]
    if len(found) != 1 or not found[0][0].measured:
        return None
    return found[0]


def _pair_year(pair: tuple[Observation, Observation]) -> int:
    # a target without a year is the target of the latest outcome
    return _year(pair[1].period) or _year(pair[0].period) or 0


def _same_year(outcome: Observation, target: Observation) -> bool:
    if target.period is None:
        return True
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
    wish = rf"\b(?:{words_pattern('name', 'wish')})\b(?:\s\w+){{0,3}}?\s"
    up = re.search(rf"{wish}(?:{words_pattern('name', 'increase')})\b", folded) or re.match(
        rf"(?:{words_pattern('name', 'increase_first')})\b", folded
    )
    down = re.search(rf"{wish}(?:{words_pattern('name', 'decrease')})\b", folded) or re.match(
        rf"(?:{words_pattern('name', 'decrease_first')})\b", folded
    )
    if up or down:
        return _one_of(bool(up), bool(down))
    # "minska med minst 20 procent": a bound speaks only where no wish does
    least = re.search(rf"\b(?:{words_pattern('name', 'minimum')})\s+\d", folded)
    most = re.search(rf"\b(?:{words_pattern('name', 'maximum')})\s+\d", folded)
    up = least or re.search(words_pattern("name", "says_higher"), folded)
    down = most or re.search(words_pattern("name", "says_lower"), folded)
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
    if pair is None or not any(_says_missed(a) for a in assessments if a.breakdown == _total()):
        return None
    outcome, target = pair[0].value, read_target(pair[1].raw)
    if outcome is None or target.value is None or target.relation is not None:
        return None
    return None if outcome == target.value else outcome < target.value


def _without_goal(name: str) -> str:
    """What is measured, of a name that begins with its goal ("Klimatpåverkan ska minska, Fossilfria
    fordon, %"), where that says itself which way is better: what the goal lowers is another
    thing."""
    goal = re.match(_data("goal", "demands"), fold(name))
    own = name[goal.end() :] if goal else ""
    speaks = bool(own) and (_from_name(own) is not None or _assumed(own) is not None)
    return own if speaks else name


def _says_missed(assessment: Assessment) -> bool:
    if assessment.meaning is not None:
        meaning = fold(assessment.meaning)
        return any(word in meaning for word in _data("missed", "meanings"))
    return assessment.value in _data("missed", "values")


def _assumed(name: str) -> bool | None:
    """What a vocabulary of topic words assumes of `name`: true for higher, false for lower."""
    folded = fold(name)
    but = any(word in folded for word in _data("timely", "but"))
    if re.search(_data("timely", "done"), folded) and not but:
        return True
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


def _one_of(up: bool, down: bool) -> bool | None:
    return None if up == down else up


def _direction(higher: bool, source: str) -> Direction:
    values, sources = vocabulary("directions")["value"], vocabulary("directions")["source"]
    return Direction(values["higher" if higher else "lower"], sources[source])


def _is_higher(direction: Direction) -> bool:
    return direction.value == str(vocabulary("directions")["value"]["higher"])


def _total() -> str:
    return str(_data("measures", "total"))


def _data(table: str, key: str) -> Any:
    return vocabulary("directions")[table][key]
