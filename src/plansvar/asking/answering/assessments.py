"""Which rows have a certain assessment: what the report's summary states, what its rows show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plansvar.asking.answering.aspects import is_unit_row, of_sort_asked, without_units
from plansvar.asking.answering.assessments_asked import (
    groups_using,
    has_assessments,
    in_part,
    summaries_of,
    wanted_assessments,
    wants_rows,
)
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted, listed
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.answering.marks import colours_fact, judged_fact, open_fact
from plansvar.asking.answering.newest import also_in, told_in_full
from plansvar.asking.answering.rows import LISTED, capped, name_fact, row_said, some_names
from plansvar.asking.answering.shares import percent_of_rows, share_said
from plansvar.asking.answering.summaries import joined_summaries, stated_figure, summary_said
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import headings_proof, marked_proof, summary_proof
from plansvar.asking.evidence.reading import read, usable
from plansvar.asking.query import Operation
from plansvar.domain import (
    AnswerKind,
    Assessment,
    AssessmentSummary,
    Indicator,
    MarkSource,
    Tally,
)
from plansvar.language.folding import fold
from plansvar.language.verdict_forms import is_verdict_clause
from plansvar.language.vocabulary import vocabulary


def answer_assessed(task: Task) -> Draft:
    """The rows with the assessments asked for, by report; reports without assessments last."""
    return assessed_of(task, selecting.indicators(task.query, task.library))


def assessed_of(task: Task, rows: Sequence[Indicator]) -> Draft:
    """Those of the rows that have the assessments asked for."""
    told = [
        _of_measures(row, task.query.measures) for row in without_units(of_sort_asked(task, rows))
    ]
    groups = grouped(task, told)
    judged = groups_using(task, [g for g in groups if has_assessments(task, g)])
    full = told_in_full(task, [row for group in judged for row in group.rows])
    said: list[Said] = []
    found: list[Indicator] = []
    others: list[Indicator] = []
    for group in judged:
        for wanted in wanted_assessments(task, group):
            part, members = _group_said(task, group, wanted)
            shown = group.document.path in full or not wants_rows(task)
            said += part if shown else []
            others += [] if shown else members
            found += members
    said += also_in(task, others)
    heard = {g.document.municipality for g in judged}
    silent = [g for g in groups if g not in judged and g.document.municipality not in heard]
    said += [Said(no_assessments_fact(task, group)) for group in silent]
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(dict.fromkeys(found)))


def _of_measures(row: Indicator, measures: Iterable[str]) -> Indicator:
    """A row with several measures, each judged by itself, with the verdicts of those asked for."""
    own = {fold(o.measure) for o in row.observations}
    asked = own & set(map(fold, measures))
    if not asked:
        return row
    kept = (a for a in row.assessments if fold(a.breakdown) not in own - asked)
    return replace(row, assessments=tuple(kept))


def _group_said(
    task: Task, group: Group[Indicator], wanted: str
) -> tuple[list[Said], list[Indicator]]:
    told = [s for s in summaries_of(task, group) if fold(s.assessment or "") == fold(wanted)]
    summaries = joined_summaries(told)
    said: list[Said] = []
    members: list[Indicator] = []
    for summary in summaries:
        part, rows = summary_said(task, group, summary, wants_rows(task))
        said += part
        members += rows
    shares = share_said(task, group, summaries) if _shares(task) and summaries else []
    said = shares or said
    if summaries and wants_rows(task):
        extra = [row for row in group.rows if _in_summary(row, wanted) and row not in members]
        said += [row_said(task, row) for row in extra]
        members += extra
    own = [row for row in group.rows if _is_found(task, row, wanted) and row not in members]
    if not (own or summaries or _judged_rows(task, group)):
        said.append(Said(_not_among(task, group, wanted)))
    elif (own or not summaries) and not (shares and summaries[0].stated_count == len(own)):
        for alike in _of_one_sort(group):
            mine = [row for row in own if row in alike.rows]
            said += _marked(task, alike, wanted, mine) if mine or not own else []
        members += own
        differing = _differing(task, group, summaries, own)
        said += [Said(differing)] if differing else []
    return said, members


def _of_one_sort(group: Group[Indicator]) -> list[Group[Indicator]]:
    """The rows of a group without the units that it judges, and those: the same colours mean
    something else of a goal than of a board's money."""
    units = tuple(row for row in group.rows if is_unit_row(row))
    others = tuple(row for row in group.rows if row not in units)
    return [replace(group, rows=rows) for rows in (others, units) if rows]


def _shares(task: Task) -> bool:
    return task.query.operation is Operation.SHARE


def _not_among(task: Task, group: Group[Indicator], wanted: str) -> Fact:
    """That the report's summary gives other assessments, but not this one."""
    told = [s for s in summaries_of(task, group) if s.assessment]
    named = dict.fromkeys(word(task, "assessment_many", s.assessment or "") for s in told)
    fact = task.say(
        "not_among",
        report=report_name(task, group.document, group.organisation),
        named=listed([Fact(name) for name in named], task.language),
        kind=kind_word(task, group.rows, 2),
        assessment=word(task, "assessment_many", wanted),
    )
    return fact.proved_by(*map(summary_proof, told))


def _is_found(task: Task, row: Indicator, wanted: str) -> bool:
    """Whether a row has the assessment: by its own mark; or by the summary, where that is not told
    by itself because a part of its rows is asked for."""
    return _own(row, wanted) or (_by_rows(task) and _in_summary(row, wanted))


def _by_rows(task: Task) -> bool:
    return in_part(task) or bool(task.query.scope.organisations)


def _judged_rows(task: Task, group: Group[Indicator]) -> list[Indicator]:
    """The rows that have an assessment which a count can be made over."""
    if _by_rows(task):
        return [row for row in group.rows if any(a.value for a in row.assessments)]
    return _marked_rows(group)


def _marked_rows(group: Group[Indicator]) -> list[Indicator]:
    """The rows that have a mark or word of their own."""
    return [row for row in group.rows if any(_is_own(a) for a in row.assessments)]


def _differing(
    task: Task,
    group: Group[Indicator],
    summaries: list[AssessmentSummary],
    own: list[Indicator],
) -> Fact | None:
    """That the text states another number than the marks show, where both are about all rows."""
    every = [s for s in summaries_of(task, group) if s.stated_count and s.assessment]
    judged = _marked_rows(group)
    whole = sum(s.stated_count or 0 for s in every) <= len(_listed(task, group, judged))
    count = stated_figure(task, summaries[0]) if summaries else None
    if not whole or count is None or summaries[0].stated_count == len(own):
        return None
    tally = Tally(word(task, "tally", "assessed"), tuple(row.id for row in own))
    fact = task.say("assessed_differs", stated=count, number=str(len(own)))
    proof = [headings_proof(row) for row in first_of_tables(group)]
    reckoned = fact.reckoned(counted(word(task, "rule", "assessed"), len(own), tally))
    return reckoned.proved_by(*proof)


def _listed(task: Task, group: Group[Indicator], judged: list[Indicator]) -> list[Indicator]:
    """The rows that counts of assessments are about: those judged; where the question itself gives
    a count to be checked, all rows of their tables."""
    tables = {row.table for row in judged}
    return [r for r in group.rows if r.table in tables] if task.query.numbers else judged


def _marked(task: Task, group: Group[Indicator], wanted: str, own: list[Indicator]) -> list[Said]:
    """The count over marked rows, and the rows with their marks."""
    judged = _judged_rows(task, group)
    open_rows = [row for row in group.rows if row not in judged]
    lead = task.say_many(
        "assessed_worded" if is_verdict_clause(wanted) else "assessed",
        len(own),
        report=report_name(task, group.document, group.organisation),
        base=str(len(judged)),
        kind=kind_word(task, group.rows, len(judged)),
        assessment=word(task, "assessment_many", wanted),
        assessment_one=word(task, "assessment_one", wanted),
        assessment_named=word(task, "assessment_named", wanted),
    )
    calculation = counted(
        word(task, "rule", "assessed"),
        len(own),
        Tally(word(task, "tally", "assessed"), tuple(r.id for r in judged)),
        Tally(word(task, "assessment_many", wanted), tuple(r.id for r in own)),
        Tally(word(task, "tally", "not_assessed"), tuple(r.id for r in open_rows)),
        rows=[r.id for r in own],
    )
    proof = [table_proof for row in first_of_tables(group) for table_proof in [headings_proof(row)]]
    said = [Said(lead.reckoned(calculation).proved_by(*proof))]
    said += percent_of_rows(task, judged, own, proof)
    unread = [row for row in open_rows if usable(read(row).outcome)]
    if unread and not wants_rows(task):
        said.append(Said(task.say("assessed_open", names=some_names(task, unread))))
    if not wants_rows(task):
        return said
    seen = colours_fact(task, own, wanted)
    said += [Said(seen)] if seen else []
    return [*said, *capped(task, [_marked_row(task, row, wanted) for row in own[:LISTED]], own)]


def _marked_row(task: Task, row: Indicator, wanted: str) -> Said:
    said = row_said(task, row)
    alike = (a for a in row.assessments if fold(a.value or "") == fold(wanted))
    assessment = next(alike, row.assessment)
    if assessment is None:
        return said
    if not _is_own(assessment):
        return replace(
            said, fact=task.say("status.both", row=said.fact, fact=one_assessed(task, row))
        )
    proof = marked_proof(row, assessment)
    # A row of many values (of groups, of years) is cited by those that it is told with.
    told = {span for evidence in said.fact.evidence for span in evidence.spans}
    proof = replace(proof, spans=tuple(sorted({*proof.spans, *told})))
    return Said(Fact(said.fact.text, said.fact.figures, (proof,)), said.cells, said.table)


def no_assessments_fact(task: Task, group: Group[Indicator]) -> Fact:
    report = report_name(task, group.document, group.organisation)
    kind = kind_word(task, group.rows, 2)
    proof = [headings_proof(row) for row in first_of_tables(group)[:1]]
    key = "no_assessments_ocr" if any(row.place.ocr for row in group.rows) else "no_assessments"
    return task.say(key, report=report, kind=kind).proved_by(*proof)


def first_of_tables(group: Group[Indicator]) -> list[Indicator]:
    """One row of each table, at most three: enough to show what the tables hold."""
    tables = {row.table: row for row in reversed(group.rows) if row.observations}
    return list(reversed(tables.values()))[:3] or list(group.rows[:1])


def is_assessed(row: Indicator, wanted: str) -> bool:
    """Whether a mark or a summary gives the row the assessment."""
    return _own(row, wanted) or _in_summary(row, wanted)


def _own(row: Indicator, wanted: str) -> bool:
    """Whether the row's own mark gives the assessment (the summary is told by itself); that of a
    part of it does not where the whole has one of its own."""
    own = [a for a in row.assessments if _is_own(a)]
    whole = [a for a in own if row.assessment and a.breakdown == row.assessment.breakdown]
    return any(fold(wanted) in _shown(a) for a in whole or own)


def _shown(assessment: Assessment) -> set[str]:
    """What an assessment may be called by: its value, and the mood of a face in a colour."""
    figures = vocabulary("marks")["figures"]
    moods = {figures[mood] for mood in ("glad", "flat", "sad")}
    raw = fold(assessment.raw or "")
    return {fold(assessment.value or ""), *({raw} & moods)}


def _is_own(assessment: Assessment) -> bool:
    return assessment.value is not None and assessment.source is not MarkSource.SUMMARY


def _in_summary(row: Indicator, wanted: str) -> bool:
    return any(
        fold(a.value or "") == fold(wanted) and a.source is MarkSource.SUMMARY
        for a in row.assessments
    )


def one_assessed(task: Task, row: Indicator) -> Fact:
    """What the document says of one row: its assessment with source, or that it gives none."""
    assessment = row.assessment
    if assessment is None or assessment.value is None:
        return open_fact(task, row) or task.say("status.none", name=name_fact(task, row))
    return judged_fact(task, row, assessment)
