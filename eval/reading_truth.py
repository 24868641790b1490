"""Compares what was extracted from a document with what is known to stand in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rapidfuzz.fuzz import ratio

from eval.reading_stated import TrueNote, TrueSummary, compare_stated
from plansvar.domain import Amount, Commitment, Extraction, Indicator, Observation, Place
from plansvar.extraction.units import unit_named

ALIKE = 90


class TrueValue(Protocol):
    measure: str
    period: str
    breakdown: str
    raw: str
    unit: str

    @property
    def value(self) -> float | None: ...


class TrueGoal(Protocol):
    key: str
    name: str
    values: tuple[TrueValue, ...]
    board: str | None
    responsible: str | None
    assessment: str | None
    trend: str | None
    comment: str | None
    marks: bool


class TrueTask(Protocol):
    key: str
    text: str
    responsible: str
    status: str | None


class TrueAmount(Protocol):
    key: str
    what: str
    raw: str
    unit: str
    period: str
    measure: str | None
    is_sum: bool

    @property
    def value(self) -> float | None: ...


class Truth(Protocol):
    document: str
    goals: list[TrueGoal]
    tasks: list[TrueTask]
    amounts: list[TrueAmount]
    summaries: Sequence[TrueSummary]
    notes: Sequence[TrueNote]
    sums_in_text: list[tuple[str, str]]
    headings: list[str]
    pages: dict[str, list[int]]


@dataclass(slots=True)
class Score:
    """Counts by (field, verdict); `faults` are lines for people."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def judge(self, what: str, where: str, true: object, read: object) -> None:
        """Right, wrong, missing or extra, by what is true and what was read."""
        if true in (None, "") and read in (None, ""):
            return
        verdict = "right" if _same(true, read) else "wrong"
        verdict = "missing" if read in (None, "") else "extra" if true in (None, "") else verdict
        self.counts[what, verdict] += 1
        if verdict != "right":
            self.faults.append(f"{verdict:8}{what:22}{where}: printed {true!r}, read {read!r}")

    def add(self, other: Score) -> None:
        self.counts += other.counts
        self.faults += other.faults


def compared(truth: Truth, extraction: Extraction) -> Score:
    """How well one document was read."""
    score = Score()
    _goals(truth, extraction.indicators, score)
    _tasks(truth, extraction.commitments, score)
    _amounts(truth, extraction.amounts, score)
    compare_stated(truth, extraction, score)
    return score


def _goals(truth: Truth, rows: Sequence[Indicator], score: Score) -> None:
    left = list(rows)
    for goal in truth.goals:
        row = _best(goal, left, truth.pages.get(goal.key, []))
        where = f"{_page(truth, goal.key)} {goal.name[:44]}"
        score.judge("goals", where, goal.name, row.name if row else None)
        if row is not None:
            left.remove(row)
            _goal(goal, row, truth, where, score)
    for row in left:
        score.judge("goals", f"p{row.place.page_index} {row.name[:60]}", None, _first_values(row))


def _best(goal: TrueGoal, rows: Iterable[Indicator], pages: list[int]) -> Indicator | None:
    fits = [row for row in rows if ratio(_plain(row.name), _plain(goal.name)) >= ALIKE]
    raws = {_plain(value.raw) for value in goal.values}

    def weight(row: Indicator) -> tuple[bool, int]:
        shared = raws & {_plain(o.raw) for o in row.observations}
        return (row.place.page_index in pages, len(shared))

    return max(fits, key=weight, default=None)


def _goal(goal: TrueGoal, row: Indicator, truth: Truth, where: str, score: Score) -> None:
    _values(goal, row, where, score)
    kind = "assessment (marks)" if goal.marks else "assessment (words)"
    said = row.assessment
    score.judge(kind, where, goal.assessment, said.value if said else None)
    score.judge("trend (marks)", where, goal.trend, row.trend.value if row.trend else None)
    _judge_place(goal.key, row.place, truth, where, score)
    if goal.responsible:
        score.judge("responsible", where, goal.responsible, ", ".join(row.responsible))
    elif goal.board:
        score.judge("board", where, goal.board, _board(goal.board, row))
    if goal.comment:
        score.judge("comment", where, goal.comment, row.comment)


def _values(goal: TrueGoal, row: Indicator, where: str, score: Score) -> None:
    left = list(row.observations)
    open_values = []
    for value in (value for value in goal.values if value.raw):
        found = next((o for o in left if _key(o) == _true_key(value)), None)
        if found is None:
            open_values.append(value)
            continue
        left.remove(found)
        _value(value, found, where, score)
    for value in open_values:
        _misplaced(value, left, where, score)
    for rest in left:
        score.judge("value", where, None, f"{rest.raw} ({' '.join(_key(rest))})")


def _value(value: TrueValue, found: Observation, where: str, score: Score) -> None:
    place = f"{where} [{' '.join(_true_key(value))}]"
    exact = found.value == value.value and (value.value is not None or _same(value.raw, found.raw))
    score.judge("value", place, value.raw, value.raw if exact else f"{found.raw} = {found.value}")
    if exact:
        score.judge("value as printed", place, value.raw, found.raw)
    score.judge("unit", place, _unit(value.unit), found.unit)


def _misplaced(value: TrueValue, left: list[Observation], where: str, score: Score) -> None:
    """A value whose key was not found: read under another period, group or measure, or not."""
    key = " ".join(_true_key(value))
    found = next((o for o in left if _same(o.raw, value.raw)), None)
    if found is None:
        score.judge("value", where, f"{value.raw} ({key})", None)
        return
    left.remove(found)
    score.judge("measure", where, value.measure, found.measure)
    score.judge("period", where, value.period, found.period or "none")
    score.judge("breakdown", where, value.breakdown, found.breakdown)
    score.judge("unit", where, _unit(value.unit), found.unit)


def _tasks(truth: Truth, rows: Sequence[Commitment], score: Score) -> None:
    left = list(rows)
    for task in truth.tasks:
        fits = [row for row in left if ratio(_plain(row.text), _plain(task.text)) >= ALIKE]
        row = fits[0] if fits else None
        where = f"{_page(truth, task.key)} {task.text[:44]}"
        score.judge("commitments", where, task.text, row.text if row else None)
        if row is not None:
            left.remove(row)
            score.judge("responsible", where, task.responsible, ", ".join(row.responsible))
            score.judge("status", where, task.status, row.status_raw)
            _judge_place(task.key, row.place, truth, where, score)
    for row in left:
        score.judge("commitments", f"p{row.place.page_index}", None, row.text[:70])


def _amounts(truth: Truth, rows: Sequence[Amount], score: Score) -> None:
    left = list(rows)
    for amount in truth.amounts:
        row = _amount(amount, left)
        where = f"{_page(truth, amount.key)} {amount.what[:34]} [{amount.measure} {amount.period}]"
        if amount.value is None and row is None:
            continue
        score.judge("amounts", where, amount.raw, row.raw if row else None)
        if row is not None:
            left.remove(row)
            score.judge("amount value", where, str(amount.value), str(row.value))
            score.judge("amount unit", where, amount.unit, row.unit)
            score.judge("amount sum", where, str(amount.is_sum), str(row.is_sum))
            _judge_place(amount.key, row.place, truth, where, score)
    for row in (row for row in left if row.headings):
        where = f"p{row.place.page_index} {row.what[:50]} [{row.measure} {row.period}]"
        score.judge("amounts", where, None, f"{row.raw} {row.unit}")


def _amount(amount: TrueAmount, rows: Iterable[Amount]) -> Amount | None:
    """The amount with this name, period and measure; where several, the one with this value."""
    fits = [
        row
        for row in rows
        if ratio(_plain(row.what), _plain(amount.what)) >= ALIKE
        and row.headings
        and _same(row.period, amount.period)
        and (amount.measure is None or row.measure == amount.measure)
    ]
    return max(fits, key=lambda row: row.value == amount.value, default=None)


def _judge_place(key: str, place: Place, truth: Truth, where: str, score: Score) -> None:
    pages = truth.pages.get(key)
    if pages:
        near = place.page_index if place.page_index in pages else pages[0]
        score.judge("page", where, str(near), str(place.page_index))


def _board(board: str, row: Indicator) -> str | None:
    """The board as read, from where the row stands."""
    said = [*row.responsible, row.place.organisation or ""]
    return next((name for name in said if _plain(name) == _plain(board)), said[-1] or None)


def _unit(printed: str) -> str:
    """A unit by the name that rows carry."""
    known = unit_named(printed)
    return known.name if known else printed


def _page(truth: Truth, key: str) -> str:
    pages = truth.pages.get(key)
    return f"p{pages[0]}" if pages else "p-"


def _first_values(row: Indicator) -> str:
    return ", ".join(f"{o.measure} {o.period} {o.raw}" for o in row.observations[:3]) or row.kind


def _key(found: Observation) -> tuple[str, str, str]:
    return (found.measure, _plain(found.period or ""), found.breakdown)


def _true_key(value: TrueValue) -> tuple[str, str, str]:
    return (value.measure, _plain(value.period), value.breakdown)


def _same(true: object, read: object) -> bool:
    return _plain(str(true)) == _plain(str(read))


def _plain(text: str) -> str:
    """Without differences of white space, dashes and case."""
    return re.sub(r"\s+", " ", re.sub(r"[–−]\s?", "-", text)).strip().lower()
