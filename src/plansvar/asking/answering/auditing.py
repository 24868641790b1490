"""Auditors' questions: do the stated counts add up, which assessments rest on old values."""

from __future__ import annotations

from itertools import groupby

from plansvar.asking.answering.assessments import one_assessed
from plansvar.asking.answering.counts import count_fact, stated_wholes
from plansvar.asking.answering.counts_told import counts_told
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.grouping import Group, report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.rows import old_measurement, quoted, row_said
from plansvar.asking.answering.shares import in_digits
from plansvar.asking.answering.suggesting import nearby
from plansvar.asking.answering.summaries import stated_figure
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.reading import read
from plansvar.asking.evidence.values import value_of
from plansvar.asking.passages.accounts import Tie, accounts_of, tied
from plansvar.asking.query import Subject
from plansvar.domain import (
    AnswerKind,
    AssessmentSummary,
    Calculation,
    Figure,
    Indicator,
    StatedCount,
)
from plansvar.language.folding import fold

_PAIR, _MOST = 2, 3


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
        told = counts_told(task)
        return told if told.said else _without_such_counts(task)
    return Draft(AnswerKind.INDICATOR, tuple(said))


def _is_of_numbers(task: Task, fact: Fact) -> bool:
    """Whether a sum is one of the numbers that the question gives, if it gives any."""
    printed = {value_of(figure.text) for figure in fact.figures}
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
        stated=count_fact(document, stated[0], task.language) if stated else "",
        kind=word(task, "kind_many", stated[0].what if stated else summaries[0].kind),
    )
    return fact.reckoned(calculation)


def _rest(stated: list[StatedCount], total: int) -> StatedCount | None:
    """A lesser stated count that fills up the sum: those that have no assessment."""
    if not stated or stated[0].count <= total:
        return None
    return next((s for s in stated[1:] if s.span and s.count == stated[0].count - total), None)


def answer_old(task: Task) -> Draft:
    """Rows whose outcome is last year's again because nothing was measured anew."""
    said: list[Said] = []
    found: list[Indicator] = []
    wanted = {fold(name) for name in task.query.conditions.assessments}
    for row in selecting.indicators(task.query, task.library):
        quote = old_measurement(task, row) or _told_old(task, row)
        judged = row.assessment and row.assessment.value
        if quote is None or (wanted and fold(judged or "") not in wanted):
            continue
        fact = one_assessed(task, row) if judged else row_said(task, row).fact
        said.append(Said(task.say("row.with_note", fact=fact, quote=quote)))
        if judged and task.query.links:
            said.append(Said(row_said(task, row).fact))
        found.append(row)
    if not said and task.query.links:
        found = list(selecting.indicators(task.query, task.library))[:_MOST]
        said = [Said(row_said(task, row, True).fact) for row in found]
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(found))


def _told_old(task: Task, row: Indicator) -> Fact | None:
    """The sentence behind the row's name in the text of its document that says so."""
    reading = read(row)
    values = [o.value for o in (reading.outcome, reading.previous) if o]
    if len(values) < _PAIR or values[0] is None or values[0] != values[1]:
        return None
    names = [row.name, *(label.text for label in row.also)]
    phrases = words.vocabulary_list("measurement", "old")
    document = task.document(row)
    for account in tied(accounts_of(task.library, document.path), names):
        for span in account.told if account.tie >= Tie.OPENING else ():
            if any(phrase in fold(document.quote(span)) for phrase in phrases):
                return quoted(document, span)
    return None
