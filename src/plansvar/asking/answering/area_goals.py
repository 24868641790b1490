"""The goals of an area or unit and how it goes with them, each told once from its newest report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plansvar.asking.answering.assessments import first_of_tables
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted
from plansvar.asking.answering.filtering import filter_lead, left_out_said
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.answering.newest import also_in, told_in_full
from plansvar.asking.answering.rows import LISTED, capped, row_said
from plansvar.asking.answering.sorting import sort_rows
from plansvar.asking.answering.statuses import judged_said
from plansvar.asking.basics import PLANS
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import headings_proof
from plansvar.asking.evidence.words import is_outcome, is_target, year_of
from plansvar.asking.goal_levels import judged
from plansvar.asking.query import Conditions, Operation
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.names import core_of
from plansvar.domain import AnswerKind, Indicator, Tally
from plansvar.language.folding import words

_Called = tuple[str | None, frozenset[str]]


def asks_of_area(task: Task) -> bool:
    """Whether the goals of an area are listed, or it is asked how it goes with them."""
    query = task.query
    listing = query.operation in (Operation.LIST, Operation.STATUS, Operation.COUNT)
    bare = query.conditions == Conditions() and not (query.order or query.breakdowns)
    scope = query.scope
    dated = scope.periods or query.over_years or query.by_unit
    premise = query.premise
    asked = premise is None or premise == Conditions(target_state=premise.target_state)
    return bool(query.area and query.links) and listing and bare and asked and not dated


def answer_area(task: Task) -> Draft:
    """Report by report, the newest first: how many, and those that no newer report has told."""
    rows = _of_years(task, selecting.indicators(task.query, task.library))
    if task.query.operation is Operation.STATUS:
        rows = tuple(_of_reports(task, rows))
    full = told_in_full(task, rows)
    told: set[_Called] = set()
    said: list[Said] = []
    others: list[Indicator] = []
    for group in grouped(task, rows):
        place = group.document.municipality
        new = [row for row in group.rows if told.isdisjoint(_called(task, row, place))]
        if group.document.path not in full or not new:
            others += group.rows
            continue
        told |= {called for row in new for called in _called(task, row, place)}
        said += _group_said(task, replace(group, rows=tuple(new)))
    return Draft(AnswerKind.INDICATOR, (*said, *also_in(task, others)), rows)


def _of_years(task: Task, rows: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """The rows that aim at the years asked for, where any are; of goals without values those of the
    documents of these years."""
    years = set(task.query.scope.years)

    def are_of(row: Indicator) -> bool:
        targets = [o for o in row.observations if is_target(o)]
        if any(year_of(o.period) in years for o in targets):
            return True
        undated = all(year_of(o.period) is None for o in targets)
        return undated and task.document(row).year in years

    return tuple(row for row in rows if not years or are_of(row))


def _called(task: Task, row: Indicator, place: str | None) -> set[_Called]:
    """What a row and the goal beside it are called, as they may be in another report."""
    names = catalogue_of(task.library).by_row
    core = names[row.id].core if row.id in names else frozenset(words(row.name))
    goals = (frozenset(core_of(each.text)) for each in row.also if each.kind)
    return {(place, each) for each in (core, *goals)}


def _of_reports(task: Task, rows: Sequence[Indicator]) -> Iterable[Indicator]:
    """How it goes is told by reports, where a municipality has any: a plan holds old outcomes."""
    reported = {
        task.document(row).municipality
        for row in rows
        if task.document(row).kind not in PLANS and (judged(row) or any(_outcomes(row)))
    }
    for row in rows:
        document = task.document(row)
        if document.municipality not in reported or document.kind not in PLANS:
            yield row


def _outcomes(row: Indicator) -> Iterable[bool]:
    return (is_outcome(o) and o.value is not None for o in row.observations)


def _group_said(task: Task, group: Group[Indicator]) -> list[Said]:
    if task.query.operation is Operation.COUNT:
        return [Said(_listed_fact(task, group))]
    asked = task.query.premise
    lead, left = _listed_fact(task, group), []
    if asked is not None:
        of_target = replace(task, query=replace(task.query, conditions=asked))
        valued = tuple(row for row in group.rows if row.observations)
        result = sort_rows(of_target, replace(group, rows=valued))
        if result.base:
            lead = filter_lead(of_target, group, result)
            left = left_out_said(of_target, result)
    open_rows = [row for row in group.rows[:LISTED] if not judged(row)]
    alike = len(open_rows) == min(len(group.rows), LISTED)
    shown = [
        row_said(task, row) if alike else judged_said(task, row) for row in group.rows[:LISTED]
    ]
    return [Said(lead), *capped(task, shown, group.rows), *left]


def _listed_fact(task: Task, group: Group[Indicator]) -> Fact:
    """How many goals of the area the report has."""
    number = len(group.rows)
    tally = Tally(word(task, "tally", "rows"), tuple(row.id for row in group.rows))
    fact = task.say_many(
        "area",
        number,
        report=report_name(task, group.document, group.organisation),
        kind=kind_word(task, group.rows, number),
        area=task.query.area,
    )
    fact = fact.reckoned(counted(word(task, "rule", "rows"), number, tally))
    return fact.proved_by(*(headings_proof(row) for row in first_of_tables(group)))
