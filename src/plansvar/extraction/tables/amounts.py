"""Money tables → amounts, with unit, sign and sums right."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.domain import Amount, Cell, Document, Gap, GapKind, Span
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.brackets import signed
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.deciding import Understood
from plansvar.extraction.tables.money import AmountRows, is_sum_heading, is_sum_word
from plansvar.extraction.tables.money_groups import Labelled, groups_of
from plansvar.extraction.tables.notes import Notes
from plansvar.extraction.tables.places import gap, place_of, row_id, unfit
from plansvar.extraction.tables.rows import columns_between
from plansvar.extraction.tables.values import Reading, read_cell, split_note_mark
from plansvar.extraction.units import unit_in_name, unit_named
from plansvar.language.adding import adds_up, heads_of_groups
from plansvar.language.folding import fold
from plansvar.language.periods import find_period
from plansvar.language.vocabulary import vocabulary
from plansvar.texts import text

MOST_SUMMED = 40


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a money table: what it is for, and its figures by column."""

    row: int
    label: Cell
    cells: tuple[Cell, ...]
    values: tuple[tuple[Column, Cell, Reading], ...]

    @property
    def what(self) -> str:
        return split_note_mark(" ".join(self.label.text.split()))[0]

    def value_in(self, column: Column) -> float | None:
        return next((r.value for c, _, r in self.values if c.index == column.index), None)


def read_amounts(document: Document, table: Understood, notes: Notes) -> AmountRows:
    """One amount for each figure; rows that do not fit are reported, never shifted."""
    every, gaps = _lines(document.text, table, notes)
    lines = [line for line in every if line.values]
    groups = groups_of(
        table,
        (Labelled(line.row, line.label, bool(line.values)) for line in every if _is_told(line)),
    )
    sums = {line.row for line in lines if is_sum_word(line.what)} | _computed_sums(table, lines)
    totals = [column for column in table.of(Role.VALUE) if is_sum_heading(column.text)]
    amounts = [
        _in_group(
            _amount(
                document, table, line, column, cell, reading, line.row in sums or column in totals
            ),
            groups.get(line.row),
        )
        for line in lines
        for column, cell, reading in line.values
        if not (_is_other_unit(line, column, reading) or _is_share(line.what, reading))
    ]
    if amounts and all(amount.unit is None for amount in amounts):
        reason = text("tables.gap.no_unit")
        gaps.append(gap(GapKind.UNIT_MISSING, reason, table.grid.table.cells[:1]))
    return AmountRows(tuple(amounts), tuple(gaps))


def _lines(document: str, table: Understood, notes: Notes) -> tuple[list[_Line], list[Gap]]:
    lines: list[_Line] = []
    gaps: list[Gap] = []
    for row in table.grid.body:
        cells = tuple(table.grid.filled(row))
        if row in notes.rows or not cells:
            continue
        line = _line(document, table, row, cells)
        if line is None:
            gaps.append(unfit(cells))
        else:
            lines.append(line)
    return lines, gaps


def _line(document: str, table: Understood, row: int, cells: tuple[Cell, ...]) -> _Line | None:
    """The row as read; null where it has a figure that fits no column or no label."""
    label = _label(table, row)
    values: list[tuple[Column, Cell, Reading]] = []
    for cell in cells:
        columns = columns_between(table, cell)
        # a label that is merged over the columns is a subheading, not a figure
        if cell.row != row or not columns or cell is label:
            continue
        reading = read_cell(cell.text)
        if reading is None:
            continue
        if len(columns) > 1 or not reading.fits or label is None:
            return None
        if reading.value is not None and not _is_time(cell.text):
            found = (table.grid.at(r, columns[0].index) for r in table.grid.body)
            below = [c.text for c in found if c is not None]
            values.append((columns[0], cell, signed(reading, document, below)))
    if label is None or _fused(label, values):
        return None if values or label is not None else _Line(row, cells[0], cells, ())
    return _Line(row, label, cells, tuple(values))


def _is_time(printed: str) -> bool:
    """Whether a cell prints when, and no figure: "augusti 2026"."""
    said = " ".join(printed.split())
    return any(map(str.isalpha, said)) and find_period(said) == said


def _fused(label: Cell, values: Sequence[object]) -> bool:
    """Whether the figures stand glued to the label: "Servicenämnd673235"."""
    return not values and re.search(r"[^\W\d_]\d{2,}$", label.text.strip()) is not None


def _label(table: Understood, row: int) -> Cell | None:
    for column in reversed(table.of(Role.LABEL)):
        cell = table.grid.at(row, column.index)
        if cell is not None and cell.text.strip():
            return cell
    return None


def _amount(
    document: Document,
    table: Understood,
    line: _Line,
    column: Column,
    cell: Cell,
    reading: Reading,
    is_sum: bool,
) -> Amount:
    unit, unit_span = _unit(table, line, column, reading)
    year = find_period(line.what) if table.name is not None else None
    named = table.name if year == line.what else None
    return Amount(
        id=row_id(document, "a", cell.span),
        place=place_of(document, (line.label, cell), (cell,)),
        what=named.text if named else line.what,
        what_span=named.span if named else line.label.span,
        raw=reading.raw,
        value=reading.value,
        unit=unit,
        cell=cell.span,
        period=(year if named else None) or column.heading.period or _period_of_all(table, column),
        measure=_whole_cost(column) if _is_of_all_years(column) else _measure(table, column),
        is_sum=is_sum,
        headings=(*column.spans, line.label.span) if named else column.spans,
        unit_span=unit_span,
    )


def _is_told(line: _Line) -> bool:
    """Whether a row has figures, or nothing at all beside its label."""
    return bool(line.values) or all(cell is line.label for cell in line.cells)


def _in_group(amount: Amount, group: Cell | None) -> Amount:
    if group is None:
        return amount
    named = " ".join(group.text.split()).rstrip(" :")
    what = f"{named}, {amount.what}"
    return replace(amount, what=what, headings=(*amount.headings, group.span))


def _measure(table: Understood, column: Column) -> str | None:
    return column.heading.measure or _own_word(column) or table.measure


def _own_word(column: Column) -> str | None:
    """What a heading says of its sums besides their year and unit: "Effekt 2025, tkr"."""
    if is_sum_heading(column.text):
        return None
    unit = unit_in_name(column.text)
    text = column.text[: unit.span.start] if unit else column.text
    said = fold(text.replace(column.heading.period or "\0", " ")).strip(" ,.(-–/:")
    telling = said not in vocabulary("tables")["turned"]["unsaid"] and unit_named(said) is None
    return said if telling and re.search(r"[^\W\d_]{3}", said) else None


def _period_of_all(table: Understood, column: Column) -> str | None:
    return None if _is_of_all_years(column) else table.period


def _is_of_all_years(column: Column) -> bool:
    """Whether a column tells what a project costs in all, and so is of no one year."""
    words = vocabulary("tables")["money"]["all_years"]
    return _healed(column).strip(" .:").startswith(tuple(words))


def _whole_cost(column: Column) -> str:
    """The heading without its unit: "Total budget, mnkr"."""
    said = _healed(column)
    unit = unit_in_name(said)
    return said[: unit.span.start].rstrip(" ,(") if unit and unit.span.start else said


def _healed(column: Column) -> str:
    """A heading whose words a narrow column parts: "Projekt-budget"."""
    return re.sub(r"(?<=\w)-\s?(?=\w)", "", fold(column.text))


def _unit(
    table: Understood, line: _Line, column: Column, reading: Reading
) -> tuple[str | None, Span | None]:
    """The unit printed nearest: in the cell, in the row's name, over the column or the table."""
    if reading.unit is not None:
        return reading.unit, None
    own = unit_in_name(line.what)
    if own is not None:
        return own.unit.name, line.label.span
    for part, span in zip(column.parts, column.spans, strict=True):
        match = unit_in_name(part)
        found = match.unit if match is not None else unit_named(part)
        if found is not None:
            return found.name, span
    if column.heading.unit is not None:
        return column.heading.unit, column.spans[0] if column.spans else None
    return (table.unit.name, table.unit_span) if table.unit else (None, None)


def _is_other_unit(line: _Line, column: Column, reading: Reading) -> bool:
    skipped = vocabulary("tables")["money"]["skipped_units"]
    own = unit_in_name(line.what)
    if reading.unit is None and own is not None and own.unit.name in skipped:
        return True
    counting = vocabulary("measures")["counting"]
    heading = fold(column.text).strip(" .:")
    things = heading in counting["heads"] and column.heading.unit is None
    counts = heading.split()[:1] == counting["words"] or things
    return (reading.unit or column.heading.unit) in skipped or (counts and reading.unit is None)


def _is_share(name: str, reading: Reading) -> bool:
    """Whether a row among sums says that it is a share of one of them: "Resultat i procent av
    skatteintäkter", "Soliditet"."""
    words = fold(name).split()
    shares = vocabulary("units")["shares"]
    pairs = itertools.pairwise(words)
    named = words[:1] and words[0].strip(",:") in shares["named"]
    return reading.unit is None and bool(
        named or any(one in shares["percent"] and two in shares["of"] for one, two in pairs)
    )


def _computed_sums(table: Understood, lines: list[_Line]) -> set[int]:
    """Rows whose figures are, in every column, the sum of the two or more rows right above, or of
    those right below, as a group printed over its parts."""
    found: set[int] = set()
    columns = table.of(Role.VALUE)
    figures = [[line.value_in(column) for column in columns] for line in lines]
    for position, line in enumerate(lines):
        start = max(0, position - MOST_SUMMED)
        above = list(zip(lines[start:position], figures[start:position], strict=True))
        since = next((i for i in range(len(above) - 1, -1, -1) if above[i][0].row in found), -1)
        if adds_up(figures[position], [values for _, values in reversed(above[since + 1 :])]):
            found.add(line.row)
    return found | {lines[at].row for at in heads_of_groups(figures)}
