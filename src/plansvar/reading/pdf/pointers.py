"""Scales with a pointer: fields of one size side by side, a verdict under or in each, and a small
pointer at the one that counts.

What stands at the other fields says only what could have been: it is no text of the goal beside the
scale. Where the pointer is missing, stands twice or between two fields, nothing is said at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.domain import Furniture, FurnitureKind, Gap, GapKind, Mark, MarkSource
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.gauge_keys import tells_colours
from plansvar.reading.pdf.geometry import Frame, Rect, around
from plansvar.reading.pdf.line_marks import LineMark
from plansvar.reading.pdf.lines import Segment, lines_of
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.symbols import is_sign
from plansvar.reading.pdf.tables import text_of
from plansvar.texts import text

_FEWEST, _MOST = 3, 7
_LOW, _TALL, _NARROW, _WIDE = 1.5, 30.0, 18.0, 200.0
_SAME, _APART = 1.5, 6.0  # points that fields differ, and stand apart at most
_UNDER = 18.0  # points from a field to its words
_LEAST, _LARGEST = 2.5, 16.0  # points of a pointer from side to side
_REACH = 6.0  # points from a pointer to its field
_CLEAR = 0.08  # of a field's width: nearer its side a pointer points at none
_MOST_WORDS = 5
_OVER = 40.0  # points from a title to the scale under it


@dataclass(frozen=True, slots=True)
class Scale:
    """The words at each field from left to right, and at which of them the pointer points."""

    rect: Rect
    said: tuple[tuple[Word, ...], ...]
    chosen: int | None

    @property
    def dropped(self) -> tuple[Word, ...]:
        """The words that judge nothing."""
        others = (words for place, words in enumerate(self.said) if place != self.chosen)
        return tuple(word for words in others for word in words)


def take_unchosen(
    scales: Sequence[Scale], words: Sequence[Word], frame: Frame, index: int
) -> tuple[list[Word], list[Furniture], list[Gap]]:
    """A page's words without those at which no pointer points, these, and the scales that cannot
    be told."""
    taken = {id(word) for scale in scales for word in scale.dropped}
    furniture: list[Furniture] = []
    gaps: list[Gap] = []
    for scale in scales:
        said = " ".join(word.text for word in scale.dropped)
        furniture.append(Furniture(FurnitureKind.UNCHOSEN, said, index))
        if scale.chosen is None:
            boxes = (frame.box(scale.rect, index),)
            reason = text("pdf.gaps.pointer", said=said)
            gaps.append(Gap(GapKind.DISAGREEMENT, reason, index, boxes=boxes))
    kept = [word for word in words if id(word) not in taken]
    return kept, furniture, gaps


def find_pointed(scales: Sequence[Scale], words: Sequence[Word]) -> list[LineMark]:
    """The words at which pointers point, as marks of the titles beside their scales."""
    own = {id(word) for scale in scales for part in scale.said for word in part}
    free = [word for word in words if word.style.turn == 0 and id(word) not in own]
    segments = [s for line in lines_of(free) for s in line.segments]
    told = [(scale, _title_of(scale.rect, segments)) for scale in scales]
    titles = [title for _, title in told if title is not None]
    return [
        LineMark(Mark(MarkSource.TEXT, raw=text_of(scale.said[scale.chosen])), title.rect)
        for scale, title in told
        if title is not None and scale.chosen is not None and titles.count(title) == 1
    ]


def _title_of(scale: Rect, segments: Sequence[Segment]) -> Segment | None:
    """The title level with a scale before it, else the one right over it."""
    around_it = [s for s in segments if scale.top - _REACH < s.rect.cy < scale.bottom + _REACH]
    level = [s for s in around_it if s.rect.x1 <= scale.x0 + 1]
    over = [s for s in segments if -1 <= scale.top - s.rect.bottom < _OVER]
    over = [s for s in over if s.rect.x0 <= scale.x0 + _OVER and s.rect.overlap_x(scale) > -_OVER]
    bold = [s for s in level if s.style.bold] or [s for s in over if s.style.bold]
    return bold[0] if len(bold) == 1 else None


def find_scales(words: Sequence[Word], shapes: Sequence[Shape]) -> list[Scale]:
    """The scales of a page whose fields all have a verdict of their own."""
    runs = _runs([shape for shape in shapes if _is_field(shape)])
    if not runs:
        return []
    upright = [word for word in words if word.style.turn == 0]
    segments = [s for line in lines_of(upright) for s in line.segments]
    found = (_scale(run, upright, segments, shapes) for run in runs)
    return [scale for scale in found if scale is not None]


def _is_field(shape: Shape) -> bool:
    r = shape.rect
    fits = _LOW <= r.height <= _TALL and _NARROW <= r.width <= _WIDE and r.width > r.height
    return shape.kind is ShapeKind.PATH and shape.fill is not None and fits


def _runs(fields: Sequence[Shape]) -> list[list[Rect]]:
    """Fields of one size side by side."""
    runs: list[list[Rect]] = []
    ordered = sorted({f.rect for f in fields}, key=lambda r: (round(r.top / _SAME), r.x0))
    for rect in ordered:
        if runs and _goes_on(runs[-1][-1], rect):
            runs[-1].append(rect)
        else:
            runs.append([rect])
    return [run for run in runs if _FEWEST <= len(run) <= _MOST]


def _goes_on(last: Rect, rect: Rect) -> bool:
    level = abs(last.top - rect.top) < _SAME and abs(last.height - rect.height) < _SAME
    return level and abs(last.width - rect.width) < _SAME and -_SAME < rect.x0 - last.x1 < _APART


def _scale(
    run: Sequence[Rect], words: Sequence[Word], segments: Sequence[Segment], shapes: Sequence[Shape]
) -> Scale | None:
    said = [_said(field, segments) for field in run]
    texts = [" ".join(word.text for word in own) for own in said]
    if not all(texts) or len(set(texts)) < len(texts) or not all(map(tells_colours, texts)):
        return None
    own = {id(word) for part in said for word in part}
    places = [s.rect for s in shapes if _is_pointer(s, run)]
    places += [w.rect for w in words if is_sign(w.text) and id(w) not in own]
    near = [place for place in places if _is_near(place, run)]
    aimed = {_aimed_at(place, run) for place in near}
    chosen = aimed.pop() if len(aimed) == 1 and _are_one(near) else None
    rect = around([*run, *(word.rect for part in said for word in part)])
    return Scale(rect, tuple(map(tuple, said)), chosen)


def _said(field: Rect, segments: Sequence[Segment]) -> list[Word]:
    """The few words in a field, or right under it."""
    near = [s for s in segments if field.x0 - 1 < s.rect.cx < field.x1 + 1]
    near = [s for s in near if field.top - 1 < s.rect.cy < field.bottom + _UNDER]
    own = [w for s in sorted(near, key=lambda s: s.rect.cy) for w in s.words if not is_sign(w.text)]
    return own if len(own) <= _MOST_WORDS else []


def _is_pointer(shape: Shape, run: Sequence[Rect]) -> bool:
    low, high = sorted((shape.rect.width, shape.rect.height))
    drawn = shape.kind is ShapeKind.PATH and (shape.fill is not None or shape.stroke is not None)
    return drawn and low >= _LEAST and high <= _LARGEST and shape.rect not in run


def _is_near(place: Rect, run: Sequence[Rect]) -> bool:
    whole = around(run)
    level = whole.top - _REACH < place.bottom and place.top < whole.bottom + _REACH
    return level and whole.x0 < place.cx < whole.x1


def _are_one(places: Sequence[Rect]) -> bool:
    """Whether all that points is one thing, as a ring and the disc in it are."""
    return all(places[0].shared_area(other) > 0 or other == places[0] for other in places)


def _aimed_at(place: Rect, run: Sequence[Rect]) -> int | None:
    for number, field in enumerate(run):
        edge = _CLEAR * field.width
        if field.x0 + edge < place.cx < field.x1 - edge:
            return number
    return None
