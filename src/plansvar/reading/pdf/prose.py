"""Running text beside a table without rules: what tells it from the table's last column.

A column of a table has its heading on the line of the others. Where sentences begin at the height
of the heading itself, or above it, they are a text of their own that happens to stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.headers import Head, find_head, stands_out
from plansvar.reading.pdf.lines import Line, Segment, make_line
from plansvar.reading.pdf.vocabulary import is_value

_SIDE = 2.0
_STEP = 1.9
_GAP = 9.0
_FEWEST_WORDS = 4
_SHORTEST = 18
_HEAD_LINES = 3
_INDENT = 20.0
_LONGEST_HEADING = 30
_STOPS = (".", "!", "?")


@dataclass(frozen=True, slots=True)
class Beside:
    """Text beside a table: its side `x` towards the table, the lines `first` to `end` (the one
    after) that it and the table take up, and whether it stands on the right."""

    x: float
    first: int
    end: int


def text_beside(lines: Sequence[Line], page_width: float) -> Beside | None:
    """The first running text that stands beside the heading of a table, null where none does."""
    for text in _texts(lines):
        for right in (True, False):
            found = _beside(lines, text, right, page_width)
            if found is not None:
                return found
    return None


def _texts(lines: Sequence[Line]) -> list[Rect]:
    """The places of paragraphs among the segments, from top to bottom."""
    open_runs: list[list[Segment]] = []
    found: list[list[Segment]] = []
    for segment in (s for line in lines for s in line.segments):
        home = next((run for run in open_runs if _goes_on(run[-1], segment)), None)
        if home is None:
            open_runs.append([segment])
            found.append(open_runs[-1])
        else:
            home.append(segment)
        open_runs = [run for run in open_runs if segment.rect.top - run[-1].rect.bottom < 40]
    return [around(s.rect for s in run) for run in found if _is_text(run)]


def _goes_on(above: Segment, below: Segment) -> bool:
    """Whether a segment is the next line of the paragraph of one above it."""
    step = below.rect.cy - above.rect.cy
    one, other = above.style, below.style
    alike = one.bold == other.bold and abs(one.size - other.size) < 0.5
    return (
        alike
        and abs(above.rect.x0 - below.rect.x0) < _SIDE
        and 0.5 * one.size < step < _STEP * one.size
    )


def _is_text(run: Sequence[Segment]) -> bool:
    """Whether lines below each other are sentences and no cells."""
    first, last = run[0].text, run[-1].text
    if any(is_value(segment.text) for segment in run):
        return False
    words = sum(len(segment.words) for segment in run)
    long = max(len(segment.text) for segment in run) >= _SHORTEST
    return first[:1].isupper() and last.endswith(_STOPS) and words >= _FEWEST_WORDS and long


def _beside(lines: Sequence[Line], text: Rect, right: bool, page_width: float) -> Beside | None:
    """The text as one beside a table, where a heading of a table stands at the height of its
    first line, or below that and above its last one."""
    x = text.x0 - _SIDE if right else text.x1 + _SIDE
    start = next(i for i, line in enumerate(lines) if line.rect.overlap_y(text) > 0)
    first = _first(lines, start, x, right)
    halves = [(i, half) for i in range(first, len(lines)) if (half := _half(lines[i], x, right))]
    head = _head_at([half for _, half in halves], text, page_width)
    if head is None or _distance(head.rect, text, right) < _GAP:
        return None
    last = halves[head.last][0]
    if _is_headed(lines, first, text, page_width) or any(
        _crosses(line, x) for line in lines[first : last + 1]
    ):
        return None
    end = _end(lines, last + 1, text, right)
    under = [half for i, half in halves if last < i < end]
    if not any(is_value(s.text) for half in under for s in half.segments[1:]):
        return None
    return Beside(x, first, end)


def _is_headed(lines: Sequence[Line], first: int, text: Rect, page_width: float) -> bool:
    """Whether a heading of a table further up stands over the text, with no title between."""
    for place in range(first - 1, -1, -1):
        line = lines[place]
        if len(line.segments) == 1 and stands_out(line.words):
            return False
        head = find_head(lines, place, page_width)
        if head is not None:
            over = (c for c in head.columns if c.rect.overlap_x(text) > 0)
            return any(len(column.text) <= _LONGEST_HEADING for column in over)
    return False


def _first(lines: Sequence[Line], start: int, x: float, right: bool) -> int:
    """The line with which a heading may begin whose lower lines stand beside the text."""
    first = start
    while first > max(0, start - _HEAD_LINES):
        line = lines[first - 1]
        near = lines[first].rect.top - line.rect.bottom < line.size
        if not near or _crosses(line, x) or _half(line, x, not right) is not None:
            break
        first -= 1
    return first


def _head_at(halves: Sequence[Line], text: Rect, page_width: float) -> Head | None:
    """The heading of a table beside the text: not below its last line nor above its first one."""
    for at, half in enumerate(halves):
        if half.rect.top > text.bottom:
            return None
        head = find_head(halves, at, page_width)
        if head is not None:
            return head if head.rect.overlap_y(text) > 0 else None
    return None


def _distance(table: Rect, text: Rect, right: bool) -> float:
    return text.x0 - table.x1 if right else table.x0 - text.x1


def _end(lines: Sequence[Line], start: int, text: Rect, right: bool) -> int:
    """The line after the last one of which all beside the table may be further running text."""
    x = text.x0 - _SIDE if right else text.x1 + _SIDE
    for place in range(start, len(lines)):
        line = lines[place]
        other = _half(line, x, not right)
        if _crosses(line, x) or (other is not None and not _keeps(other, text)):
            return place
    return len(lines)


def _keeps(line: Line, text: Rect) -> bool:
    """Whether a line begins where the text does, or with a bullet or an indent."""
    first = line.segments[0]
    return -_SIDE < first.rect.x0 - text.x0 < _INDENT and not is_value(first.text)


def _crosses(line: Line, x: float) -> bool:
    return any(s.rect.x0 < x - _SIDE and s.rect.x1 > x + 2 * _SIDE for s in line.segments)


def _half(line: Line, x: float, left: bool) -> Line | None:
    """What of a line stands left, or else right, of an upright line."""
    segments = [s for s in line.segments if (s.rect.cx < x) is left]
    return make_line(segments) if segments else None
