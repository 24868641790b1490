"""Regions of a page in the order in which they are read: columns of text beside each other, and
what runs over them."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Line, Segment, make_line, make_segment
from plansvar.reading.pdf.section_bands import section_stretches, stands_out_from
from plansvar.reading.pdf.tables import RawTable

_GUTTER = 8.0
_FEWEST, _FEW = 3, 2  # lines of a column; of one of long lines beside a column
_LONG, _LEVEL, _APART = 25, 3.0, 16.0  # letters a line; points that columns begin, stand apart
_FAR, _HEAD_GAP, _LARGER = 4.0, 40.0, 1.1  # sizes; points above what a line heads; of the type
_SET = 2.5  # points that lines of one paragraph differ, set to the left or in the middle
_CLOSE = 0.6  # sizes between the lines of one paragraph
_ALLEY, _SAME_START = 0.5, 0.8  # sizes of white before a column; points that starts may differ
_WORDY, _TABLE_LETTERS = 13, 33  # letters a line of text has at least, and a table counts for
_INDENT = 20.0  # of text in a box, or behind a bullet, under the heading of its column

Unit = Segment | RawTable


def parted_at_columns(segments: Sequence[Segment]) -> list[Segment]:
    """Segments cut where a column begins that others begin at: two columns may stand so close that
    a line of the one runs on into the other."""
    starts = sorted(segment.rect.x0 for segment in segments)
    return [part for segment in segments for part in _parts(segment, starts)]


def _parts(segment: Segment, starts: Sequence[float]) -> list[Segment]:
    groups: list[list[Word]] = [[segment.words[0]]]
    for before, word in itertools.pairwise(segment.words):
        wide = word.rect.x0 - before.rect.x1 > _ALLEY * min(before.size, word.size)
        if wide and _count_near(starts, word.rect.x0) >= _FEWEST:
            groups.append([word])
        else:
            groups[-1].append(word)
    return [make_segment(group) for group in groups] if len(groups) > 1 else [segment]


def _count_near(starts: Sequence[float], x: float) -> int:
    return bisect_right(starts, x + _SAME_START) - bisect_left(starts, x - _SAME_START)


def ordered(units: Sequence[Unit], bands: Sequence[Rect], depth: int = 0) -> list[list[Unit]]:
    """Units in regions that are read one after the other."""
    several = sum(map(_lines_in, units)) >= 2 * _FEWEST and len(units) > _FEWEST
    cut = _gutter(units, bands) if depth < 6 and several else None
    if cut is None:
        return [list(units)] if units else []
    x, top, bottom = _trimmed(cut, units)
    above = [u for u in units if u.rect.cy < top]
    below = [u for u in units if u.rect.cy > bottom]
    band = [u for u in units if top <= u.rect.cy <= bottom]
    stretches = section_stretches(band, x)
    sides = [
        [u for u in stretch if (u.rect.cx < x) is left]
        for stretch in stretches
        for left in (True, False)
    ]
    parts = (above, *sides, below)
    return [region for part in parts for region in ordered(part, bands, depth + 1)]


def _trimmed(cut: tuple[float, float, float], units: Sequence[Unit]) -> tuple[float, float, float]:
    """Two columns without the last line of a paragraph that runs over both above them, and without
    what stands far below the end of one of them in the other, or heads what runs over both."""
    x, top, bottom = cut
    while (rest := _rest_of_paragraph(x, top, bottom, units)) is not None:
        top = rest.rect.bottom - 0.1 * rest.rect.height
    band = [u for u in units if top <= u.rect.cy <= bottom]
    sides = [[u for u in band if (u.rect.cx < x) is left] for left in (True, False)]
    if not all(sides):
        return cut
    ends = [max(u.rect.bottom for u in side) for side in sides]
    longer = sides[0] if ends[0] > ends[1] else sides[1]
    ordered = sorted(longer, key=lambda unit: unit.rect.top)
    crossing = [u.rect.top for u in units if u.rect.top >= bottom - 1 and u.rect.x0 < x < u.rect.x1]
    for before, unit in itertools.pairwise(ordered):
        gap = unit.rect.top - before.rect.bottom
        far = gap > _FAR * _size_of(before)
        heads = bool(crossing) and min(crossing) - unit.rect.bottom < _HEAD_GAP and gap > 0
        heads = heads and stands_out_from(unit, before)
        if unit.rect.top > min(ends) and (far or heads):
            return x, top, unit.rect.top - 0.5
    return x, top, bottom


def _rest_of_paragraph(
    x: float, top: float, bottom: float, units: Sequence[Unit]
) -> Segment | None:
    """The first line in a band of columns, where it goes on with a line that runs over both."""
    texts = [u for u in units if isinstance(u, Segment)]
    above = [u for u in texts if u.rect.cy < top and u.rect.x0 < x < u.rect.x1]
    inside = [u for u in texts if top <= u.rect.cy <= bottom]
    if not above or not inside:
        return None
    last = max(above, key=lambda unit: unit.rect.cy)
    first = min(inside, key=lambda unit: unit.rect.cy)
    alone = not any(u.rect.overlap_y(first.rect) > 1 for u in inside if u is not first)
    close = first.rect.top - last.rect.bottom < _CLOSE * last.size
    alike = abs(first.size - last.size) < 0.5 and first.style.bold == last.style.bold
    lefts, middles = first.rect.x0 - last.rect.x0, first.rect.cx - last.rect.cx
    below = abs(lefts) < _SET or abs(middles) < _SET
    return first if alone and close and alike and below else None


def _size_of(unit: Unit) -> float:
    return unit.type_size if isinstance(unit, RawTable) else unit.size


def _gutter(units: Sequence[Unit], grounds: Sequence[Rect]) -> tuple[float, float, float] | None:
    """The tallest white gap between two columns of text, as (x, top, bottom)."""
    tallest = _tallest(units, grounds, _FEWEST)
    return tallest if tallest is not None else _tallest(units, grounds, _FEW)


def _tallest(
    units: Sequence[Unit], grounds: Sequence[Rect], fewest: int
) -> tuple[float, float, float] | None:
    starts = sorted({round(unit.rect.x0) for unit in units})
    candidates = [
        start - 2.0
        for start in starts
        if sum(_lines_in(u) for u in units if -3 < u.rect.x0 - start < _INDENT) >= fewest
    ][:40]
    best: tuple[float, float, float] | None = None
    for x in candidates:
        for top, bottom in _bands(units, x, grounds):
            taller = best is None or bottom - top > best[2] - best[1]
            if taller and _columns(units, x, top, bottom, fewest):
                best = (x, top, bottom)
    return best


def _bands(units: Sequence[Unit], x: float, grounds: Sequence[Rect]) -> list[tuple[float, float]]:
    """Stretches of height that nothing crosses at `x`."""
    rects = [*(unit.rect for unit in units), *grounds]
    crossing = sorted((r.top, r.bottom) for r in rects if r.x0 < x - 1 and r.x1 > x + 1)
    top, bottom = min(u.rect.top for u in units), max(u.rect.bottom for u in units)
    bands, at = [], top
    for start, end in crossing:
        if start > at:
            bands.append((at, start))
        at = max(at, end)
    return [*bands, (at, bottom)] if at < bottom else bands


def _columns(units: Sequence[Unit], x: float, top: float, bottom: float, fewest: int) -> bool:
    band = [u for u in units if top <= u.rect.cy <= bottom]
    left = [u for u in band if u.rect.x1 <= x + 1]
    right = [u for u in band if u.rect.x0 >= x - 1]
    if not (left and right and _have_lines(left, right, fewest)):
        return False
    one, other = around(u.rect for u in left), around(u.rect for u in right)
    if other.x0 - one.x1 < _GUTTER or min(one.width, other.width) < 80:
        return False
    overlap = one.overlap_y(other)
    wordy = all(_letters_a_line(side) > _WORDY for side in (left, right))
    return wordy and overlap > 0.5 * min(one.height, other.height)


def _have_lines(left: Sequence[Unit], right: Sequence[Unit], fewest: int) -> bool:
    """Whether two columns have lines enough; one of them may be shorter than usual where both begin
    at one height, stand well apart and are running text."""
    fewer, more = sorted(sum(map(_lines_in, side)) for side in (left, right))
    if fewest == _FEWEST:
        return fewer >= _FEWEST
    tops = [min(unit.rect.top for unit in side) for side in (left, right)]
    apart = min(u.rect.x0 for u in right) - max(u.rect.x1 for u in left)
    placed = abs(tops[0] - tops[1]) < _LEVEL and apart > _APART
    long = all(_letters_a_line(side) > _LONG for side in (left, right))
    return fewer == _FEW and more >= _FEWEST and placed and long


def _lines_in(unit: Unit) -> int:
    """How many lines a unit counts for: a table alone may be all that a column holds."""
    return unit.rows if isinstance(unit, RawTable) else 1


def _letters_a_line(units: Sequence[Unit]) -> float:
    """How many letters a line has on average: figures side by side make no text. Lines that are
    set out to the margin fall into pieces, so pieces side by side count as one."""
    tables = [unit for unit in units if isinstance(unit, RawTable)]
    lines = rows_of([unit for unit in units if isinstance(unit, Segment)])
    letters = sum(letter.isalpha() for line in lines for letter in line.text)
    return (_TABLE_LETTERS * len(tables) + letters) / max(1, len(tables) + len(lines))


def rows_of(segments: Sequence[Segment]) -> list[Line]:
    """Segments at one height put together to lines, from the top."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.rect.cy, s.rect.x0)):
        home = next(
            (
                r
                for r in rows[-1:-4:-1]
                if abs(r[0].rect.cy - segment.rect.cy) < 0.36 * segment.size
            ),
            None,
        )
        if home is None:
            rows.append([segment])
        else:
            home.append(segment)
    return sorted((make_line(row) for row in rows), key=lambda line: line.rect.cy)
