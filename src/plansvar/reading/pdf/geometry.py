"""Rectangles on a page as it is read: points, origin at the top left, text upright."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from plansvar.domain import Box

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Rect(NamedTuple):
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def cx(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def cy(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    def has_centre_of(self, other: Rect, margin: float = 0.0) -> bool:
        inside_x = self.x0 - margin <= other.cx <= self.x1 + margin
        return inside_x and self.top - margin <= other.cy <= self.bottom + margin

    def holds(self, other: Rect, margin: float = 0.0) -> bool:
        across = self.x0 - margin <= other.x0 and other.x1 <= self.x1 + margin
        return across and self.top - margin <= other.top and other.bottom <= self.bottom + margin

    def overlap_x(self, other: Rect) -> float:
        return min(self.x1, other.x1) - max(self.x0, other.x0)

    def overlap_y(self, other: Rect) -> float:
        return min(self.bottom, other.bottom) - max(self.top, other.top)

    def shared_area(self, other: Rect) -> float:
        return max(0.0, self.overlap_x(other)) * max(0.0, self.overlap_y(other))

    def grown(self, by: float) -> Rect:
        return Rect(self.x0 - by, self.top - by, self.x1 + by, self.bottom + by)


def around(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle that holds all of `rects` (at least one)."""
    x0s, tops, x1s, bottoms = zip(*rects, strict=True)
    return Rect(min(x0s), min(tops), max(x1s), max(bottoms))


def united(rects: Iterable[Rect], margin: float = 0.6) -> list[Rect]:
    """Rectangles that touch put together, as the parts of one picture."""
    whole: list[Rect] = []
    for rect in sorted(rects, key=lambda rect: -rect.area):
        home = next((i for i, w in enumerate(whole) if _touch(w, rect, margin)), None)
        if home is None:
            whole.append(rect)
        else:
            whole[home] = around((whole[home], rect))
    return whole


def _touch(one: Rect, other: Rect, margin: float) -> bool:
    return one.overlap_x(other) > -margin and one.overlap_y(other) > -margin


def clusters(values: Iterable[float], tolerance: float) -> list[list[float]]:
    """Values in order, grouped where each lies within `tolerance` of the one before."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= tolerance:
            groups[-1].append(value)
        else:
            groups.append([value])
    return groups


def compose(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first and `outer` then."""
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


@dataclass(frozen=True, slots=True)
class Frame:
    """From a PDF page's own coordinates to those in which its text stands upright.

    `turn` counts quarter turns (clockwise) that were needed beyond the page's own rotation,
    because most of its text stands on end; `width` and `height` are of the upright page."""

    matrix: Matrix
    width: float
    height: float
    turn: int = 0

    def rect(self, x0: float, y0: float, x1: float, y1: float) -> Rect:
        ax, ay = apply(self.matrix, x0, y0)
        bx, by = apply(self.matrix, x1, y1)
        return Rect(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def shows(self, rect: Rect) -> bool:
        """Whether any of a rectangle lies on the page."""
        across = rect.x1 > -2 and rect.x0 < self.width + 2
        return across and rect.bottom > -2 and rect.top < self.height + 2

    def placer(self) -> Callable[[float, float, float, float], Rect]:
        """The function `rect`, faster where the page is not turned."""
        a, b, c, d, e, f = self.matrix
        if (a, b, c, d) != (1, 0, 0, -1):
            return self.rect
        new = tuple.__new__  # called for each letter of a page
        return lambda x0, y0, x1, y1: new(Rect, (x0 + e, f - y1, x1 + e, f - y0))

    def box(self, rect: Rect, page_index: int) -> Box:
        """The rectangle as a box on the page as it is shown."""
        x0, top, x1, bottom = rect
        if self.turn == 1:
            x0, top, x1, bottom = top, self.width - x1, bottom, self.width - x0
        elif self.turn == 2:
            x0, top, x1, bottom = (
                self.width - x1,
                self.height - bottom,
                self.width - x0,
                self.height - top,
            )
        elif self.turn == 3:
            x0, top, x1, bottom = self.height - bottom, x0, self.height - top, x1
        return Box(page_index, *(round(v, 2) for v in (x0, top, x1, bottom)))


def page_frame(bbox: tuple[float, float, float, float], rotation: int, turn: int = 0) -> Frame:
    """The frame of a page with this visible area and /Rotate, turned `turn` quarters more."""
    left, bottom, right, top = bbox
    width, height = right - left, top - bottom
    matrix: Matrix = (1, 0, 0, -1, -left, top)
    for _ in range((rotation // 90 + turn) % 4):
        matrix = compose(matrix, (0, 1, -1, 0, height, 0))
        width, height = height, width
    return Frame(matrix, width, height, turn)
