"""The boxes that a key shows: what is drawn in them, their frames left out."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.domain import Colour
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.colours import classify
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import lines_of
from plansvar.reading.pdf.shapes import Shape, ShapeKind

_LEAST, _WIDEST, _TALLEST = 3.0, 40.0, 40.0
_THIN = 1.6
_SIDES = 4
_TOUCH = 1.0
_ALIGNED = 2.0
_LEADING = 0.45
_SPACE = 0.8


def drawn_places(shapes: Sequence[Shape]) -> list[Rect]:
    """Where small shapes stand, those that touch put together."""
    small = [s for s in shapes if s.kind is not ShapeKind.SHADING and is_small(s)]
    frames = [*_frames([s.rect for s in small if is_thin(s)]), *_twins(small)]
    places: list[Rect] = []
    for rect in sorted([*frames, *(s.rect for s in small)], key=lambda r: -r.area):
        home = next((i for i, p in enumerate(places) if p.has_centre_of(rect, 1)), None)
        if home is None:
            places.append(rect)
        else:
            places[home] = around((places[home], rect))
    return [p for p in places if min(p.width, p.height) >= _LEAST]


def is_small(shape: Shape) -> bool:
    return shape.rect.width <= _WIDEST and shape.rect.height <= _TALLEST


def is_thin(shape: Shape) -> bool:
    """Whether a shape is a side of a frame, as some programs draw frames of four thin areas."""
    path = shape.kind is ShapeKind.PATH and shape.fill is not None
    return path and min(shape.rect.width, shape.rect.height) <= _THIN


def without_frame(shapes: Sequence[Shape]) -> tuple[list[Shape], bool]:
    """What stands in a frame of thin areas, and whether there is such a frame."""
    thin = [shape for shape in shapes if is_thin(shape)]
    framed = len(thin) >= _SIDES
    return ([s for s in shapes if not is_thin(s)] if framed else list(shapes)), framed


def is_blank(shapes: Sequence[Shape], framed: bool) -> bool:
    """Whether a swatch is an outline with nothing or white inside; the outline may be drawn as a
    ring of grey dashes around a white area."""
    fills = {classify(s.fill) for s in shapes if s.fill is not None}
    paths = all(s.kind is not ShapeKind.PICTURE for s in shapes)
    outlined = framed or any(s.stroke is not None for s in shapes)
    if paths and fills == {Colour.WHITE, Colour.GREY}:
        return _is_ring(shapes)
    return paths and outlined and fills <= {Colour.WHITE}


def is_outline(shapes: Sequence[Shape]) -> bool:
    """Whether a swatch is a circle drawn in a line with white in it and nothing else."""
    lined = [s for s in shapes if s.stroke is not None]
    fills = {classify(s.fill) for s in shapes if s.fill is not None}
    round_ = all(s.curved and s.kind is ShapeKind.PATH for s in shapes)
    return bool(shapes) and len(lined) == 1 and round_ and fills == {Colour.WHITE}


def _is_ring(shapes: Sequence[Shape]) -> bool:
    """Whether grey runs around a white area, in many dashes."""
    white = [s for s in shapes if classify(s.fill) is Colour.WHITE]
    grey = [s for s in shapes if classify(s.fill) is Colour.GREY]
    around_white = all(g.rect.grown(_TOUCH).holds(w.rect) for g in grey for w in white)
    dashed = all(len(g.outlines) > _SIDES for g in grey) or len(grey) > _SIDES
    return around_white and dashed


def _twins(shapes: Sequence[Shape]) -> list[Rect]:
    """Where two upright bars of one colour stand alone side by side: the sign of a pause."""
    upright = [s for s in shapes if s.fill is not None and _is_upright(s.rect)]
    found = []
    for one in upright:
        near = [s for s in upright if s is not one and _stands_by(s, one)]
        if len(near) == 1 and sum(_stands_by(s, near[0]) for s in upright if s is not near[0]) == 1:
            found.append(around((one.rect, near[0].rect)))
    return found


def _is_upright(rect: Rect) -> bool:
    return rect.height > _LEAST and _THIN / 2 < rect.width < 0.7 * rect.height


def _stands_by(one: Shape, other: Shape) -> bool:
    gap = max(one.rect.x0 - other.rect.x1, other.rect.x0 - one.rect.x1)
    level = abs(one.rect.top - other.rect.top) < 0.5
    level = level and abs(one.rect.bottom - other.rect.bottom) < 0.5
    return level and one.fill == other.fill and 0 < gap < 1.6 * other.rect.width


def _frames(sides: Sequence[Rect]) -> list[Rect]:
    """The frames that thin areas make: four that touch each other in a ring."""
    rings: list[list[Rect]] = []
    for side in sides:
        near = [ring for ring in rings if any(_touch(side, other) for other in ring)]
        rings = [ring for ring in rings if ring not in near]
        rings.append([side, *(other for ring in near for other in ring)])
    boxes = [around(ring) for ring in rings if len(ring) == _SIDES]
    return [box for box in boxes if box.width <= _WIDEST and box.height <= _TALLEST]


def _touch(one: Rect, other: Rect) -> bool:
    return one.grown(_TOUCH).shared_area(other) > 0


def whole_entry(
    words: Sequence[Word],
    place: Rect,
    stop: float,
    places: Sequence[Rect],
    all_words: Sequence[Word],
    beside: bool,
) -> list[Word]:
    """The words beside a swatch with the lines of the same entry above and below them, where
    entries stand side by side and a text is taller than its swatch."""
    found = list(words)
    if not found or not beside or _in_running_text(place, places, all_words):
        return found
    left = min(word.rect.x0 for word in found)
    lines = lines_of(w for w in all_words if left - 1 < w.rect.x0 and w.rect.x1 < stop)
    taken = {id(word) for word in found}
    begun = [line for line in lines if any(id(word) in taken for word in line.words)]
    found += [w for line in begun for w in line.segments[0].words if id(w) not in taken]
    rest = [ln for ln in lines if ln not in begun and abs(ln.rect.x0 - left) < _ALIGNED]
    grown = True
    while grown:
        whole = around(word.rect for word in found)
        near = [line for line in rest if _goes_on(line.rect, whole, line.size, place, places)]
        grown = bool(near)
        rest = [line for line in rest if line not in near]
        found += [word for line in near for word in line.segments[0].words]
    return found


def _in_running_text(place: Rect, places: Sequence[Rect], words: Sequence[Word]) -> bool:
    """Whether words stand close before the swatches of a line, as in a sentence."""
    first = min((p for p in places if p.overlap_y(place) > 0), key=lambda p: p.x0)
    return any(
        -1 < first.x0 - word.rect.x1 < _SPACE * word.size and first.overlap_y(word.rect) > 1
        for word in words
    )


def _goes_on(line: Rect, entry: Rect, size: float, place: Rect, places: Sequence[Rect]) -> bool:
    """Whether a line stands right above or below an entry, and at no other swatch."""
    gap = max(line.top - entry.bottom, entry.top - line.bottom)
    other = any(
        p is not place
        and p.x1 < line.x0 + 1
        and p.overlap_y(line) > 1
        and abs(p.x0 - place.x0) < _ALIGNED
        for p in places
    )
    return gap < _LEADING * size and not other
