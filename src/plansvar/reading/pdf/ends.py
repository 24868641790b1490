"""Where the last row of a table without a full grid of rules ends."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.bodies import Body
from plansvar.reading.pdf.rows import Item, is_unlabelled

_PARTED = 0.9


def bottom_of(
    body: Body, items: Sequence[Item], anchors: Sequence[float], rules: Sequence[float]
) -> float:
    """Where the last row ends: at a rule, else where the text after its anchor has a wide gap."""
    below = [y for y in rules if y > anchors[-1]]
    size = body.lines[0].size
    unlabelled = is_unlabelled(items, anchors, size)
    close = bool(below) and below[0] - anchors[-1] < 6 * size
    if close and not unlabelled and not _parts(body, anchors[-1], below[0]):
        return below[0]
    beside = (i.rect.bottom for i in items if i.anchor and abs(i.rect.cy - anchors[-1]) < size)
    reached = max(beside, default=anchors[-1])
    lines = [line.rect for line in body.lines if line.rect.cy > anchors[-1] - size]
    if unlabelled:
        return reached + 1
    for rect in sorted(lines, key=lambda rect: rect.top):
        if rect.top - reached > 0.62 * size:
            break
        reached = max(reached, rect.bottom)
    return reached + 1


def _parts(body: Body, anchor: float, rule: float) -> bool:
    """Whether a wide gap stands between the last row and a rule: it bounds what comes next."""
    rects = [line.rect for line in body.lines if anchor < line.rect.bottom and line.rect.cy < rule]
    ordered = sorted(rects, key=lambda rect: rect.top)
    reached = ordered[0].bottom if ordered else rule
    for rect in ordered:
        if rect.top - reached > _PARTED * body.lines[0].size:
            return True
        reached = max(reached, rect.bottom)
    return False
