"""Columns of a table that stand for times and print nothing: what is filled there says "then"."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.language.month_initials import months_by_initials
from plansvar.language.periods import find_period
from plansvar.reading.placed import Placed


def time_columns(cells: Sequence[Placed], header_rows: int) -> set[int]:
    """Columns whose lowest heading is a time and in which nothing is printed."""
    heads: dict[int, str] = {}
    printed: set[int] = set()
    for cell in sorted(cells, key=lambda cell: cell.row):
        if cell.row < header_rows and cell.text.strip():
            reach = range(cell.column, cell.column + cell.column_span)
            heads |= dict.fromkeys(reach, " ".join(cell.text.split()))
        elif cell.text.strip():
            printed.add(cell.column)
    initials = _under_initials(heads)
    return {
        c
        for c, text in heads.items()
        if c and c not in printed and (c in initials or find_period(text) == text)
    }


def _under_initials(heads: dict[int, str]) -> set[int]:
    """The columns that the first letters of months head, in a row."""
    found: set[int] = set()
    run: list[int] = []
    for column in (*sorted(heads), -1):
        if len(heads.get(column, "").strip(" .")) == 1:
            run.append(column)
            continue
        found |= set(run) if months_by_initials([heads[c] for c in run]) else set()
        run = []
    return found
