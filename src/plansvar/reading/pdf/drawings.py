"""Drawings of several parts that stand for something by what they show: a sun, a cloud with rain,
a flag on its pole. Each is known again by what it is made of, wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.domain import Mark, MarkSource
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.arrows import direction_of
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.drawn import is_straight
from plansvar.reading.pdf.figures import figure_in
from plansvar.reading.pdf.geometry import Frame, Rect, around
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.sketches import mask_of, painted, sketch_of
from plansvar.reading.pdf.swatches import drawn_places
from plansvar.reading.pdf.tables import RawTable
from plansvar.texts import text

_LEAST, _LARGEST = 8.0, 45.0
_LONG = 2.2  # times as wide as high, or the other way round
_SHORTEST = 2.0  # of a part, along its longer side
_NEAR = 2.5  # points between two parts
_WHITE = 250
_MOST_PARTS, _MOST_SMALL = 16, 400
_WHOLE = 0.9  # of a drawing's area that no part may cover alone: that is a disc and its signs
_FEWEST_STROKES = 3
_THICK = 1.2  # points of a stroke that is a sign and no side of a frame
_LIGHT = 255


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where a drawing stands, what it is called, and its parts."""

    rect: Rect
    name: str
    parts: tuple[Shape, ...]


def find_drawings(shapes: Sequence[Shape], words: Sequence[Word]) -> list[Drawing]:
    """The drawings of a page."""
    small = [shape for shape in shapes if _is_part(shape)]
    if len(small) > _MOST_SMALL:
        return []
    found = []
    for parts in _clusters(small):
        rect = around(part.rect for part in parts)
        if _is_drawing(rect, parts) and not any(rect.has_centre_of(w.rect) for w in words):
            found.append(Drawing(rect, _name(parts), tuple(parts)))
    return found


def name_drawings(table: RawTable, drawings: Sequence[Drawing], frame: Frame) -> None:
    """Say of the marks in a table which drawing each is, where a cell holds one and no other
    sign."""
    for cell in table.cells if drawings else ():
        inside = [d for d in drawings if cell.rect.holds(d.rect, 2)]
        if len(inside) != 1 or cell.row < table.header_rows or any(m.raw for m in cell.marks):
            continue
        box = frame.box(inside[0].rect, cell.page_index)
        own = cell.marks[0] if cell.marks else Mark(MarkSource.SYMBOL)
        cell.marks = [replace(own, raw=inside[0].name, box=box, disagreement=None, trend=None)]


def is_drawing(raw: str | None) -> bool:
    """Whether a mark is called as a drawing is, which only its key can put in words."""
    return raw is not None and raw.startswith(_word())


def _is_part(shape: Shape) -> bool:
    low, high = sorted((shape.rect.width, shape.rect.height))
    white = shape.fill is not None and min(shape.fill) > _WHITE
    return shape.kind is ShapeKind.PATH and not white and _SHORTEST <= high <= _LARGEST and low > 0


def _clusters(shapes: Sequence[Shape]) -> list[list[Shape]]:
    """Shapes that stand close to each other."""
    groups: list[list[Shape]] = []
    for shape in shapes:
        wide = shape.rect.grown(_NEAR)
        near = [g for g in groups if any(wide.shared_area(other.rect) > 0 for other in g)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), shape])
    return groups


def _is_drawing(rect: Rect, parts: Sequence[Shape]) -> bool:
    low, high = sorted((rect.width, rect.height))
    if not (
        2 <= len(parts) <= _MOST_PARTS and low >= _LEAST and high <= min(_LARGEST, _LONG * low)
    ):
        return False
    if any(part.rect.area >= _WHOLE * rect.area for part in parts):
        return False
    filled = [part for part in parts if part.fill is not None]
    bent = any(not is_straight(part) for part in filled)
    strokes = len(parts) - len(filled)
    if not (bent or (not filled and strokes >= _FEWEST_STROKES and _are_lines(parts))):
        return False
    if any(_shows_figure(parts, place) for place in drawn_places(parts)):
        return False
    inks = {ink for part in parts for ink in (part.fill, part.stroke) if ink is not None}
    return len(inks) > 1 or direction_of(mask_of(sketch_of(parts, 1))) is None


def _are_lines(strokes: Sequence[Shape]) -> bool:
    """Whether strokes lie one below the other or stand side by side, and make no frame."""
    level = [s.rect.width > s.rect.height for s in strokes if is_straight(s)]
    thick = all(stroke.line_width >= _THICK for stroke in strokes)
    return len(level) == len(strokes) and len(set(level)) == 1 and thick


def _shows_figure(parts: Sequence[Shape], place: Rect) -> bool:
    """Whether what stands at one place of a drawing is a sign of its own: a tick in a disc."""
    own = [part for part in parts if place.holds(part.rect, 0.6)]
    ground = (_LIGHT, _LIGHT, _LIGHT)
    figure = figure_in(painted(sketch_of(own, 0.5), ground), ground) if own else None
    words = vocabulary("marks")
    return figure is not None and figure not in (
        words["figures"][b] for b in words["balls"]["kinds"]
    )


def _name(parts: Sequence[Shape]) -> str:
    """What a drawing is made of: "ritat tecken (1 yta, 8 streck)"."""
    filled = sum(part.fill is not None for part in parts)
    made = text("marks.marks.drawing", fills=filled, strokes=len(parts) - filled)
    return f"{_word()} {made}"


def _word() -> str:
    return str(vocabulary("marks")["drawings"]["word"])
