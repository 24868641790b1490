"""Amounts that are printed for other years than the one asked for."""

from __future__ import annotations

from plansvar.asking.answering.declining import declined, joined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.money import Line, lines_said, what_fact
from plansvar.asking.answering.money_rows import year_of
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.unmeasured import reason_of
from plansvar.asking.evidence import words
from plansvar.asking.query import Decline, Operation, Subject
from plansvar.asking.understanding.roots import roots
from plansvar.domain import Amount, AnswerKind, Document


def answer_other_years(task: Task) -> Draft:
    """That the amount is printed, but for other years than the one asked for; where its table has
    a column for that year, that its cell there is empty, with the amounts that it does print."""
    linked = {i for link in task.query.links for i in link.rows}
    rows = [row for row in task.library.amounts() if row.id in linked]
    known = sorted({year for row in rows if (year := words.year_of(row.period))})
    if not known or set(known) & set(task.query.scope.years):
        return declined(task, Decline.NOT_IN_DOCUMENTS)
    if _has_column(task, rows):
        empty = task.say("amount.left_empty", what=what_fact(task, rows[0]))
        said = (Said(empty), *lines_said(task, [Line(tuple(rows))], False))
        return Draft(AnswerKind.AMOUNT, said, tuple(rows))
    told = _told_why(task, rows)
    if told is not None:
        return told
    fact = task.say(
        "decline.amount_years",
        name=_asked_name(task, rows[0]),
        known=joined(task, known),
        asked=joined(task, task.query.scope.years),
    )
    return declined(task, Decline.NOT_IN_DOCUMENTS, fact)


def _told_why(task: Task, rows: list[Amount]) -> Draft | None:
    """The sentence that says why there is none of that year, with the amount of the nearest."""
    asked = task.query.scope.years[0] if len(task.query.scope.years) == 1 else None
    for row in rows if asked else ():
        document = task.document(row)
        span = reason_of(document, (row.what,), asked)
        if span is None or asked is None:
            continue
        held = [each for each in rows if each.place.document_id == row.place.document_id]
        dated = [each for each in held if words.year_of(each.period)]
        nearest = min(dated, key=lambda each: abs((words.year_of(each.period) or 0) - asked))
        why = task.say("amount.left_out", what=what_fact(task, row), quote=quoted(document, span))
        said = (Said(why), *lines_said(task, [Line((nearest,))], False))
        return Draft(AnswerKind.AMOUNT, said, (nearest,))
    return None


def _has_column(task: Task, rows: list[Amount]) -> bool:
    """Whether the table of one printed row prints other rows' amounts for the years asked for."""
    first, years = rows[0], set(task.query.scope.years)
    if not all((r.what_span, bool(r.headings)) == (first.what_span, True) for r in rows):
        return False
    beside = [
        row
        for row in task.library.amounts()
        if row.headings
        and row.place.document_id == first.place.document_id
        and _in_one_table(task.document(first), first, row)
        and row.unit == first.unit
        and row.what_span.start > first.what_span.start
        and year_of(task, row) in years
    ]
    below = min(beside, key=lambda row: row.what_span.start, default=None)
    return below is not None and below.is_sum


def _in_one_table(document: Document, first: Amount, other: Amount) -> bool:
    return any(
        table.span.holds(first.what_span) and table.span.holds(other.what_span)
        for table in document.tables
    )


def _asked_name(task: Task, row: Amount) -> str:
    """What the amount is for; in the question's words where the name bears figures."""
    if not words.numbers_in(row.what):
        return what_fact(task, row).text
    asked = [w.text for link in task.query.links if row.id in link.rows for w in link.words]
    return f"”{' '.join(asked)}”"


def asks_of_unit_without(task: Task) -> bool:
    """Whether an amount is named of a unit, so that text which tells of the unit alone is no
    answer."""
    query = task.query
    of_money = query.subject is Subject.AMOUNTS and query.operation is Operation.VALUE
    return of_money and bool(query.links and query.scope.organisations)


def answer_naming(task: Task) -> Draft:
    """What running text tells, where it names what is asked for."""
    said = {root for link in task.query.links for w in link.words for root in roots(w.text)}
    made = answer_passages(task)
    told = {root for each in made.said for root in roots(each.fact.text)}
    return Draft(made.kind, ()) if said.isdisjoint(told) else made
