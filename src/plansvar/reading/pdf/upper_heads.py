"""A line of heading right above a table that was found without it: the upper lines of headings in
two lines ("Före" over "2028"), or groups of columns that a rule or grounds of their own show."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.language.folding import fold
from plansvar.reading.pdf.banded_heads import runs_under
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Line, Segment, make_line
from plansvar.reading.pdf.rulings import Rule
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.vocabulary import is_value, is_year

_NEAR, _FAR = 1.1, 1.9  # sizes of type above the heading, and where a rule stands between
_LONGEST = 40
_ALIGNED = 2.5
_SAME = 3.0
_Run = tuple[int, int]


def add_upper_head(
    table: RawTable, lines: Sequence[Line], level: Sequence[Rule], fills: Sequence[Rect]
) -> None:
    """Give a table the line of heading above it."""
    heads = _heads(table)
    line = _line_above(table, heads, lines)
    if line is None or len(heads) < table.columns - 1:
        return
    top = min(rect.top for rect in heads.values())
    ruled = [r for r in level if line.rect.cy < r.at < top + 2 and _is_within(r, table)]
    own = [_own_ground(s, fills, table) for s in line.segments]
    if ruled or all(own):
        runs = _by_grounds(own, heads) or _by_rules(line, ruled, heads, table)
        if runs is not None:
            _add_groups(table, line, runs)
    elif top - line.rect.bottom < _NEAR * line.size:
        _add_upper_lines(table, line, heads)


def _heads(table: RawTable) -> dict[int, Rect]:
    """Where the words of each column's heading stand."""
    if table.header_rows != 1:
        return {}
    cells = [c for c in table.cells if c.row == 0 and c.words and c.column_span == 1]
    return {c.column: around(word.rect for word in c.words) for c in cells}


def _line_above(table: RawTable, heads: dict[int, Rect], lines: Sequence[Line]) -> Line | None:
    """What stands right above the headings of a table, over its values."""
    if not heads:
        return None
    top, bold = min(r.top for r in heads.values()), _is_bold(table)
    over = [line for line in lines if line.rect.cy < top and top - line.rect.bottom < 30]
    last = max(over, key=lambda line: line.rect.cy, default=None)
    if last is None or top - last.rect.bottom > _FAR * last.size:
        return None
    start = min((heads[c].x0 for c in heads if c), default=table.rect.x0) - 12
    own = [s for s in last.segments if start <= s.rect.x0 and s.rect.x1 <= table.rect.x1 + _SAME]
    fit = all(_may_head(s) and s.style.bold == bold for s in own)
    alone = any(s.rect.overlap_x(table.rect) > 0 for s in last.segments if s not in own)
    return make_line(own) if own and fit and not alone else None


def _is_bold(table: RawTable) -> bool:
    words = [word for cell in table.cells if cell.row == 0 for word in cell.words]
    return sum(word.style.bold for word in words) * 2 > len(words)


def _may_head(segment: Segment) -> bool:
    text = segment.text
    plain = is_year(text) or (not is_value(text) and text[:1].isalpha())
    return plain and len(text) <= _LONGEST and text[-1:] not in ".!?:"


def _is_within(rule: Rule, table: RawTable) -> bool:
    return rule.start > table.rect.x0 - _SAME and rule.end < table.rect.x1 + _SAME


def _own_ground(segment: Segment, fills: Sequence[Rect], table: RawTable) -> Rect | None:
    """The ground that a heading has for itself and its columns."""
    under = [f for f in fills if f.has_centre_of(segment.rect) and f.height < 3 * segment.size]
    ground = min(under, key=lambda f: f.area, default=None)
    narrow = ground is not None and ground.width < 0.8 * table.rect.width
    return ground if narrow else None


def _by_grounds(grounds: Sequence[Rect | None], heads: dict[int, Rect]) -> list[_Run] | None:
    runs: list[_Run] = []
    for ground in grounds:
        under = [c for c, r in heads.items() if ground and ground.x0 <= r.cx <= ground.x1]
        if not under or (runs and min(under) <= runs[-1][1]):
            return None
        runs.append((min(under), max(under)))
    return runs


def _by_rules(
    line: Line, ruled: Sequence[Rule], heads: dict[int, Rect], table: RawTable
) -> list[_Run] | None:
    """The columns of each group: those over which the rules under them run."""
    columns = [heads.get(column) for column in range(table.columns)]
    start, end = min(r.start for r in ruled), max(r.end for r in ruled)
    under = [n for n, r in enumerate(columns) if r and n and start - _SAME < r.cx < end + _SAME]
    if not under or line.rect.x0 < start - _SAME or line.rect.x1 > end + _SAME:
        return None
    names = [fold(text_of(c.words)) for c in _first_row(table)]
    reach = (under[0], under[-1] + 1)
    return runs_under(line.segments, columns, names, reach, table.edges)


def _first_row(table: RawTable) -> list[RawCell]:
    return sorted((c for c in table.cells if c.row == 0), key=lambda cell: cell.column)


def _add_groups(table: RawTable, line: Line, runs: Sequence[_Run]) -> None:
    grouped = {column for first, last in runs for column in range(first, last + 1)}
    for cell in table.cells:
        if cell.row == 0 and cell.column not in grouped:
            cell.row_span += 1
        else:
            cell.row += 1
    for segment, (first, last) in zip(line.segments, runs, strict=True):
        table.cells.append(
            RawCell(0, first, segment.rect, segment.text, 1, last - first + 1, list(segment.words))
        )
    table.header_rows += 1
    table.rect = around((table.rect, line.rect))


def _add_upper_lines(table: RawTable, line: Line, heads: dict[int, Rect]) -> None:
    """Put each part of the line into the heading of the one column that it is set like."""
    homes = [[c for c, rect in heads.items() if _are_aligned(s.rect, rect)] for s in line.segments]
    if any(len(home) != 1 for home in homes) or len({home[0] for home in homes}) < len(homes):
        return
    for segment, (column,) in zip(line.segments, homes, strict=True):
        cell = next(c for c in table.cells if c.row == 0 and c.column == column)
        cell.words = [*segment.words, *cell.words]
        cell.text = text_of(cell.words)
        cell.rect = around((cell.rect, segment.rect))
    table.rect = around((table.rect, line.rect))


def _are_aligned(one: Rect, other: Rect) -> bool:
    sides = (one.x0 - other.x0, one.x1 - other.x1, one.cx - other.cx)
    return min(map(abs, sides)) < _ALIGNED
