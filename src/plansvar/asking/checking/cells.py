"""Proves from its place what a cell of a printed table is told to be: the line, the column, the
year and the unit, each from the words that the table prints there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plansvar.asking.checking.verdicts import Fault, Verdict
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.words import years_in
from plansvar.asking.tables.cells import (
    Grid,
    figure_of,
    grid_of,
    head_rows,
    headings_of,
    is_part,
    labels_of,
    over_of,
    unique,
)
from plansvar.asking.tables.heads import year_of_column, years_named
from plansvar.asking.tables.units import Unit, known_units, printed_units, unit_behind
from plansvar.domain import Cell, CellClaim, Document, Figure, Span, Statement, Table
from plansvar.index.library import Library
from plansvar.language.folding import fold


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell in its table, by rows and columns."""

    table: Table
    cell: Cell
    grid: Grid


def check_cell(
    figure: Figure, statement: Statement, document: Document, library: Library, told: bool
) -> Verdict:
    """Whether a cell stands in the line and the column that it is told of, is of that year and in
    that unit. Where it is `told` the sentence says its line, column and unit; what is only
    reckoned with has them proved beside it."""
    claim, place = figure.cell, _place(document, figure.span)
    if claim is None or place is None:
        return Verdict(Fault.OTHER_CELL, figure.text)
    kept = known_units(library).get((document.path, figure.span.start))
    for right, fault in (
        (_is_line(claim, place), Fault.OTHER_ROW),
        (_is_column(claim, place), Fault.OTHER_CELL),
        (_is_of_year(claim, document, place.table), Fault.OTHER_CELL),
        (_is_in_unit(figure, claim, statement, document, place, kept), Fault.OTHER_CELL),
        (_is_shown(claim, statement), Fault.NOT_QUOTED),
        (not told or _is_said(figure, claim, statement, document), Fault.CLAIM_ALTERED),
    ):
        if not right:
            return Verdict(fault, figure.text)
    return Verdict()


def _place(document: Document, span: Span) -> _Place | None:
    """The table and the cell that stand at a place."""
    found = ((t, c) for t in document.tables for c in t.cells if c.span == span)
    return next((_Place(table, cell, grid_of(table)) for table, cell in found), None)


def _is_line(claim: CellClaim, place: _Place) -> bool:
    """Whether the labels stand in the cell's own line; a part ("varav män") is told with what it is
    a part of, which stands above it."""
    cell, table = place.cell, place.table
    rows = range(cell.row, cell.row + cell.row_span)
    own = [c for row in rows for c in _row(place, row) if c != cell]
    names = [c.text for c in own if c.span in claim.labels]
    if not names or cell.row < head_rows(place.grid, table):
        return False
    heads = head_rows(place.grid, table)
    above = [labels_of(_row(place, row)) for row in range(heads, cell.row)]
    wholes = {c.span for labels in above if labels and not is_part(labels[0].text) for c in labels}
    others = set(claim.labels) - {c.span for c in own}
    return others <= wholes and bool(others or not wholes or not is_part(names[0]))


def _row(place: _Place, row: int) -> tuple[Cell, ...]:
    return unique(place.grid.get((row, column)) for column in range(place.table.column_count))


def _is_column(claim: CellClaim, place: _Place) -> bool:
    """Whether the headings are all that stand over the cell."""
    heads = head_rows(place.grid, place.table)
    columns = range(place.cell.column, place.cell.column + place.cell.column_span)
    over = [{head.span for head in headings_of(place.grid, heads, each)} for each in columns]
    return set(claim.headings) in over


def _is_of_year(claim: CellClaim, document: Document, table: Table) -> bool:
    """Whether the cell is of the year: that of its heading or its label, else that of its table or
    report."""
    if claim.year is None:
        return True
    heading, label = (
        " ".join(document.quote(span) for span in spans) for spans in (claim.headings, claim.labels)
    )
    named = years_named(heading) or years_named(label)
    if named:
        return claim.year in named
    return claim.year in {year_of_column(heading, year) for year in _years(document, table)}


def _years(document: Document, table: Table) -> set[int]:
    """The years that the caption or the heading above a table names, and else its report's."""
    section = document.section_at(table.span.start)
    path = section.path if section else ()
    near = [document.quote(table.caption)] if table.caption else []
    years = {year for text in (*near, *path[-1:]) for year in years_in(text)}
    if len(years) == 1:
        return years
    years |= {year for text in path for year in years_in(text)}
    return years | ({document.year} if document.year else set())


def _is_in_unit(
    figure: Figure,
    claim: CellClaim,
    statement: Statement,
    document: Document,
    place: _Place,
    kept: Unit | None,
) -> bool:
    """Whether the unit is the one that is printed nearest to the cell; one that holds for the whole
    table, or that was read from the text around it, is shown beside it."""
    over = over_of(document, place.table, place.grid)
    own, whole = printed_units(
        figure.text, figure.span, claim.headings, claim.labels, over, document
    )
    if own is not None:
        bare = not claim.unit and figure_of(place.cell) is None
        return bare or claim.unit == own.name
    shown = {span for evidence in statement.evidence for span in evidence.spans}
    told = (*whole, *((kept,) if kept else ()))
    return not claim.unit or any(u.name == claim.unit and u.span in shown for u in told)


def _is_shown(claim: CellClaim, statement: Statement) -> bool:
    """Whether one source shows the line and the column."""
    wanted = {*claim.labels, *claim.headings}
    return any(wanted <= set(evidence.spans) for evidence in statement.evidence)


def _is_said(figure: Figure, claim: CellClaim, statement: Statement, document: Document) -> bool:
    """Whether the sentence says the labels and headings, and the unit or none behind the figure."""
    said = fold(plain(statement.text))
    spans = (*claim.labels, *claim.headings)
    if not all(fold(plain(document.quote(span))) in said for span in spans):
        return False
    if figure.claim not in (None, figure.text, f"{figure.text} {claim.unit}"):
        return False
    behind = {unit_behind(statement.text, end) for end in _ends(statement.text, figure.text)}
    return not behind or not behind.isdisjoint({"", claim.unit})


def _ends(text: str, figure: str) -> Iterator[int]:
    """Where a figure ends in a text, wherever it stands there whole."""
    at = text.find(figure)
    while at >= 0:
        end = at + len(figure)
        if not (text[at - 1 : at].isdigit() or text[end : end + 1].isdigit()):
            yield end
        at = text.find(figure, at + 1)
