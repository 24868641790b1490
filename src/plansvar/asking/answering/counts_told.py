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
    what it says in one paragraph; those only that have most of the numbers right."""
    held = [(each, group) for each in _reports(task) for group in _stated(task, each)]
    near = [(document, group, _right(task, document, group)) for document, group in held]
    best = max((right.total() for _, _, right in near), default=0)
    if best < _LEAST:
        return Draft(AnswerKind.NONE, ())
    firsts = {d.path: (d, group, right) for d, group, right in near[::-1] if right.total() == best}
    said = [Said(_fact(task, *each)) for each in reversed(firsts.values())]
    return Draft(AnswerKind.INDICATOR, tuple(said))


def _fact(task: Task, document: Document, group: Span, right: Counter[float]) -> Fact:
    key = "sum.told_agrees" if right >= Counter(task.query.numbers) else "sum.told_differs"
    name = report_name(task, document, None)
    return task.say(key, report=name, quote=quoted(document, group))


def _right(task: Task, document: Document, group: Span) -> Counter[float]:
    """The numbers of the question that a paragraph prints, as often as it does, "ett" too."""
    quote = document.quote(group)
    printed = Counter(n.value for n in find_numbers(quote))
    printed[1.0] += sum(is_one(word) for word in split(quote))
    return printed & Counter(task.query.numbers)


def _reports(task: Task) -> list[Document]:
    years = set(task.query.scope.years)
    documents = selecting.documents_in_scope(task.query.scope, task.library)
    return [d for d in documents if not years or d.year in years]


def _stated(task: Task, document: Document) -> tuple[Span, ...]:
    """The sentences that state counts of the verdicts asked about, those of one paragraph as one
    stretch."""
    found: dict[int, Span] = {}
    for each in _counts(task, document):
        span = _sentence(document, _span(each))
        block = next((n for n, b in enumerate(document.blocks) if b.span.holds(span)), -span.start)
        held = found.get(block, span)
        found[block] = Span(min(held.start, span.start), max(held.end, span.end))
    return tuple(found.values())


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
