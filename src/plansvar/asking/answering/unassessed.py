"""Which rows have no assessment, in the reports that assess the others."""

from __future__ import annotations

from collections.abc import Collection

from plansvar.asking.answering.assessments import first_of_tables, no_assessments_fact
from plansvar.asking.answering.assessments_asked import has_assessments, summaries_of, wants_rows
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted
from plansvar.asking.answering.goals_listed import goals_meant
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.answering.marks import judged_fact
from plansvar.asking.answering.newest import also_in, told_in_full
from plansvar.asking.answering.rows import LISTED, capped, quoted, row_said
from plansvar.asking.answering.shares import judged_total
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import headings_proof
from plansvar.domain import AnswerKind, Assessment, Indicator, Tally
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def answer_unassessed(task: Task) -> Draft:
    """By report: how many rows have no assessment, and which; where a colour stands for that, it
    is shown. Reports that assess nothing come last."""
    rows = goals_meant(task, selecting.indicators(task.query, task.library))
    groups = grouped(task, rows)
    judged = [g for g in groups if has_assessments(task, g)]
    full = told_in_full(task, [row for group in judged for row in group.rows])
    said: list[Said] = []
    found: list[Indicator] = []
    others: list[Indicator] = []
    for group in judged:
        wanted = not task.query.conditions.negated
        members = [row for row in group.rows if is_open(row) is wanted]
        members = _told_open(task, members) or members
        found += members
        if wants_rows(task) and group.document.path not in full:
            others += members
            continue
        said += _group_said(task, group, members)
    said += also_in(task, others)
    heard = {g.document.municipality for g in judged}
    silent = [g for g in groups if g not in judged and g.document.municipality not in heard]
    said += [Said(no_assessments_fact(task, group)) for group in silent]
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(found))


def _told_open(task: Task, members: list[Indicator]) -> list[Indicator]:
    """Where the question says that rows could not be assessed, those that are marked so."""
    said = fold(task.query.text)
    phrases = vocabulary("questions")["sv"]["unassessed"]["yes"]
    if task.query.conditions.negated or not any(phrase in said for phrase in phrases):
        return []
    return [row for row in members if row.assessment is not None and row.assessment.value]


def is_open(row: Indicator) -> bool:
    """Whether a row has no assessment, or one that says that nothing could be assessed."""
    return row.assessment is None or not is_marked(row) or _is_no_verdict(row.assessment)


def is_marked(row: Indicator) -> bool:
    """Whether a document prints an assessment of a row, though it be that none could be made."""
    return row.assessment is not None and row.assessment.value is not None


def is_left_open(row: Indicator, asked: Collection[str]) -> bool:
    """Whether a row that is asked about by a verdict could not be judged: then it is neither
    reached nor missed, though a colour that is asked for is another one."""
    return is_open(row) and set(asked).isdisjoint(map(fold, vocabulary("colours")["words"]))


def _group_said(task: Task, group: Group[Indicator], members: list[Indicator]) -> list[Said]:
    said = _stated(task, group)
    said.append(Said(_lead(task, group, members)))
    if wants_rows(task):
        shown = [_row_said(task, row) for row in members[:LISTED]]
        said += capped(task, shown, members)
    return said


def _stated(task: Task, group: Group[Indicator]) -> list[Said]:
    """What the report itself says: the sum of its counts by assessment, or who has none."""
    summaries = summaries_of(task, group)
    if task.query.conditions.negated:
        counted_ones = [one for one in summaries if one.assessment]
        total = judged_total(task, counted_ones[0]) if counted_ones else None
        return [Said(total)] if total else []
    told = [one for one in summaries if one.assessment is None and one.names]
    return [Said(quoted(group.document, one.span)) for one in told]


def _lead(task: Task, group: Group[Indicator], members: list[Indicator]) -> Fact:
    base = len(group.rows)
    told = "unassessed_told" if _told_open(task, members) else "unassessed"
    fact = task.say_many(
        "any_assessment" if task.query.conditions.negated else told,
        len(members),
        report=report_name(task, group.document, group.organisation),
        base=str(base),
        kind=kind_word(task, group.rows, base),
    )
    calculation = counted(
        word(task, "rule", "assessed"),
        len(members),
        Tally(word(task, "tally", "rows"), tuple(row.id for row in group.rows)),
        Tally(word(task, "tally", _tally(task)), tuple(row.id for row in members)),
        rows=[row.id for row in members],
    )
    proof = [headings_proof(row) for row in first_of_tables(group)]
    return fact.reckoned(calculation).proved_by(*proof)


def _tally(task: Task) -> str:
    return "assessed" if task.query.conditions.negated else "not_assessed"


def _row_said(task: Task, row: Indicator) -> Said:
    said = row_said(task, row)
    if row.assessment is None or row.assessment.value is None:
        return said
    judged = judged_fact(task, row, row.assessment)
    fact = task.say("status.both", row=said.fact, fact=judged)
    return Said(fact, said.cells, said.table)


def _is_no_verdict(assessment: Assessment) -> bool:
    value, meaning = fold(assessment.value or ""), fold(assessment.meaning or "")
    known = value in words.vocabulary_list("no_verdict", "values")
    if not known and (not meaning or value in words.vocabulary_list("no_verdict", "judging")):
        return False
    return not meaning or any(w in meaning for w in words.vocabulary_list("no_verdict", "meanings"))
