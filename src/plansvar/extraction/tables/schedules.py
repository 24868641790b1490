"""Columns of months, quarters or years in which a mark says that a row is done then.

Aktivitet | Ansvarig | 2031: jan | feb | mar, with "x" under the months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.domain import Cell, Colour, Span
from plansvar.extraction.deadlines import is_time
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.assessing import sign_named
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.grid import Grid
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_FEWEST, _FEWEST_JUDGING = 2, 4
_JUDGING = frozenset({Colour.GREEN, Colour.YELLOW, Colour.RED, Colour.ORANGE})


@dataclass(frozen=True, slots=True)
class Times:
    """The headings over the marks of a row, as a person says them, and where each stands."""

    text: str
    spans: tuple[Span, ...]


def with_schedule(columns: Sequence[Column], grid: Grid) -> list[Column]:
    """The columns with those told that are times with marks under them. Where several signs stand
    there nothing says what each means, so that they neither tell times nor are values."""
    times = [column for column in columns if _is_time(column)]
    rows = [_marked(grid, times, row) for row in grid.body]
    cells = [cell for row in rows for cell in row.values()]
    signs = [_sign(cell) for cell in cells]
    if len(times) < _FEWEST or not cells or None in signs or _may_judge(times, rows):
        return list(columns)
    role = Role.DEADLINE if len(set(signs)) == 1 else Role.UNKNOWN
    return [replace(column, role=role) if column in times else column for column in columns]


def is_scheduled(columns: Sequence[Column]) -> bool:
    """Whether marks under times say when the rows of a table are done."""
    return sum(column.role is Role.DEADLINE and _is_time(column) for column in columns) >= _FEWEST


def times_of(columns: Sequence[Column], grid: Grid, row: int) -> Times | None:
    """When a row is done, by its marks: "feb, mar 2031"; null where it has none."""
    known = [c for c in columns if c.role is Role.DEADLINE and _is_time(c)]
    marked = _marked(grid, known, row)
    found = [c for c in known if c.index in marked and _sign(marked[c.index]) is not None]
    said: list[str] = []
    spans: list[Span] = []
    for place, column in enumerate(found):
        said.append(column.parts[-1])
        spans.append(column.spans[-1])
        following = found[place + 1] if place + 1 < len(found) else None
        over = _over(column)
        if over and (following is None or _over(following) != over):
            said[-1] += f" {' '.join(part for part, _ in over)}"
            spans += [span for _, span in over]
    return Times(", ".join(said), tuple(spans)) if found else None


def _is_time(column: Column) -> bool:
    return column.index > 0 and bool(column.parts) and is_time(column.parts[-1])


def _over(column: Column) -> list[tuple[str, Span]]:
    """The headings over a time that say of which longer time it is a part."""
    above = zip(column.parts[:-1], column.spans, strict=False)
    return [(part, span) for part, span in above if is_time(part)]


def _marked(grid: Grid, columns: Sequence[Column], row: int) -> dict[int, Cell]:
    """The filled cells of a row in some columns; one that is merged over several is in each."""
    found = {column.index: grid.at(row, column.index) for column in columns}
    return {n: c for n, c in found.items() if c is not None and (c.text.strip() or c.marks)}


def _sign(cell: Cell) -> str | None:
    """The sign that is all a cell holds, or its colour where it is only filled; null for words,
    figures and arrows."""
    if any(mark.trend or mark.share is not None for mark in cell.marks):
        return None
    shown = " ".join(cell.text.split())
    if shown:
        known = sign_named(shown) is not None or fold(shown) in _ticks()
        return (sign_named(shown) or fold(shown)) if known else None
    raw = next((mark.raw for mark in cell.marks if mark.raw), None)
    return raw or next((mark.colour.value for mark in cell.marks if mark.colour), None)


def _may_judge(times: Sequence[Column], rows: Sequence[dict[int, Cell]]) -> bool:
    """Whether colours may be verdicts, as for each tertial: those of a traffic light over few times
    or over the same times on all rows."""
    cells = [cell for row in rows for cell in row.values()]
    if not any(mark.colour in _JUDGING for cell in cells for mark in cell.marks):
        return False
    bare = all(not cell.text.strip() and not any(m.raw for m in cell.marks) for cell in cells)
    differ = len({frozenset(row) for row in rows if row}) > 1
    return bare and (len(times) < _FEWEST_JUDGING or not differ)


def _ticks() -> frozenset[str]:
    return frozenset(vocabulary("tables")["schedule"]["ticks"])
