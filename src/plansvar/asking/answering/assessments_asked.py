"""The assessments that a question asks for, and which summaries and reports tell of them."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.grouping import Group
from plansvar.asking.goal_levels import family_of, is_goal
from plansvar.asking.query import Operation
from plansvar.domain import AssessmentSummary, Indicator
from plansvar.language.folding import fold


def wanted_assessments(task: Task, group: Group[Indicator]) -> tuple[str, ...]:
    """The assessments asked for, of several that say the same those that the report uses; with
    "inte" all others that it uses."""
    conditions = task.query.conditions
    used = [a.value for row in group.rows for a in row.assessments if a.value]
    used += [s.assessment for s in summaries_of(task, group) if s.assessment]
    if not conditions.negated:
        return _in_its_words(conditions.assessments, used)
    asked = {fold(name) for name in conditions.assessments}
    return tuple(name for name in dict.fromkeys(used) if fold(name) not in asked)


def _in_its_words(asked: Sequence[str], used: Sequence[str]) -> tuple[str, ...]:
    """The assessments asked for, without those beside one that a report uses for the same."""
    told = {fold(each) for each in used}
    families = {family_of(each) for each in asked if fold(each) in told} - {None}
    kept = [e for e in asked if fold(e) in told or family_of(e) not in families]
    first: dict[str, str] = {}
    for each in kept:
        if fold(each) not in told:
            first.setdefault(family_of(each) or each, each)
    return tuple(e for e in kept if fold(e) in told or e in first.values())


def summaries_of(task: Task, group: Group[Indicator]) -> list[AssessmentSummary]:
    """The summaries of a report; where rows have marks of their own, an uncounted list of words
    that fit no row is a legend."""
    kinds = {fold(kind) for kind in task.query.conditions.kinds}
    marked = any(a.mark for row in group.rows for a in row.assessments)
    return [
        s
        for s in task.library.summaries()
        if group.holds(s)
        and _is_within(task, s)
        and (not kinds or _kind_fits(fold(s.kind), kinds))
        and not (task.query.goals and is_goal(s.kind))
        and (not marked or s.stated_count is not None or any(n.fits for n in s.names))
    ]


def has_assessments(task: Task, group: Group[Indicator]) -> bool:
    marked = any(a.value for row in group.rows for a in row.assessments)
    return marked or any(s.assessment for s in summaries_of(task, group))


def wants_rows(task: Task) -> bool:
    """Whether rows are to be told one by one, and not only how many they are."""
    return task.query.operation not in (Operation.COUNT, Operation.SHARE)


def groups_using(task: Task, groups: list[Group[Indicator]]) -> list[Group[Indicator]]:
    """Where only numbers are asked for, the reports that use the assessments at all, if any do:
    one that judges in words says nothing of how many are green."""
    if wants_rows(task) or task.query.conditions.negated:
        return groups
    wanted = {fold(name) for name in task.query.conditions.assessments}
    kept = [g for g in groups if wanted & _used(task, g)]
    return kept or groups


def _used(task: Task, group: Group[Indicator]) -> set[str]:
    used = {fold(a.value) for row in group.rows for a in row.assessments if a.value}
    return used | {fold(s.assessment) for s in summaries_of(task, group) if s.assessment}


def _is_within(task: Task, summary: AssessmentSummary) -> bool:
    """Whether a summary counts no more rows than are asked for: one of a whole report says nothing
    of a unit's or a heading's rows."""
    query = task.query
    units = {fold(name) for name in (*query.scope.organisations, *query.conditions.responsible)}
    if in_part(task):
        return False
    return not units or fold(summary.place.organisation or "") in units


def in_part(task: Task) -> bool:
    """Whether a name or heading restricts the rows, which no summary of a report does."""
    return bool(task.query.links or task.query.scope.sections)


def _kind_fits(told: str, kinds: set[str]) -> bool:
    """Whether a summary is of these kinds; a plain word ("mål") speaks of all its compounds."""
    return any(kind.endswith(told) or told.endswith(kind) for kind in kinds)
