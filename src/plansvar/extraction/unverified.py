"""What OCR read is told as unchecked, and gives no assessment, trend or direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from plansvar.domain import (
    Amount,
    Assessment,
    AssessmentSummary,
    Chunk,
    Commitment,
    Document,
    Indicator,
    Span,
)

Kind = TypeVar("Kind", Commitment, Amount, Chunk)


def checked_summaries(
    document: Document, summaries: Iterable[AssessmentSummary]
) -> tuple[AssessmentSummary, ...]:
    """The summaries that the file itself prints: one that OCR read assesses nothing."""
    return tuple(each for each in summaries if not document.is_ocr(each.span))


def unassessed(document: Document, indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Indicators with those that OCR had a part in marked, and without what it may not give."""
    return tuple(_without_judgement(document, row) for row in indicators)


def marked(document: Document, rows: Iterable[Kind]) -> tuple[Kind, ...]:
    """Rows with those that OCR had a part in marked."""
    return tuple(
        replace(row, place=replace(row.place, ocr=True)) if _is_ocr(document, row) else row
        for row in rows
    )


def _without_judgement(document: Document, row: Indicator) -> Indicator:
    if not document.ocr:
        return row
    if not _is_ocr(document, row):
        kept = (_without_legend(document, each) for each in row.assessments)
        return replace(row, assessments=tuple(kept))
    return replace(
        row,
        place=replace(row.place, ocr=True),
        direction=None,
        direction_source=None,
        assessments=(),
        trend=None,
        trend_raw=None,
        meets_target=None,
    )


def _without_legend(document: Document, assessment: Assessment) -> Assessment:
    """What a colour means is not taken from text that OCR read."""
    if assessment.legend is None or not document.is_ocr(assessment.legend):
        return assessment
    return replace(assessment, legend=None, meaning=None)


def _is_ocr(document: Document, row: Any) -> bool:
    return bool(document.ocr) and any(document.is_ocr(span) for span in _spans(row))


def _spans(value: Any) -> Iterator[Span]:
    """All places of the text that a value rests on, its table's as a whole aside."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _spans(each)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("table", "legend"):
                yield from _spans(getattr(value, field.name))
