"""Boxes beside running text: what stands on a ground or in a frame of its own is read by itself.

A box of facts beside a chapter is no further column of the lines that happen to stand level with
its own, and its figures belong to no label outside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.charts import find_charts
from plansvar.reading.pdf.field_lists import find_field_lists
from plansvar.reading.pdf.finding import Ground, find_tables, unused
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.key_figures import find_key_figures
from plansvar.reading.pdf.leaders import find_leader_lists
from plansvar.reading.pdf.lines import Line, lines_of
from plansvar.reading.pdf.margin_notes import find_margin_notes
from plansvar.reading.pdf.pair_lists import find_pair_lists
from plansvar.reading.pdf.panels import find_panels
from plansvar.reading.pdf.rulings import Rules
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.tables import RawTable
from plansvar.reading.pdf.value_chains import find_value_chains

_NARROWEST, _WIDEST, _LOWEST = 80.0, 0.62, 45.0  # points; share of the page; points
_WHITE = 250
_FEWEST = 3  # lines in a box, and beside it
_LETTERS, _PROSE = 5, 20  # letters a line in a box, and beside it
_LEVEL, _MOST_LEVEL = 1.0, 0.8  # points; share of lines that have others beside them
_SAME, _STACKED = 2.0, 12.0


def tables_and_boxes(
    ground: Ground, cards: Sequence[RawTable], before: RawTable | None
) -> tuple[list[RawTable], list[Rect]]:
    """The tables of a page with its cards, charts and lists of fields, those of each box found
    among what stands in it, and the boxes."""
    drawn = find_charts(ground.words, ground.shapes)
    drawn += find_field_lists(unused(ground.words, drawn), ground.grids)
    drawn += find_key_figures(unused(ground.words, drawn), ground.grids)
    drawn += find_value_chains(unused(ground.words, drawn))
    drawn += find_leader_lists(unused(ground.words, drawn), ground.rules.level)
    boxes = find_boxes(ground, cards)
    panels = find_panels(ground.words, ground.shapes, ground.frame.width)
    drawn += find_pair_lists(panels, unused(ground.words, drawn))
    boxes += [p for p in panels if not any(p.shared_area(box) > 0 for box in boxes)]
    notes = find_margin_notes(unused(ground.words, drawn), ground.frame.width)
    boxes += [note for note in notes if not any(note.shared_area(box) > 0 for box in boxes)]
    free = replace(ground, words=unused(ground.words, drawn)) if drawn else ground
    outer, *inner = _parted(free, boxes)
    tables = [*cards, *drawn, *find_tables(outer, before)]
    return [*tables, *(table for part in inner for table in find_tables(part, None))], boxes


def find_boxes(ground: Ground, cards: Sequence[RawTable]) -> list[Rect]:
    """The boxes of a page that stand beside running text."""
    rects = _candidates(ground)
    words = [word for word in ground.words if word.style.turn == 0]
    taken = [g.rect for g in ground.grids if g.rows > 1 and g.columns > 1]
    found: list[Rect] = []
    for rect in sorted(rects, key=lambda r: -r.area):
        if any(other.holds(rect, _SAME) for other in found) or _is_cell(rect, rects, taken):
            continue
        free = not any(rect.shared_area(card.rect) > 0 for card in cards)
        if free and _stands_beside_text(rect, words):
            found.append(rect)
    return found


def _candidates(ground: Ground) -> list[Rect]:
    width = ground.frame.width
    shapes = [s for s in ground.shapes if s.kind is ShapeKind.PATH and _is_drawn(s)]
    rects = {s.rect for s in shapes if _NARROWEST <= s.rect.width <= _WIDEST * width}
    return [rect for rect in rects if rect.height >= _LOWEST]


def _is_drawn(shape: Shape) -> bool:
    filled = shape.fill is not None and min(shape.fill) < _WHITE
    return filled or (shape.stroke is not None and min(shape.stroke) < _WHITE)


def _is_cell(rect: Rect, others: Sequence[Rect], grids: Sequence[Rect]) -> bool:
    """Whether a box is a cell of a grid, or stands in a row or a column of boxes alike."""
    if any(grid.holds(rect, _SAME) for grid in grids):
        return True
    level = (o for o in others if o is not rect and abs(o.top - rect.top) < _SAME)
    row = any(abs(o.bottom - rect.bottom) < _SAME and o.overlap_x(rect) <= 0 for o in level)
    upright = (o for o in others if o is not rect and abs(o.x0 - rect.x0) < _SAME)
    stacked = (o for o in upright if abs(o.x1 - rect.x1) < _SAME)
    return row or any(-_STACKED < o.overlap_y(rect) <= _SAME for o in stacked)


def _stands_beside_text(rect: Rect, words: Sequence[Word]) -> bool:
    near = [w for w in words if w.rect.overlap_y(rect) > 0]
    inside = [w for w in near if rect.has_centre_of(w.rect)]
    if any(not rect.holds(w.rect, 1) for w in inside):
        return False
    beside = [w for w in near if not rect.has_centre_of(w.rect)]
    if any(w.rect.shared_area(rect) > 0 for w in beside):
        return False
    own, others = lines_of(inside), lines_of(beside)
    if min(len(own), len(others)) < _FEWEST:
        return False
    if _letters(own) < _LETTERS or _letters(others) < _PROSE:
        return False
    level = sum(any(abs(a.rect.cy - b.rect.cy) < _LEVEL for b in others) for a in own)
    return level < _MOST_LEVEL * len(own)


def _letters(lines: Sequence[Line]) -> float:
    return sum(letter.isalpha() for line in lines for letter in line.text) / len(lines)


def _parted(ground: Ground, boxes: Sequence[Rect]) -> list[Ground]:
    """What stands outside all boxes, then what stands in each."""
    outer = _part(ground, lambda rect: not any(box.has_centre_of(rect) for box in boxes))
    return [outer, *(_part(ground, _inside(box)) for box in boxes)] if boxes else [ground]


def _inside(box: Rect) -> Callable[[Rect], bool]:
    return lambda rect: box.has_centre_of(rect) and not rect.holds(box, -_SAME)


def _part(ground: Ground, stands: Callable[[Rect], bool]) -> Ground:
    """What of a page stands at some places."""
    rules = ground.rules
    kept = Rules(
        [r for r in rules.level if stands(Rect(r.start, r.at, r.end, r.at))],
        [r for r in rules.upright if stands(Rect(r.at, r.start, r.at, r.end))],
        [s for s in rules.fills if stands(s.rect)],
    )
    return replace(
        ground,
        words=[w for w in ground.words if stands(w.rect)],
        shapes=[s for s in ground.shapes if stands(s.rect)],
        rules=kept,
        grids=[g for g in ground.grids if stands(g.rect)],
    )


def sides_of(boxes: Sequence[Rect]) -> list[Rect]:
    """The sides of boxes, over which no run of words goes on."""
    return [Rect(x, box.top, x, box.bottom) for box in boxes for x in (box.x0, box.x1)]
