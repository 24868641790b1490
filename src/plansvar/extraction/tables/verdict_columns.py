"""Which columns hold verdicts, and whose verdict each of them is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from plansvar.domain import Cell
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.assessing import is_verdict_word, read_trend
from plansvar.extraction.tables.cells import body_cells, is_verdict, mostly
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.deciding import Understood
from plansvar.extraction.tables.labels import total
from plansvar.extraction.tables.legends import Legend
from plansvar.extraction.targets import is_outcome
from plansvar.language.folding import fold
from plansvar.language.months import last_month_of
from plansvar.language.periods import year_of
from plansvar.language.vocabulary import vocabulary


def worded_columns(table: Understood) -> tuple[Column, ...]:
    """The columns of values in which most cells hold a verdict in words, the latest one first
    ("Årsredovisning 2025" behind "Prognos 2026")."""
    worded = (
        column
        for column in table.of(Role.VALUE)
        if mostly(body_cells(table.grid, column.index), is_verdict)
    )
    return tuple(sorted(worded, key=lambda c: _when(c.heading.period), reverse=True))


def as_verdict(table: Understood, column: Column, cell: Cell, legend: Legend) -> Cell:
    """The cell, without its words where they are not known as a verdict and neither are most of its
    column: a heading alone makes no verdict of what happens to stand below it."""
    if not any(map(str.isalpha, cell.text)) or _is_known(cell, legend):
        return cell
    worded = [c for c in body_cells(table.grid, column.index) if any(map(str.isalpha, c.text))]
    said = Counter(fold(other.text).strip(" .") for other in worded)
    repeated = mostly(worded, lambda c: _is_known(c, legend) or said[fold(c.text).strip(" .")] > 1)
    return cell if repeated else replace(cell, text="")


def _is_known(cell: Cell, legend: Legend) -> bool:
    shown = " ".join(cell.text.split())
    explained = legend.of_word(fold(shown).rstrip(".")) is not None
    return explained or is_verdict_word(shown) or read_trend(cell)[0] is not None


def judging_arrows(table: Understood, legend: Legend) -> tuple[Column, ...]:
    """The columns of arrows whose colours the legend explains: how a row moved is judged there."""
    return tuple(
        column
        for column in table.of(Role.TREND)
        if (marks := [m for c in body_cells(table.grid, column.index) for m in c.marks if m.colour])
        and all(legend.of(mark) is not None for mark in marks)
    )


def breakdowns_of(columns: tuple[Column, ...]) -> dict[int, str]:
    """Whose assessment each column gives, where there are several."""
    if len(columns) < 2:
        return {column.index: column.heading.breakdown or total() for column in columns}
    times = [_when(column.heading.period) for column in columns]
    if all(map(any, times)) and len(set(times)) == len(times):
        return {
            column.index: total() if time == max(times) else str(column.heading.period)
            for column, time in zip(columns, times, strict=True)
        }
    return {column.index: _own_words(column) for column in columns}


def judging_cells(table: Understood, cells: list[tuple[Column, Cell]]) -> list[tuple[Cell, str]]:
    """The coloured cells of a row that judge, each with what it judges: its own measure, where a
    table measures several things of each row, else the row."""
    if table.plain and len(_measures_judged(table)) > 1:
        return [(cell, _measure(column)) for column, cell in cells]
    chosen = _latest_outcome(cells)
    return [(chosen, total())] if chosen is not None else []


def _measures_judged(table: Understood) -> set[str]:
    """The measures of whose figures some are coloured."""
    return {
        _measure(column)
        for column in table.of(Role.VALUE)
        if any(mark.colour for cell in body_cells(table.grid, column.index) for mark in cell.marks)
    }


def _measure(column: Column) -> str:
    return column.heading.measure or fold(column.text)


def _latest_outcome(cells: list[tuple[Column, Cell]]) -> Cell | None:
    """The coloured cell that speaks for the row: the latest outcome's, else the only one."""
    series = str(vocabulary("tables")["measure"]["series"])
    outcomes = [(c, cell) for c, cell in cells if is_outcome(c.heading.measure or series)]
    ranked = sorted(outcomes, key=lambda pair: _when(pair[0].heading.period))
    if ranked:
        return ranked[-1][1]
    return cells[0][1] if len(cells) == 1 else None


def joined(row: str, column: str) -> str:
    parts = [part for part in (row, column) if part != total()]
    return ", ".join(parts) or total()


def _when(period: str | None) -> tuple[int, int]:
    """The year and the last month of a period, to put columns in order by."""
    return year_of(period) or 0, last_month_of(period or "") or 0


def _own_words(column: Column) -> str:
    if column.heading.breakdown:
        return column.heading.breakdown
    words = sorted(vocabulary("measures")["roles"]["assessment"], key=len, reverse=True)
    pattern = "|".join(re.escape(word) for word in words)
    rest = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", " ", fold(column.text)).strip(" -–:,()/")
    return " ".join(rest.split()) or total()
