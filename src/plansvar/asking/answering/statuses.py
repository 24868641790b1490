"""The status of the rows that a question names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.answering.assessments import one_assessed
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.marks import judged_fact, meaning_fact, trend_fact
from plansvar.asking.answering.rows import name_fact, row_said
from plansvar.asking.answering.values import answer_values
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import marked_proof, summary_proof
from plansvar.asking.goal_levels import is_goal
from plansvar.domain import AnswerKind, Indicator
from plansvar.language.folding import fold
from plansvar.texts import text

_FEW = 4


def answer_status(task: Task) -> Draft:
    """Assessment with its source, and the values beside it."""
    rows = _judged_first(task, selecting.indicators(task.query, task.library))
    if task.query.breakdowns and _are_valued(task, rows):
        return answer_values(task)
    many = len({(r.place.document_id, r.place.organisation) for r in rows}) > 1
    if len(rows) > _FEW or task.query.as_table:
        return Draft(AnswerKind.INDICATOR, tuple(assessed_said(task, row) for row in rows), rows)
    said: list[Said] = []
    for row in rows:
        unsure = _unsure(task, row)
        judged = unsure or one_assessed(task, row)
        said.append(Said(_in_report(task, row, judged) if many else judged))
        said += [Said(fact) for fact in _parts(task, row)]
        if row.observations or not row.assessment:
            said.append(row_said(task, row, many))
    return Draft(AnswerKind.INDICATOR, tuple(said), rows)


def _in_report(task: Task, row: Indicator, judged: Fact) -> Fact:
    """What is said of a row, after the report that says it: reports may judge it differently."""
    report = report_name(task, task.document(row), row.place.organisation)
    return task.say("status.of_report", report=report, fact=judged)


def _judged_first(task: Task, rows: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """Goals that are judged as such, where the question names one; without rows of other names that
    nothing judges, where one is."""
    named = {fold(link.name) for link in task.query.links}
    goals = [r for r in rows if is_goal(r.kind) and not r.observations and r.assessment]
    bare = [r for r in goals if named & {fold(r.name), *(fold(label.text) for label in r.also)}]
    if bare:
        return tuple(bare)
    judged = {fold(row.name) for row in goals}
    return tuple(row for row in rows if not judged or row.assessment or fold(row.name) in judged)


def _are_valued(task: Task, rows: Sequence[Indicator]) -> bool:
    """Whether the groups asked for have values but no assessment, or nothing is assessed."""
    groups = {fold(group) for group in task.query.breakdowns}
    judged = [fold(a.breakdown) for row in rows for a in row.assessments]
    valued = any(fold(o.breakdown) in groups for row in rows for o in row.observations)
    return not judged or (valued and groups.isdisjoint(judged))


def assessed_said(task: Task, row: Indicator, with_report: bool = True) -> Said:
    """Assessment and values of one of many rows, in one sentence and in cells."""
    said = row_said(task, row, with_report)
    judged = _unsure(task, row) or one_assessed(task, row)
    given = row.assessment.value if row.assessment and row.assessment.value else ""
    head = [text(f"answers.table.rows.{n}", task.language) for n in range(3)]
    head.insert(1, text("answers.table.assessment", task.language))
    label, *cells = said.cells
    shown = (label, word(task, "assessment_one", given) if given else "", *cells[:2])
    return Said(task.say("status.both", row=said.fact, fact=judged), shown, "rows", tuple(head))


def judged_said(task: Task, row: Indicator) -> Said:
    """Values and verdict of one of several rows, with its name once."""
    said = assessed_said(task, row, False)
    assessment = row.assessment
    if assessment is None or assessment.value is None:
        return replace(said, fact=row_said(task, row).fact)
    if not row.observations:
        fact = row_said(task, row).fact
        return replace(said, fact=fact.proved_by(marked_proof(row, assessment)))
    if _unsure(task, row):
        return said
    meaning = meaning_fact(task, row, assessment)
    shown = word(task, "assessment_one", assessment.value)
    key = "status.said_meant" if meaning.text else "status.said"
    fact = task.say(key, row=row_said(task, row).fact, assessment=shown, meaning=meaning)
    return replace(said, fact=fact.proved_by(marked_proof(row, assessment)))


def _parts(task: Task, row: Indicator) -> list[Fact]:
    """Assessments of groups, and the direction that an arrow shows."""
    whole = row.assessment
    parts = [judged_fact(task, row, a) for a in row.assessments if a is not whole and a.value]
    trend = trend_fact(task, row)
    return [*parts, trend] if trend else parts


def _unsure(task: Task, row: Indicator) -> Fact | None:
    """That a summary names something which this row is only one of the rows to fit."""
    for summary in task.library.summaries():
        for name in summary.names:
            if row.id in name.fits and len(name.fits) > 1:
                fact = task.say("status.unsure", name=name_fact(task, row))
                return fact.proved_by(summary_proof(summary))
    return None


def answer_responsible(task: Task) -> Draft:
    """Who is responsible for the indicators named, where the rows say so."""
    rows = selecting.indicators(task.query, task.library)
    facts = []
    for row in rows:
        if row.responsible:
            units = ", ".join(row.responsible)
            facts.append(task.say("row.responsible", name=name_fact(task, row), units=units))
    return Draft(AnswerKind.INDICATOR, tuple(map(Said, facts)), rows)
