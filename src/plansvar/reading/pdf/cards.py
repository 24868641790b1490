"""Boxes with a figure in large type, as on a slide: what each says as a row of a table.

A row holds the name, the figure with its unit, the place of a mark, and the lines of small type
one by one; two boxes alike at least make such a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Line, lines_of, make_line
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.symbols import arrow_of, is_sign
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.vocabulary import is_value, is_year

_NARROWEST, _WIDEST = 55.0, 0.6
_LOWEST, _TALLEST = 32.0, 0.6
_LARGE = 1.35
_ALIKE = 3.0
_FEWEST = 2
_MOST_LINES = 9
_MOST_UNITS = 3
_LARGEST_MARK = 60.0
_SMALLEST_MARK = 3.0
_WIDEST_EDGE, _WHOLE = 14.0, 0.9  # points; of the height of a card
_ENDS = 1.5  # sizes of type between what stands at the two ends of a line
_NAME, _VALUE, _MARK, _FIRST_DETAIL = range(4)


@dataclass(frozen=True, slots=True)
class _Card:
    """A box as read: its name, its figure, its signs and the lines of small type."""

    rect: Rect
    name: list[Word]
    value: list[Word]
    signs: list[Word]
    details: list[list[Word]]


def find_cards(words: Sequence[Word], shapes: Sequence[Shape], page: Rect) -> list[RawTable]:
    """The cards of a page, one table for those that no other words part."""
    boxes = _boxes(shapes, page)
    read = [card for box in boxes if (card := _card(box, words)) is not None]
    alike = [c for c in read if any(_are_alike(c.rect, o.rect) for o in read if o is not c)]
    if len(alike) < _FEWEST:
        return []
    ordered = sorted(alike, key=lambda card: (round(card.rect.top / 6), card.rect.x0))
    return [_table(group, shapes) for group in _parted(ordered, words)]


def _table(cards: Sequence[_Card], shapes: Sequence[Shape]) -> RawTable:
    cells = [cell for row, card in enumerate(cards) for cell in _cells(row, card, shapes)]
    rect = around(card.rect for card in cards)
    return RawTable(cells, rect, [rect.x0, rect.x1], ruled=False, cards=True)


def _parted(cards: Sequence[_Card], words: Sequence[Word]) -> list[list[_Card]]:
    """Cards in reading order, parted where other words stand between two rows of them: each row
    belongs to the heading above it."""
    found: list[list[_Card]] = []
    for card in cards:
        above = around(other.rect for other in found[-1]) if found else None
        if above is None or _stands_between(above, card.rect, words):
            found.append([])
        found[-1].append(card)
    return found


def _stands_between(above: Rect, below: Rect, words: Sequence[Word]) -> bool:
    wide = around((above, below))
    return any(
        above.bottom <= word.rect.cy <= below.top and wide.x0 <= word.rect.cx <= wide.x1
        for word in words
    )


def _boxes(shapes: Sequence[Shape], page: Rect) -> list[Rect]:
    """The places of boxes that hold no other box, each once."""
    fits = [shape.rect for shape in shapes if _is_box(shape, page)]
    found: list[Rect] = []
    for rect in sorted(fits, key=lambda rect: rect.area):
        inner = [other for other in found if rect.holds(other, 2)]
        same = [o for o in inner if o.width > 0.9 * rect.width and o.height > 0.9 * rect.height]
        if same:
            found[found.index(same[0])] = rect
        elif not inner:
            found.append(rect)
    return found


def _is_box(shape: Shape, page: Rect) -> bool:
    drawn = shape.fill is not None or shape.stroke is not None
    wide = _NARROWEST <= shape.rect.width <= _WIDEST * page.width
    tall = _LOWEST <= shape.rect.height <= _TALLEST * page.height
    return shape.kind is ShapeKind.PATH and drawn and wide and tall


def _are_alike(one: Rect, other: Rect) -> bool:
    """Whether two boxes are of one height and stand in a row, or of one width and in a column."""
    level = abs(one.top - other.top) < _ALIKE and abs(one.height - other.height) < _ALIKE
    stacked = abs(one.x0 - other.x0) < _ALIKE and abs(one.width - other.width) < _ALIKE
    return level or stacked


def _card(box: Rect, words: Sequence[Word]) -> _Card | None:
    """What a box says; null where it holds no figure that stands out."""
    inside = [w for w in words if box.has_centre_of(w.rect) and w.style.turn == 0]
    signs = [w for w in inside if is_sign(w.text) and arrow_of(w.text) is not None]
    lines = lines_of([w for w in inside if w not in signs], gap=1e6)
    if not 1 < len(lines) <= _MOST_LINES:
        return None
    at = max(range(len(lines)), key=lambda i: _largest(lines[i]))
    value, others = lines[at], [line for i, line in enumerate(lines) if i != at]
    if _largest(value) < _LARGE * max(map(_largest, others)) or not prints_value(value):
        return None
    above, below = _parts(lines[:at], box), _parts(_side_by_side(lines[at + 1 :]), box)
    name = [word for part in above for word in part] or (below.pop(0) if below else [])
    if not any(map(str.isalpha, text_of(name))):
        return None
    return _Card(box, name, value.words, signs, below)


def _largest(line: Line) -> float:
    return max(word.size for word in line.words)


def prints_value(line: Line) -> bool:
    """Whether a line is one figure, or a sign that none is there, and its unit in few words."""
    large = [word for word in line.words if word.size > 0.9 * _largest(line)]
    figure = next((n for n in range(len(large), 0, -1) if is_value(text_of(large[:n]))), 0)
    rest = line.words[figure:]
    alone = figure == 1 and is_year(large[0].text)
    return bool(figure) and not alone and len(rest) <= _MOST_UNITS and not _has_digit(rest)


def _has_digit(words: Sequence[Word]) -> bool:
    return any(map(str.isdigit, text_of(words)))


def _side_by_side(lines: Sequence[Line]) -> list[Line]:
    """Lines with what stands at their two ends told apart: the target left, last year right."""
    cut = [lines_of(line.words, gap=_ENDS) for line in lines]
    return [make_line([segment]) for ones in cut for line in ones for segment in line.segments]


def _parts(lines: Sequence[Line], box: Rect) -> list[list[Word]]:
    """Lines in one look that go on for want of room put together."""
    found: list[list[Word]] = []
    last: Line | None = None
    for line in lines:
        if last is not None and _goes_on(last, line, box):
            found[-1] += line.words
        else:
            found.append(list(line.words))
        last = line
    return found


def _goes_on(last: Line, line: Line, box: Rect) -> bool:
    before, word = last.words[-1], line.words[0]
    same = abs(before.size - word.size) < 0.3 and before.style.bold == word.style.bold
    near = line.rect.cy - last.rect.cy < 1.8 * before.size
    pad = min(last.rect.x0 - box.x0, box.x1 - last.rect.x1)
    room = box.width - 2 * max(pad, 0) - last.rect.width
    full = room < word.rect.width + 0.3 * word.size
    return same and near and (full or _ends_sentence_of(last.text, line.text))


def _ends_sentence_of(last: str, line: str) -> bool:
    """Whether a line is the rest of a sentence that was broken before its end."""
    open_end = last[-1:] == "," or (last[-1:].isalnum() and line[-1:] == ".")
    return open_end and (line[:1].islower() or (last[-1:] == "," and line[:1].isdigit()))


def _cells(row: int, card: _Card, shapes: Sequence[Shape]) -> list[RawCell]:
    """The cells of a card; the one for its mark is left out where it shows none."""
    parts = {_NAME: card.name, _VALUE: card.value}
    parts |= {_FIRST_DETAIL + i: words for i, words in enumerate(card.details)}
    cells = [_cell(row, column, words) for column, words in parts.items()]
    marks = [s.rect for s in shapes if _is_mark(s, card)]
    places = [*marks, *(word.rect for word in card.signs)]
    if places:
        place = around(places).grown(2)
        cells.append(RawCell(row, _MARK, place, text_of(card.signs), words=card.signs))
    return sorted(cells, key=lambda cell: cell.column)


def _cell(row: int, column: int, words: list[Word]) -> RawCell:
    return RawCell(row, column, around(word.rect for word in words), text_of(words), words=words)


def _is_edge(shape: Shape, box: Rect) -> bool:
    """Whether a shape is a strip of colour along a side of a card."""
    r = shape.rect
    along = abs(r.x0 - box.x0) < _ALIKE or abs(r.x1 - box.x1) < _ALIKE
    narrow = _SMALLEST_MARK <= r.width <= _WIDEST_EDGE and shape.fill is not None
    return along and narrow and r.overlap_y(box) > _WHOLE * max(r.height, box.height)


def _is_mark(shape: Shape, card: _Card) -> bool:
    """Whether a small shape stands in a card beside its words, as its mark."""
    low, high = sorted((shape.rect.width, shape.rect.height))
    if _is_edge(shape, card.rect):
        return True
    if not (card.rect.holds(shape.rect) and low >= _SMALLEST_MARK and high <= _LARGEST_MARK):
        return False
    words = [*card.name, *card.value, *(word for part in card.details for word in part)]
    return not any(shape.rect.shared_area(word.rect) > 0.3 * word.rect.area for word in words)
