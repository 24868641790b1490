"""Tables that level rules or striped rows of one length frame, with other text beside them: what
stands within the frame is read by itself."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.headers import find_head
from plansvar.reading.pdf.lines import Line, make_line
from plansvar.reading.pdf.rulings import Rule
from plansvar.reading.pdf.vocabulary import is_value

_SAME = 2.0
_NARROWEST, _WIDEST = 0.25, 0.9  # of the page
_TALLEST_STRIPE = 40.0
_APART = 160.0  # points between two rules of one frame
_HEAD = 36.0  # points over the first rule in which the heading stands
_SUM = 24.0  # and below the last, in which a sum may stand
_BESIDE = 8.0  # points from a frame to what stands beside it
_FEWEST, _LETTERS = 2, 6
_LEVEL, _MOST_LEVEL = 1.0, 0.6  # points; share of what stands beside level with a row


def framed(
    lines: Sequence[Line], level: Sequence[Rule], fills: Sequence[Rect], width: float
) -> tuple[list[list[Line]], list[Line]]:
    """The lines within each frame that has other text beside it, and the lines left."""
    inner: list[list[Line]] = []
    rest = list(lines)
    for frame in _frames(level, fills, width):
        own, others = _cut(rest, frame)
        beside = [s for line in others for s in line.segments if _is_beside(s.rect, frame)]
        text = any(len(s.text) >= _LETTERS and not is_value(s.text) for s in beside)
        beside_rows = sum(any(abs(s.rect.cy - ln.rect.cy) < _LEVEL for ln in own) for s in beside)
        text = text and beside_rows < _MOST_LEVEL * len(
            beside
        )  # else they are the labels of its rows
        if text and own and any(find_head(own, at, width) for at in range(len(own))):
            inner.append(own)
            rest = others
    return inner, rest


def _frames(level: Sequence[Rule], fills: Sequence[Rect], width: float) -> list[Rect]:
    """The places of rules and stripes of one length below each other."""
    bars = [Rect(r.start, r.at, r.end, r.at) for r in level] + _stripes(fills)
    bars = [bar for bar in bars if _NARROWEST * width < bar.width < _WIDEST * width]
    groups: list[list[Rect]] = []
    for bar in sorted(bars, key=lambda bar: bar.top):
        home = next((g for g in groups if _goes_on(g[-1], bar)), None)
        if home is None:
            groups.append([bar])
        else:
            home.append(bar)
    found = [around(group) for group in groups if len(group) >= _FEWEST]
    tall = [rect for rect in found if rect.height > _SAME]
    return [r._replace(top=r.top - _HEAD, bottom=r.bottom + _SUM) for r in tall]


def _stripes(fills: Sequence[Rect]) -> list[Rect]:
    """Filled rows, which may be filled cell by cell."""
    rows: dict[tuple[int, int], list[Rect]] = {}
    for fill in fills:
        if fill.height <= _TALLEST_STRIPE:
            rows.setdefault((round(fill.top), round(fill.bottom)), []).append(fill)
    found = []
    for row in rows.values():
        ordered = sorted(row, key=lambda rect: rect.x0)
        gaps = (b.x0 - a.x1 for a, b in itertools.pairwise(ordered))
        found += [around(ordered)] if all(gap < _SAME for gap in gaps) else []
    return found


def _goes_on(last: Rect, bar: Rect) -> bool:
    same = abs(last.x0 - bar.x0) < _SAME and abs(last.x1 - bar.x1) < _SAME
    return same and bar.top - last.bottom < _APART


def _cut(lines: Sequence[Line], frame: Rect) -> tuple[list[Line], list[Line]]:
    """The lines within a frame, and the others with what is left of those."""
    own, others = [], []
    for line in lines:
        inside = [s for s in line.segments if frame.has_centre_of(s.rect)]
        outside = [s for s in line.segments if s not in inside]
        own += [make_line(inside)] if inside else []
        others += [make_line(outside)] if outside else []
    return own, others


def _is_beside(rect: Rect, frame: Rect) -> bool:
    apart = rect.x0 > frame.x1 + _BESIDE or rect.x1 < frame.x0 - _BESIDE
    return apart and rect.overlap_y(frame) > 0
