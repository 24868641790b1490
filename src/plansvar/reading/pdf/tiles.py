"""One coloured ground cut into boxes by white lines: cards that share a ground."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.shapes import Shape, ShapeKind

_WHITE = 250
_WIDEST_LINE = 14.0
_NARROWEST, _LOWEST = 60.0, 30.0
_WHOLE = 0.95  # of the ground that a line crosses
_EDGE = 8.0
_FEWEST = 2


def find_tiles(shapes: Sequence[Shape]) -> list[Rect]:
    """The boxes of each ground that white lines cut from side to side."""
    paths = [s for s in shapes if s.kind is ShapeKind.PATH]
    grounds = {s.rect for s in paths if s.fill is not None and min(s.fill) < _WHITE}
    lines = [s.rect for s in paths if _is_white_line(s)]
    ordered = sorted(grounds, key=lambda rect: (rect.top, rect.x0))
    return [tile for ground in ordered for tile in _cut(ground, lines)] if lines else []


def _is_white_line(shape: Shape) -> bool:
    inks = [rgb for rgb in (shape.fill, shape.stroke) if rgb is not None]
    white = bool(inks) and all(min(rgb) >= _WHITE for rgb in inks)
    return white and min(shape.rect.width, shape.rect.height) <= _WIDEST_LINE


def _cut(ground: Rect, lines: Sequence[Rect]) -> list[Rect]:
    if ground.width < 2 * _NARROWEST or ground.height < 2 * _LOWEST:
        return []
    across = [r.cy for r in lines if r.width > r.height and _crosses(r, ground, level=True)]
    down = [r.cx for r in lines if r.height > r.width and _crosses(r, ground, level=False)]
    ys = [ground.top, *sorted(y for y in across if _is_inside(y, ground.top, ground.bottom))]
    xs = [ground.x0, *sorted(x for x in down if _is_inside(x, ground.x0, ground.x1))]
    tiles = [
        Rect(x0, top, x1, bottom)
        for top, bottom in itertools.pairwise([*ys, ground.bottom])
        for x0, x1 in itertools.pairwise([*xs, ground.x1])
    ]
    large = all(t.width >= _NARROWEST and t.height >= _LOWEST for t in tiles)
    return tiles if large and min(len(xs), len(ys)) >= _FEWEST else []


def _crosses(line: Rect, ground: Rect, level: bool) -> bool:
    if level:
        return line.overlap_x(ground) >= _WHOLE * ground.width
    return line.overlap_y(ground) >= _WHOLE * ground.height


def _is_inside(at: float, start: float, end: float) -> bool:
    return start + _EDGE < at < end - _EDGE
