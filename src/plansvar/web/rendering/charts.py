"""A value over years as a small chart with the target drawn in, and the same numbers as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plansvar.asking.evidence import words
from plansvar.asking.evidence.reading import usable
from plansvar.domain import Answer, Indicator, Observation
from plansvar.texts import text

WIDTH, HEIGHT = 420.0, 180.0
LEFT, RIGHT, TOP, BOTTOM = 56.0, 56.0, 26.0, 34.0
CLOSE = 28.0
FEWEST = 2
MOST = 3


@dataclass(frozen=True, slots=True)
class Point:
    """A value in the chart; `raw` and `period` are as printed."""

    year: int
    value: float
    raw: str
    x: float
    y: float
    period: str


@dataclass(frozen=True, slots=True)
class Chart:
    name: str
    points: tuple[Point, ...]
    target: Point | None
    summary: str
    width: float = WIDTH
    height: float = HEIGHT

    @property
    def target_label_left(self) -> bool:
        """Whether the target's label would cover the last value where it usually stands."""
        return self.target is not None and abs(self.points[-1].y - self.target.y) < CLOSE

    @property
    def line(self) -> str:
        return " ".join(f"{point.x:.1f},{point.y:.1f}" for point in self.points)


def charts_of(answer: Answer) -> tuple[Chart, ...]:
    """The charts of an answer about few indicators, of those that have values for several years.
    An answer about men or women does not state the total, and gets no chart of it."""
    if len(answer.rows) > MOST:
        return ()
    found = (chart_of_row(row) for row in answer.rows if isinstance(row, Indicator))
    return tuple(chart for chart in found if chart and chart.points[-1].raw in answer.text)


def chart_of_row(row: Indicator) -> Chart | None:
    """The outcome over years, where the row prints at least two; the target of the last year."""
    return _chart(row.name, row.observations)


def joined_chart(rows: Sequence[Indicator]) -> Chart | None:
    """The same over several documents, oldest first; where two print a year, the newest counts."""
    return _chart(rows[-1].name, [each for row in reversed(rows) for each in row.observations])


def _chart(name: str, observations: Sequence[Observation]) -> Chart | None:
    outcomes = _by_year(filter(words.is_outcome, observations))
    if len(outcomes) < FEWEST or len({each.unit for each in outcomes.values()}) > 1:
        return None
    targets = _by_year(filter(words.is_target, observations))
    target_year = _nearest(targets, max(outcomes))
    target = targets[target_year] if target_year is not None else None
    return _drawn(name, outcomes, (target_year, target) if target else None)


def _by_year(observations: Iterable[Observation]) -> dict[int, Observation]:
    """The total of each year; the whole year before a part of it, then the first printed."""
    found: dict[int, Observation] = {}
    for each in observations:
        year = words.year_of(each.period)
        if year is None or not (usable(each) and words.is_total(each)):
            continue
        earlier = found.setdefault(year, each)
        if _is_whole(each, year) and not _is_whole(earlier, year):
            found[year] = each
    return dict(sorted(found.items()))


def _is_whole(each: Observation, year: int) -> bool:
    return (each.period or "").strip() == str(year)


def _nearest(years: Iterable[int], wanted: int) -> int | None:
    return min(years, key=lambda year: (abs(year - wanted), year), default=None)


def _drawn(
    name: str,
    outcomes: dict[int, Observation],
    target: tuple[int | None, Observation] | None,
) -> Chart:
    shown = [each.value for each in outcomes.values() if each.value is not None]
    if target and target[1].value is not None:
        shown.append(target[1].value)
    low, high = _range(shown)
    years = list(outcomes)

    def placed(year: int, each: Observation) -> Point:
        value = each.value or 0.0
        share = (year - years[0]) / max(years[-1] - years[0], 1)
        x = LEFT + min(max(share, 0.0), 1.0) * (WIDTH - LEFT - RIGHT)
        y = TOP + (high - value) / (high - low) * (HEIGHT - TOP - BOTTOM)
        return Point(year, value, each.raw, x, y, each.period or str(year))

    points = tuple(placed(year, each) for year, each in outcomes.items())
    aim = placed(target[0] or years[-1], target[1]) if target else None
    return Chart(name, points, aim, _summary(points, aim))


def _range(values: Sequence[float]) -> tuple[float, float]:
    """From nought where that is near, else with some air around the values."""
    low, high = min(values), max(values)
    if low >= 0 and low < high * 0.6:
        low = 0.0
    air = (high - low) * 0.1 or abs(high) * 0.1 or 1.0
    return (low if low == 0 else low - air), high + air


def _summary(points: Sequence[Point], target: Point | None) -> str:
    values = ", ".join(f"{point.period}: {point.raw}" for point in points)
    aim = text("web.chart.target", year=target.period, value=target.raw) if target else ""
    return text("web.chart.values", values=values, target=aim).strip()
