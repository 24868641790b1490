"""Rows as flat tables: the same columns for CSV and XLSX, one value a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plansvar.domain import Amount, Commitment, Document, Indicator, Observation
from plansvar.interchange import contract
from plansvar.texts import text

Cell = str | float | int | bool | None

SOURCE = (
    "document",
    "title",
    "document_kind",
    "year",
    "municipality",
    "organisation",
    "page",
    "page_index",
    "section",
    "ocr",
)
INDICATOR = ("name", "kind", "responsible")
VALUE = ("measure", "period", "breakdown", "raw", "value", "unit", "note")
JUDGED = (
    "direction",
    "direction_source",
    "assessment",
    "assessment_source",
    "assessment_raw",
    "assessment_legend",
    "trend",
    "trend_raw",
    "meets_target",
    "comment",
)
COMMITMENT = ("text", "kind", "responsible", "status", "status_raw", "deadline", "comment")
AMOUNT = ("what", "raw", "value", "unit", "period", "measure", "is_sum")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A flat table. `headings` are the names of the contract's fields, the same as in JSON."""

    name: str
    headings: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]


def indicator_sheet(rows: Iterable[Indicator], documents: Mapping[str, Document]) -> Sheet:
    """One line for each printed value; an indicator without values has a line of its own."""
    keys = (*SOURCE, *INDICATOR, *VALUE, *JUDGED)
    lines = [line for row in rows for line in _value_lines(row, documents)]
    return _sheet("indicators", keys, lines)


def commitment_sheet(rows: Iterable[Commitment], documents: Mapping[str, Document]) -> Sheet:
    lines = [contract.commitment_object(row, documents) for row in rows]
    return _sheet("commitments", (*SOURCE, *COMMITMENT), lines)


def amount_sheet(rows: Iterable[Amount], documents: Mapping[str, Document]) -> Sheet:
    lines = [contract.amount_object(row, documents) for row in rows]
    return _sheet("amounts", (*SOURCE, *AMOUNT), lines)


def _value_lines(row: Indicator, documents: Mapping[str, Document]) -> list[Mapping[str, Any]]:
    whole = contract.indicator_object(row, documents)
    by_breakdown = {each.breakdown: each for each in row.assessments}
    lines: list[Mapping[str, Any]] = []
    for value, observation in zip(whole["values"], row.observations, strict=True):
        lines.append({**whole, **value, **_own_assessment(observation, by_breakdown)})
    return lines or [whole]


def _own_assessment(observation: Observation, by_breakdown: Mapping[str, Any]) -> Mapping[str, Any]:
    """The assessment of this value's breakdown, where it has one of its own."""
    own = by_breakdown.get(observation.breakdown)
    if own is None or observation.breakdown == "totalt":
        return {}
    return {
        "assessment": own.value,
        "assessment_source": own.source.value,
        "assessment_raw": own.raw,
        "trend": own.trend.value if own.trend else None,
        "trend_raw": own.trend_raw,
    }


def _sheet(name: str, keys: Sequence[str], lines: Iterable[Mapping[str, Any]]) -> Sheet:
    return Sheet(
        name=text(f"interchange.sheets.{name}"),
        headings=tuple(keys),
        lines=tuple(tuple(_cell(line.get(key)) for key in keys) for line in lines),
    )


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return text("interchange.yes") if value else text("interchange.no")
    if isinstance(value, list):
        return " › ".join(value) if value else None
    return value  # type: ignore[no-any-return]
