"""Columns of a table without rules: white strips through its body, tied to its headings.

A heading may stand left in its column and the values right, so a value is not always nearest to its
own heading. What stands in the body is therefore grouped first, and the groups are then dealt out
to the headings in order, each row giving a heading one value at most."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.headers import Head, HeadColumn
from plansvar.reading.pdf.lines import Line, Segment, make_segment
from plansvar.reading.pdf.vocabulary import is_status_heading, is_value

_STEP = 0.5
_NARROWEST = 1.2
_EMPTY_HEADING = 30.0
_EMPTY_STATUS = 8.0
_BEFORE_HEADING = 12.0
_SAME_ROW = 10_000.0
_STATUS_VALUE = 60.0
_LEVEL = 5.0
_MARGIN = 1.0


@dataclass(slots=True)
class Group:
    """What stands below each other in the body, and at which heights it does."""

    start: float
    end: float
    heights: list[float] = field(default_factory=list)
    values: bool = False


def column_edges(
    head: Head, lines: Sequence[Line], marks: Sequence[Rect], areas: Sequence[Rect]
) -> list[float]:
    """The sides of the columns from left to right, one more than there are headings; a heading that
    turns out to be two is parted in `head`."""
    empty = _empty(areas, lines, marks)
    groups = _groups(head, lines, [*marks, *empty])
    head.columns = [part for column in head.columns for part in _parted(column, groups)]
    head.columns += _of_signs(head, groups, lines)
    homes = _dealt_out(groups, head.columns)
    spans: list[Rect] = []
    sharp: list[bool] = []
    for i, column in enumerate(head.columns):
        own = [g for g, home in zip(groups, homes, strict=True) if home == i]
        spans.append(_span(column.rect, own))
        sharp.append(any(abs(a.x0 - spans[-1].x0) + abs(a.x1 - spans[-1].x1) < 3 for a in empty))
        if sharp[-1]:
            spans[-1] = spans[-1]._replace(x0=spans[-1].x0 - _MARGIN, x1=spans[-1].x1 + _MARGIN)
    edges = [min(spans[0].x0, head.columns[0].rect.x0) - 4]
    pieces = _pieces(head, lines, marks)
    for i, (a, b) in enumerate(itertools.pairwise(spans)):
        side = b.x0 if sharp[i + 1] else a.x1 if sharp[i] else _white(a.x1, b.x0, pieces)
        edges.append(max(edges[-1] + 0.5, side))
    return [*edges, max(edges[-1] + 1, spans[-1].x1 + 4, head.columns[-1].rect.x1 + 2)]


def _white(start: float, end: float, pieces: Sequence[Rect]) -> float:
    """The middle of the widest stretch between two columns in which nothing stands: a long line of
    the one may reach further than its column was taken to. What runs over both tells nothing."""
    reached, widest, side = start, 0.0, (start + end) / 2
    between = [p for p in pieces if p.x0 < end and p.x1 > start]
    partly = sorted(p for p in between if p.x0 > start or p.x1 < end)
    for piece in [*partly, Rect(end, 0.0, end, 0.0)]:
        if piece.x0 - reached > widest:
            widest, side = piece.x0 - reached, (piece.x0 + reached) / 2
        reached = max(reached, piece.x1)
    return side


def _empty(areas: Sequence[Rect], lines: Sequence[Line], marks: Sequence[Rect]) -> list[Rect]:
    """Areas of fill in which nothing stands: themselves the marks of their columns."""
    texts = [*marks, *(segment.rect for line in lines for segment in line.segments)]
    return [
        Rect(area.x0 + _MARGIN, area.top, area.x1 - _MARGIN, area.bottom)
        for area in areas
        if not any(area.overlap_x(text) > 1 and area.overlap_y(text) > 1 for text in texts)
    ]


def _parted(column: HeadColumn, groups: Sequence[Group]) -> list[HeadColumn]:
    """A heading over several groups taken apart: two headings that stood close."""
    under = [g for g in groups if min(g.end, column.rect.x1) - max(g.start, column.rect.x0) > 2]
    under = [g for g in under if not any(_apart(g, other) for other in under)]
    if len(under) < 2:
        return [column]
    shares: list[list[Segment]] = [[] for _ in under]
    for part in column.parts:
        words: list[list[Word]] = [[] for _ in under]
        for word in part.words:
            words[_nearest(word.rect, under)].append(word)
        for share, own in zip(shares, words, strict=True):
            share += [make_segment(own)] if own else []
    if not all(shares):
        return [column]
    return [HeadColumn(share, around(part.rect for part in share)) for share in shares]


def _of_signs(head: Head, groups: Sequence[Group], lines: Sequence[Line]) -> list[HeadColumn]:
    """Columns of signs and marks that stand right of the last heading and have none themselves."""
    last = head.columns[-1].rect
    right = [group for group in groups if group.start > last.x1 - _MARGIN]
    segments = [segment for line in lines for segment in line.segments]
    texts = [s.text for s in segments for group in right if _stands_in(group, s.rect)]
    headed = any(group.end > last.x0 and group not in right for group in groups)
    if not headed or not texts or any(_is_worded(text) for text in texts):
        return []
    return [HeadColumn([], Rect(g.start, last.top, g.end, last.bottom)) for g in right]


def _is_worded(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _apart(group: Group, other: Group) -> bool:
    """Whether two groups never stand in one row, so that they are one column."""
    if group is other:
        return False
    return not any(abs(a - b) < _LEVEL for a in group.heights for b in other.heights)


def _nearest(rect: Rect, groups: Sequence[Group]) -> int:
    def distance(i: int) -> float:
        group = groups[i]
        gap = max(group.start - rect.x1, rect.x0 - group.end, 0.0)
        return gap + 0.01 * abs((group.start + group.end) / 2 - rect.cx)

    return min(range(len(groups)), key=distance)


def _span(heading: Rect, own: Sequence[Group]) -> Rect:
    if not own:
        return heading
    start, end = min(g.start for g in own), max(g.end for g in own)
    return Rect(start, heading.top, end, heading.bottom)


def _groups(head: Head, lines: Sequence[Line], marks: Sequence[Rect]) -> list[Group]:
    """Groups parted by strips through which (almost) nothing runs."""
    segments = [segment for line in lines for segment in _plain(line, head)]
    pieces = _pieces(head, lines, marks)
    if not pieces:
        return []
    left = min(rect.x0 for rect in pieces) - 2
    right = max(rect.x1 for rect in pieces) + 2
    cover = np.zeros(int((right - left) / _STEP) + 2, dtype=np.int32)
    for rect in pieces:
        cover[_index(rect.x0 + 0.3, left) : _index(rect.x1 - 0.3, left) + 1] += 1
    rows = len(lines)
    allowed = 0 if rows < 8 else round(0.06 * rows)
    groups = _runs(cover > allowed, left)
    if rows >= 3 and allowed == 0 and len(groups) < len(head.columns):
        looser = _runs(cover > 1, left)  # one line that runs across must not join two columns
        groups = looser if len(looser) == len(head.columns) else groups
    for group in groups:
        group.heights = [rect.cy for rect in pieces if _stands_in(group, rect)]
        own = [segment.text for segment in segments if _stands_in(group, segment.rect)]
        group.values = bool(own) and all(map(is_value, own))
    return [group for group in groups if group.heights]


def _pieces(head: Head, lines: Sequence[Line], marks: Sequence[Rect]) -> list[Rect]:
    return [*(segment.rect for line in lines for segment in _plain(line, head)), *marks]


def _stands_in(group: Group, rect: Rect) -> bool:
    return group.start - 0.5 <= rect.cx <= group.end + 0.5


def _plain(line: Line, head: Head) -> list[Segment]:
    """The segments of a line; one that runs on alone over several columns is a row's title."""
    if len(line.segments) == 1 and len(head.columns) > 1:
        only, second = line.segments[0], head.columns[1].rect.x0
        if only.rect.x0 < second - _MARGIN < only.rect.x1 and not is_value(only.text):
            return []
    return line.segments


def _index(x: float, left: float) -> int:
    return max(0, int((x - left) / _STEP))


def _runs(filled: NDArray[np.bool_], left: float) -> list[Group]:
    groups: list[Group] = []
    edges = np.flatnonzero(np.diff(np.concatenate([[0], filled.astype(np.int8), [0]])))
    steps: list[int] = edges.tolist()
    for start, end in zip(steps[::2], steps[1::2], strict=True):
        x0, x1 = left + start * _STEP, left + end * _STEP
        if groups and x0 - groups[-1].end < _NARROWEST:
            groups[-1].end = x1
        else:
            groups.append(Group(x0, x1))
    return groups


def _dealt_out(groups: Sequence[Group], headings: Sequence[HeadColumn]) -> list[int]:
    """For each group its heading: in order, nearest first, no two of one row under one."""
    count = len(headings)
    if not groups:
        return []
    skipped = list(itertools.accumulate(map(_empty_cost, headings), initial=0.0))
    from_left = _from_left(groups[0], headings[0].rect)
    best = [[0.0] * count for _ in groups]
    came: list[list[int]] = [[-1] * count for _ in groups]
    for g, group in enumerate(groups):
        for h in range(count):
            cost = _distance(group, headings[h], from_left)
            if g == 0:
                best[g][h] = cost + skipped[h]
                continue
            options = [
                (best[g - 1][k] + _between(groups[g - 1], group, skipped, k, h), k)
                for k in range(h + 1)
            ]
            least, came[g][h] = min(options)
            best[g][h] = least + cost
    last = min(range(count), key=lambda h: best[-1][h] + (skipped[-1] - skipped[h + 1]) * 0.2)
    homes = [last]
    for g in range(len(groups) - 1, 0, -1):
        homes.append(came[g][homes[-1]])
    return homes[::-1]


def _empty_cost(heading: HeadColumn) -> float:
    """What it costs to leave a heading empty: little where coloured values may be the status."""
    return _EMPTY_STATUS if is_status_heading(heading.text) else _EMPTY_HEADING


def _from_left(labels: Group, heading: Rect) -> bool:
    """Whether headings begin where their columns do, as the first one shows."""
    return abs(labels.start - heading.x0) < 3 and labels.end > heading.x1 + 20


def _between(before: Group, group: Group, skipped: Sequence[float], k: int, h: int) -> float:
    if k == h:
        shared = sum(any(abs(a - b) < _LEVEL for b in group.heights) for a in before.heights)
        fewest = min(len(before.heights), len(group.heights))
        return _SAME_ROW if shared > 0.2 * fewest else 3.0
    return skipped[h] - skipped[k + 1]


def _distance(group: Group, heading: HeadColumn, from_left: bool) -> float:
    rect = heading.rect
    gap = max(rect.x0 - group.end, group.start - rect.x1)
    if gap <= 0:
        overlap = min(rect.x1, group.end) - max(rect.x0, group.start)
        return -min(4.0, overlap)
    misled = group.values and is_status_heading(heading.text)
    before = from_left and group.end < rect.x0
    return gap + (_STATUS_VALUE if misled else 0.0) + (_BEFORE_HEADING if before else 0.0)
