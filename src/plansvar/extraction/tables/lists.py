"""Lists of money without column headings: a label and one figure a row, under subheadings.

A second label with its figure beside the first ("Medlemsbidrag 2027 90 | Alingsås 70") tells what
part of it is whose; rows below that go on in it alone belong to the same first label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.domain import Amount, Cell, Document, Gap, GapKind, Span
from plansvar.extraction.headings import parse_heading
from plansvar.extraction.tables.cells import is_figure
from plansvar.extraction.tables.deciding import Understood
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.money import AmountRows, is_sum_word, speaks_of_money
from plansvar.extraction.tables.places import gap, place_of, row_id, unfit
from plansvar.extraction.tables.values import Reading, read_cell, split_note_mark
from plansvar.extraction.units import unit_named
from plansvar.language.periods import find_period
from plansvar.language.vocabulary import vocabulary
from plansvar.texts import text

_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands above or beside a figure and tells its year and what it is."""

    section: Cell | None = None
    main: Cell | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    label: Cell
    cell: Cell
    reading: Reading
    context: _Context


def read_listed_amounts(document: Document, table: Understood) -> AmountRows | None:
    """The amounts of a list of money; null where the table is none."""
    grid = table.grid
    pairs = _pairs(grid)
    if not pairs or not _is_about_money(table, pairs):
        return None
    entries, gaps = _entries(grid, pairs)
    if len(entries) < _FEWEST:
        return None
    sums = _sums(entries)
    if any(_own_measure(entry) for entry in entries):  # labels that tell their own tell of no other
        table = replace(table, measure=None)
    amounts = [_amount(document, table, entry, id(entry) in sums) for entry in entries]
    if all(amount.unit is None for amount in amounts):
        gaps.append(gap(GapKind.UNIT_MISSING, text("tables.gap.no_unit"), grid.table.cells[:1]))
    return AmountRows(tuple(amounts), tuple(gaps))


def _pairs(grid: Grid) -> tuple[tuple[int, int], ...]:
    """The columns of labels, each with that of its figures; none where a column has a heading."""
    heads = {cell for row in range(grid.table.header_rows) for cell in grid.filled(row)}
    if heads or grid.width not in (2, 4):
        return ()
    pairs = tuple((column, column + 1) for column in range(0, grid.width, 2))
    fits = all(_holds_words(grid, label) and _holds_figures(grid, at) for label, at in pairs)
    return pairs if fits else ()


def _column(grid: Grid, column: int) -> list[Cell]:
    found = (grid.at(row, column) for row in range(grid.height))
    return [c for c in found if c is not None and c.text.strip() and c.column_span == 1]


def _holds_words(grid: Grid, column: int) -> bool:
    cells = _column(grid, column)
    return bool(cells) and all(any(map(str.isalpha, cell.text)) for cell in cells)


def _holds_figures(grid: Grid, column: int) -> bool:
    cells = _column(grid, column)
    return bool(cells) and all(map(is_figure, cells))


def _is_about_money(table: Understood, pairs: Sequence[tuple[int, int]]) -> bool:
    unit = table.unit
    if unit is not None:
        return unit.money and "/" not in unit.name
    if all(_is_money(c) for _, at in pairs for c in _column(table.grid, at)):
        return True
    return speaks_of_money([c.text for label, _ in pairs for c in _column(table.grid, label)])


def _is_money(cell: Cell) -> bool:
    """Whether a figure prints itself that it is of money: "41 kr"."""
    reading = read_cell(cell.text)
    unit = unit_named(reading.unit) if reading is not None and reading.unit else None
    return unit is not None and unit.money


def _entries(grid: Grid, pairs: Sequence[tuple[int, int]]) -> tuple[list[_Entry], list[Gap]]:
    entries: list[_Entry] = []
    gaps: list[Gap] = []
    section: Cell | None = None
    main: Cell | None = None
    for row in range(grid.height):
        for place, (label_at, figure_at) in enumerate(pairs):
            label, cell = _filled(grid, row, label_at), _filled(grid, row, figure_at)
            main = label if place == 0 and label is not None else main
            if place == 0 and label is not None and cell is None:
                section, main = label, None
            if cell is None:
                continue
            reading = read_cell(cell.text)
            if label is None or reading is None or not reading.fits or (place and main is None):
                gaps.append(unfit(grid.row(row)))
                continue
            context = _Context(section, main if place else None)
            entries.append(_Entry(label, cell, reading, context))
    return entries, gaps


def _filled(grid: Grid, row: int, column: int) -> Cell | None:
    cell = grid.at(row, column)
    return cell if cell is not None and cell.text.strip() and cell.row == row else None


def _sums(entries: Sequence[_Entry]) -> set[int]:
    """The entries that are called sums, or add up all entries above them in their section."""
    found: set[int] = set()
    added: list[float] = []
    section: Cell | None = None
    for entry in entries:
        if entry.context.main is not None:
            continue
        if entry.context.section is not section:
            section, added = entry.context.section, []
        value = entry.reading.value or 0.0
        whole = len(added) >= 2 and abs(sum(added) - value) < 1e-6
        if whole or is_sum_word(entry.label.text):
            found.add(id(entry))
        added.append(value)
    return found


def _amount(document: Document, table: Understood, entry: _Entry, is_sum: bool) -> Amount:
    main, section = entry.context.main, entry.context.section
    label = split_note_mark(_plain(entry.label))[0]
    period, own = _period(entry, table)
    above = parse_heading(_plain(section)).measure if section is not None and not own else None
    spans = [cell.span for cell in (section, main) if cell is not None] or [entry.label.span]
    return Amount(
        id=row_id(document, "a", entry.cell.span),
        place=place_of(document, (entry.label, entry.cell), (entry.cell,)),
        what=f"{_without_year(_plain(main))}, {label}" if main is not None else label,
        what_span=entry.label.span,
        raw=entry.reading.raw,
        value=entry.reading.value,
        unit=entry.reading.unit or (table.unit.name if table.unit else None),
        cell=entry.cell.span,
        period=period,
        measure=_own_measure(entry) or above or (table.measure if section is None else None),
        is_sum=is_sum,
        headings=tuple(spans),
        unit_span=_unit_span(table, entry),
    )


def _own_measure(entry: _Entry) -> str | None:
    """The measure that a label is, with its year or alone: "Budget 2026" among the steps to
    "Prognos 2026"."""
    label = _plain(entry.label)
    heading = parse_heading(label)
    words = label.replace(heading.period or "\0", " ").split()
    known = heading.measure in vocabulary("measures")["measures"]
    return heading.measure if known and len(words) == 1 else None


def _unit_span(table: Understood, entry: _Entry) -> Span | None:
    return table.unit_span if table.unit and entry.reading.unit is None else None


def _period(entry: _Entry, table: Understood) -> tuple[str | None, bool]:
    """The year of a figure, and whether its own label says another than the subheading does."""
    section = find_period(_plain(entry.context.section)) if entry.context.section else None
    for cell in (entry.label, entry.context.main):
        year = _last_year(_plain(cell)) if cell is not None else None
        if year is not None:
            return year, section is not None and section != year
    return section or (table.period if entry.context.section is None else None), False


def _last_year(label: str) -> str | None:
    found = re.search(r"(?<![\d-])(?:19|20)\d\d$", label)
    return found[0] if found else None


def _without_year(label: str) -> str:
    return re.sub(r"\s*(?<![\d-])(?:19|20)\d\d$", "", label) or label


def _plain(cell: Cell | None) -> str:
    return " ".join(cell.text.split()) if cell is not None else ""
