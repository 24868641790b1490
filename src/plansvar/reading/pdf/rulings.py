"""Rules on a page: straight lines that bound cells, from strokes, thin fills and edges of fills."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.shapes import Shape, ShapeKind

_THIN = 3.2
_THICKEST = 10.0
_SLACK = 0.5
_STROKE = 2  # points of a single stroke
_MIN_ACROSS = 8.0
_MIN_DOWN = 4.0
_MARK = 16.0
_FEWEST_DOTS = 8


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line at `at` (y of a level one, x of an upright one) from `start` to `end`."""

    at: float
    start: float
    end: float
    edge: bool = False

    @property
    def length(self) -> float:
        return self.end - self.start


@dataclass(slots=True)
class Rules:
    """All level and upright rules of a page; `fills` are the coloured areas."""

    level: list[Rule]
    upright: list[Rule]
    fills: list[Shape]


def find_rules(shapes: Iterable[Shape], width: float, height: float) -> Rules:
    """The rules among `shapes` on a page of this size."""
    rules = Rules([], [], [])
    page = Rect(0, 0, width, height)
    for shape in shapes:
        if shape.kind is ShapeKind.PATH and shape.rect.shared_area(page.grown(5)) >= 0:
            _sort(shape, rules, page)
    return rules


def _sort(shape: Shape, rules: Rules, page: Rect) -> None:
    rect = shape.rect
    visible = shape.fill is not None and min(shape.fill) < 250
    if rect.width > 0.97 * page.width and rect.height > 0.9 * page.height:
        return
    thin = _thinness(shape)
    if rect.height <= thin and rect.width > _MIN_ACROSS:
        if shape.stroke is not None or visible:
            rules.level.append(Rule(rect.cy, rect.x0, rect.x1))
    elif rect.width <= thin and rect.height > _MIN_DOWN:
        if shape.stroke is not None or visible:
            rules.upright.append(Rule(rect.cx, rect.top, rect.bottom))
    elif _is_box(shape):
        _sort_box(shape, rules)
    elif shape.stroke is not None and not shape.curved and len(shape.outlines) > 1:
        _sort_outlines(shape, rules)


def _thinness(shape: Shape) -> float:
    """How wide a rule may be: the library's bounds of one stroke hold its width on both sides."""
    single = shape.fill is None and shape.segments <= _STROKE
    width = 2 * shape.line_width + _SLACK
    return max(_THIN, width) if single and width <= _THICKEST else _THIN


def _is_box(shape: Shape) -> bool:
    """Whether a path is one rectangle with level and upright sides."""
    rect = shape.rect
    if shape.curved or shape.segments > 7 or rect.width < _MIN_ACROSS or rect.height < _MIN_DOWN:
        return False
    points = [point for outline in shape.outlines for point in outline]
    near = _THIN + shape.line_width
    return (
        len(shape.outlines) == 1
        and len(points) >= 4
        and all(
            min(abs(x - rect.x0), abs(x - rect.x1)) < near
            and min(abs(y - rect.top), abs(y - rect.bottom)) < near
            for x, y in points
        )
    )


def _sort_box(shape: Shape, rules: Rules) -> None:
    rect = shape.rect
    small = rect.width < _MARK and rect.height < _MARK
    if shape.stroke is not None and min(shape.stroke) < 250 and not small:
        rules.level += [Rule(rect.top, rect.x0, rect.x1), Rule(rect.bottom, rect.x0, rect.x1)]
        rules.upright += [
            Rule(rect.x0, rect.top, rect.bottom),
            Rule(rect.x1, rect.top, rect.bottom),
        ]
    if shape.fill is not None:
        rules.fills.append(shape)


def _sort_outlines(shape: Shape, rules: Rules) -> None:
    """A path of many strokes, as some programs draw a whole grid at once; a curve is none."""
    if not _is_straight(shape):
        return
    for outline in shape.outlines:
        for (ax, ay), (bx, by) in itertools.pairwise(outline):
            if abs(ay - by) < 0.5 and abs(ax - bx) > _MIN_ACROSS:
                rules.level.append(Rule(ay, min(ax, bx), max(ax, bx)))
            elif abs(ax - bx) < 0.5 and abs(ay - by) > _MIN_DOWN:
                rules.upright.append(Rule(ax, min(ay, by), max(ay, by)))


def _is_straight(shape: Shape) -> bool:
    """Whether all strokes of a path are level or upright."""
    return all(
        abs(ax - bx) < 0.5 or abs(ay - by) < 0.5
        for outline in shape.outlines
        for (ax, ay), (bx, by) in itertools.pairwise(outline)
    )


def dotted_rules(shapes: Sequence[Shape]) -> tuple[list[Rule], list[Shape]]:
    """Level rules made of many dots or dashes, and the shapes that are none of those."""
    rows: dict[int, list[Rect]] = defaultdict(list)
    rest: list[Shape] = []
    for shape in shapes:
        small = shape.rect.height < 1.8 and shape.rect.width < _MIN_ACROSS
        if shape.kind is ShapeKind.PATH and small:
            rows[round(shape.rect.cy)].append(shape.rect)
        else:
            rest.append(shape)
    rules: list[Rule] = []
    for row in rows.values():
        dots = sorted(row, key=lambda rect: rect.x0)
        if len(dots) >= _FEWEST_DOTS:
            rules += _runs_of_dots(dots)
    few = {id(rect) for row in rows.values() if len(row) < _FEWEST_DOTS for rect in row}
    rest += [shape for shape in shapes if id(shape.rect) in few]
    return rules, sorted(rest, key=lambda shape: shape.order)


def _runs_of_dots(dots: Sequence[Rect]) -> list[Rule]:
    rules: list[Rule] = []
    start, end = dots[0].x0, dots[0].x1
    for dot in dots[1:]:
        if dot.x0 - end > 6:
            rules.append(Rule(dots[0].cy, start, end))
            start = dot.x0
        end = max(end, dot.x1)
    rules.append(Rule(dots[0].cy, start, end))
    return [rule for rule in rules if rule.length > _MIN_ACROSS]


def merged(rules: Sequence[Rule], tolerance: float = 2.0) -> list[Rule]:
    """Rules in line with each other that touch, put together."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.at, rule.start)):
        home = next(
            (
                i
                for i in range(len(joined) - 1, max(-1, len(joined) - 40), -1)
                if abs(joined[i].at - rule.at) <= 0.8
                and rule.start <= joined[i].end + tolerance
                and joined[i].start <= rule.end + tolerance
            ),
            None,
        )
        if home is None:
            joined.append(rule)
        else:
            old = joined[home]
            joined[home] = Rule(old.at, min(old.start, rule.start), max(old.end, rule.end))
    return joined
