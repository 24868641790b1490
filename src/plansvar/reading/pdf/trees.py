"""Trees: boxes that lines join to smaller ones, level with which figures may stand under headings.

                              2027   2028
[Goal] --< (Key figure one)   12     13
        --- (Key figure two)   7      6

Each branch is a row with the box that it grows from before it; colours of the boxes only tell the
trees apart, so that the rows have no marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.innermost import innermost
from plansvar.reading.pdf.lines import Segment, lines_of
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.vocabulary import opens_heading

_NARROWEST, _LOWEST, _TALLEST, _WIDEST = 50.0, 12.0, 160.0, 0.55
_MEETS, _SHORTEST = 5.0, 8.0  # points from a line's end to a box; of a line along the page
_FEWEST_TREES, _FEWEST = 2, 3
_LINES = 24  # segments of a path that is a line and no outline
_ALIGNED = 6.0
_HEAD = 2.6  # sizes of type from a column to its heading


@dataclass(frozen=True, slots=True)
class _Branch:
    """A box that a line joins to another, what stands in it, and what stands level with it."""

    rect: Rect
    words: tuple[Word, ...]
    beside: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class _Tree:
    """The box that branches grow from, its words, and the branches from the top."""

    rect: Rect
    words: tuple[Word, ...]
    branches: tuple[_Branch, ...]


def find_trees(words: Sequence[Word], shapes: Sequence[Shape], width: float) -> list[RawTable]:
    """The table that the trees of a page make; none where a line joins what it should not."""
    joints = [shape for shape in shapes if _is_joint(shape)]
    if len(joints) < _FEWEST:
        return []
    upright = [word for word in words if word.style.turn == 0]
    boxes = innermost((s.rect for s in shapes if _is_box(s, width)), upright, _MEETS)
    pairs = [pair for joint in joints if (pair := _joined(joint.rect, boxes)) is not None]
    roots = sorted({root for root, _ in pairs}, key=lambda rect: rect.top)
    leaves = [leaf for _, leaf in pairs]
    alone = len(set(leaves)) == len(leaves) and not set(leaves) & set(roots)
    if len(roots) < _FEWEST_TREES or len(leaves) < _FEWEST or not alone:
        return []
    return _tables([(root, [b for a, b in pairs if a == root]) for root in roots], upright)


def _is_joint(shape: Shape) -> bool:
    """Whether a shape is a line along the page, straight or bent."""
    line = shape.kind is ShapeKind.PATH and shape.fill is None and shape.stroke is not None
    return line and shape.rect.width > _SHORTEST and shape.segments <= _LINES


def _is_box(shape: Shape, width: float) -> bool:
    drawn = shape.fill is not None or shape.stroke is not None
    fits = _NARROWEST <= shape.rect.width <= _WIDEST * width
    high = _LOWEST <= shape.rect.height <= _TALLEST
    return shape.kind is ShapeKind.PATH and drawn and fits and high and shape.segments >= 4


def _joined(line: Rect, boxes: Sequence[Rect]) -> tuple[Rect, Rect] | None:
    """The box at whose right side a line begins, and the one at whose left side it ends."""
    level = [box for box in boxes if line.top - 1 < box.cy < line.bottom + 1]
    before = [box for box in level if abs(box.x1 - line.x0) < _MEETS]
    ends = [box for box in level if abs(box.x0 - line.x1) < _MEETS]
    if len(before) != 1 or not ends:
        return None
    # a bent line may pass by a box on its way to the one at its end
    return before[0], max(ends, key=lambda box: abs(box.cy - before[0].cy))


def _tables(grown: Sequence[tuple[Rect, Sequence[Rect]]], words: Sequence[Word]) -> list[RawTable]:
    trees = []
    ends = [leaf for _, leaves in grown for leaf in leaves]
    right = max(leaf.x1 for leaf in ends)
    free = [w for w in words if w.rect.x0 > right]
    for root, leaves in grown:
        branches = [
            _Branch(leaf, _inside(leaf, words), _level(leaf, free))
            for leaf in sorted(leaves, key=lambda rect: rect.top)
        ]
        trees.append(_Tree(root, _inside(root, words), tuple(branches)))
    columns = _columns([branch for tree in trees for branch in tree.branches])
    heads = _heads(columns, ends, free)
    if columns and not heads:
        return []
    return [_table(trees, columns, heads)]


def _inside(rect: Rect, words: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(word for word in words if rect.has_centre_of(word.rect))


def _level(leaf: Rect, words: Sequence[Word]) -> tuple[Segment, ...]:
    own = [word for word in words if leaf.top < word.rect.cy < leaf.bottom]
    return tuple(s for line in lines_of(own) for s in line.segments)


def _columns(branches: Sequence[_Branch]) -> list[Rect]:
    """Where the figures beside the branches stand: as many on each line, one below the other."""
    rows = [branch.beside for branch in branches]
    if not rows[0] or any(len(row) != len(rows[0]) for row in rows):
        return []
    columns = [around(s.rect for s in column) for column in zip(*rows, strict=True)]
    apart = all(a.x1 < b.x0 for a, b in pairwise(columns))
    return columns if apart else []


def _heads(
    columns: Sequence[Rect], leaves: Sequence[Rect], words: Sequence[Word]
) -> list[list[Word]]:
    """The words right over each column; none where one has none."""
    top = min(leaf.top for leaf in leaves)
    found = []
    for column in columns:
        over = [w for w in words if column.x0 - _ALIGNED < w.rect.cx < column.x1 + _ALIGNED]
        near = [w for w in over if w.rect.cy < top < w.rect.bottom + _HEAD * w.size]
        if not near or not any(opens_heading(word.text) for word in near):
            return []
        found.append(near)
    return found


def _table(
    trees: Sequence[_Tree], columns: Sequence[Rect], heads: Sequence[Sequence[Word]]
) -> RawTable:
    first = int(bool(heads))
    cells = [_cell(0, column, words) for column, words in enumerate(heads, 2)]
    row = first
    for tree in trees:
        root = _cell(row, 0, tree.words)
        root.row_span = len(tree.branches)
        cells.append(root)
        for branch in tree.branches:
            cells.append(_cell(row, 1, branch.words))
            cells += [
                _cell(row, column, segment.words)
                for column, segment in enumerate(branch.beside if columns else (), 2)
            ]
            row += 1
    boxes = [*(tree.rect for tree in trees), *(b.rect for tree in trees for b in tree.branches)]
    rect = around([*boxes, *(cell.rect for cell in cells)])
    start = min(branch.rect.x0 for tree in trees for branch in tree.branches)
    edges = [rect.x0, start, *(column.x0 for column in columns), rect.x1]
    return RawTable(cells, rect, edges, header_rows=first, ruled=False, marked=True)


def _cell(row: int, column: int, words: Sequence[Word]) -> RawCell:
    own = list(words)
    return RawCell(row, column, around(word.rect for word in own), text_of(own), words=own)
