"""Rows whose target is a word and no number ("Öka", "Minska")."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.assessments import first_of_tables
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.answering.newest import also_in, told_in_full
from plansvar.asking.answering.rows import LISTED, capped, row_said
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import headings_proof
from plansvar.asking.query import Operation
from plansvar.domain import AnswerKind, Indicator, Tally


def answer_aims(task: Task) -> Draft:
    """By report: how many rows have such a target, of how many, and which."""
    found = selecting.indicators(task.query, task.library)
    if not found:
        return Draft(AnswerKind.INDICATOR, ())
    ids = {row.id for row in found}
    full = told_in_full(task, found)
    said: list[Said] = []
    for group in grouped(task, selecting.indicators(_all(task).query, task.library)):
        members = [row for row in group.rows if row.id in ids]
        if members and group.document.path in full:
            said += _group_said(task, group, members)
    said += also_in(task, [row for row in found if row.place.document_id not in full])
    return Draft(AnswerKind.INDICATOR, tuple(said), found)


def _all(task: Task) -> Task:
    """The same question without the way that the targets have to name."""
    conditions = replace(task.query.conditions, target_way=None)
    return replace(task, query=replace(task.query, conditions=conditions))


def _group_said(task: Task, group: Group[Indicator], members: list[Indicator]) -> list[Said]:
    lead = Said(_lead(task, group, members))
    if task.query.operation in (Operation.COUNT, Operation.SHARE):
        return [lead]
    return [lead, *capped(task, [row_said(task, row) for row in members[:LISTED]], members)]


def _lead(task: Task, group: Group[Indicator], members: list[Indicator]) -> Fact:
    base, way = len(group.rows), task.query.conditions.target_way
    fact = task.say_many(
        f"aims.{way.value if way else ''}",
        len(members),
        report=report_name(task, group.document, group.organisation),
        base=str(base),
        kind=kind_word(task, group.rows, base),
    )
    calculation = counted(
        word(task, "rule", "aims"),
        len(members),
        Tally(word(task, "tally", "rows"), tuple(row.id for row in group.rows)),
        Tally(word(task, "kept", "aims"), tuple(row.id for row in members)),
        rows=[row.id for row in members],
    )
    proof = [headings_proof(row) for row in first_of_tables(group)]
    return fact.reckoned(calculation).proved_by(*proof)
