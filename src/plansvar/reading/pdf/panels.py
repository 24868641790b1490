"""Panels: grounds of one size side by side or under each other, each with a title and a few lines.

Each is read by itself, as lines of neighbours at one height have nothing to do with each other.
Where the title of each has something at the far end of its line, as a committee and by when it is
to be done, the panels are rows: title, what stands beside it, and the text below."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.language.numbers import NUMBER
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Line, lines_of
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.tiles import find_tiles
from plansvar.reading.pdf.vocabulary import is_value

_NARROWEST, _WIDEST, _LOWEST = 100.0, 0.62, 40.0
_ALIKE = 3.0
_GUTTER = 6.0  # points between two panels at least: cells of a grid touch
_FEWEST, _FEWEST_ROWS = 2, 3
_LETTERS = 8  # in a line below the title, on average
_FAR = 0.9  # sizes of type between a title and what stands at the end of its line
_MOST_HEAD = 3  # lines of a title


def find_panels(words: Sequence[Word], shapes: Sequence[Shape], width: float) -> list[Rect]:
    """The panels of a page."""
    rects = list({shape.rect for shape in shapes if _may_be(shape, width)})
    outer = [r for r in rects if not any(o is not r and o.grown(1).holds(r) for o in rects)]
    titled = [rect for rect in outer if _is_panel(rect, words)]
    free = [r for r in titled if not any(_touch(r, o) for o in outer if o is not r)]
    apart = [r for r in free if any(_stand_apart(r, o) for o in free if o is not r)]
    tiles = [tile for tile in find_tiles(shapes) if _is_panel(tile, words)]
    return [*apart, *(tiles if len(tiles) >= _FEWEST else [])]


def panel_rows(panels: Sequence[Rect], words: Sequence[Word]) -> list[RawTable]:
    """The table of the panels that are rows: all of those alike on the page."""
    rows = [_parts(rect, words) for rect in _in_order(panels)]
    if len(rows) < _FEWEST_ROWS or any(row is None for row in rows):
        return []
    cells = [
        RawCell(n, column, around(w.rect for w in part), text_of(part), words=part)
        for n, row in enumerate(rows)
        for column, part in enumerate(row or ())
    ]
    rect = around(panels)
    return [RawTable(cells, rect, [rect.x0, rect.x1], ruled=False, marked=True)]


def _may_be(shape: Shape, width: float) -> bool:
    drawn = shape.fill is not None or shape.stroke is not None
    fits = _NARROWEST <= shape.rect.width <= _WIDEST * width and shape.rect.height >= _LOWEST
    return shape.kind is ShapeKind.PATH and drawn and fits


def _is_panel(rect: Rect, words: Sequence[Word]) -> bool:
    """Whether a box holds a title in bold over lines that are not, and nothing crosses its side."""
    near = [w for w in words if w.rect.shared_area(rect) > 0]
    if any(not rect.holds(w.rect, 1) or w.style.turn for w in near):
        return False
    lines = lines_of(near, gap=1e6)
    if len(lines) < _FEWEST or not lines[0].words[0].style.bold or _is_figure(lines[0].text):
        return False
    below = [line for line in lines[1:] if not line.words[0].style.bold]
    letters = sum(letter.isalpha() for line in below for letter in line.text)
    return bool(below) and letters >= _LETTERS * len(below)


def _is_figure(text: str) -> bool:
    """Whether a line is a figure with its unit, as in a card, and no title."""
    return NUMBER.match(text) is not None and is_value(text)


def _stand_apart(one: Rect, other: Rect) -> bool:
    """Whether two panels are of one size along a row or a column, with a gutter between them."""
    level = abs(one.top - other.top) < _ALIKE and abs(one.height - other.height) < _ALIKE
    upright = abs(one.x0 - other.x0) < _ALIKE and abs(one.width - other.width) < _ALIKE
    beside = max(one.x0, other.x0) - min(one.x1, other.x1)
    below = max(one.top, other.top) - min(one.bottom, other.bottom)
    return (level and beside >= _GUTTER) or (upright and below >= _GUTTER)


def _touch(one: Rect, other: Rect) -> bool:
    """Whether two boxes of one width stand right under each other: cells of a column."""
    upright = abs(one.x0 - other.x0) < _ALIKE and abs(one.width - other.width) < _ALIKE
    return upright and abs(max(one.top, other.top) - min(one.bottom, other.bottom)) < _ALIKE / 2


def _in_order(panels: Sequence[Rect]) -> list[Rect]:
    return sorted(panels, key=lambda rect: (round(rect.top / _ALIKE), rect.x0))


def _parts(rect: Rect, words: Sequence[Word]) -> tuple[list[Word], list[Word], list[Word]] | None:
    """A panel's title, what stands at the end of its line, and the lines below."""
    lines = lines_of([w for w in words if rect.has_centre_of(w.rect)], gap=_FAR)
    head: list[Line] = []
    for line in lines[:_MOST_HEAD]:
        if not line.words[0].style.bold:
            break
        head.append(line)
    below = [word for line in lines[len(head) :] for word in line.words]
    if not head or len(head[0].segments) != _FEWEST or not below:
        return None
    start = head[0].segments[1].rect.x0 - 1
    heads = [word for line in head for word in line.words]
    left, right = ([w for w in heads if (w.rect.x0 >= start) is late] for late in (False, True))
    return left, right, below
