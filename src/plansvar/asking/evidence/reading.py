"""Reads a row: its latest outcome, the target it is measured against, the outcome before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plansvar.asking.evidence import words
from plansvar.asking.evidence.periods import part_of_year
from plansvar.domain import Indicator, Observation
from plansvar.language.months import last_month_of

OWN = 9999  # the year of values that bear none: after all printed ones


@dataclass(frozen=True, slots=True)
class Reading:
    """The values of one row and one breakdown that belong together."""

    outcome: Observation | None
    target: Observation | None
    previous: Observation | None

    @property
    def observations(self) -> tuple[Observation, ...]:
        return tuple(o for o in (self.outcome, self.target, self.previous) if o is not None)


def read(
    row: Indicator,
    breakdown: str | None = None,
    year: int | None = None,
    own: int | None = None,
    part: int = 0,
) -> Reading:
    """Outcome (of `year`, else the latest), target of that year, outcome of the year before; a
    value that bears no year is of the year `own` of its report, where that is given; of several
    parts of a year `part` comes first."""
    group = in_breakdown(row, breakdown)
    outcomes = _newest_first(filter(words.is_outcome, group))
    if year is not None:
        dated = ((o, words.year_of(o.period) or own) for o in outcomes)
        found = [o for o, of in dated if of == year]
        same_part = [o for o in found if part and part_of_year(o.period) == part]
        chosen = next(iter([*same_part, *found]), None)
    else:
        chosen = next(iter(outcomes), None)
    earlier = [o for o in outcomes if chosen and _rank(o) < _rank(chosen)]
    alike = [o for o in earlier if chosen and part_of_year(o.period) == part_of_year(chosen.period)]
    same = [o for o in alike if _rank(o) == _rank(earlier[0])]
    return Reading(chosen, _target(row, group, chosen, year), next(iter([*same, *earlier]), None))


def in_breakdown(row: Indicator, breakdown: str | None) -> tuple[Observation, ...]:
    """The observations of one breakdown; without one the total, else the first that is printed
    with an outcome (a number of chefs beside their share)."""
    if breakdown is not None:
        return tuple(o for o in row.observations if o.breakdown == breakdown)
    total = tuple(o for o in row.observations if words.is_total(o))
    outcomes = [o for o in row.observations if words.is_outcome(o)]
    if not row.observations or any(words.is_total(o) for o in outcomes):
        return total
    if total and not outcomes:
        return total
    first = (outcomes or row.observations)[0].breakdown
    return tuple(o for o in row.observations if o.breakdown == first)


def usable(observation: Observation | None) -> bool:
    """Whether an observation is a number that was measured."""
    return observation is not None and observation.value is not None and observation.measured


def breakdowns(row: Indicator) -> tuple[str, ...]:
    return tuple(dict.fromkeys(o.breakdown for o in row.observations))


def years(row: Indicator) -> tuple[int, ...]:
    """The years of the row's values, newest first."""
    found = {words.year_of(o.period) for o in row.observations}
    return tuple(sorted((y for y in found if y is not None), reverse=True))


def _target(
    row: Indicator,
    group: Iterable[Observation],
    outcome: Observation | None,
    year: int | None,
) -> Observation | None:
    targets = [o for o in group if words.is_target(o)]
    targets = targets or [o for o in row.observations if words.is_target(o) and words.is_total(o)]
    wanted = year if year is not None else words.year_of(outcome.period) if outcome else None
    same = [o for o in targets if words.year_of(o.period) == wanted]
    undated = [o for o in targets if words.year_of(o.period) is None]
    if year is not None and not same and not undated:
        return None
    return next(iter([*same, *undated, *_newest_first(targets)]), None)


def _newest_first(observations: Iterable[Observation]) -> list[Observation]:
    found = list(observations)
    last = max(map(_rank, found), default=0)
    monthly = all(last_month_of(o.period or "") for o in found if _rank(o) == last)
    return sorted(found, key=lambda o: (*_order(o), _month(o) if monthly else 0), reverse=True)


def _month(observation: Observation) -> int:
    """The month of a value, as a year given month by month is told by its last."""
    return (last_month_of(observation.period or "") or 0) if observation.value is not None else 0


def _order(observation: Observation) -> tuple[int, int]:
    """Years in order, and of one year the later part that has a value."""
    part = part_of_year(observation.period) if observation.value is not None else 0
    return (_rank(observation), part)


def _rank(observation: Observation) -> int:
    """Years in order; a value beside dated ones that bears no year itself is the report's own."""
    return words.year_of(observation.period) or OWN
