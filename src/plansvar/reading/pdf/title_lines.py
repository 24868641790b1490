"""The title among several lines that begin beside one mark: a dot stands as high as a title with a
small line over it, or with its text under it, and judges what the title names."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.lines import Line, Segment

_BESIDE, _ALIGNED = 24.0, 3.0
_LARGER = 1.08
_STEP = 1.9  # sizes of type between lines that hang together
_MOST = 4  # lines over the mark in which its title is looked for


def title_beside(place: Rect, lines: Sequence[Line], level: Sequence[Line]) -> Line | None:
    """The one line that stands out, by weight or size, of those that begin right after a mark;
    null where none does, or where the lines do not begin together."""
    if not level or any(not _begins_beside(place, line) for line in level):
        return None
    start = level[0].rect.x0
    if any(abs(line.rect.x0 - start) > _ALIGNED for line in level):
        return None
    stack = [*_hanging_over(level[0], lines), *level]
    titles = [line for line in stack if _stands_out(line, stack)]
    if not titles or len(titles) == len(stack):
        return None
    run = [stack.index(line) for line in titles]
    together = all(b - a == 1 for a, b in itertools.pairwise(run))
    return titles[0] if together else None


def _begins_beside(place: Rect, line: Line) -> bool:
    return -1 <= line.rect.x0 - place.x1 < _BESIDE


def _hanging_over(first: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines above one that begin where it does and stand close, from the top."""
    found: list[Line] = []
    last = first
    alike = [line for line in lines if abs(line.rect.x0 - first.rect.x0) < _ALIGNED]
    for line in sorted(alike, key=lambda line: -line.rect.cy):
        near = 0 < last.rect.cy - line.rect.cy < _STEP * max(last.size, line.size)
        if near and len(found) < _MOST:
            found.insert(0, line)
            last = line
    return found


def _stands_out(line: Line, stack: Sequence[Line]) -> bool:
    own = line.segments[0]
    others = [other.segments[0] for other in stack if other is not line]
    bold = own.style.bold and not all(other.style.bold for other in others)
    return bold or _is_larger(own, others)


def _is_larger(own: Segment, others: Sequence[Segment]) -> bool:
    return own.size > _LARGER * min(other.size for other in others)
