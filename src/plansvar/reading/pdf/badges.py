"""Numbers on small discs or squares before what they count: "④ E-arkiv". A disc is often as tall as
the title and the line below it, so that its number seems to stand between the two."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.lines import Line, lines_of, make_line
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.title_lines import title_beside

_LEAST, _LARGEST, _SQUARE = 9.0, 34.0, 1.4
_BESIDE = 24.0
_MOST_LETTERS = 3
_FEWEST = 2


def lift_badges(words: Sequence[Word], shapes: Sequence[Shape]) -> None:
    """Put the number on each disc level with the title beside it, where several are so."""
    discs = [s.rect for s in shapes if s.kind is ShapeKind.PATH and s.fill and _is_disc(s.rect)]
    pairs = [(rect, word) for rect in discs if (word := _alone_on(rect, words)) is not None]
    if len(pairs) < _FEWEST:
        return
    numbers = {id(word) for _, word in pairs}
    rest = [word for word in words if id(word) not in numbers]
    lines = [make_line([s]) for line in lines_of(rest) for s in line.segments]
    for rect, word in pairs:
        home = _title(rect, lines)
        if home is not None:
            move = home.rect.cy - word.rect.cy
            r = word.rect
            word.badged = True
            word.rect = Rect(r.x0, r.top + move, r.x1, r.bottom + move)


def _is_disc(rect: Rect) -> bool:
    low, high = sorted((rect.width, rect.height))
    return low >= _LEAST and high <= min(_LARGEST, _SQUARE * low)


def _alone_on(rect: Rect, words: Sequence[Word]) -> Word | None:
    """The one short number or letter that stands on a disc."""
    own = [word for word in words if rect.has_centre_of(word.rect)]
    if len(own) != 1 or len(own[0].text) > _MOST_LETTERS or not own[0].text.isalnum():
        return None
    return own[0]


def _title(rect: Rect, lines: Sequence[Line]) -> Line | None:
    near = [line for line in lines if rect.x1 - 1 <= line.rect.x0 < rect.x1 + _BESIDE]
    level = [ln for ln in near if rect.overlap_y(ln.rect) > 0.5 * min(rect.height, ln.rect.height)]
    return level[0] if len(level) == 1 else title_beside(rect, near, level)
