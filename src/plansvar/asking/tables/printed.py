"""Printed tables as nouns: columns, lines, the figures of lines."""

from __future__ import annotations

from dataclasses import dataclass

from plansvar.domain import Cell, Document, Span
from plansvar.language.numbers import parse_number

LEAST_LINES = 2
_LABELS = 2  # columns that may name the lines


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading with the spans that print it. `stems` are the roots of its words, and
    `kind` their stems without years; `years` are all that it names, and `year` the one that its
    figures are of, by the heading or else the table. `measures` are what the heading says is told,
    `role` what a column without values holds, `unit` what all its figures are given in, `kinds`
    what parts of a municipality its cells name."""

    index: int
    heading: str
    spans: tuple[Span, ...]
    stems: frozenset[str]
    kind: frozenset[str]
    years: frozenset[int]
    year: int | None
    measures: frozenset[str]
    role: str | None
    numeric: bool
    unit: str
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TableCell:
    """A figure of a table: as printed, its value, and the headings above it. `year` is the one that
    it is of (null where another column is headed the same), and `kind` the stems of its heading
    without years. `unit` is what it is given in, empty where none is printed, and `unit_span` what
    prints that beside the figure."""

    column: int
    span: Span
    raw: str
    value: float
    headings: tuple[Span, ...]
    head: str
    year: int | None
    kind: frozenset[str]
    unit: str
    unit_span: Span | None


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for a whole table: its place among its document's tables, the spans that may print
    the unit of all its figures, and the stems of all that stands over it."""

    document: Document
    number: int
    span: Span
    over: tuple[Span, ...]
    around: frozenset[str]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of cells, null where there is none. `labels` are the words that it begins with,
    `above` the lines that head it, `part_of` the one that it gives a part of, `figures` its
    figures; `whole` where it sums up the others."""

    frame: Frame
    cells: tuple[Cell | None, ...]
    whole: bool
    label: str
    labels: tuple[Span, ...]
    above: tuple[Span, ...]
    part_of: tuple[Span, ...]
    figures: tuple[TableCell, ...]
    label_stems: frozenset[str]
    above_stems: frozenset[str]

    @property
    def document(self) -> Document:
        return self.frame.document

    @property
    def told(self) -> tuple[Span, ...]:
        """What names the line: its labels, behind those of what it is a part of."""
        return (*self.part_of, *self.labels)

    def text(self, column: int) -> str:
        cell = self.cells[column]
        return " ".join(cell.text.split()) if cell else ""

    def figure(self, column: int) -> TableCell | None:
        """The figure that stands in a column."""
        cell = self.cells[column]
        return next((f for f in self.figures if cell and f.span == cell.span), None)

    def value(self, column: int) -> float | None:
        """What a cell is worth that is a figure, or begins with one ("420 per år"); a label that
        does ("29 år och yngre") is worth nothing."""
        cell = self.cells[column]
        if cell is not None and cell.span in self.labels:
            return None
        figure = self.figure(column)
        return figure.value if figure else parse_number(self.text(column))


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A printed table. `headed` where rows of its own name its columns. `title` are the roots of
    its caption and the heading right above, `around` those of all headings and of the document's
    title, `years` those that they name."""

    frame: Frame
    headed: bool
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    heading: str
    title: frozenset[str]
    around: frozenset[str]
    years: frozenset[int]
    organisation: str | None

    @property
    def document(self) -> Document:
        return self.frame.document

    @property
    def number(self) -> int:
        return self.frame.number

    @property
    def labels(self) -> tuple[Column, ...]:
        """The columns that may name the lines."""
        named = [c for c in self.columns if not c.numeric and c.role is None and not c.years]
        return tuple(named[:_LABELS])
