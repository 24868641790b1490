"""Rows in order: furthest from the target, most changed, highest or lowest."""

from __future__ import annotations

from plansvar.asking.answering.asked_years import read_asked
from plansvar.asking.answering.assessments import first_of_tables
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import counted
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.answering.rows import name_fact, row_said, some_names, values_fact
from plansvar.asking.answering.sorting import is_running, same_year, step_of
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import headings_proof
from plansvar.asking.evidence.reading import usable
from plansvar.asking.query import Order, OrderBy
from plansvar.domain import AnswerKind, Indicator, Tally

SHOWN = 5
_OF_CHANGE = (OrderBy.CHANGE, OrderBy.RISE)


def answer_ranked(task: Task) -> Draft:
    """The first rows in the order asked for, by report."""
    order = task.query.order or Order(OrderBy.DISTANCE_TO_TARGET)
    said: list[Said] = []
    found: list[Indicator] = []
    for group in grouped(task, selecting.indicators(task.query, task.library)):
        placed, rest = _placed(task, group, order)
        if not placed:
            continue
        shown = _moved(task, placed, order)[: order.limit or SHOWN]
        said.append(_lead(task, group, order, placed, rest, len(shown)))
        said += [_row(task, row, order) for row in shown]
        if rest:
            said.append(Said(task.say("left.unranked", names=some_names(task, rest))))
        found += shown
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(found))


def _breakdown(task: Task, order: Order) -> str | None:
    """The one group whose values are put in order, where the question names one."""
    groups = task.query.breakdowns
    return groups[0] if len(groups) == 1 and order.by is OrderBy.VALUE else None


def _row(task: Task, row: Indicator, order: Order) -> Said:
    group = _breakdown(task, order)
    outcome = read_asked(task, row, group).outcome if group else None
    if outcome is None:
        return row_said(task, row)
    values = values_fact(task, row, [outcome])
    return Said(task.say("row.values", name=name_fact(task, row), values=values))


def _lead(
    task: Task,
    group: Group[Indicator],
    order: Order,
    placed: list[Indicator],
    rest: list[Indicator],
    shown: int,
) -> Said:
    end = "most" if order.descending else "least"
    fact = task.say_many(
        f"rank.{order.by.value}.{end}",
        shown,
        report=report_name(task, group.document, group.organisation),
        base=str(len(placed)),
        kind=kind_word(task, placed, len(placed)),
    )
    calculation = counted(
        word(task, "rule", order.by.value),
        len(placed),
        Tally(word(task, "tally", "ranked"), tuple(row.id for row in placed)),
        Tally(word(task, "tally", "shown"), tuple(row.id for row in placed[:shown])),
        Tally(word(task, "tally", "unranked"), tuple(row.id for row in rest)),
        rows=[row.id for row in placed[:shown]],
    )
    proof = [headings_proof(row) for row in first_of_tables(group)]
    return Said(fact.reckoned(calculation).proved_by(*proof))


def _placed(
    task: Task, group: Group[Indicator], order: Order
) -> tuple[list[Indicator], list[Indicator]]:
    """Rows that have what the order needs, in order; then those that have not."""
    measured = [(row, _size(task, row, order)) for row in group.rows]
    known = [(row, size) for row, size in measured if size is not None]
    known.sort(key=lambda pair: pair[1], reverse=order.descending)
    return [row for row, _ in known], [row for row, size in measured if size is None]


def _size(task: Task, row: Indicator, order: Order) -> float | None:
    reading = read_asked(task, row, _breakdown(task, order))
    if not usable(reading.outcome) or reading.outcome is None or reading.outcome.value is None:
        return None
    if order.by is OrderBy.VALUE:
        return reading.outcome.value
    if order.by in _OF_CHANGE:
        step = None if is_running(task.document(row), row, reading) else step_of(reading)
        base = abs(reading.previous.value or 0.0) if reading.previous else 0.0
        return _moved_by(row, step, order) / base if step is not None and base else None
    return _distance(task, row)


def _distance(task: Task, row: Indicator) -> float | None:
    """How far the outcome is from its target, as a share of the target; negative where past it."""
    reading = read_asked(task, row)
    outcome = reading.outcome.value if reading.outcome else None
    target = reading.target.value if reading.target else None
    if not target or outcome is None or not same_year(reading):
        return None
    return -_toward(row, outcome - target) / abs(target)


def _moved(task: Task, placed: list[Indicator], order: Order) -> list[Indicator]:
    """Of changes only those in the direction asked for; furthest from its target is none that
    reaches it, unless all do."""
    if order.by is OrderBy.DISTANCE_TO_TARGET and order.descending:
        return [row for row in placed if (_distance(task, row) or 0.0) > 0] or placed
    if order.by not in _OF_CHANGE:
        return placed
    sign = 1 if order.descending else -1
    steps = ((row, step_of(read_asked(task, row)) or 0.0) for row in placed)
    return [row for row, step in steps if sign * _moved_by(row, step, order) > 0]


def _moved_by(row: Indicator, step: float, order: Order) -> float:
    """A step counted as it is ordered by: for the better, or simply up."""
    return _toward(row, step) if order.by is OrderBy.CHANGE else step


def _toward(row: Indicator, step: float) -> float:
    """A step counted positive in the direction that is good; higher is good when unknown."""
    lower = row.direction == words.vocabulary_word("direction", "lower")
    return -step if lower else step
