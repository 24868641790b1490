"""Small invented reports with headings over their values, as many rows as a test wants."""

from __future__ import annotations

from dataclasses import dataclass

from fakes import MemoryLibrary

from plansvar.domain import Assessment as Verdict
from plansvar.domain import (
    BlockKind,
    Document,
    DocumentKind,
    Extraction,
    Indicator,
    Mark,
    MarkSource,
    Observation,
    Place,
    Span,
)
from plansvar.language.numbers import parse_number
from plansvar.reading.building import Builder, PageDraft, Piece

COLUMNS = (("utfall", "2021"), ("utfall", "2020"), ("mål", "2021"))


@dataclass(frozen=True)
class Row:
    """A printed row: name, three values, colour of its mark, direction."""

    name: str
    values: tuple[str, str, str]
    colour: str | None = None
    direction: str | None = "högre är bättre"
    unit: str | None = None
    breakdown: str = "totalt"


def world(
    *rows: Row, kind: DocumentKind = DocumentKind.ANNUAL, path: str = "a/rapport.txt"
) -> MemoryLibrary:
    return MemoryLibrary([report(*rows, kind=kind, path=path)])


def report(
    *rows: Row,
    kind: DocumentKind = DocumentKind.ANNUAL,
    path: str = "a/rapport.txt",
    organisation: str = "Tekniska nämnden",
    municipality: str = "Ekvalla kommun",
) -> Extraction:
    builder = Builder([PageDraft(1, 7, "7")])
    builder.start_part(None, organisation)
    builder.add(BlockKind.HEADING, [Piece("Måluppfyllelse")])
    heading = builder.add(BlockKind.PARAGRAPH, [Piece("Utfall 2021 | Utfall 2020 | Mål 2021")])
    lines = [
        builder.add(BlockKind.PARAGRAPH, [Piece(f"{row.name} | {' | '.join(row.values)}")])
        for row in rows
    ]
    made = builder.finish()
    document = Document(
        path, "0", "txt", "Rapport", made.text, made.pages, made.parts, made.sections,
        made.blocks, municipality=municipality, kind=kind, year=2021,
        period="januari-augusti 2021" if kind is DocumentKind.INTERIM else "2021",
    )  # fmt: skip
    place = Place(path, 7, 1, "7", ("Måluppfyllelse",), organisation)
    made_rows = [
        _indicator(row, line, heading, place, made.text, n)
        for n, (row, line) in enumerate(zip(rows, lines, strict=True))
    ]
    return Extraction(document, tuple(made_rows))


def _indicator(row: Row, line: Span, heading: Span, place: Place, text: str, n: int) -> Indicator:
    observations = []
    at = line.start + len(row.name)
    for raw, (measure, period) in zip(row.values, COLUMNS, strict=True):
        at = text.index(f"| {raw}", at) + 2
        column = text.index(f"{measure.capitalize()} {period}", heading.start)
        header = Span(column, column + len(measure) + 5)
        observations.append(
            Observation(
                measure, period, row.breakdown, raw, parse_number(raw), row.unit,
                Span(at, at + len(raw)), (header,),
            )
        )  # fmt: skip
    outcome, target = observations[0].value, observations[2].value
    met = None
    if outcome is not None and target is not None and row.direction:
        met = outcome >= target if row.direction.startswith("högre") else outcome <= target
    mark = Mark(MarkSource.CELL)
    return Indicator(
        f"{place.document_id}#{n}", place, row.name,
        Span(line.start, line.start + len(row.name)), "indikator", tuple(observations),
        direction=row.direction, direction_source="text" if row.direction else None,
        assessments=(Verdict(row.colour, MarkSource.CELL, mark=mark),) if row.colour else (),
        meets_target=met, table=heading,
    )  # fmt: skip
