"""Titles that stand on a band of colour, or under the coloured lid of a box, and gauges beside or
under them: the band in the colour in which a goal is judged.

A band adorns more often than it judges, so its mark says that it is the colour of a ground; what a
gauge says of the same title is a sign of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import Colour, Mark, MarkSource
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.colours import VERDICTS, agree, classify
from plansvar.reading.pdf.drawn import is_straight
from plansvar.reading.pdf.gauge_keys import tells_colours
from plansvar.reading.pdf.gauges import Gauge, find_gauges
from plansvar.reading.pdf.geometry import Frame, Rect
from plansvar.reading.pdf.line_marks import LineMark
from plansvar.reading.pdf.lines import Line, Segment, lines_of
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.texts import text

_LOWEST, _TALLEST, _LONG = 12.0, 64.0, 4.0  # points; times as long as high
_NARROWEST = 100.0
_LID, _LID_WIDTH, _BOX = (3.0, 16.0), (50.0, 320.0), 30.0
_SAME = 2.0
_UNDER, _ASIDE = 90.0, 40.0  # points from a title to its gauge
_MOST_LINES = 2


def find_title_marks(
    words: Sequence[Word],
    shapes: Sequence[Shape],
    frame: Frame,
    page_index: int,
    explained: Sequence[Rect] = (),
) -> list[LineMark]:
    """The marks that bands, lids and gauges are to the titles of a page; those `explained` in a
    key judge nothing."""
    upright = [word for word in words if word.style.turn == 0]
    grounds = [*_bands(upright, shapes), *_lids(upright, shapes)]
    gauges = [gauge for gauge in find_gauges(shapes) if gauge.rect not in explained]
    marks = []
    for ground, line in grounds:
        own = [gauge for gauge in gauges if _belongs(gauge.rect, ground.rect, grounds)]
        mark = _mark(ground, own[0] if len(own) == 1 else None, frame, page_index)
        marks.append(LineMark(mark, line))
    taken = [line for _, line in grounds]
    free = [g for g in gauges if not any(_belongs(g.rect, s.rect, grounds) for s, _ in grounds)]
    beside = [(gauge, _title_of(gauge.rect, upright)) for gauge in free]
    marks += [
        LineMark(_of_gauge(gauge, frame, page_index), line)
        for gauge, line in beside
        if line is not None and line not in taken
    ]
    return marks


def _bands(words: Sequence[Word], shapes: Sequence[Shape]) -> list[tuple[Shape, Rect]]:
    """Bands of colour behind a title, each with the place of its first line."""
    found = []
    for shape in shapes:
        r = shape.rect
        wide = r.width >= _NARROWEST and r.width > _LONG * r.height
        if _judges(shape) and wide and _LOWEST <= r.height <= _TALLEST:
            lines = _inside(r, words)
            if 0 < len(lines) <= _MOST_LINES and all(r.holds(line.rect, _SAME) for line in lines):
                found.append((shape, lines[0].rect))
    return found


def _lids(words: Sequence[Word], shapes: Sequence[Shape]) -> list[tuple[Shape, Rect]]:
    """Coloured lids of boxes, each with the place of the first line in its box, if set in bold."""
    found = []
    for lid in shapes:
        r = lid.rect
        fits = _LID[0] <= r.height <= _LID[1] and _LID_WIDTH[0] <= r.width <= _LID_WIDTH[1]
        box = _box_under(r, shapes) if fits and _judges(lid) else None
        if box is None or any(r.has_centre_of(word.rect) for word in words):
            continue
        lines = _inside(box, words)
        if lines and lines[0].words[0].style.bold:
            found.append((lid, lines[0].rect))
    return found


def _judges(shape: Shape) -> bool:
    """Whether a shape is an area in a colour that may judge; pale grounds of text are none."""
    if shape.kind is not ShapeKind.PATH or shape.fill is None:
        return False
    colour = classify(shape.fill)
    dim = colour is Colour.GREY and max(shape.fill) > 225
    return colour in (*VERDICTS, Colour.GREY) and not dim and (shape.curved or is_straight(shape))


def _box_under(lid: Rect, shapes: Sequence[Shape]) -> Rect | None:
    """The box that a strip closes at the top: as wide as the strip, and higher."""
    for shape in shapes:
        r = shape.rect
        sides = abs(r.x0 - lid.x0) < _SAME and abs(r.x1 - lid.x1) < _SAME
        meets = lid.top - _SAME <= r.top <= lid.bottom + _SAME
        if shape.kind is ShapeKind.PATH and sides and meets and r.bottom - lid.bottom > _BOX:
            return r
    return None


def _inside(rect: Rect, words: Sequence[Word]) -> list[Line]:
    return lines_of([word for word in words if rect.has_centre_of(word.rect)], gap=1e6)


def _belongs(gauge: Rect, title: Rect, grounds: Sequence[tuple[Shape, Rect]]) -> bool:
    """Whether a gauge stands right under a title or beside it, nearer than under any other."""
    if not _is_under(gauge, title):
        return False
    nearer = (s.rect for s, _ in grounds if s.rect != title and _is_under(gauge, s.rect))
    return not any(other.bottom > title.bottom + _SAME for other in nearer)


def _is_under(gauge: Rect, title: Rect) -> bool:
    across = title.x0 - _ASIDE < gauge.cx < title.x1 + _ASIDE
    level = gauge.overlap_y(title) > 0
    return across and (level or -_SAME < gauge.top - title.bottom < _UNDER)


def _title_of(gauge: Rect, words: Sequence[Word]) -> Rect | None:
    """The line that a gauge stands beside or under, where it stands out and tells no verdict."""
    line = _title_beside(gauge, words) or _title_above(gauge, words)
    return line.rect if line is not None and not tells_colours(line.text) else None


def _title_above(gauge: Rect, words: Sequence[Word]) -> Segment | None:
    """The nearest line over a gauge, where it is set in bold and begins where the gauge does."""
    lines = [s for line in lines_of(words) for s in line.segments]
    over = [s for s in lines if -_SAME < gauge.top - s.rect.bottom < _ASIDE]
    over = [s for s in over if -_ASIDE < s.rect.x0 - gauge.x0 < gauge.width / 2]
    nearest = max(over, key=lambda segment: segment.rect.bottom, default=None)
    return nearest if nearest is not None and nearest.style.bold else None


def _title_beside(gauge: Rect, words: Sequence[Word]) -> Segment | None:
    """The first of the lines beside a gauge, where it stands out from them or is the only one."""
    level = [w for w in words if gauge.top - _SAME < w.rect.cy < gauge.bottom + _SAME]
    lines = [line for line in lines_of(level) if gauge.x1 <= line.rect.x0 < gauge.x1 + _ASIDE]
    if not lines:
        return None
    first, rest = lines[0].segments[0], [word for line in lines[1:] for word in line.words]
    bold = first.style.bold and not any(word.style.bold for word in rest)
    larger = all(first.size > word.size + 0.5 for word in rest)
    return first if bold or larger else None


def _mark(ground: Shape, gauge: Gauge | None, frame: Frame, page_index: int) -> Mark:
    """What a ground says; with a gauge that says the same it is a sign, and no mark at all where
    the two differ."""
    colour = classify(ground.fill) if ground.fill else None
    box = frame.box(ground.rect, page_index)
    if gauge is None or colour is None:
        return Mark(MarkSource.CELL, colour, box=box, shade=ground.fill)
    sign = _of_gauge(gauge, frame, page_index)
    if agree(colour, gauge.colour):
        return sign
    why = text("marks.marks.disagreement", first=colour.value, second=gauge.colour.value)
    return replace(sign, colour=None, shade=None, disagreement=why)


def _of_gauge(gauge: Gauge, frame: Frame, page_index: int) -> Mark:
    box = frame.box(gauge.rect, page_index)
    return Mark(MarkSource.SYMBOL, gauge.colour, box=box, shade=gauge.shade)
