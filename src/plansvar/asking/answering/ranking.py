"""Rows in order: furthest from the target, most changed, highest or lowest."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.asked_years import read_asked
from plansvar.asking.answering.assessments import first_of_tables, is_assessed
from plansvar.asking.answering.assessments_asked import wanted_assessments
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import counted
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.answering.rows import name_fact, row_said, some_names, values_fact
from plansvar.asking.answering.sorting import is_running, same_year, sort_rows, step_of
from plansvar.asking.answering.tabled import as_rows
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import headings_proof
from plansvar.asking.evidence.reading import in_breakdown, usable
from plansvar.asking.query import Operation, Order, OrderBy
from plansvar.asking.tables.moved import DIGITS
from plansvar.domain import AnswerKind, Indicator, Observation, Tally
from plansvar.language.folding import words as split
from plansvar.texts import text

SHOWN = 5
_TWO = 2
_OF_CHANGE = (OrderBy.CHANGE, OrderBy.RISE)


def answer_ranked(task: Task) -> Draft:
    """The first rows in the order asked for, by report."""
    order = task.query.order or Order(OrderBy.DISTANCE_TO_TARGET)
    said: list[Said] = []
    found: list[Indicator] = []
    for every in grouped(task, selecting.indicators(task.query, task.library)):
        group = _judged_so(task, every)
        placed, rest = _placed(task, group, order)
        if _own_measures(task, order):
            placed = [row for row in placed if _of_measure(task, row, order) is not None]
        if not placed:
            continue
        shown = placed if order.whole else _first(task, _moved(task, placed, order), order)
        said.append(_lead(task, group, order, placed, rest, len(shown)))
        said += [_row(task, row, order) for row in shown]
        if rest:
            said.append(Said(task.say("left.unranked", names=some_names(task, rest))))
        found += shown
    if not said and task.query.conditions.kinds:  # people call anything that is measured so
        return answer_ranked(_of_any_kind(task))
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(found))


def _of_any_kind(task: Task) -> Task:
    conditions = replace(task.query.conditions, kinds=())
    return replace(task, query=replace(task.query, conditions=conditions))


def _first(task: Task, placed: list[Indicator], order: Order) -> list[Indicator]:
    """As many rows as are asked for, with those that are as far as the last of them."""
    if not order.limit:
        return placed[:SHOWN]
    shown = placed[: order.limit]
    last = round(_size(task, shown[-1], order) or 0.0, DIGITS) if shown else 0.0
    behind = placed[order.limit :]
    return shown + [r for r in behind if round(_size(task, r, order) or 0.0, DIGITS) == last]


def _judged_so(task: Task, group: Group[Indicator]) -> Group[Indicator]:
    """Of goals listed as red or missed and put in order ("sortera dem på avvikelse") those."""
    conditions = task.query.conditions
    if conditions.target_state and task.query.operation is Operation.LIST:
        return replace(group, rows=sort_rows(task, group).kept)
    if not conditions.assessments:
        return group
    wanted = wanted_assessments(task, group)
    rows = (row for row in group.rows if any(is_assessed(row, each) for each in wanted))
    return replace(group, rows=tuple(rows))


def _breakdown(task: Task, order: Order) -> str | None:
    """The one group whose values are put in order, where the question names one."""
    groups = task.query.breakdowns
    return groups[0] if len(groups) == 1 and order.by is OrderBy.VALUE else None


def _row(task: Task, row: Indicator, order: Order) -> Said:
    measured = _of_measure(task, row, order)
    if measured is None and not _breakdown(task, order):
        return row_said(task, row)
    measured = measured or read_asked(task, row, _breakdown(task, order)).outcome
    if measured is None:
        return row_said(task, row)
    fact = task.say(
        "row.values", name=name_fact(task, row), values=values_fact(task, row, [measured])
    )
    return as_rows(task, row, [fact])[0] if task.query.as_table else Said(fact)


def _of_measure(task: Task, row: Indicator, order: Order) -> Observation | None:
    """The newest value of a measure of the documents' own ("riskvärde") that rows are put in order
    by, of the group and years asked for."""
    named = _own_measures(task, order)
    if not named:
        return None
    held = in_breakdown(row, _breakdown(task, order))
    years = task.query.scope.years
    told = [o for o in held if usable(o) and any(words.same_measure(m, o) for m in named)]
    told = [o for o in told if not years or words.year_of(o.period) in (None, *years)]
    return max(told, key=lambda o: words.year_of(o.period) or 0, default=None)


def _lead(
    task: Task,
    group: Group[Indicator],
    order: Order,
    placed: list[Indicator],
    rest: list[Indicator],
    shown: int,
) -> Said:
    end = "most" if order.descending else "least"
    every = "_all" if _way(task, order) == "measure" and shown == len(placed) > _TWO else ""
    fact = task.say_many(
        f"rank.{_way(task, order)}{every}.{end}",
        shown,
        report=report_name(task, group.document, group.organisation),
        base=str(len(placed)),
        kind=kind_word(task, placed, len(placed)),
        counted=text(
            f"answers.rank_rule.{'step' if task.query.of_parts else 'share'}", task.language
        ),
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


def _way(task: Task, order: Order) -> str:
    """What rows are put in order by, as the texts call it."""
    return "measure" if _own_measures(task, order) else order.by.value


def _placed(
    task: Task, group: Group[Indicator], order: Order
) -> tuple[list[Indicator], list[Indicator]]:
    """Rows that have what the order needs, in order; then those that have not."""
    rows = [row for row in group.rows if not (_own_measures(task, order) and _is_sum(row))]
    known_ways = any(row.direction for row in rows)  # else higher is taken to be good
    measured = [
        (row, None if known_ways and _is_unclear(task, row, order) else _size(task, row, order))
        for row in rows
    ]
    known = [(row, size) for row, size in measured if size is not None]
    known.sort(key=lambda pair: pair[1], reverse=order.descending)
    return [row for row, _ in known], [row for row, size in measured if size is None]


def _is_unclear(task: Task, row: Indicator, order: Order) -> bool:
    """Whether nothing tells which way is good for a row that is to be ordered by that."""
    return order.by is OrderBy.CHANGE and row.direction is None and not task.query.of_parts


def _own_measures(task: Task, order: Order) -> list[str]:
    """The measures of the documents' own that rows are to be put in order by."""
    named = [m for m in task.query.measures if words.measure_kind(m) is None]
    return named if order.by is OrderBy.VALUE else []


def _is_sum(row: Indicator) -> bool:
    """Whether a row sums up those above it ("Kommunen totalt")."""
    told = split(row.name)
    return not set(told).isdisjoint(words.vocabulary_list("measures", "sum"))


def _size(task: Task, row: Indicator, order: Order) -> float | None:
    measured = _of_measure(task, row, order)
    if measured is not None:
        return measured.value
    reading = read_asked(task, row, _breakdown(task, order))
    if not usable(reading.outcome) or reading.outcome is None or reading.outcome.value is None:
        return None
    if order.by is OrderBy.VALUE:
        return reading.outcome.value
    if order.by in _OF_CHANGE:
        step = None if is_running(task.document(row), row, reading) else step_of(reading)
        base = abs(reading.previous.value or 0.0) if reading.previous else 0.0
        if step is None or not base:
            return None
        return _moved_by(row, step, order) / (1.0 if task.query.of_parts else base)
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
