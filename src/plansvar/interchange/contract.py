"""Domain values → the JSON objects that other programs rely on.

Names and shapes here are fixed: fields may be added, never renamed or dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from plansvar.domain import (
    Amount,
    Answer,
    Assessment,
    Box,
    Citation,
    Commitment,
    Document,
    DraftReport,
    Indicator,
    Mark,
    Observation,
    Place,
    Span,
)

Documents = Mapping[str, Document]
_TOTAL = "totalt"
Row = Indicator | Commitment | Amount
Json = dict[str, Any]


def answer_object(answer: Answer, documents: Documents) -> Json:
    return {
        "id": answer.id,
        "question": answer.question,
        "interpretation": answer.interpretation,
        "answer": answer.text,
        "kind": answer.kind.value,
        "abstained": answer.abstained,
        "statements": [
            {"text": each.text, "citations": list(each.citations), "calculation": each.calculation}
            for each in answer.statements
        ],
        "citations": [citation_object(citation) for citation in answer.citations],
        "rows": [row_object(row, documents) for row in answer.rows],
        "conflicts": [
            {
                "what": conflict.what,
                "values": [{"raw": v.raw, "citation": v.citation} for v in conflict.values],
            }
            for conflict in answer.conflicts
        ],
        "suggestions": list(answer.suggestions),
        "not_understood": list(answer.not_understood),
        "elapsed_ms": round(answer.elapsed_ms, 1),
    }


def draft_object(report: DraftReport) -> Json:
    """A draft, claim by claim; `citations` as in an answer."""
    return {
        "claims": [
            {
                "text": claim.text,
                "verdict": claim.verdict.value,
                "citations": list(claim.citations),
                "unproved": list(claim.unproved),
                "printed": list(claim.printed),
            }
            for claim in report.claims
        ],
        "citations": [citation_object(citation) for citation in report.citations],
    }


def citation_object(citation: Citation) -> Json:
    return {
        "n": citation.n,
        "document": citation.document,
        "title": citation.title,
        "section": list(citation.section),
        "page": citation.page,
        "page_index": citation.page_index,
        "page_label": citation.page_label,
        "quote": citation.quote,
        "mark": mark_object(citation.mark) if citation.mark else None,
        "anchor": citation.anchor,
        "boxes": [box_list(box) for box in citation.boxes],
        "ocr": citation.ocr,
    }


def row_object(row: Row, documents: Documents) -> Json:
    if isinstance(row, Indicator):
        return indicator_object(row, documents)
    if isinstance(row, Commitment):
        return commitment_object(row, documents)
    return amount_object(row, documents)


def indicator_object(row: Indicator, documents: Documents) -> Json:
    assessment = row.assessment
    return {
        **place_object(row.place, documents),
        "id": row.id,
        "name": row.name,
        "also": [label.text for label in row.also],
        "kind": row.kind,
        "responsible": list(row.responsible),
        "values": [_value(each) for each in row.observations],
        "direction": row.direction,
        "direction_source": row.direction_source,
        "assessment": assessment.value if assessment else None,
        "assessment_source": assessment.source.value if assessment else None,
        "assessment_raw": assessment.raw if assessment else None,
        "assessment_legend": _legend(assessment, row, documents) if assessment else None,
        "assessment_meaning": assessment.meaning if assessment else None,
        "trend": row.trend.value if row.trend else None,
        "trend_raw": row.trend_raw,
        "assessments": [_assessment(each) for each in _differing(row.assessments)],
        "meets_target": row.meets_target,
        "comment": row.comment,
        "status": row.status,
    }


def commitment_object(row: Commitment, documents: Documents) -> Json:
    return {
        **place_object(row.place, documents),
        "id": row.id,
        "text": row.text,
        "kind": row.kind,
        "responsible": list(row.responsible),
        "status": row.status.value if row.status else None,
        "status_raw": row.status_raw,
        "comment": row.comment,
    }


def amount_object(row: Amount, documents: Documents) -> Json:
    return {
        **place_object(row.place, documents),
        "id": row.id,
        "what": row.what,
        "raw": row.raw,
        "value": row.value,
        "unit": row.unit,
        "period": row.period,
        "measure": row.measure,
        "is_sum": row.is_sum,
    }


def place_object(place: Place, documents: Documents) -> Json:
    document = documents[place.document_id]
    return {
        "document": document.path,
        "title": document.title,
        "document_kind": document.kind.value,
        "year": document.year,
        "municipality": document.municipality,
        "organisation": place.organisation,
        "page": place.page,
        "page_index": place.page_index,
        "page_label": place.page_label,
        "section": list(place.section),
        "boxes": [box_list(box) for box in place.boxes],
        "ocr": place.ocr,
    }


def mark_object(mark: Mark) -> Json:
    return {
        "colour": mark.colour.value if mark.colour else None,
        "source": mark.source.value,
        "box": box_list(mark.box) if mark.box else None,
        "trend": mark.trend.value if mark.trend else None,
        "raw": mark.raw,
    }


def box_list(box: Box) -> list[float]:
    """`[page_index, x0, top, x1, bottom]`."""
    return [box.page_index, *(round(side, 1) for side in (box.x0, box.top, box.x1, box.bottom))]


def documents_by_id(documents: Iterable[Document]) -> dict[str, Document]:
    return {document.path: document for document in documents}


def _value(observation: Observation) -> Json:
    return {
        "measure": observation.measure,
        "period": observation.period,
        "breakdown": observation.breakdown,
        "raw": observation.raw,
        "value": observation.value,
        "unit": observation.unit,
        "note": observation.note,
        "measured": observation.measured,
    }


def _assessment(assessment: Assessment) -> Json:
    return {
        "breakdown": assessment.breakdown,
        "assessment": assessment.value,
        "source": assessment.source.value,
        "raw": assessment.raw,
        "trend": assessment.trend.value if assessment.trend else None,
        "meaning": assessment.meaning,
        "share": assessment.mark.share if assessment.mark else None,
    }


def _differing(assessments: tuple[Assessment, ...]) -> tuple[Assessment, ...]:
    """All of them where breakdowns have different ones or none is of the whole, else none."""
    kinds = {(each.value, each.trend) for each in assessments}
    whole = any(each.breakdown == _TOTAL for each in assessments)
    return assessments if len(kinds) > 1 or not whole else ()


def _legend(assessment: Assessment, row: Indicator, documents: Documents) -> str | None:
    legend: Span | None = assessment.legend
    return documents[row.place.document_id].quote(legend) if legend else assessment.meaning
