"""The printed values of one row: observations with all that proves them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plansvar.domain import Cell, Document, DocumentKind, Observation, Span
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.deciding import Understood
from plansvar.extraction.tables.labels import total
from plansvar.extraction.tables.money import is_money_word
from plansvar.extraction.tables.notes import Notes
from plansvar.extraction.tables.paired import labelled_value, of_two_years
from plansvar.extraction.tables.rows import RowGroup, SubRow, columns_between
from plansvar.extraction.tables.series import year_in_label
from plansvar.extraction.tables.values import Reading, not_measured, read_cell, split_note_mark
from plansvar.extraction.units import unit_in_name, unit_printed
from plansvar.language.months import last_month_of
from plansvar.language.numbers import find_numbers
from plansvar.language.periods import YEAR, find_period, year_of
from plansvar.language.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Observed:
    """The values of a group, the cells that they stand in, and the rows that did not fit."""

    observations: tuple[Observation, ...]
    cells: tuple[Cell, ...]
    unfit_rows: tuple[int, ...]


def observe(document: Document, table: Understood, group: RowGroup, notes: Notes) -> Observed:
    """All printed values of a group in the order printed."""
    found: list[Observation] = []
    cells: list[Cell] = []
    unfit_rows: list[int] = []
    for sub_row in group.rows:
        row_cells = [
            pair for found in _value_cells(table, sub_row.row) for pair in of_two_years(*found)
        ]
        readings = [_read(cell, column, table) for column, cell in row_cells]
        if not all(reading is None or reading.fits for reading in readings):
            unfit_rows.append(sub_row.row)
            continue
        for (column, cell), reading in zip(row_cells, readings, strict=True):
            if reading is not None:
                row = _Row(document, table, group, sub_row, notes)
                found.append(row.observation(column, cell, reading))
                cells.append(cell)
    return Observed(tuple(found), tuple(cells), tuple(unfit_rows))


def with_comment(observation: Observation, comment: str | None, span: Span | None) -> Observation:
    """A printed 0 where the row's comment says that nothing was measured is no measured 0."""
    if observation.value != 0 or observation.note is not None or not not_measured(comment):
        return observation
    sentences = re.split(r"(?<=[.!?])\s+", comment or "")
    said = next((s for s in sentences if not_measured(s)), comment)
    return replace(observation, note=said, note_span=span, measured=False)


@dataclass(frozen=True, slots=True)
class _Row:
    document: Document
    table: Understood
    group: RowGroup
    sub_row: SubRow
    notes: Notes

    def observation(self, column: Column, cell: Cell, reading: Reading) -> Observation:
        unit, unit_span = self._unit(column, reading)
        note = self._note(column, reading)
        counted = self.table.counted
        period, period_span = self._period(column)
        period = period or _year_in_brackets(reading.raw)
        spans = (counted.span if counted else None, *column.spans, unit_span, period_span)
        headings = tuple(span for span in spans if span is not None)
        return Observation(
            measure=self._measure(column),
            period=period,
            breakdown=self._breakdown(column, cell),
            raw=reading.raw,
            value=reading.value,
            unit=unit,
            cell=cell.span,
            headings=tuple(dict.fromkeys(headings)),
            label=self.sub_row.label,
            note=note[0] if note else None,
            note_span=note[1] if note else None,
            boxes=cell.boxes,
        )

    def _period(self, column: Column) -> tuple[str | None, Span | None]:
        """The period by label or heading, the row's own column, its name or the table."""
        own, part = self.sub_row.period, column.heading.period
        if own and part and year_of(part) is None:
            return f"{part} {own}", None  # the column "Kv 1" of the row 2033
        if own or part:
            return own or part, None
        for period_column in self.table.of(Role.PERIOD):
            cell = self._cell_or_above(period_column)
            period = find_period(cell.text) if cell is not None else None
            if cell is not None and period is not None:
                return period, cell.span
        named = year_in_label(self.group.name) if self.table.dated else None
        return named or self.table.period, None

    def _measure(self, column: Column) -> str:
        words = vocabulary("tables")["measure"]
        named = column.heading.measure or self.table.measure
        if named is not None:
            return named
        if self._is_over(self._period(column)[0]):
            return str(words["series"])
        return self.table.ahead or str(words["other"])

    def _is_over(self, period: str | None) -> bool:
        """Whether figures of a bare year can be outcomes: a plan's own year is not over. A month
        that is given by itself, and by no plan, has been."""
        year = year_of(period)
        if year is None or self.document.year is None:
            return True
        ahead = self.document.kind in (DocumentKind.PLAN, DocumentKind.BUDGET)
        if not ahead and last_month_of(period or ""):
            return True
        return year < self.document.year if ahead else year <= self.document.year

    def _breakdown(self, column: Column, cell: Cell) -> str:
        whole = total()
        # a value merged over the K/M/Tot rows is the whole's
        row = whole if cell.row_span > 1 and len(self.group.rows) > 1 else self.sub_row.breakdown
        own = column.heading.breakdown or whole
        parts = [part for part in (row, own) if part != whole]
        return ", ".join(dict.fromkeys(parts)) or whole

    def _unit(self, column: Column, reading: Reading) -> tuple[str | None, Span | None]:
        """The unit by cell, heading, unit column, name or table, the first that says one."""
        if reading.unit is not None:
            return reading.unit, None
        if column.heading.unit is not None:
            return column.heading.unit, None
        for unit_column in self.table.of(Role.UNIT):
            cell = self._cell_or_above(unit_column)
            unit = unit_printed(cell.text) if cell is not None else None
            if cell is not None and unit is not None:
                return unit.name, cell.span
        by_name = self._unit_in_labels()
        if by_name is not None:
            return by_name
        unit = self.table.unit
        if unit is not None and (not unit.money or is_money_word(self.group.name)):
            return unit.name, self.table.unit_span
        return None, None

    def _unit_in_labels(self) -> tuple[str, Span | None] | None:
        labels = [(label.text, label.span) for label in self.group.also]
        for shown, span in [(self.group.name, self.group.name_span), *labels]:
            named = unit_in_name(shown)
            if named is not None:
                return named.unit.name, span
        return None

    def _cell_or_above(self, column: Column) -> Cell | None:
        grid = self.table.grid
        rows = [self.sub_row.row, *(sub.row for sub in self.group.rows)]
        found = (grid.at(row, column.index) for row in rows)
        return next((cell for cell in found if cell is not None and cell.text.strip()), None)

    def _note(self, column: Column, reading: Reading) -> tuple[str, Span] | None:
        heading_marks = [split_note_mark(part)[1] for part in column.parts]
        for mark in (reading.note_mark, *heading_marks, self.group.note_mark):
            note = self.notes.of(mark)
            if note is not None:
                return note
        return None


def _year_in_brackets(raw: str) -> str | None:
    """The year that a value has behind it: "61 (2024)"."""
    found = re.search(rf"\(({YEAR})\)\s*$", raw)
    return found[1] if found else None


def _value_cells(table: Understood, row: int) -> Iterator[tuple[Column, Cell]]:
    for column in table.of(Role.VALUE):
        cell = table.grid.at(row, column.index)
        if cell is None or cell.row != row or cell.column != column.index:
            continue
        labelled = labelled_value(cell)
        yield column, labelled[1] if labelled else cell


def _read(cell: Cell, column: Column, table: Understood) -> Reading | None:
    reading = read_cell(cell.text, column.heading.measure)
    if reading is None:
        return None
    wide = len(columns_between(table, cell)) > 1
    if wide and find_numbers(cell.text, spelled=False):
        return replace(reading, fits=False)
    return None if wide else reading
