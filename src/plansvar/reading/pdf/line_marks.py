"""Marks that judge a line of text: drawn or printed right before it, or after it, outside tables.

A dot in the colour of a traffic light before a goal's heading is an assessment of the goal. Bullets
are smaller; badges hold a number; swatches of a key are left to the key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plansvar.domain import Mark
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.gauges import find_gauges
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.keys import Ground, SwatchSeen, settled, swatch_at
from plansvar.reading.pdf.lines import Line, Segment, lines_of, make_line
from plansvar.reading.pdf.swatches import drawn_places
from plansvar.reading.pdf.symbols import is_sign
from plansvar.reading.pdf.title_lines import title_beside

_LEAST, _LARGEST = 5.5, 30.0
_LEAST_OF_TYPE = 0.5  # of the size of type: smaller ones are bullets
_BESIDE = 24.0
_MOST = 300  # of small drawn things on a page: more are a drawing
_SQUARE = 1.8  # times as wide as high, or the other way round


@dataclass(frozen=True, slots=True)
class LineMark:
    """A mark and the place of the line of text that it stands beside."""

    mark: Mark
    line: Rect


def find_line_marks(
    ground: Ground,
    keys: Sequence[Sequence[SwatchSeen]],
    heads: Sequence[tuple[Rect, Line]] = (),
) -> list[LineMark]:
    """The marks beside lines of text, those of keys left out. `heads` are the headings that stand
    in a margin, each with the margin: what stands alone below one there judges it, as does
    what stands level with it."""
    taken = [swatch.place for swatches in keys for swatch in swatches]
    taken += [gauge.rect for gauge in find_gauges(ground.shapes)]  # whose fields are no marks
    signs = [word.rect for word in ground.words if is_sign(word.text)]
    places = [p for p in (*_drawn(ground), *signs) if _is_mark(p) or p in ground.lit]
    free = [p for p in places if not any(p.shared_area(other) > 0 for other in taken)]
    free = [p for p in free if p in signs or not any(_holds(p, w) for w in ground.words)]
    if not free:
        return []
    lines = lines_of((w for w in ground.words if not is_sign(w.text)), gap=1e6)
    pieces = [make_line([s]) for s in _segments(w for w in ground.words if not is_sign(w.text))]
    lines += [line for _, line in heads]
    homes = [(p, _line_beside(p, lines, free) or _head_over(p, heads, free)) for p in free]
    homes = [(p, line if line or p in signs else _piece(p, pieces, free)) for p, line in homes]
    beside = [(place, line) for place, line in homes if line is not None]
    seen = [s for place, line in beside if (s := swatch_at(place, line.words, ground))]
    return [LineMark(swatch.mark, _judged(swatch)) for swatch in settled(seen)]


def _judged(swatch: SwatchSeen) -> Rect:
    """Where the words stand that a mark is beside: right behind it those up to a wide gap."""
    whole = around(word.rect for word in swatch.words)
    if swatch.place.x0 > whole.x0:
        return whole
    return lines_of(swatch.words)[0].segments[0].rect


def _drawn(ground: Ground) -> list[Rect]:
    """The places of drawn marks; one on a ground of its own without that."""
    places: list[Rect] = []
    if len(ground.drawn) > _MOST:
        return []
    for place in ground.drawn:
        if _is_mark(place) or place in ground.lit:
            places.append(place)
        else:
            inside = [s for s in ground.shapes if _is_mark(s.rect) and place.holds(s.rect, 0.5)]
            places += drawn_places(inside)
    return places


def _is_mark(place: Rect) -> bool:
    small, large = sorted((place.width, place.height))
    return small >= _LEAST and large <= _LARGEST and large <= _SQUARE * small


def _line_beside(place: Rect, lines: Sequence[Line], places: Sequence[Rect]) -> Line | None:
    """The line that begins right after a mark, or whose end the mark stands behind alone."""
    level = [line for line in lines if _is_level(place, line)]
    if any(_holds(place, word) for line in level for word in line.words):
        return None
    line = level[0] if len(level) == 1 else title_beside(place, lines, level)
    if line is None:
        return None
    others = [p for p in places if p is not place and _is_level(p, line)]
    if others or min(place.width, place.height) < _LEAST_OF_TYPE * line.size:
        return None
    before = -1 <= line.rect.x0 - place.x1 < _BESIDE
    behind = place.x0 >= line.rect.x1 - 1
    return line if before or behind else None


def _segments(words: Iterable[Word]) -> list[Segment]:
    """The runs of words of all lines: what stands in one of several boxes side by side."""
    return [segment for line in lines_of(words) for segment in line.segments]


def _piece(place: Rect, pieces: Sequence[Line], places: Sequence[Rect]) -> Line | None:
    """The run of words that begins right after a mark, where columns or boxes stand level; of
    several under each other the one that stands out."""
    near = [line for line in pieces if place.x1 - 1 <= line.rect.x0 < place.x1 + _BESIDE]
    level = [line for line in near if _is_level(place, line)]
    line = level[0] if len(level) == 1 else title_beside(place, near, level)
    if line is None or any(_holds(place, word) for word in line.words):
        return None
    start = min(place.x0, line.rect.x0)
    own = Rect(start, line.rect.top, line.rect.x1, line.rect.bottom)
    others = [p for p in places if p is not place and p.shared_area(own) > 0]
    small = min(place.width, place.height) < _LEAST_OF_TYPE * line.size
    return None if others or small else line


def _head_over(
    place: Rect, heads: Sequence[tuple[Rect, Line]], places: Sequence[Rect]
) -> Line | None:
    """The heading of the margin in which a mark stands alone."""
    for margin, line in heads:
        if margin.has_centre_of(place):
            alone = not any(p is not place and margin.has_centre_of(p) for p in places)
            return line if alone and place.top >= line.rect.top - 1 else None
    return None


def _is_level(place: Rect, line: Line) -> bool:
    return place.overlap_y(line.rect) > 0.5 * min(place.height, line.rect.height)


def _holds(place: Rect, word: Word) -> bool:
    return place.has_centre_of(word.rect)
