"""Sorts rows into those that meet the conditions, those that do not, and those left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.asking.answering.asked_years import read_asked
from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.grouping import Group
from plansvar.asking.answering.rows import form_of
from plansvar.asking.evidence import words
from plansvar.asking.evidence.periods import part_of_year
from plansvar.asking.evidence.phrases import Form
from plansvar.asking.evidence.reading import Reading, read, usable
from plansvar.asking.query import Change, TargetState, Threshold
from plansvar.domain import Document, Indicator, Observation
from plansvar.language.folding import words as split


@dataclass(frozen=True, slots=True)
class Sorted:
    """`base` could be judged, `kept` of them meets the conditions, `left_out` says why the rest
    could not be judged."""

    base: tuple[Indicator, ...]
    kept: tuple[Indicator, ...]
    left_out: tuple[tuple[str, tuple[Indicator, ...]], ...]


def rule_of(task: Task) -> str:
    """The name of the rule that the conditions ask for."""
    conditions = task.query.conditions
    if conditions.target_state:
        missed = conditions.target_state is TargetState.MISSED
        return "missed" if missed is not conditions.negated else "met"
    if conditions.change:
        beside = "beside_" if benchmark_of(task) else ""
        return f"{'not_' if conditions.negated else ''}{beside}{conditions.change.value}"
    if conditions.without_value:
        return "without_value"
    return "not_within" if conditions.negated else "within"


def benchmark_of(task: Task) -> str | None:
    """The measure that outcomes are set beside ("riket"), where the question names one."""
    named = (m for m in task.query.measures if words.measure_kind(m) is None)
    asked = task.query.conditions.change and not task.query.own_column
    return next(named, None) if asked else None


def sort_rows(task: Task, group: Group[Indicator]) -> Sorted:
    """The rows of one report, sorted by the rule."""
    rule = rule_of(task)
    base: list[Indicator] = []
    kept: list[Indicator] = []
    left: dict[str, list[Indicator]] = {}
    for row in _with_outcomes(task, group.rows) if rule == "without_value" else group.rows:
        verdict = _judge(task, row, rule)
        if isinstance(verdict, str):
            left.setdefault(verdict, []).append(row)
            continue
        base.append(row)
        kept += [row] if verdict else []
    reasons = tuple((reason, tuple(rows)) for reason, rows in left.items())
    return Sorted(tuple(base), tuple(kept), reasons)


def _with_outcomes(task: Task, rows: Sequence[Indicator]) -> Sequence[Indicator]:
    """The rows that have a column for their outcome, of the year asked for, where any of them lacks
    it; a goal or a thing that is never measured lacks none."""
    years = set(task.query.scope.years)
    said = set(split(task.query.text))
    if said.isdisjoint(words.vocabulary_list("measurement", "outcome_words")):
        return rows
    told = [
        row
        for row in rows
        if any(
            words.is_outcome(o) and (not years or words.year_of(o.period) in {*years, None})
            for o in row.observations
        )
    ]
    return told if any(_judge(task, row, "without_value") for row in told) else rows


def _judge(task: Task, row: Indicator, rule: str) -> bool | str:
    """Whether a row meets the rule, or why that cannot be told."""
    years = task.query.scope.years
    reading = read_asked(task, row)
    if rule == "without_value":
        return reading.outcome is None or reading.outcome.value is None
    if rule in ("met", "missed"):
        met = meets(row, reading, bool(years))
        return met if isinstance(met, str) else met is (rule == "met")
    if benchmark_of(task):
        reading = _beside(task, row, reading)
    elif task.query.conditions.change and is_running(task.document(row), row, reading):
        return "running"
    if task.query.conditions.change:
        changed = changed_as(row, reading, task.query.conditions.change, benchmark_of(task))
        negated = task.query.conditions.negated
        return changed if isinstance(changed, str) else changed is not negated
    return _within(task, row, reading)


def compared(task: Task, row: Indicator) -> Reading:
    """The outcome asked for, and what the question compares it with: another year, another
    measure, else the outcome before."""
    query = task.query
    years, groups = query.scope.years, query.breakdowns
    group = groups[0] if len(groups) == 1 else None
    own = task.document(row).year
    reading = read(row, group, year=max(years) if years else None, own=own)
    if benchmark_of(task):
        return _beside(task, row, reading)
    if not query.against_years:
        return reading
    part = part_of_year(reading.outcome.period) if reading.outcome else 0
    before = read(row, group, year=query.against_years[0], part=part).outcome
    said = str(query.against_years[0]) in query.text
    if before is reading.outcome:
        # "last year" of a row whose newest outcome is of that year is the one before.
        return replace(reading, previous=None) if said else reading
    # A row without the year that is named is set beside no other year in its place.
    return replace(reading, previous=before) if before or said else reading


def _beside(task: Task, row: Indicator, reading: Reading) -> Reading:
    """The outcome, with what it is set beside in the place of the outcome before."""
    named = benchmark_of(task) or ""
    other = next((o for o in row.observations if words.same_measure(named, o)), None)
    return replace(reading, previous=other)


def meets(row: Indicator, reading: Reading, other_year: bool) -> bool | str:
    """Whether the outcome meets the target, or why that cannot be told."""
    missing = _missing(reading.outcome)
    if missing:
        return missing
    if reading.target is None:
        return "no_target"
    if not same_year(reading):
        return "other_year"
    if row.meets_target is not None and not other_year:
        return row.meets_target
    if reading.target.value is None:
        return "word_target"
    if row.direction is None:
        return "no_direction"
    outcome, target = reading.outcome, reading.target
    if outcome is None or outcome.value is None or target.value is None:
        return "no_outcome"
    higher = row.direction == words.vocabulary_word("direction", "higher")
    return outcome.value >= target.value if higher else outcome.value <= target.value


def same_year(reading: Reading) -> bool:
    """Whether outcome and target are of one year, as far as they say."""
    years = {words.year_of(o.period) for o in (reading.outcome, reading.target) if o}
    return len(years - {None}) < 2


def changed_as(
    row: Indicator, reading: Reading, change: Change, beside: str | None = None
) -> bool | str:
    """Whether the outcome has changed in this way, or why that cannot be told."""
    missing = _missing(reading.outcome)
    if missing:
        return missing
    step = step_of(reading)
    if step is None:
        return "no_previous" if beside is None else "no_beside"
    if change is Change.SAME:
        return step == 0
    if change in (Change.UP, Change.DOWN):
        return step > 0 if change is Change.UP else step < 0
    if row.direction is None and step != 0:
        return "no_direction"
    good = is_better(row, step)
    return good if change is Change.BETTER else step != 0 and not good


def step_of(reading: Reading) -> float | None:
    """How the outcome has moved since the one before; null where one was not measured."""
    if not usable(reading.outcome) or not usable(reading.previous):
        return None
    outcome, previous = reading.outcome, reading.previous
    if outcome is None or previous is None or outcome.value is None or previous.value is None:
        return None
    return outcome.value - previous.value


def is_better(row: Indicator, step: float) -> bool:
    """Whether a step is in the direction that is good for the row."""
    higher = row.direction == words.vocabulary_word("direction", "higher")
    return step > 0 if higher else step < 0


def is_running(document: Document, row: Indicator, reading: Reading) -> bool:
    """Whether the outcome is a part of a year's sum, which no whole year compares with."""
    outcome = reading.outcome
    return outcome is not None and form_of(document, row, outcome) is Form.SO_FAR


def _missing(outcome: Observation | None) -> str | None:
    if outcome is None or outcome.value is None:
        return "no_outcome"
    return None if outcome.measured else "not_measured"


def _within(task: Task, row: Indicator, reading: Reading) -> bool | str:
    thresholds = task.query.conditions.thresholds
    met: list[bool] = []
    for threshold in thresholds:
        observation = _observation(reading, threshold)
        if observation is None or observation.value is None:
            return "no_target" if observation is reading.target else "no_outcome"
        if threshold.of_target:
            share = _share_of_target(row, reading)
            if isinstance(share, str):
                return share
            met.append(holds(threshold, share))
            continue
        if threshold.unit and not _same_unit(threshold.unit, observation.unit):
            return "other_unit"
        met.append(holds(threshold, observation.value))
    return all(met) is not task.query.conditions.negated


def _share_of_target(row: Indicator, reading: Reading) -> float | str:
    """The outcome in percent of the target, or why that cannot be told."""
    if row.direction == words.vocabulary_word("direction", "lower"):
        return "lower"
    target = reading.target.value if reading.target else None
    if reading.outcome is None or reading.outcome.value is None:
        return "no_outcome"
    if not target:
        return "no_target" if reading.target is None else "word_target"
    return 100 * reading.outcome.value / target


def _observation(reading: Reading, threshold: Threshold) -> Observation | None:
    target = words.measure_kind(threshold.measure or "") == "target"
    return reading.target if target else reading.outcome


def holds(threshold: Threshold, value: float) -> bool:
    """Whether a value meets a limit."""
    if threshold.relation == "between":
        return threshold.value <= value <= (threshold.upper or threshold.value)
    return {
        "<": value < threshold.value,
        "<=": value <= threshold.value,
        ">": value > threshold.value,
        ">=": value >= threshold.value,
    }.get(threshold.relation, value == threshold.value)


def _same_unit(asked: str, unit: str | None) -> bool:
    return asked == unit or (words.is_percent(asked) and words.is_percent(unit))
