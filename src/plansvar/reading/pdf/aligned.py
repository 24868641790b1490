"""Tables that only their figures show: values below each other beside labels, whatever heads them.

Where short texts stand over the figures they are the heading; else the table has none."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.reading.pdf.aligned_heads import Run, completed, head_of_run, keeps_left, places_of
from plansvar.reading.pdf.bodies import Hints, finer
from plansvar.reading.pdf.borderless import table_under, without_head
from plansvar.reading.pdf.contents_pages import has_leader, is_contents_title
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.headers import Head, HeadColumn
from plansvar.reading.pdf.lines import Line, Segment
from plansvar.reading.pdf.tables import RawTable
from plansvar.reading.pdf.vocabulary import is_value, is_year

_LONGEST = 60
_FEWEST_ROWS = 3
_REACH = 4.5
_BETWEEN = 2
_ALIGNED = 4.0
_PAGES = 6
_MOST_UNFIT = 0.25


def find_aligned(lines: Sequence[Line], hints: Hints) -> list[RawTable]:
    """The tables among `lines` (from top to bottom) whose figures stand in columns."""
    fine = [finer(line) for line in lines]
    tables: list[RawTable] = []
    for run in _runs(fine):
        if _lists_pages(run, fine):
            continue
        table = _table(lines, fine, run, hints)
        if table is not None and len(table.unfit) <= _MOST_UNFIT * len(run.rows):
            tables.append(table)
    return tables


def _table(lines: Sequence[Line], fine: Sequence[Line], run: Run, hints: Hints) -> RawTable | None:
    head = head_of_run(fine, run)
    end = run.last + 1
    while end < len(fine) and _is_rest(fine[end - 1], fine[end], run):
        end += 1
    if head is not None:
        return table_under(lines[:end], completed(head, run), hints)[0]
    top = fine[run.first].rect.top
    columns = [HeadColumn([], rect) for rect in places_of(run, top)]
    table = table_under(lines[:end], Head(run.first, run.first - 1, columns), hints)[0]
    return without_head(table) if table is not None else None


def _is_rest(above: Line, line: Line, run: Run) -> bool:
    """Whether a line goes on with the label of the row above it."""
    near = line.rect.cy - above.rect.cy < 1.5 * line.size
    return near and keeps_left(line, run.columns) and line.text[:1].islower()


# --- Runs of rows -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A line, the places of its figures, and whether it may be a row."""

    line: Line
    figures: list[Rect]
    is_row: bool


def _runs(lines: Sequence[Line]) -> list[Run]:
    runs: list[Run] = []
    known = [_Sorted(x, [s.rect for s in _figures(x)], _is_row(x)) for x in lines]
    at = 0
    while at < len(lines):
        places = _rows_from(known, at) if known[at].is_row else []
        run = _run(lines, places) if places else None
        if run is not None:
            runs.append(run)
        at = places[-1] + 1 if run is not None else at + 1
    return runs


def _rows_from(lines: Sequence[_Sorted], at: int) -> list[int]:
    """The places of the rows that follow each other from line `at` on."""
    places = [at]
    for place in range(at + 1, len(lines)):
        this, last = lines[place], lines[places[-1]]
        line = this.line
        if line.rect.top - last.line.rect.bottom > _REACH * line.size:
            break
        if this.is_row and _same_columns(this, [lines[p] for p in places[-3:]]):
            places.append(place)
        elif place - places[-1] > _BETWEEN or not _may_stand_between(line, last.figures):
            break
    return places


def _is_row(line: Line) -> bool:
    """Whether a line holds a label and figures, or several figures alone."""
    figures = _figures(line)
    if not figures or all(is_year(s.text) for s in figures):
        return False
    texts = [s for s in line.segments if not is_value(s.text)]
    if any(len(s.text) > _LONGEST for s in texts) or has_leader(line.segments[0].text):
        return False
    named = bool(texts) and texts[0] is line.segments[0] and _has_letters(texts[0])
    return len(figures) >= len(texts) - 1 and (named or len(figures) >= 2)


def _figures(line: Line) -> list[Segment]:
    return [s for s in line.segments if is_value(s.text)]


def _has_letters(segment: Segment) -> bool:
    return sum(map(str.isalpha, segment.text)) >= 2


def _same_columns(line: _Sorted, rows: Sequence[_Sorted]) -> bool:
    """Whether some figure of a line stands under (or over) one of the rows above."""
    above = [rect for row in rows for rect in row.figures]
    return any(own.overlap_x(rect) > 1 for own in line.figures for rect in above)


def _may_stand_between(line: Line, figures: Sequence[Rect]) -> bool:
    """Whether a line between rows may be a subheading or the rest of a label."""
    return len(line.text) <= _LONGEST and keeps_left(line, figures)


def _run(lines: Sequence[Line], places: Sequence[int]) -> Run | None:
    rows = [lines[place] for place in places]
    columns = _columns(rows)
    figures = [s.rect for row in rows for s in _figures(row)]
    aligned = [column for column in columns if _stands_straight(column, figures)]
    if len(rows) < (_FEWEST_ROWS if len(aligned) < 2 else 2) or not aligned:
        return None
    labelled = [row for row in rows if row.segments[0].rect.x1 <= columns[0].x0 + 2]
    if 2 * len(labelled) < len(rows):
        return None
    return Run(_first(lines, places, columns), places[-1], rows, columns, _labels(rows, columns))


def _first(lines: Sequence[Line], places: Sequence[int], columns: Sequence[Rect]) -> int:
    """The line with which the rows begin: a subheading over them, where others stand between."""
    between = [p for p in range(places[0], places[-1]) if p not in places]
    above = places[0] - 1
    if above < 0 or not between or not keeps_left(lines[above], columns):
        return places[0]
    near = lines[places[0]].rect.top - lines[above].rect.bottom < 0.8 * lines[above].size
    alike = any(_looks(lines[p]) == _looks(lines[above]) for p in between)
    return above if near and alike else places[0]


def _looks(line: Line) -> tuple[float, str, float]:
    style = line.segments[0].style
    return style.size, style.font, round(line.rect.x0 / 3)


def _labels(rows: Sequence[Line], columns: Sequence[Rect]) -> tuple[float, float]:
    """From where to where the labels reach."""
    left = min(row.rect.x0 for row in rows)
    ends = [row.segments[0].rect.x1 for row in rows if not is_value(row.segments[0].text)]
    ends = [end for end in ends if end < columns[0].x0]
    return left, max(ends, default=left + 1)


def _columns(rows: Sequence[Line]) -> list[Rect]:
    """The places of what stands beside the labels, from left to right."""
    figures = [s.rect for row in rows for s in _figures(row) if s is not row.segments[0]]
    if not figures:
        return []
    start = min(rect.x0 for rect in figures)
    texts = [s.rect for row in rows for s in row.segments if s.rect.x0 >= start - 1]
    columns: list[Rect] = []
    for rect in sorted(texts, key=lambda rect: rect.x0):
        if columns and rect.x0 < columns[-1].x1 + 0.5:
            columns[-1] = around((columns[-1], rect))
        else:
            columns.append(rect)
    return columns


def _stands_straight(column: Rect, figures: Sequence[Rect]) -> bool:
    """Whether the figures of a column are set to one side or to its middle."""
    rects = [rect for rect in figures if column.holds(rect, 1)]
    if len(rects) < 2:
        return False
    sides = ([r.x1 for r in rects], [r.x0 for r in rects], [r.cx for r in rects])
    return any(_level(side) for side in sides)


def _level(values: Sequence[float]) -> bool:
    middle = sorted(values)[len(values) // 2]
    return sum(abs(value - middle) < _ALIGNED for value in values) >= 0.7 * len(values)


def _lists_pages(run: Run, lines: Sequence[Line]) -> bool:
    """Whether the figures are page numbers that rise downwards, as in a list of contents."""
    if len(run.columns) != 1:
        return False
    texts = [_figures(row)[-1].text for row in run.rows]
    if not all(text.isdigit() and len(text) <= 3 for text in texts):
        return False
    rises = all(int(a) <= int(b) for a, b in itertools.pairwise(texts))
    titled = any(is_contents_title(line.text) for line in lines[: run.first])
    return rises and (titled or len(texts) >= _PAGES)
