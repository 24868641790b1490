"""Columns of months, quarters or years in which a mark says that a row is done then.

Aktivitet | Ansvarig | 2031: jan | feb | mar, with "x" under the months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plansvar.domain import Cell, Colour, Span
from plansvar.extraction.deadlines import is_time
from plansvar.extraction.headings import Role, parse_heading
from plansvar.extraction.tables.assessing import sign_named
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.grid import Grid
from plansvar.language.folding import fold
from plansvar.language.month_initials import months_by_initials
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
    if len(times) < _FEWEST or not cells or None in signs:
        return list(columns)
    bars = _are_bars(rows)
    if not bars and _may_judge(times, rows):
        return list(columns)
    role = Role.DEADLINE if bars or len(set(signs)) == 1 else Role.UNKNOWN
    return [replace(column, role=role) if column in times else column for column in columns]


def with_month_names(columns: Sequence[Column]) -> list[Column]:
    """The columns with the names of the months whose first letters head them: "j f m a"."""
    named = dict(_initials(columns))
    return [
        replace(c, parts=(*c.parts[:-1], named[c.index]), heading=parse_heading(named[c.index]))
        if c.index in named
        else c
        for c in columns
    ]


def _initials(columns: Sequence[Column]) -> Iterator[tuple[int, str]]:
    run: list[Column] = []
    for column in (*columns, None):
        if column is not None and column.parts and len(column.parts[-1].strip(" .")) == 1:
            run.append(column)
            continue
        months = months_by_initials([c.parts[-1] for c in run])
        yield from zip((c.index for c in run), months or (), strict=False)
        run = []


def _are_bars(rows: Sequence[dict[int, Cell]]) -> bool:
    """Whether each row has one cell that reaches over its times, as a bar does: its colour may say
    how far the row has come, and not when it is done."""
    filled = [set(row.values()) for row in rows if row]
    spans = [cell.column_span for cells in filled for cell in cells]
    return all(len(cells) == 1 for cells in filled) and max(spans, default=1) > 1


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
    if len(found) > _FEWEST and len({marked[c.index] for c in found}) == 1:
        return _from_to(found[0], found[-1])
    return Times(", ".join(said), tuple(spans)) if found else None


def _from_to(first: Column, last: Column) -> Times:
    """The times over a bar, from its first to its last: "maj–dec 2031"."""
    one, other = _over(first), _over(last)
    same = [part for part, _ in one] == [part for part, _ in other]
    begin = " ".join([first.parts[-1], *(part for part, _ in one if not same)])
    end = " ".join([last.parts[-1], *(part for part, _ in other)])
    spans = [first.spans[-1], *(span for _, span in one), last.spans[-1]]
    return Times(f"{begin}–{end}", tuple(dict.fromkeys([*spans, *(span for _, span in other)])))


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
