"""Counts that a report states and that do not go together: the parts and the whole, or one count
told in two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from plansvar.asking.evidence.proof import text_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.domain import AssessmentSummary, Document, Evidence, Span, StatedCount
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentence_at

Told = tuple[str, Evidence]
_LEAST_PARTS = 2


def count_conflicts(library: Library) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """What is counted, and each printed count with its place."""
    for members in _by_report(library).values():
        document = library.document(members[0].place.document_id)
        yield from _told_twice(document, members)
        yield from _parts_and_whole(library, document, members)


def _by_report(library: Library) -> dict[tuple[str, ...], list[AssessmentSummary]]:
    found: dict[tuple[str, ...], list[AssessmentSummary]] = defaultdict(list)
    for one in library.summaries():
        if one.stated_count is not None and _printed(library, one) is not None:
            key = (one.place.document_id, one.place.organisation or "", fold(one.kind))
            found[key].append(one)
    return found


def _told_twice(
    document: Document, members: list[AssessmentSummary]
) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """One assessment with two numbers of rows."""
    by_assessment: dict[str, dict[int, AssessmentSummary]] = defaultdict(dict)
    for one in members:
        by_assessment[one.assessment or ""].setdefault(one.stated_count or 0, one)
    for assessment, counts in by_assessment.items():
        if assessment and len(counts) > 1:
            what = f"{members[0].kind}, {assessment}"
            yield what, tuple(_told(document, _span(one), n) for n, one in counts.items())


def _parts_and_whole(
    library: Library, document: Document, members: list[AssessmentSummary]
) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """Parts that make more than the whole; that they make less may be because some have no part."""
    parts = {(one.assessment, one.stated_count): one for one in members}
    names = [assessment for assessment, _ in parts]
    wholes = _wholes(library, members[0])
    total = sum(one.stated_count or 0 for one in parts.values())
    apart = len(set(names)) == len(names) >= _LEAST_PARTS
    if apart and wholes and total > max(whole.count for whole in wholes):
        told = [_told(document, whole.span, whole.count) for whole in wholes[:1]]
        told += [_told(document, _span(one), one.stated_count or 0) for one in parts.values()]
        yield members[0].kind, tuple(told)


def _wholes(library: Library, like: AssessmentSummary) -> list[StatedCount]:
    return [
        each
        for each in library.stated_counts()
        if each.place.document_id == like.place.document_id
        and each.place.organisation == like.place.organisation
        and each.status is None
        and not each.forecast
        and fold(each.what).endswith(fold(like.kind))
    ]


def _printed(library: Library, one: AssessmentSummary) -> str | None:
    document = library.document(one.place.document_id)
    return _number(document, _span(one), one.stated_count or 0)


def _span(one: AssessmentSummary) -> Span:
    return one.count_span or one.span


def _told(document: Document, span: Span, count: int) -> Told:
    sentence = sentence_at(document.text, span.start)
    whole = sentence if sentence and sentence.holds(span) else span
    return _number(document, span, count) or str(count), text_proof(document, whole)


def _number(document: Document, span: Span, count: int) -> str | None:
    """The count as printed."""
    told = document.text[span.start : span.end]
    fitting = (n for n in find_numbers(told) if n.value == count)
    return next((plain(told[n.start : n.end]) for n in fitting), None)
