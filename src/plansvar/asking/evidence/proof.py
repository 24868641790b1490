"""The places that prove a row, a value, a summary or a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plansvar.domain import (
    Amount,
    Assessment,
    AssessmentSummary,
    Box,
    Commitment,
    Document,
    Evidence,
    Indicator,
    Observation,
    Place,
    Span,
)

_WHOLE_ROW = 10


def row_proof(
    row: Indicator, used: Iterable[Observation] = (), assessment: Assessment | None = None
) -> Evidence:
    """Label, column headings and values; the whole row while it is short, so that every statement
    on the row leads to one and the same citation."""
    whole = len(row.observations) <= _WHOLE_ROW
    observations = row.observations if whole else tuple(used)
    spans = [s for o in observations for s in (o.cell, *o.headings, o.label, o.note_span) if s]
    spans += [label.span for label in row.also]
    if row.name_span:
        spans.append(row.name_span)
    boxes = tuple(box for o in observations for box in o.boxes)
    return Evidence(
        place=_with_boxes(row.place, boxes),
        spans=tuple(sorted(set(spans))),
        mark=assessment.mark if assessment else None,
        row=row.name_span,
    )


def headings_proof(row: Indicator) -> Evidence:
    """The name and column headings of a row: what its table tells and does not tell."""
    spans = {s for o in row.observations for s in o.headings}
    if row.name_span:
        spans.add(row.name_span)
    return Evidence(row.place, tuple(sorted(spans)))


def assessment_proof(
    document: Document, row: Indicator, assessment: Assessment
) -> tuple[Evidence, ...]:
    """The row, and the text or legend that says what its assessment is."""
    first = row_proof(row, assessment=assessment)
    texts = tuple(s for s in (assessment.proof, assessment.legend) if s)
    return (first, *(text_proof(document, span) for span in texts))


def marked_proof(row: Indicator, assessment: Assessment) -> Evidence:
    """The row with the sign or word that assesses it, as one place."""
    whole = row_proof(row, assessment=assessment)
    spans = {*whole.spans, *((assessment.proof,) if assessment.proof else ())}
    return replace(whole, spans=tuple(sorted(spans)))


def summary_proof(summary: AssessmentSummary) -> Evidence:
    return Evidence(summary.place, (summary.span,))


def amount_proof(amount: Amount) -> Evidence:
    spans = {amount.what_span, amount.cell, *amount.headings}
    if amount.unit_span:
        spans.add(amount.unit_span)
    return Evidence(amount.place, tuple(sorted(spans)), row=amount.what_span)


def commitment_proof(row: Commitment) -> Evidence:
    """What is undertaken, by whom, until when and how it stands."""
    spans = (row.text_span, row.responsible_span, *row.deadline_spans, row.status_span)
    return Evidence(row.place, tuple(sorted(s for s in spans if s)))


def text_proof(document: Document, span: Span) -> Evidence:
    """A passage of running text, with the place where it stands."""
    return Evidence(place_at(document, span), (span,))


def place_at(document: Document, span: Span) -> Place:
    """Where a span of a document stands."""
    page = document.page_at(span.start)
    section = document.section_at(span.start)
    part = document.part_at(span.start)
    number = (page.number if page.number is not None else page.index) if page else None
    title = (part.title,) if part and part.title else ()
    return Place(
        document_id=document.path,
        page=number,
        page_index=page.index if page else None,
        page_label=page.label if page else None,
        section=section.path if section else title,
        organisation=part.organisation if part else None,
        boxes=tuple(
            b for block in document.blocks if block.span.overlaps(span) for b in block.boxes
        ),
        ocr=document.is_ocr(span),
    )


def _with_boxes(place: Place, boxes: tuple[Box, ...]) -> Place:
    if not boxes:
        return place
    return Place(
        place.document_id,
        place.page,
        place.page_index,
        place.page_label,
        place.section,
        place.organisation,
        tuple(dict.fromkeys((*place.boxes, *boxes))),
        place.ocr,
    )
