"""Small boxes side by side, each with a year or the like over a figure in larger type, under the
line that says what they count: a row of figures under headings, drawn and not ruled.

Elever med behörighet, %, minst
[Utfall 2030: 81,3] [2031: 85] [2032: 88]"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.language.numbers import is_missing
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Segment, lines_of
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.vocabulary import is_value, opens_heading

_NARROWEST, _WIDEST, _LOWEST, _TALLEST = 24.0, 90.0, 18.0, 64.0
_ALIKE, _APART = 2.5, 14.0
_FEWEST = 3
_LARGER = 1.15  # times the type of what stands over a figure
_NEAR = 2.2  # sizes of type from a name to its boxes
_STEP = 1.5  # sizes of type between two lines of a name


@dataclass(frozen=True, slots=True)
class _Box:
    """A box with what stands over its figure, and the figure."""

    rect: Rect
    head: tuple[Word, ...]
    figure: tuple[Word, ...]


def find_strips(words: Sequence[Word], shapes: Sequence[Shape]) -> list[RawTable]:
    """A table for each row of such boxes."""
    places = [shape.rect for shape in shapes if _is_place(shape)]
    rows = [row for row in _rows(_once(places)) if len(row) >= _FEWEST]
    if not rows:
        return []
    upright = [word for word in words if word.style.turn == 0]
    segments = [s for line in lines_of(upright) for s in line.segments]
    read = [[box for rect in row if (box := _box(rect, upright))] for row in rows]
    whole = [boxes for row, boxes in zip(rows, read, strict=True) if len(boxes) == len(row)]
    found = [_table(boxes, segments) for boxes in whole]
    return [table for table in found if table is not None]


def _is_place(shape: Shape) -> bool:
    wide = _NARROWEST <= shape.rect.width <= _WIDEST
    drawn = shape.fill is not None or shape.stroke is not None
    return shape.kind is ShapeKind.PATH and drawn and wide and _fits(shape.rect)


def _fits(rect: Rect) -> bool:
    return _LOWEST <= rect.height <= _TALLEST


def _once(places: Sequence[Rect]) -> list[Rect]:
    """Boxes without the frames that are drawn around them."""
    found: list[Rect] = []
    for rect in sorted(places, key=lambda r: r.area):
        if not any(rect.grown(_ALIKE).holds(r) and r.grown(_ALIKE).holds(rect) for r in found):
            found.append(rect)
    return found


def _rows(places: Sequence[Rect]) -> list[list[Rect]]:
    """Boxes of one height side by side."""
    found: list[list[Rect]] = []
    for rect in sorted(places, key=lambda r: (round(r.top / _ALIKE), r.x0)):
        last = found[-1][-1] if found else None
        level = last is not None and abs(last.top - rect.top) < _ALIKE
        alike = last is not None and abs(last.height - rect.height) < _ALIKE
        if last is not None and level and alike and 0 < rect.x0 - last.x1 < _APART:
            found[-1].append(rect)
        else:
            found.append([rect])
    return found


def _box(rect: Rect, words: Sequence[Word]) -> _Box | None:
    """What a box says; null where it is not a heading over one figure in larger type."""
    lines = lines_of([w for w in words if rect.has_centre_of(w.rect)], gap=1e6)
    if len(lines) < 2:
        return None
    *heads, figure = lines
    told = is_value(figure.text) or is_missing(figure.text)
    larger = figure.size >= _LARGER * max(line.size for line in heads)
    head = tuple(word for line in heads for word in line.words)
    named = any(opens_heading(word.text) for word in head)
    return _Box(rect, head, tuple(figure.words)) if told and larger and named else None


def _table(boxes: Sequence[_Box], segments: Sequence[Segment]) -> RawTable | None:
    name = _name(around(box.rect for box in boxes), segments)
    if not name:
        return None
    cells = [_cell(0, column, box.head) for column, box in enumerate(boxes, 1)]
    cells.append(_cell(1, 0, name))
    cells += [_cell(1, column, box.figure) for column, box in enumerate(boxes, 1)]
    rect = around([*(box.rect for box in boxes), *(word.rect for word in name)])
    cuts = [(a.rect.x1 + b.rect.x0) / 2 for a, b in itertools.pairwise(boxes)]
    edges = [rect.x0 - 1, rect.x0, *cuts, rect.x1]
    return RawTable(cells, rect, edges, header_rows=1, ruled=False, marked=True)


def _name(boxes: Rect, segments: Sequence[Segment]) -> list[Word]:
    """The line right over the boxes, with those of its look that it goes on from."""
    over = [s for s in segments if s.rect.cy < boxes.top and s.rect.overlap_x(boxes) > 0]
    own: list[Segment] = []
    for segment in sorted(over, key=lambda s: -s.rect.cy):
        if not own and boxes.top - segment.rect.bottom > _NEAR * segment.size:
            break
        if own and not _goes_on(segment, own[0]):
            break
        own.insert(0, segment)
    return [word for segment in own for word in segment.words]


def _goes_on(above: Segment, below: Segment) -> bool:
    same = above.style.bold == below.style.bold and abs(above.size - below.size) < 0.3
    near = 0 < below.rect.cy - above.rect.cy < _STEP * below.size
    return same and near and abs(above.rect.x0 - below.rect.x0) < _ALIKE


def _cell(row: int, column: int, words: Sequence[Word]) -> RawCell:
    own = list(words)
    return RawCell(row, column, around(word.rect for word in own), text_of(own), words=own)
