"""Tables that only their figures show: values below each other beside labels, whatever heads them.

Where short texts stand over the figures they are the heading; else the table has none."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.reading.pdf.bodies import Hints, finer
from plansvar.reading.pdf.borderless import table_under, without_head
from plansvar.reading.pdf.contents_pages import has_leader, is_contents_title
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.headers import Head, HeadColumn, head_of
from plansvar.reading.pdf.lines import Line, Segment
from plansvar.reading.pdf.tables import RawTable
from plansvar.reading.pdf.vocabulary import is_value, is_year

_LONGEST = 60
_LONGEST_HEADING = 40
_FEWEST_ROWS = 3
_REACH = 4.5
_BETWEEN = 2
_HEAD_LINES = 4
_HEAD_GAP = 2.4
_ALIGNED = 4.0
_PAGES = 6
_MOST_UNFIT = 0.25


@dataclass(slots=True)
class _Run:
    """Lines `first` to `last` that hold rows, and the columns of what stands beside the labels."""

    first: int
    last: int
    rows: list[Line]
    columns: list[Rect]
    labels: tuple[float, float]


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


def _table(lines: Sequence[Line], fine: Sequence[Line], run: _Run, hints: Hints) -> RawTable | None:
    head = _head(fine, run)
    end = run.last + 1
    while end < len(fine) and _is_rest(fine[end - 1], fine[end], run):
        end += 1
    if head is not None:
        return table_under(lines[:end], _completed(head, run), hints)[0]
    top = fine[run.first].rect.top
    columns = [HeadColumn([], rect) for rect in _places(run, top)]
    table = table_under(lines[:end], Head(run.first, run.first - 1, columns), hints)[0]
    return without_head(table) if table is not None else None


def _is_rest(above: Line, line: Line, run: _Run) -> bool:
    """Whether a line goes on with the label of the row above it."""
    near = line.rect.cy - above.rect.cy < 1.5 * line.size
    return near and _keeps_left(line, run.columns) and line.text[:1].islower()


# --- Runs of rows -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A line, the places of its figures, and whether it may be a row."""

    line: Line
    figures: list[Rect]
    is_row: bool


def _runs(lines: Sequence[Line]) -> list[_Run]:
    runs: list[_Run] = []
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
    return len(line.text) <= _LONGEST and _keeps_left(line, figures)


def _keeps_left(line: Line, columns: Sequence[Rect]) -> bool:
    return bool(columns) and line.rect.x1 <= min(rect.x0 for rect in columns) + 2


def _run(lines: Sequence[Line], places: Sequence[int]) -> _Run | None:
    rows = [lines[place] for place in places]
    columns = _columns(rows)
    figures = [s.rect for row in rows for s in _figures(row)]
    aligned = [column for column in columns if _stands_straight(column, figures)]
    if len(rows) < (_FEWEST_ROWS if len(aligned) < 2 else 2) or not aligned:
        return None
    labelled = [row for row in rows if row.segments[0].rect.x1 <= columns[0].x0 + 2]
    if 2 * len(labelled) < len(rows):
        return None
    return _Run(_first(lines, places, columns), places[-1], rows, columns, _labels(rows, columns))


def _first(lines: Sequence[Line], places: Sequence[int], columns: Sequence[Rect]) -> int:
    """The line with which the rows begin: a subheading over them, where others stand between."""
    between = [p for p in range(places[0], places[-1]) if p not in places]
    above = places[0] - 1
    if above < 0 or not between or not _keeps_left(lines[above], columns):
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


def _lists_pages(run: _Run, lines: Sequence[Line]) -> bool:
    """Whether the figures are page numbers that rise downwards, as in a list of contents."""
    if len(run.columns) != 1:
        return False
    texts = [_figures(row)[-1].text for row in run.rows]
    if not all(text.isdigit() and len(text) <= 3 for text in texts):
        return False
    rises = all(int(a) <= int(b) for a, b in itertools.pairwise(texts))
    titled = any(is_contents_title(line.text) for line in lines[: run.first])
    return rises and (titled or len(texts) >= _PAGES)


# --- Headings ---------------------------------------------------------------------------------


def _head(lines: Sequence[Line], run: _Run) -> Head | None:
    """The heading over the figures: the nearest lines above that stand over their columns."""
    last = _last_of_head(lines, run)
    if last is None:
        return None
    first = last
    while first > 0 and last - first < _HEAD_LINES - 1 and _heads(lines[first - 1], run):
        if lines[first].rect.top - lines[first - 1].rect.bottom > 0.8 * lines[first].size:
            break
        first -= 1
    segments = [s for line in lines[first : last + 1] for s in line.segments]
    return head_of(first, last, segments)


def _last_of_head(lines: Sequence[Line], run: _Run) -> int | None:
    """The line right over the rows that heads columns; subheadings of rows may stand between."""
    below = lines[run.first]
    for place in range(run.first - 1, max(-1, run.first - 2 - _BETWEEN), -1):
        line = lines[place]
        if below.rect.top - line.rect.bottom > _HEAD_GAP * line.size:
            return None
        if _heads(line, run):
            return place
        if not _keeps_left(line, run.columns) or len(line.text) > _LONGEST:
            return None
        below = line
    return None


def _heads(line: Line, run: _Run) -> bool:
    """Whether a line consists of short texts of which some stand over the columns of figures."""
    if any(len(s.text) > _LONGEST_HEADING for s in line.segments):
        return False
    if any(is_value(s.text) and not is_year(s.text) for s in line.segments):
        return False
    over = [s for s in line.segments if _stands_over(s.rect, run)]
    several = len(run.columns) == 1 or len(line.segments) > 1
    return bool(over) and several


def _stands_over(rect: Rect, run: _Run) -> bool:
    """Whether a text stands over the figures and not over the labels."""
    left, end = run.labels
    return rect.x0 > max(left + 10, min(end, run.columns[0].x0 - 60)) and rect.x1 > end


def _completed(head: Head, run: _Run) -> Head:
    """The heading with columns also where no text heads the figures or the labels."""
    bottom = head.rect.bottom
    label, *figures = _places(run, bottom)
    over = [column.rect for column in head.columns if _stands_over(column.rect, run)]
    missing = [place for place in figures if not any(p.overlap_x(place) > 0.5 for p in over)]
    added = [label] if len(over) == len(head.columns) else []
    if len(over) < len(figures):
        added += missing
    head.columns += [HeadColumn([], place) for place in added]
    head.columns.sort(key=lambda column: column.rect.x0)
    return head


def _places(run: _Run, bottom: float) -> list[Rect]:
    """Where the headings of all columns would stand, that of the labels first."""
    left, end = run.labels
    places = [Rect(left, bottom - 2, max(left + 1, end), bottom - 1)]
    return places + [Rect(c.x0, bottom - 2, c.x1, bottom - 1) for c in run.columns]
