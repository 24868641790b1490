"""Words on coloured plates behind a text on its line: "Ta fram en plan" and on a plate "Pågår".

What a plate says is told of the text before it and is no part of that."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.shapes import Shape, ShapeKind

_LOW, _HIGH = 1.05, 2.6  # times the size of the words on it
_WIDEST, _MOST_WORDS = 160.0, 4
_WHITE = 250
_ALIKE = 2.0
_FEWEST = 2


def note_plates(words: Sequence[Word], shapes: Sequence[Shape]) -> list[Rect]:
    """The plates of a page, noted on the words that stand on them."""
    plates = find_plates(words, shapes)
    for word in words:
        word.plated = any(plate.has_centre_of(word.rect) for plate in plates)
    return plates


def find_plates(words: Sequence[Word], shapes: Sequence[Shape]) -> list[Rect]:
    """The plates of a page: round ones, or several of one height, each behind a text and the last
    on its line."""
    filled = [s for s in shapes if s.kind is ShapeKind.PATH and s.fill and min(s.fill) < _WHITE]
    fits = {s.rect: s for s in filled if s.rect.width <= _WIDEST}
    found = {rect: shape for rect, shape in fits.items() if _is_plate(rect, words)}
    return [
        rect
        for rect, shape in found.items()
        if shape.curved or sum(_are_alike(rect, other) for other in found) >= _FEWEST
    ]


def _is_plate(rect: Rect, words: Sequence[Word]) -> bool:
    own = [word for word in words if rect.has_centre_of(word.rect)]
    if not 0 < len(own) <= _MOST_WORDS or not all(rect.holds(w.rect, 1) for w in own):
        return False
    size = max(word.size for word in own)
    named = any(map(str.isalpha, own[0].text)) and not any(map(str.isdigit, own[0].text))
    if not (named and _LOW * size <= rect.height <= _HIGH * size):
        return False
    level = [w for w in words if rect.top <= w.rect.cy <= rect.bottom and w not in own]
    return bool(level) and all(word.rect.x1 < rect.x0 + 1 for word in level)


def _are_alike(one: Rect, other: Rect) -> bool:
    sides = (abs(one.x0 - other.x0), abs(one.x1 - other.x1), abs(one.cx - other.cx))
    return abs(one.height - other.height) < _ALIKE and min(sides) < _ALIKE
