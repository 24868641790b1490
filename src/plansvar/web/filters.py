"""Which rows a visitor wants to see: read from an address, applied to the index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from plansvar.domain import Amount, Commitment, Document, Indicator
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.web.addresses import address

Row = Indicator | Commitment | Amount
SORTS = ("indicators", "commitments", "amounts")
MET = {"yes": True, "no": False}
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty means all. `sort` is indicators, commitments or amounts; `status` is an assessment or
    a commitment's status; `met` is "yes" or "no"; `search` is looked for in the row's name."""

    sort: str = "indicators"
    municipality: str = ""
    document: str = ""
    year: str = ""
    unit: str = ""
    kind: str = ""
    status: str = ""
    met: str = ""
    search: str = ""

    def link(self, name: str) -> str:
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return address(name, values)


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter and what it can be set to, as the index has it."""

    name: str
    options: tuple[tuple[str, str], ...]
    chosen: str


def read_filters(values: Mapping[str, str]) -> Filters:
    given = {
        field.name: values[field.name].strip()[:LONGEST]
        for field in fields(Filters)
        if field.name in values
    }
    filters = Filters(**given)
    return filters if filters.sort in SORTS else Filters()


def all_rows(library: Library, sort: str) -> Sequence[Row]:
    if sort == "commitments":
        return library.commitments()
    return library.amounts() if sort == "amounts" else library.indicators()


def filtered(rows: Iterable[Row], filters: Filters, documents: Mapping[str, Document]) -> list[Row]:
    """The rows that fit all filters, in the order of the index."""
    sought = fold(filters.search).split()
    wanted = {name: read for name, read in _READERS.items() if getattr(filters, name)}
    return [
        row
        for row in rows
        if all(getattr(filters, n) in read(row, documents) for n, read in wanted.items())
        and (not filters.met or _met(row) is MET.get(filters.met))
        and all(word in fold(name_of(row)) for word in sought)
    ]


def choices(
    rows: Iterable[Row], filters: Filters, documents: Mapping[str, Document]
) -> tuple[Choice, ...]:
    """What can be chosen; a filter with nothing to choose between is left out."""
    rows = list(rows)
    found = []
    for name, read in _READERS.items():
        values = sorted({value for row in rows for value in read(row, documents)})
        if len(values) > 1 or getattr(filters, name):
            titles = documents if name == "document" else {}
            options = tuple((v, titles[v].title if v in titles else v) for v in values)
            found.append(Choice(name, options, getattr(filters, name)))
    return tuple(found)


def name_of(row: Row) -> str:
    if isinstance(row, Indicator):
        return row.name
    return row.text if isinstance(row, Commitment) else row.what


def status_of(row: Row) -> str | None:
    """The assessment of an indicator, the status of a commitment."""
    if isinstance(row, Indicator):
        return row.assessment.value if row.assessment else None
    if isinstance(row, Commitment):
        return row.status.value if row.status else None
    return None


def _met(row: Row) -> bool | None:
    return row.meets_target if isinstance(row, Indicator) else None


def _kind(row: Row) -> str | None:
    return row.measure if isinstance(row, Amount) else row.kind


def _units(row: Row) -> tuple[str, ...]:
    responsible = () if isinstance(row, Amount) else row.responsible
    return tuple(unit for unit in (row.place.organisation, *responsible) if unit)


def _present(*values: object) -> tuple[str, ...]:
    return tuple(str(value) for value in values if value is not None)


Reader = Callable[[Row, Mapping[str, Document]], tuple[str, ...]]
_READERS: dict[str, Reader] = {
    "municipality": lambda row, docs: _present(docs[row.place.document_id].municipality),
    "document": lambda row, docs: (row.place.document_id,),
    "year": lambda row, docs: _present(docs[row.place.document_id].year),
    "unit": lambda row, docs: _units(row),
    "kind": lambda row, docs: _present(_kind(row)),
    "status": lambda row, docs: _present(status_of(row)),
}
