"""The headings of tables that only their figures show: short texts over the figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.headers import Head, HeadColumn, head_of
from plansvar.reading.pdf.lines import Line
from plansvar.reading.pdf.vocabulary import is_value, is_year

_LONGEST = 60
_LONGEST_HEADING = 40
_BETWEEN = 2
_HEAD_LINES = 4
_HEAD_GAP = 2.4
_TOUCH = 0.1  # sizes between lines of one heading that is set higher than those beside it


@dataclass(slots=True)
class Run:
    """Lines `first` to `last` that hold rows, and the columns of what stands beside the labels."""

    first: int
    last: int
    rows: list[Line]
    columns: list[Rect]
    labels: tuple[float, float]


def keeps_left(line: Line, columns: Sequence[Rect]) -> bool:
    return bool(columns) and line.rect.x1 <= min(rect.x0 for rect in columns) + 2


def head_of_run(lines: Sequence[Line], run: Run) -> Head | None:
    """The heading over the figures: the nearest lines above that stand over their columns."""
    last = _last_of_head(lines, run)
    if last is None:
        return None
    first = last
    while first > 0 and last - first < _HEAD_LINES - 1:
        above = lines[first - 1]
        if not (_heads(above, run) or (_is_part(above, run) and _touch(above, lines[first]))):
            break
        if lines[first].rect.top - lines[first - 1].rect.bottom > 0.8 * lines[first].size:
            break
        first -= 1
    segments = [s for line in lines[first : last + 1] for s in line.segments]
    return head_of(first, last, segments)


def _last_of_head(lines: Sequence[Line], run: Run) -> int | None:
    """The line right over the rows that heads columns; subheadings of rows may stand between."""
    below = lines[run.first]
    for place in range(run.first - 1, max(-1, run.first - 2 - _BETWEEN), -1):
        line = lines[place]
        if below.rect.top - line.rect.bottom > _HEAD_GAP * line.size:
            return None
        part = place > 0 and _is_part(line, run) and _touch(lines[place - 1], line)
        if _heads(line, run) or (part and _heads(lines[place - 1], run)):
            return place
        if not keeps_left(line, run.columns) or len(line.text) > _LONGEST:
            return None
        below = line
    return None


def _heads(line: Line, run: Run) -> bool:
    """Whether a line consists of short texts of which some stand over the columns of figures."""
    if any(len(s.text) > _LONGEST_HEADING for s in line.segments):
        return False
    if any(is_value(s.text) and not is_year(s.text) for s in line.segments):
        return False
    over = [s for s in line.segments if _stands_over(s.rect, run)]
    several = len(run.columns) == 1 or len(line.segments) > 1
    return bool(over) and several


def _is_part(line: Line, run: Run) -> bool:
    """Whether a line is one short text over figures: a heading may be set on more lines than those
    beside it, as "Löner och" over "priser" is."""
    text = line.segments[0]
    alone = len(line.segments) == 1 and len(text.text) <= _LONGEST_HEADING
    return alone and not is_value(text.text) and _stands_over(text.rect, run)


def _touch(above: Line, below: Line) -> bool:
    return below.rect.top - above.rect.bottom < _TOUCH * below.size


def _stands_over(rect: Rect, run: Run) -> bool:
    """Whether a text stands over the figures and not over the labels."""
    left, end = run.labels
    return rect.x0 > max(left + 10, min(end, run.columns[0].x0 - 60)) and rect.x1 > end


def completed(head: Head, run: Run) -> Head:
    """The heading with columns also where no text heads the figures or the labels."""
    bottom = head.rect.bottom
    label, *figures = places_of(run, bottom)
    over = [column.rect for column in head.columns if _stands_over(column.rect, run)]
    missing = [place for place in figures if not any(p.overlap_x(place) > 0.5 for p in over)]
    added = [label] if len(over) == len(head.columns) else []
    if len(over) < len(figures):
        added += missing
    head.columns += [HeadColumn([], place) for place in added]
    head.columns.sort(key=lambda column: column.rect.x0)
    return head


def places_of(run: Run, bottom: float) -> list[Rect]:
    """Where the headings of all columns would stand, that of the labels first."""
    left, end = run.labels
    places = [Rect(left, bottom - 2, max(left + 1, end), bottom - 1)]
    return places + [Rect(c.x0, bottom - 2, c.x1, bottom - 1) for c in run.columns]
