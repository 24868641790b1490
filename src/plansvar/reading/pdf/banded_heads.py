"""The heading of a table between level rules: the lines right above the first rule."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from plansvar.language.folding import fold
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.headers import stands_out
from plansvar.reading.pdf.lines import Line, Segment, make_line, make_segment
from plansvar.reading.pdf.rulings import Rule
from plansvar.reading.pdf.tables import RawCell, text_of
from plansvar.reading.pdf.vocabulary import is_heading, is_value, is_year

_STEP = 1.5  # sizes that lines of a heading stand apart
_RULED_STEP = 2.4  # where a rule under headings of groups stands between
_NEAR = 16.0  # points above the rule at most
_MOST_LINES = 4
_LARGER = 1.12
_LONGEST = 60
_ALIGNED = 3.5
_SPACE = 0.38  # sizes of the widest space within one heading
_BESIDE, _OVER_EDGE = 30.0, 8.0  # points that a group may reach beside its columns' headings, edges
_LEFT_OUT = 8.0  # points of bad alignment that one more column under no group weighs up


@dataclass(frozen=True, slots=True)
class BandHead:
    """Lines of a heading; those in `upper` name groups of columns, all of those over which a rule
    runs from side to side of `ruled`, where one shows it."""

    lower: tuple[Line, ...]
    upper: tuple[Line, ...] = ()
    ruled: tuple[float, float] | None = None

    @property
    def top(self) -> float:
        return min(line.rect.top for line in (*self.upper, *self.lower))

    @property
    def bottom(self) -> float:
        return max(line.rect.bottom for line in self.lower)

    def cells(self, edges: Sequence[float], bare: Collection[int] = ()) -> list[RawCell] | None:
        """The cells of the heading; null where a group cannot be given its columns, or a column
        has no heading that is none of those `bare`, which hold marks alone."""
        parts = self.parts(edges)
        headed = [n for n, words in enumerate(parts) if words]
        if len(headed) < min(2, len(parts) - 1):
            return None
        if any(n not in headed and n not in bare for n in range(1, len(parts))):
            return None
        groups = [s for line in self.upper for s in line.segments]
        places = [around(w.rect for w in p) if p else None for p in parts]
        names = [fold(text_of(words)) for words in parts]
        reach = self._reach(places)
        runs = runs_under(groups, places, names, reach, edges) if groups and reach else []
        if self.ruled is not None and len(groups) == 1 and reach:
            runs = [(reach[0], reach[1] - 1)]  # the rule runs over all of its columns
        if runs is None:
            return None
        grouped = {column for first, last in runs for column in range(first, last + 1)}
        cells = _group_cells(groups, runs, edges, self.top)
        for column, words in enumerate(parts):
            rect = Rect(edges[column], self.top, edges[column + 1], self.bottom)
            row, span = (1, 1) if column in grouped else (0, 2 if grouped else 1)
            cells.append(RawCell(row, column, rect, text_of(words), span, words=words))
        return cells

    def parts(self, edges: Sequence[float]) -> list[list[Word]]:
        """The words that head each column."""
        parts: list[list[Word]] = [[] for _ in range(len(edges) - 1)]
        for piece in (p for line in self.lower for s in line.segments for p in _pieces(s)):
            parts[sum(edge <= piece.rect.cx for edge in edges[1:-1])] += piece.words
        return parts

    def _reach(self, places: Sequence[Rect | None]) -> tuple[int, int] | None:
        """The columns that groups may have: the first, and the one after the last."""
        if self.ruled is None:
            return 1, len(places)
        start, end = self.ruled
        under = [n for n, p in enumerate(places) if p and start - _ALIGNED < p.cx < end + _ALIGNED]
        return (under[0], under[-1] + 1) if under else None


def _pieces(segment: Segment) -> list[Segment]:
    """A run of words cut where more than a space stands: each piece heads one column."""
    groups = [[segment.words[0]]]
    for before, word in itertools.pairwise(segment.words):
        wide = word.rect.x0 - before.rect.x1 > _SPACE * word.size
        groups = [*groups, [word]] if wide else [*groups[:-1], [*groups[-1], word]]
    return [make_segment(group) for group in groups]


def is_another_head(row: Sequence[Line], head: BandHead) -> bool:
    """Whether a row heads columns anew: years and words that head columns, and no values, set out
    as the heading above is."""
    if stands_out(head.lower[-1].words) and not all(stands_out(line.words) for line in row):
        return False
    segments = [segment for line in row for segment in line.segments]
    heads = [s for s in segments if is_year(s.text) or is_heading(s.text)]
    values = [s for s in segments if is_value(s.text) and not is_year(s.text)]
    return len(heads) > 1 and not values


def head_over(
    lines: Sequence[Line], rule: float, level: Sequence[Rule], sides: Sequence[float] = ()
) -> BandHead | None:
    """The heading among `lines` right above a rule; null where none stands there. `sides` are
    heights at which one filled strip of it meets another, which part its lines as rules do."""
    below: list[Line] = []
    parting = [*(r.at for r in level), *sides]
    for line in sorted(lines, key=lambda line: -line.rect.cy):
        if len(below) == _MOST_LINES or not _joins(line, below, rule, parting):
            break
        below.append(line)
    ordered = below[::-1]
    if not ordered or not _names_columns(ordered):
        return None
    parted = _parted_by_rule(ordered, level)
    if parted is not None:
        return parted
    at = next((n for n in range(len(ordered) - 1) if _heads_groups(ordered, n, level)), None)
    if at is None:
        return BandHead(tuple(ordered))
    return BandHead(tuple(ordered[at + 1 :]), tuple(ordered[: at + 1]))


def _joins(line: Line, below: Sequence[Line], rule: float, parting: Sequence[float]) -> bool:
    if not all(_may_head(segment) for segment in line.segments):
        return False
    if not below:
        return rule - line.rect.bottom < _NEAR
    under = below[-1]
    between = any(line.rect.cy < at < under.rect.cy for at in parting)
    limit = (_RULED_STEP if between else _STEP) * line.size
    alike = line.size < _LARGER * below[0].size
    alone = len(line.segments) == 1 and len(below[0].segments) > 1 and not between
    title = alone and abs(line.rect.x0 - min(b.rect.x0 for b in below)) < 6
    bold = stands_out(line.words) == stands_out(below[0].words)
    return under.rect.cy - line.rect.cy < limit and alike and bold and not title


def _may_head(segment: Segment) -> bool:
    plain = not is_value(segment.text) or is_year(segment.text) or segment.text in ("%", "kr")
    return plain and len(segment.text) <= _LONGEST


def _names_columns(lines: Sequence[Line]) -> bool:
    segments = [segment for line in lines for segment in line.segments]
    several = max(len(line.segments) for line in lines) > 1 or all(
        is_year(segment.text) for segment in segments
    )
    sentence = any(segment.text.endswith(".") and len(segment.words) > 3 for segment in segments)
    return several and not sentence


def _heads_groups(lines: Sequence[Line], at: int, level: Sequence[Rule]) -> bool:
    """Whether a line names groups of the columns that the lines below it name: a rule stands
    between, or one of its parts stands over none of theirs alone."""
    line = lines[at]
    below = [s for other in lines[at + 1 :] for s in other.segments]
    if len(line.segments) >= len(below):
        return False
    return not all(any(_over(s, b) for b in below) for s in line.segments)


def _parted_by_rule(lines: Sequence[Line], level: Sequence[Rule]) -> BandHead | None:
    """The heading where a rule under a part of its first line shows that this part names groups:
    what stands beside the rule names columns of its own."""
    first, rest = lines[0], lines[1:]
    if not rest:
        return None
    for rule in level:
        near = first.rect.cy < rule.at < rest[-1].rect.cy
        over = [s for s in first.segments if _stands_on(s, rule)] if near else []
        beside = [s for s in first.segments if s not in over]
        under = [s for line in rest for s in line.segments if _stands_within(s, rule)]
        if over and len(over) < len(under):
            lower = (*((make_line(beside),) if beside else ()), *rest)
            return BandHead(lower, (make_line(over),), (rule.start, rule.end))
    return None


def _stands_on(segment: Segment, rule: Rule) -> bool:
    near = 0 < rule.at - segment.rect.cy < _RULED_STEP * segment.size
    return near and _stands_within(segment, rule)


def _stands_within(segment: Segment, rule: Rule) -> bool:
    return rule.start - _ALIGNED < segment.rect.x0 and segment.rect.x1 < rule.end + _ALIGNED


def _over(segment: Segment, below: Segment) -> bool:
    one, other = segment.rect, below.rect
    sides = (one.x0 - other.x0, one.x1 - other.x1, one.cx - other.cx)
    return min(map(abs, sides)) < _ALIGNED


def runs_under(
    groups: Sequence[Segment],
    columns: Sequence[Rect | None],
    names: Sequence[str],
    reach: tuple[int, int],
    edges: Sequence[float],
) -> list[tuple[int, int]] | None:
    """For each group the first and last of its columns: runs side by side, each under its heading
    as it is set, to the left, to the right or in the middle; no two of a run have one name, and few
    columns within reach are left out."""
    first, after = reach
    best: tuple[float, list[tuple[int, int]]] | None = None
    for bounds in itertools.combinations(range(first, after + 1), len(groups) + 1):
        runs = [(a, b - 1) for a, b in itertools.pairwise(bounds)]
        if any(len({*names[a : b + 1]}) <= b - a for a, b in runs):
            continue
        costs = [_cost(g, columns, run, edges) for g, run in zip(groups, runs, strict=True)]
        if None not in costs:
            left_out = bounds[0] - first + after - bounds[-1]
            cost = sum(cost for cost in costs if cost is not None) + _LEFT_OUT * left_out
            if best is None or cost < best[0]:
                best = (cost, runs)
    return best[1] if best else None


def _cost(
    group: Segment, columns: Sequence[Rect | None], run: tuple[int, int], edges: Sequence[float]
) -> float | None:
    """How far a group's heading is from being set to the left, the right or the middle of a run of
    columns; null where it reaches beyond them."""
    own = [rect for rect in columns[run[0] : run[1] + 1] if rect is not None]
    if not own:
        return None
    place, rect = around(own), group.rect
    start = min(place.x0 - _BESIDE, edges[run[0]] - _OVER_EDGE)
    end = max(place.x1 + _BESIDE, edges[run[1] + 1] + _OVER_EDGE)
    if rect.x0 < start or rect.x1 > end:
        return None
    return min(abs(rect.cx - place.cx), abs(rect.x0 - place.x0), abs(rect.x1 - place.x1))


def _group_cells(
    groups: Sequence[Segment],
    runs: Sequence[tuple[int, int]],
    edges: Sequence[float],
    top: float,
) -> list[RawCell]:
    return [
        RawCell(
            0,
            first,
            Rect(edges[first], top, edges[last + 1], group.rect.bottom),
            group.text,
            1,
            last - first + 1,
            list(group.words),
        )
        for group, (first, last) in zip(groups, runs, strict=True)
    ]
