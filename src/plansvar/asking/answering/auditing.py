"""Auditors' questions: do the stated counts add up, where do values differ, which are old."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from plansvar.asking.answering.assessments import one_assessed
from plansvar.asking.answering.counts import count_fact, stated_wholes
from plansvar.asking.answering.drafts import Disagreement, Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.money import value_fact as amount_fact
from plansvar.asking.answering.money import what_fact
from plansvar.asking.answering.rows import name_fact, old_measurement, quoted, row_said, value_fact
from plansvar.asking.answering.shares import in_digits
from plansvar.asking.answering.suggesting import nearby
from plansvar.asking.answering.summaries import stated_figure
from plansvar.asking.conflicts import ConflictFound, conflicts_of, find_conflicts
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import headings_proof
from plansvar.asking.query import Subject
from plansvar.asking.told import told_proof
from plansvar.domain import (
    AnswerKind,
    AssessmentSummary,
    Calculation,
    Evidence,
    Figure,
    Indicator,
    StatedCount,
)
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers


def answer_sum(task: Task) -> Draft:
    """Whether the counts of the assessment summary add up to the number stated."""
    said: list[Said] = []
    if task.query.subject is Subject.AMOUNTS or task.query.measures:
        return Draft(AnswerKind.INDICATOR, ())
    scope = {d.path for d in selecting.documents_in_scope(task.query.scope, task.library)}
    summaries = [s for s in task.library.summaries() if s.place.document_id in scope]
    for _, members in groupby(summaries, key=lambda s: (s.place.document_id, s.place.organisation)):
        fact = _sum(task, list(members))
        said += [Said(fact)] if fact and _is_of_numbers(task, fact) else []
    if not said and task.query.numbers:
        return _without_such_counts(task)
    return Draft(AnswerKind.INDICATOR, tuple(said))


def _is_of_numbers(task: Task, fact: Fact) -> bool:
    """Whether a sum is one of the numbers that the question gives, if it gives any."""
    printed = {number.value for figure in fact.figures for number in find_numbers(figure.text)}
    total = {float(fact.calculation.result)} if fact.calculation else set()
    return set(task.query.numbers) <= printed | total


def _without_such_counts(task: Task) -> Draft:
    """That no document gives the numbers of the question as its counts."""
    shown = [_in_digits(number) for number in task.query.numbers]
    fact = task.say("sum.unknown", numbers=listed([Fact(one) for one in shown], task.language))
    return Draft(AnswerKind.NONE, (Said(fact),), abstained=True, suggestions=nearby(task))


def _in_digits(number: float) -> str:
    """A number of the question as it is written there."""
    return f"{number:g}".replace(".", ",")


def _sum(task: Task, summaries: list[AssessmentSummary]) -> Fact | None:
    summaries = list({(s.assessment, s.stated_count): s for s in reversed(summaries)}.values())[
        ::-1
    ]
    terms = [figure for s in summaries if (figure := stated_figure(task, s))]
    if len(terms) < 2:
        return None
    place = summaries[0].place
    document = task.library.document(place.document_id)
    group: Group[Indicator] = Group(document, place.organisation, ())
    total = sum(s.stated_count or 0 for s in summaries if stated_figure(task, s))
    stated = stated_wholes(task, group, summaries[0].kind)
    rest = _rest(stated, total)
    if rest is not None:
        terms.append(count_fact(document, rest, task.language))
        total += rest.count
    operands: tuple[Figure, ...] = tuple(f for term in terms for f in term.figures)
    calculation = Calculation(
        rule=" + ".join(figure.text for figure in operands),
        operands=operands,
        result=str(total),
        signs=(1,) * len(operands),
    )
    form = "alone" if not stated else "agrees" if stated[0].count == total else "differs"
    fact = task.say(
        f"sum.{form}",
        terms=listed([in_digits(term) for term in terms], task.language),
        total=str(total),
        report=report_name(task, document, place.organisation),
        stated=count_fact(document, stated[0]) if stated else "",
        kind=word(task, "kind_many", stated[0].what if stated else summaries[0].kind),
    )
    return fact.reckoned(calculation)


def _rest(stated: list[StatedCount], total: int) -> StatedCount | None:
    """A lesser stated count that fills up the sum: those that have no assessment."""
    if not stated or stated[0].count <= total:
        return None
    return next((s for s in stated[1:] if s.span and s.count == stated[0].count - total), None)


def answer_conflicts(task: Task) -> Draft:
    """Every place where values differ, or that none was found."""
    if task.query.links:
        rows = selecting.indicators(task.query, task.library)
        found = conflicts_of(task.library, rows)
    else:
        found = find_conflicts(task.library)
    scope = {d.path for d in selecting.documents_in_scope(task.query.scope, task.library)}
    kept = [c for c in found if any(e.place.document_id in scope for _, e in c.values)]
    facts = [conflict_fact(task, conflict) for conflict in kept] or _no_conflicts(task)
    return Draft(
        AnswerKind.INDICATOR,
        tuple(map(Said, facts)),
        _rows(task, kept),
        disagreements=tuple(Disagreement(c.what, c.values) for c in kept),
    )


def _no_conflicts(task: Task) -> list[Fact]:
    """That nothing was found, and where was looked."""
    rows = selecting.rows_in_scope(task.library.indicators(), task.query.scope, task.library)
    groups = grouped(task, rows)
    names = [report_name(task, g.document, g.organisation) for g in groups]
    proof = [headings_proof(group.rows[0]) for group in groups]
    if not names:
        return []
    return [task.say("conflict.none", reports=listed(names, task.language)).proved_by(*proof)]


def conflict_fact(task: Task, conflict: ConflictFound) -> Fact:
    """The different values, each with its row and place."""
    values = [
        task.say("conflict.value", name=name_fact(task, row), value=value_fact(task, row, one))
        for row, one in conflict.observed
    ]
    if conflict.amounts:
        values = _amount_values(task, conflict)
    if not values and not conflict.told:
        values = [_count_told(task, evidence) for _, evidence in conflict.values]
    for path, told in conflict.told:
        document = task.library.document(path)
        values.append(task.say("conflict.told", quote=quoted(document, told.sentence)))
    return task.say("conflict.one", values=listed(values, task.language))


def _count_told(task: Task, evidence: Evidence) -> Fact:
    """A sentence that states a count."""
    document = task.library.document(evidence.place.document_id)
    return task.say("conflict.told", quote=quoted(document, evidence.spans[0]))


def _amount_values(task: Task, conflict: ConflictFound) -> list[Fact]:
    """A sum of a table, and the sentence that gives another amount."""
    row, told = conflict.amounts
    document = task.document(told)
    sentence = told_proof(task.library, told).spans[0]
    return [
        task.say("conflict.value", name=what_fact(task, row), value=amount_fact(task, row)),
        task.say("conflict.told", quote=quoted(document, sentence)),
    ]


def _rows(task: Task, conflicts: Iterable[ConflictFound]) -> tuple[Indicator, ...]:
    wanted = {row_id for conflict in conflicts for row_id in conflict.rows}
    return tuple(row for row in task.library.indicators() if row.id in wanted)


def answer_old(task: Task) -> Draft:
    """Rows whose outcome is last year's again because nothing was measured anew."""
    said: list[Said] = []
    found: list[Indicator] = []
    wanted = {fold(name) for name in task.query.conditions.assessments}
    for row in selecting.indicators(task.query, task.library):
        quote = old_measurement(task, row)
        judged = row.assessment and row.assessment.value
        if quote is None or (wanted and fold(judged or "") not in wanted):
            continue
        fact = one_assessed(task, row) if judged else row_said(task, row).fact
        said.append(Said(task.say("row.with_note", fact=fact, quote=quote)))
        found.append(row)
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(found))
