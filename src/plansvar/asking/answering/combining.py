"""An assessment together with another condition: answered from the rows whose colour is known."""

from __future__ import annotations

from plansvar.asking.answering.assessments import first_of_tables, is_assessed, no_assessments_fact
from plansvar.asking.answering.assessments_asked import (
    has_assessments,
    summaries_of,
    wanted_assessments,
)
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted
from plansvar.asking.answering.filtering import is_negative, left_out_said, verb_of
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.answering.rows import row_said
from plansvar.asking.answering.sorting import Sorted, rule_of, sort_rows
from plansvar.asking.answering.summaries import unlinked_said, unnamed_fact
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import headings_proof, summary_proof
from plansvar.asking.query import Operation
from plansvar.domain import AnswerKind, AssessmentSummary, Indicator, Tally
from plansvar.language.folding import fold


def has_second_condition(task: Task) -> bool:
    """Whether rows are asked for by more than their assessment."""
    asked = task.query.conditions
    return bool(asked.target_state or asked.change or asked.thresholds or asked.without_value)


def answer_combined(task: Task) -> Draft:
    """The rows of the assessment that meet the other condition too, and those not known."""
    groups = grouped(task, selecting.indicators(task.query, task.library))
    judged = [g for g in groups if has_assessments(task, g)]
    said: list[Said] = []
    found: list[Indicator] = []
    for group in judged:
        for wanted in wanted_assessments(task, group):
            part, rows = _group_said(task, group, wanted)
            said += part
            found += rows
    silent = [Said(no_assessments_fact(task, g)) for g in groups if g not in judged]
    return Draft(AnswerKind.INDICATOR, (*said, *silent), tuple(dict.fromkeys(found)))


def _group_said(
    task: Task, group: Group[Indicator], wanted: str
) -> tuple[list[Said], list[Indicator]]:
    summaries = [s for s in summaries_of(task, group) if fold(s.assessment or "") == fold(wanted)]
    known = [row for row in group.rows if _is_known(task, row, wanted, summaries)]
    result = sort_rows(task, Group(group.document, group.organisation, tuple(known)))
    said = [Said(_lead(task, group, wanted, result, summaries))]
    if task.query.operation not in (Operation.COUNT, Operation.SHARE):
        said += [row_said(task, row) for row in result.kept]
    said += left_out_said(task, result)
    for summary in summaries:
        said += unlinked_said(task, summary)
        unnamed = unnamed_fact(task, summary)
        said += [Said(unnamed)] if unnamed else []
    return said, list(result.kept)


def _is_known(task: Task, row: Indicator, wanted: str, summaries: list[AssessmentSummary]) -> bool:
    """Whether the row has the assessment by its own mark or by a name that fits no other row."""
    linked = [r for s in summaries for n in s.names if len(n.fits) == 1 for r in n.fits]
    return row.id in linked or is_assessed(row, wanted)


def _lead(
    task: Task,
    group: Group[Indicator],
    wanted: str,
    result: Sorted,
    summaries: list[AssessmentSummary],
) -> Fact:
    rule = rule_of(task)
    base, kept = result.base, result.kept
    fact = _sentence(task, group, wanted, result)
    calculation = counted(
        word(task, "rule", rule),
        len(kept),
        Tally(word(task, "tally", "known"), tuple(row.id for row in base)),
        Tally(word(task, "kept", rule), tuple(row.id for row in kept)),
        *(
            Tally(word(task, "tally", reason), tuple(row.id for row in rows))
            for reason, rows in result.left_out
        ),
        rows=[row.id for row in kept],
    )
    proof = [headings_proof(row) for row in first_of_tables(group)]
    return fact.reckoned(calculation).proved_by(*map(summary_proof, summaries), *proof)


def _sentence(task: Task, group: Group[Indicator], wanted: str, result: Sorted) -> Fact:
    """How many of how many; that none fails is said as that all succeed."""
    rule = rule_of(task)
    base, kept = len(result.base), len(result.kept)
    turned = kept == 0 and is_negative(rule)
    fields: dict[str, Fact | str] = {
        "report": report_name(task, group.document, group.organisation),
        "base": str(base),
        "kind": kind_word(task, group.rows, base),
        "assessment": word(task, "assessment_many", wanted),
        "assessment_one": word(task, "assessment_one", wanted),
        "verb": verb_of(task, word(task, "opposite", rule) if turned else rule),
    }
    if base == 1:
        verb = verb_of(task, rule if kept else word(task, "opposite", rule))
        kind = kind_word(task, group.rows, 0)
        return task.say("combined.single", **{**fields, "verb": verb, "kind": kind})
    if base and turned:
        return task.say("combined.all", **fields)
    return task.say_many("combined" if base else "combined.no", kept, **fields)
