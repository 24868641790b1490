"""Sums of printed tables with the lines that they sum up, of whatever is counted in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plansvar.asking.evidence.words import is_percent
from plansvar.asking.tables.printed import Line, PrintedTable, TableCell

_LEAST, _MOST = 2, 16
_EQUAL = 1e-6
_NEAR = 0.05  # of the sum, how far parts that are meant to make it may be from it
LineCell = tuple[Line, TableCell]


@dataclass(frozen=True, slots=True)
class Total:
    """A sum in one column, with its parts in that column."""

    table: PrintedTable
    line: Line
    cell: TableCell
    parts: tuple[LineCell, ...]

    @property
    def made(self) -> float:
        return sum(cell.value for _, cell in self.parts)

    @property
    def holds(self) -> bool:
        return abs(self.made - self.cell.value) < _EQUAL

    @property
    def is_near(self) -> bool:
        return abs(self.made - self.cell.value) <= _NEAR * abs(self.cell.value)


def totals_of(table: PrintedTable) -> tuple[Total, ...]:
    """The sums of a table whose parts make them, or all but make them where other columns of the
    same lines do: what is no sum of its lines (a mean, a share) is left out."""
    sums = [n for n, line in enumerate(table.lines) if line.whole and not line.part_of]
    found = [total for n in sums for total in _of(table, n, table.lines[n])]
    sure = {t.line.labels for t in found if t.holds}
    return tuple(t for t in found if t.holds or (t.line.labels in sure and t.is_near))


def _of(table: PrintedTable, number: int, line: Line) -> Iterator[Total]:
    before = [n for n in range(number) if table.lines[n].whole and not table.lines[n].part_of]
    last = before[-1] + 1 if before else 0
    for cell in line.figures:
        if is_percent(cell.unit):
            continue
        tries = [_parts(table.lines[start:number], cell) for start in dict.fromkeys((last, 0))]
        made = [Total(table, line, cell, each) for each in tries if _LEAST <= len(each) <= _MOST]
        held = [total for total in made if total.holds]
        yield from (held or made)[:1]


def _parts(lines: Sequence[Line], total: TableCell) -> tuple[LineCell, ...]:
    """The figures of a sum's column in lines that are no sums and no parts of other lines."""
    own = [line for line in lines if not line.whole and not line.part_of]
    cells = [(line, cell) for line in own for cell in line.figures if cell.column == total.column]
    return tuple(pair for pair in cells if pair[1].unit == total.unit)
