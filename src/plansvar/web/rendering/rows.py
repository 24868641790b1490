"""All extracted rows as a table with filters, and one row with its history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from plansvar.asking.evidence.reading import read
from plansvar.domain import Colour, Commitment, Document, Indicator, Observation, Span
from plansvar.language.folding import fold
from plansvar.texts import text
from plansvar.web.addresses import address, place_address
from plansvar.web.filters import SORTS, Choice, Filters, Row, name_of, status_of
from plansvar.web.rendering.charts import Chart, chart_of_row, joined_chart
from plansvar.web.rendering.templates import render

MOST = 200
COLOURS = {colour.value: colour.name.lower() for colour in Colour}


@dataclass(frozen=True, slots=True)
class Status:
    """An assessment or status: always in words, with a coloured sign where it is a colour."""

    word: str
    colour: str | None


@dataclass(frozen=True, slots=True)
class ShownRow:
    name: str
    link: str | None
    source: str
    place: str
    about: str
    values: tuple[str, ...]
    status: Status | None
    met: bool | None


@dataclass(frozen=True, slots=True)
class Tab:
    sort: str
    link: str
    current: bool


def render_rows(
    rows: Sequence[Row],
    filters: Filters,
    choices: Sequence[Choice],
    documents: Mapping[str, Document],
) -> Markup:
    """The view of all rows of one sort."""
    return render(
        "rows",
        filters=filters,
        tabs=tuple(Tab(s, Filters(sort=s).link("rows"), s == filters.sort) for s in SORTS),
        choices=choices,
        chosen=any(choice.chosen for choice in choices) or bool(filters.met),
        rows=tuple(_shown(row, documents[row.place.document_id]) for row in rows[:MOST]),
        count=len(rows),
        most=MOST,
        exports=tuple((kind, filters.link(f"export.{kind}")) for kind in ("csv", "xlsx")),
    )


def render_row(
    row: Indicator, alike: Sequence[Indicator], documents: Mapping[str, Document]
) -> Markup:
    """One indicator: its printed values, its history over documents, and where all that stands."""
    charted: Chart | None = joined_chart(alike) if len(alike) > 1 else chart_of_row(row)
    return render(
        "row",
        row=row,
        shown=_shown(row, documents[row.place.document_id]),
        chart=charted,
        values=tuple(_value(row, each, documents) for each in row.observations),
        others=tuple(
            _shown(each, documents[each.place.document_id]) for each in alike if each.id != row.id
        ),
        source=row_link(row, documents[row.place.document_id]),
    )


def same_thing(
    row: Indicator, rows: Iterable[Indicator], documents: Mapping[str, Document]
) -> list[Indicator]:
    """The rows of the same name in the same municipality, oldest document first."""
    town = documents[row.place.document_id].municipality
    alike = [
        each
        for each in rows
        if fold(each.name) == fold(row.name)
        and documents[each.place.document_id].municipality == town
    ]
    return sorted(alike, key=lambda each: documents[each.place.document_id].year or 0)


def row_link(row: Row, document: Document) -> str:
    """The row's own place, with its name and values marked."""
    return place_address(row.place, document, row_spans(row)).link


def row_spans(row: Row) -> tuple[Span, ...]:
    if isinstance(row, Indicator):
        spans = [row.name_span, *(each.cell for each in row.observations)]
    elif isinstance(row, Commitment):
        spans = [row.text_span, row.responsible_span, row.status_span, *row.deadline_spans]
    else:
        spans = [row.what_span, row.cell, row.unit_span]
    return tuple(sorted({span for span in spans if span is not None}))


def _shown(row: Row, document: Document) -> ShownRow:
    word = status_of(row)
    page = row.place.page_label or row.place.page
    where = text("web.source.page", page=page) if page is not None else text("web.rows.place")
    unchecked = text("web.rows.ocr") if row.place.ocr else None
    indicator = isinstance(row, Indicator)
    about = (row.place.organisation, document.municipality, document.title, unchecked)
    return ShownRow(
        name=" ".join(name_of(row).split()),
        link=address("row", {"id": row.id}) if indicator else None,
        source=row_link(row, document),
        place=where,
        about=", ".join(dict.fromkeys(each for each in about if each)),
        values=_values(row),
        status=Status(word, COLOURS.get(word)) if word else None,
        met=row.meets_target if isinstance(row, Indicator) else None,
    )


def _values(row: Row) -> tuple[str, ...]:
    """The cells that the table's headings of this sort call for, after the name."""
    if isinstance(row, Indicator):
        reading = read(row)
        return (_printed(reading.outcome), _printed(reading.target))
    if isinstance(row, Commitment):
        return (", ".join(row.responsible),)
    return (
        row.raw if not row.unit or row.unit in row.raw else f"{row.raw} {row.unit}",
        row.period or "",
    )


def _printed(each: Observation | None) -> str:
    """The value as printed, with its period."""
    if each is None:
        return ""
    return f"{each.raw} ({each.period})" if each.period else each.raw


def _value(
    row: Indicator, each: Observation, documents: Mapping[str, Document]
) -> tuple[str, str, str, str, str, str]:
    spans = tuple(s for s in (row.name_span, *each.headings, each.label, each.cell) if s)
    link = place_address(row.place, documents[row.place.document_id], sorted(spans)).link
    return (each.measure, each.period or "", each.breakdown, each.raw, each.note or "", link)
