"""Counts that a question gives, held against the sentences in which reports state theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.values import is_one
from plansvar.asking.query import Conditions
from plansvar.domain import AnswerKind, AssessmentSummary, Document, Span, StatedCount
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentence_at

_LEAST = 2  # of the counts asked about, in a report that is taken to be meant


def counts_told(task: Task) -> Draft:
    """Yes or no for each report that states counts of the verdicts that the question names, with
    what it says; those only that have most of the numbers right."""
    held = [(each, found) for each in _reports(task) if (found := _stated(task, each))]
    near = [(document, found, _right(task, document, found)) for document, found in held]
    best = max((right.total() for _, _, right in near), default=0)
    if best < _LEAST:
        return Draft(AnswerKind.NONE, ())
    said = [
        Said(_fact(task, document, found, right))
        for document, found, right in near
        if right.total() == best
    ]
    return Draft(AnswerKind.INDICATOR, tuple(said))


def _fact(task: Task, document: Document, spans: tuple[Span, ...], right: Counter[float]) -> Fact:
    whole = right >= Counter(task.query.numbers)
    quotes = [quoted(document, span) for span in spans]
    key = "sum.told_agrees" if whole else "sum.told_differs"
    name = report_name(task, document, None)
    return task.say(key, report=name, quote=quotes[0])


def _right(task: Task, document: Document, spans: tuple[Span, ...]) -> Counter[float]:
    """The numbers of the question that the sentences print, as often as they do, "ett" too."""
    quotes = [document.quote(span) for span in spans]
    printed = Counter(n.value for quote in quotes for n in find_numbers(quote))
    printed[1.0] += sum(is_one(word) for quote in quotes for word in split(quote))
    return printed & Counter(task.query.numbers)


def _reports(task: Task) -> list[Document]:
    years = set(task.query.scope.years)
    documents = selecting.documents_in_scope(task.query.scope, task.library)
    return [d for d in documents if not years or d.year in years]


def _stated(task: Task, document: Document) -> tuple[Span, ...]:
    """The sentences that state counts of the verdicts asked about."""
    spans = (_sentence(document, _span(each)) for each in _counts(task, document))
    return tuple(dict.fromkeys(spans))


def _counts(task: Task, document: Document) -> Iterator[AssessmentSummary | StatedCount]:
    asked = [task.query.conditions, task.query.premise or Conditions()]
    wanted = {fold(v) for each in asked for v in (*each.assessments, *each.statuses)}
    for summary in task.library.summaries():
        if summary.place.document_id == document.path and fold(summary.assessment or "") in wanted:
            yield summary
    for stated in task.library.stated_counts():
        if stated.place.document_id == document.path and fold(stated.status or "") in wanted:
            yield stated


def _span(each: AssessmentSummary | StatedCount) -> Span:
    return each.span if isinstance(each, StatedCount) else each.count_span or each.span


def _sentence(document: Document, span: Span) -> Span:
    sentence = sentence_at(document.text, span.start)
    return sentence if sentence is not None and sentence.holds(span) else span
