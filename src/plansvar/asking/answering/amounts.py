"""Amounts of money: as printed, with what they are for, unit and period."""

from __future__ import annotations

from plansvar.asking.answering.counts import sentence_proof
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.phrases import value_text
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.domain import Amount, AnswerKind, Figure, Span
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.texts import text

_ABOVE = 400


def answer_amounts(task: Task) -> Draft:
    """The amounts that the question names; without one, what the text says of it."""
    rows = selecting.amounts(task.query, task.library)
    if not task.query.links and task.query.keywords:
        return answer_passages(task)
    many = len({(r.place.document_id, r.place.organisation) for r in rows}) > 1
    said = [_said(task, row, many) for row in rows]
    return Draft(AnswerKind.AMOUNT, tuple(said) + _unlike(task, rows), rows)


def _said(task: Task, row: Amount, many: bool) -> Said:
    document = task.document(row)
    fact = task.say("amount.one", what=_what(task, row), value=_value(task, row))
    period = _period(task, row)
    key = "amount.dated" if period.text else "amount.one"
    fact = task.say(key, what=_what(task, row), value=_value(task, row), period=period)
    if many:
        report = report_name(task, document, row.place.organisation)
        fact = task.say("amount.in_report", report=report, fact=fact)
    return Said(fact, (plain(row.what), value_text(row), period.text), "amounts")


def _what(task: Task, row: Amount) -> Fact:
    what = plain(row.what)
    figure = Figure(what, row.place.document_id, row.what_span)
    numbered = find_numbers(what) and what in _printed(task, row)
    return Fact(f"”{what}”", (figure,) if numbered else (), (amount_proof(row),))


def _value(task: Task, row: Amount) -> Fact:
    shown = value_text(row)
    figure = Figure(
        plain(row.raw), row.place.document_id, row.cell, row.id, row.measure, row.period,
        unit=row.unit, claim=shown,
    )  # fmt: skip
    return Fact(shown, (figure,), (amount_proof(row),))


def _printed(task: Task, row: Amount) -> str:
    return plain(task.document(row).text[row.what_span.start : row.what_span.end])


def _period(task: Task, row: Amount) -> Fact:
    """The period where a quoted place prints it; a period in words needs no proof."""
    period = plain(row.period or "")
    if period in plain(row.what):
        return Fact("")
    if not find_numbers(period):
        return Fact(period)
    document = task.document(row)
    for span in (*row.headings, row.what_span, row.cell):
        if period in plain(document.text[span.start : span.end]):
            return Fact(period, (Figure(period, document.path, span),), (amount_proof(row),))
    return _period_above(task, row, period)


def _period_above(task: Task, row: Amount, period: str) -> Fact:
    """The period where the same section prints it, not far above the amount."""
    document = task.document(row)
    section = document.section_at(row.cell.start)
    first = max(row.cell.start - _ABOVE, section.span.start if section else 0)
    at = document.text.rfind(period, first, row.cell.start)
    if at < 0:
        return Fact("")
    span = Span(at, at + len(period))
    proof = sentence_proof(document, span)
    return Fact(period, (Figure(period, document.path, span),), (proof,))


def _unlike(task: Task, rows: tuple[Amount, ...]) -> tuple[Said, ...]:
    """A warning when alike amounts stand in different units."""
    units = list(dict.fromkeys(fold(row.unit) for row in rows if row.unit))
    if len(units) < 2:
        return ()
    joined = text("answers.joint.last", task.language).join(units[:2])
    fact = task.say("amount.units", units=joined)
    return (Said(fact.proved_by(*(amount_proof(row) for row in rows[:4]))),)
