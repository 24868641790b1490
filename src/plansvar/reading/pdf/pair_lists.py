"""Lists in a box: under its title, lines of a name and one figure at the far end of each."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Line, Segment, lines_of
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.vocabulary import is_value

_FEWEST = 2
_ALIGNED = 3.0
_MOST_WORDS = 3  # of a figure with the word of its bound and its unit


def find_pair_lists(boxes: Sequence[Rect], words: Sequence[Word]) -> list[RawTable]:
    """A table for each box whose lines below the title are nothing but such pairs."""
    found = (_in_box([w for w in words if box.has_centre_of(w.rect)]) for box in boxes)
    return [table for table in found if table is not None]


def _in_box(words: Sequence[Word]) -> RawTable | None:
    lines = lines_of(word for word in words if word.style.turn == 0)
    at = next((n for n, line in enumerate(lines) if _is_pair(line)), len(lines))
    pairs = lines[at:]
    if not at or len(pairs) < _FEWEST or not all(map(_is_pair, pairs)):
        return None
    names, figures = ([line.segments[n].rect for line in pairs] for n in (0, 1))
    if max(r.x0 for r in names) - min(r.x0 for r in names) > _ALIGNED:
        return None
    if max(r.x1 for r in figures) - min(r.x1 for r in figures) > _ALIGNED:
        return None
    return _table(pairs)


def _is_pair(line: Line) -> bool:
    if len(line.segments) != _FEWEST:
        return False
    name, figure = line.segments
    return any(map(str.isalpha, name.text)) and not is_value(name.text) and _is_figure(figure)


def _is_figure(segment: Segment) -> bool:
    texts = [word.text for word in segment.words]
    bare = texts[1:] if texts[0].isalpha() and len(texts) > 1 else texts
    return len(texts) <= _MOST_WORDS and is_value(" ".join(bare))


def _table(pairs: Sequence[Line]) -> RawTable:
    cells = [
        RawCell(row, column, segment.rect, text_of(segment.words), words=list(segment.words))
        for row, line in enumerate(pairs)
        for column, segment in enumerate(line.segments)
    ]
    rect = around(line.rect for line in pairs)
    return RawTable(cells, rect, [rect.x0, rect.x1], ruled=False)
