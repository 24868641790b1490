"""Dataclasses ↔ table rows: which table holds what, and how a field becomes a column.

A scalar field is a column of its own, a `Place` is spread over its fields, anything else is JSON;
tuples of values that a person may want to query have tables of their own (children).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import Enum
from functools import cache
from typing import Any, get_type_hints

from plansvar.domain import (
    Abbreviation,
    Amount,
    Assessment,
    AssessmentSummary,
    Chunk,
    Commitment,
    Document,
    Furniture,
    Gap,
    Indicator,
    Observation,
    Page,
    Part,
    Place,
    Section,
    StatedCount,
    Table,
)
from plansvar.interchange import codec

Scalar = str | int | float | bytes | None


@dataclass(frozen=True)
class Record:
    """A table that holds values of `kind`; `children` are the fields with tables of their own."""

    table: str
    kind: type
    children: Mapping[str, Record] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that hold the value itself, in the order of its fields."""
        return tuple(name for column in _columns(self) for name in column.names)

    def to_row(self, value: Any) -> list[Scalar]:
        """The value as cells in the order of `columns`, children left out."""
        cells: list[Scalar] = []
        for column in _columns(self):
            cells.extend(column.write(getattr(value, column.field)))
        return cells

    def from_row(self, row: Sequence[Scalar], children: Mapping[str, tuple[Any, ...]]) -> Any:
        """The value whose cells are `row` (in the order of `columns`)."""
        given: dict[str, Any] = dict(children)
        position = 0
        for column in _columns(self):
            width = len(column.names)
            given[column.field] = column.read(row[position : position + width])
            position += width
        return self.kind(**given)


DOCUMENTS = Record(
    "documents",
    Document,
    {
        "pages": Record("pages", Page),
        "parts": Record("parts", Part),
        "sections": Record("sections", Section),
        "tables": Record("tables", Table),
        "gaps": Record("gaps", Gap),
        "furniture": Record("furniture", Furniture),
    },
)
# The fields of `domain.Extraction` besides the document.
EXTRACTED: Mapping[str, Record] = {
    "indicators": Record(
        "indicators",
        Indicator,
        {
            "observations": Record("observations", Observation),
            "assessments": Record("assessments", Assessment),
        },
    ),
    "commitments": Record("commitments", Commitment),
    "amounts": Record("amounts", Amount),
    "summaries": Record("summaries", AssessmentSummary),
    "stated_counts": Record("stated_counts", StatedCount),
    "abbreviations": Record("abbreviations", Abbreviation),
    "chunks": Record("chunks", Chunk),
    "gaps": Record("extraction_gaps", Gap),
}


def quoted(names: Iterable[str]) -> str:
    """Column names for SQL."""
    return ", ".join(f'"{name}"' for name in names)


@dataclass(frozen=True)
class _Column:
    field: str
    names: tuple[str, ...]
    write: Callable[[Any], Iterable[Scalar]]
    read: Callable[[Sequence[Scalar]], Any]


_CACHE: dict[str, tuple[_Column, ...]] = {}


def _columns(record: Record) -> tuple[_Column, ...]:
    if record.table not in _CACHE:
        hints = get_type_hints(record.kind)
        _CACHE[record.table] = tuple(
            _column(each.name, hints[each.name])
            for each in fields(record.kind)
            if each.name not in record.children
        )
    return _CACHE[record.table]


@cache
def _column(name: str, kind: Any) -> _Column:
    if kind is Place:
        return _place_column(name)
    plain = codec.optional(kind) or kind
    encode, decode = codec.encoder(kind), codec.decoder(kind)
    if plain is int:
        return _Column(name, (name,), lambda v: (_number(v),), lambda cells: _whole(cells[0]))
    if isinstance(plain, type) and (plain in (str, float, bool) or issubclass(plain, Enum)):
        return _Column(name, (name,), lambda v: (encode(v),), lambda cells: decode(cells[0]))
    return _Column(
        name,
        (name,),
        lambda v: (None if v is None else codec.to_json(kind, v),),
        lambda cells: None if cells[0] is None else codec.from_json(kind, str(cells[0])),
    )


def _number(value: int | None) -> Scalar:
    """SQLite's integers have 64 bits; a larger one is kept as its digits."""
    if value is None or -(2**63) <= value < 2**63:
        return value
    return str(value).encode()


def _whole(cell: Scalar) -> int | None:
    return None if cell is None else int(cell)


def _place_column(name: str) -> _Column:
    hints = get_type_hints(Place)
    columns = [_column(each.name, hints[each.name]) for each in fields(Place)]
    return _Column(
        name,
        tuple(column.field for column in columns),
        lambda place: [
            cell for column in columns for cell in column.write(getattr(place, column.field))
        ],
        lambda cells: Place(
            *(column.read((cell,)) for column, cell in zip(columns, cells, strict=True))
        ),
    )
