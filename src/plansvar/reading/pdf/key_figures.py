"""Key figures in a margin or in a strip: each a figure in large type over what it counts in small,
one below the other or side by side. "14 823" / "invånare 31 augusti".

They are cards without boxes: rows of a name and a figure, each with nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.reading.pdf.cards import prints_value
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Segment, lines_of, make_line
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of

_FEWEST = 3
_LARGER = 1.2
_NEAR = 1.75  # sizes of a figure to the line below it
_STEP = 1.5  # sizes of type between two lines of a name
_MOST_LINES, _LONGEST = 3, 80
_ALIGNED, _LEVEL = 3.0, 2.5
_FARTHEST = 90.0  # points from one figure to the next below it
_MOST_ROWS = 2  # of a grid in which a strip may stand


@dataclass(frozen=True, slots=True)
class _Pair:
    """A figure and the lines below it that say what it counts."""

    value: Segment
    name: tuple[Segment, ...]

    @property
    def rect(self) -> Rect:
        return around([self.value.rect, *(s.rect for s in self.name)])


def find_key_figures(words: Sequence[Word], grids: Sequence[RawTable]) -> list[RawTable]:
    """A table for each column and each row of such figures."""
    upright = [word for word in words if word.style.turn == 0]
    segments = [segment for line in lines_of(upright) for segment in line.segments]
    tall = [g.rect for g in grids if not g.soft and g.rows > _MOST_ROWS and g.columns > 1]
    pairs = [pair for s in segments if (pair := _pair(s, segments)) is not None]
    free = [p for p in pairs if not any(rect.has_centre_of(p.value.rect) for rect in tall)]
    named = [id(pair.name[0]) for pair in free]
    free = [p for p in free if named.count(id(p.name[0])) == 1]  # a name of two figures is of none
    found: list[RawTable] = []
    for group in (*_columns(free), *_rows(free)):
        if len(group) >= _FEWEST and not any(t.rect.shared_area(group[0].rect) > 0 for t in found):
            found.append(_table(group))
    return found


def _pair(value: Segment, segments: Sequence[Segment]) -> _Pair | None:
    """A figure with its name; null where what stands over it is nearer, and so its heading."""
    if not prints_value(make_line([value])):
        return None
    size = max(word.size for word in value.words)
    others = [s for s in segments if s is not value and s.rect.overlap_x(value.rect) > 0]
    below = [s for s in others if 0 < s.rect.cy - value.rect.cy < _NEAR * size]
    first = min(below, key=lambda s: s.rect.cy, default=None)
    if first is None or size < _LARGER * first.size or not _is_aligned(value.rect, first.rect):
        return None
    above = [value.rect.cy - s.rect.cy for s in others if s.rect.cy < value.rect.cy]
    if above and min(above) < first.rect.cy - value.rect.cy:
        return None
    name = _lines_from(first, segments)
    told = " ".join(segment.text for segment in name)
    fits = len(name) <= _MOST_LINES and len(told) <= _LONGEST and told[-1:] not in ".:"
    return _Pair(value, tuple(name)) if fits and any(map(str.isalpha, told)) else None


def _is_aligned(one: Rect, other: Rect) -> bool:
    return abs(one.x0 - other.x0) < _ALIGNED or abs(one.cx - other.cx) < _ALIGNED


def _lines_from(first: Segment, segments: Sequence[Segment]) -> list[Segment]:
    """A line with those below it that go on in its look."""
    found = [first]
    for segment in sorted(segments, key=lambda s: s.rect.cy):
        last = found[-1]
        step = segment.rect.cy - last.rect.cy
        alike = abs(segment.size - last.size) < 0.3 and segment.style.bold == last.style.bold
        if alike and 0 < step < _STEP * last.size and _is_aligned(last.rect, segment.rect):
            found.append(segment)
    return found


def _columns(pairs: Sequence[_Pair]) -> list[list[_Pair]]:
    """Pairs below each other that begin at one side, or have one middle."""
    found: list[list[_Pair]] = []
    for pair in sorted(pairs, key=lambda p: p.rect.top):
        home = next((group for group in found if _goes_on(group[-1], pair)), None)
        if home is None:
            found.append([pair])
        else:
            home.append(pair)
    return found


def _goes_on(last: _Pair, pair: _Pair) -> bool:
    step = pair.value.rect.cy - last.value.rect.cy
    alike = abs(pair.value.size - last.value.size) < 1
    return 0 < step < _FARTHEST and alike and _is_aligned(last.value.rect, pair.value.rect)


def _rows(pairs: Sequence[_Pair]) -> list[list[_Pair]]:
    """Pairs level with each other."""
    found: list[list[_Pair]] = []
    for pair in sorted(pairs, key=lambda p: (round(p.value.rect.cy / _LEVEL), p.rect.x0)):
        last = found[-1][-1] if found else None
        if last is not None and abs(last.value.rect.cy - pair.value.rect.cy) < _LEVEL:
            found[-1].append(pair)
        else:
            found.append([pair])
    return found


def _table(pairs: Sequence[_Pair]) -> RawTable:
    cells = []
    for row, pair in enumerate(pairs):
        name = [word for segment in pair.name for word in segment.words]
        for column, words in enumerate((name, list(pair.value.words))):
            rect = around(word.rect for word in words)
            cells.append(RawCell(row, column, rect, text_of(words), words=words))
    rect = around(pair.rect for pair in pairs)
    edges = [rect.x0, rect.x1]
    return RawTable(cells, rect, edges, ruled=False, cards=True, marked=True)
