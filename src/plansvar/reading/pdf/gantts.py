"""Plans drawn as bars under months: a row for each task, with the bar as one cell that reaches over
the months in which it goes on.

Nr  Uppdrag              Ansvar   J F M A M J
1   Ny skolstruktur      BUN        ████

Each row has one bar and words before it; all else is left to be read as what it is."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.domain import Colour, Mark, MarkSource
from plansvar.language.month_initials import months_by_initials
from plansvar.language.periods import find_period
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.colours import agree, classify
from plansvar.reading.pdf.drawn import is_straight
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Segment, lines_of
from plansvar.reading.pdf.pixels import Raster, background_of
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.vocabulary import is_year
from plansvar.texts import text

_LOWEST, _TALLEST, _SHORTEST = 3.0, 24.0, 6.0
_FEWEST, _FEWEST_TIMES = 3, 4
_SAME, _HEIGHT = 2.0, 3.0
_WHITE = 250
_INSET = 2.0
_FARTHEST = 60.0  # points between two bars, and between the months and the first
_UNEVEN = 0.35  # of the usual step, that months may stand apart otherwise


@dataclass(frozen=True, slots=True)
class Axis:
    """The line of months over the bars, what stands before them, and the years over them."""

    times: tuple[Word, ...]
    before: tuple[Segment, ...]
    over: tuple[Word, ...]

    @property
    def step(self) -> float:
        steps = sorted(b.rect.cx - a.rect.cx for a, b in itertools.pairwise(self.times))
        return steps[len(steps) // 2]

    @property
    def reach(self) -> Rect:
        rect = around(word.rect for word in self.times)
        return rect._replace(
            x0=self.times[0].rect.cx - self.step / 2, x1=self.times[-1].rect.cx + self.step / 2
        )


def find_gantts(words: Sequence[Word], shapes: Sequence[Shape], raster: Raster) -> list[RawTable]:
    """The plans of a page that are drawn as bars."""
    bars = [shape for shape in shapes if _is_bar(shape)]
    if len(bars) < _FEWEST:
        return []
    upright = [word for word in words if word.style.turn == 0]
    found = []
    for axis in time_axes(upright):
        rows = _rows_under(axis, bars)
        table = _table(axis, rows, upright, raster) if len(rows) >= _FEWEST else None
        found += [table] if table is not None else []
    return found


def _is_bar(shape: Shape) -> bool:
    drawn = shape.fill is not None or shape.stroke is not None
    fits = _LOWEST <= shape.rect.height <= _TALLEST and shape.rect.width >= _SHORTEST
    return shape.kind is ShapeKind.PATH and drawn and fits and is_straight(shape)


def time_axes(words: Sequence[Word]) -> list[Axis]:
    """The lines that end in months, quarters or years at even steps."""
    lines = lines_of(words, gap=1e6)
    found = []
    for place, line in enumerate(lines):
        times = _times_ending(line.words)
        if len(times) < _FEWEST_TIMES or not _evenly(times):
            continue
        rest = line.words[: len(line.words) - len(times)]
        before = tuple(s for ln in lines_of(rest) for s in ln.segments)
        above = lines[place - 1] if place else None
        near = above is not None and line.rect.top - above.rect.bottom < line.size
        years = tuple(w for w in above.words if is_year(w.text)) if above and near else ()
        found.append(Axis(tuple(times), before, years))
    return found


def _times_ending(words: Sequence[Word]) -> list[Word]:
    """The words at the end of a line that are times, all of one kind."""
    letters = 0
    while letters < len(words) and len(words[-1 - letters].text) == 1:
        letters += 1
    for count in range(letters, _FEWEST_TIMES - 1, -1):
        if months_by_initials([word.text for word in words[-count:]]) is not None:
            return list(words[-count:])
    named = 0
    while named < len(words) and find_period(words[-1 - named].text) == words[-1 - named].text:
        named += 1
    return list(words[len(words) - named :])


def _evenly(times: Sequence[Word]) -> bool:
    steps = [b.rect.cx - a.rect.cx for a, b in itertools.pairwise(times)]
    usual = sorted(steps)[len(steps) // 2]
    return all(abs(step - usual) <= _UNEVEN * usual for step in steps)


def _rows_under(axis: Axis, bars: Sequence[Shape]) -> list[Shape]:
    """The bars below the months, one a row; they end where a row has none or several."""
    reach = axis.reach.grown(_SAME)
    below = [b for b in bars if b.rect.top > reach.cy and reach.x0 <= b.rect.x0 < b.rect.x1]
    below = sorted((b for b in below if b.rect.x1 <= reach.x1), key=lambda b: b.rect.cy)
    found: list[Shape] = []
    last = reach.bottom
    for bar in below:
        level = [b for b in below if b is not bar and b.rect.overlap_y(bar.rect) > 0]
        alike = not found or abs(bar.rect.height - found[0].rect.height) <= _HEIGHT
        if level or not alike or bar.rect.top - last > _FARTHEST:
            break
        found.append(bar)
        last = bar.rect.bottom
    return found


def _table(
    axis: Axis, bars: Sequence[Shape], words: Sequence[Word], raster: Raster
) -> RawTable | None:
    """The table that bars make; null where one has no words before it or words on it."""
    start = min(axis.reach.x0, *(bar.rect.x0 for bar in bars))
    bands = _bands(axis, bars)
    left = [
        [w for w in words if w.rect.x1 < start + 1 and band.has_centre_of(w.rect)] for band in bands
    ]
    if any(bar.rect.width < axis.step / 2 for bar in bars) or not all(left):
        return None
    if any(b.rect.has_centre_of(w.rect) for b in bars for w in words):
        return None
    heads = _heads(axis, left)
    cells = _headings(axis, heads)
    first = 1 + bool(axis.over)
    for row, (own, bar, band) in enumerate(zip(left, bars, bands, strict=True), first):
        cells += _labels(row, own, heads, band)
        cells.append(_bar_cell(row, bar, axis, len(heads), raster))
    rect = around([*(word.rect for cell in cells for word in cell.words), *(b.rect for b in bars)])
    edges = [*(head.x0 for head in heads), *(w.rect.cx - axis.step / 2 for w in axis.times)]
    edges.append(axis.reach.x1)
    return RawTable(cells, rect, edges, header_rows=first, ruled=False, marked=True)


def _bands(axis: Axis, bars: Sequence[Shape]) -> list[Rect]:
    """The stretch of the page that belongs to each bar."""
    middles = [(a.rect.cy + b.rect.cy) / 2 for a, b in itertools.pairwise(bars)]
    half = (middles[0] - bars[0].rect.cy) if middles else bars[0].rect.height
    tops = [max(axis.reach.bottom, bars[0].rect.cy - half), *middles]
    bottoms = [*middles, bars[-1].rect.cy + half]
    return [Rect(0, top, axis.reach.x1, end) for top, end in zip(tops, bottoms, strict=True)]


def _heads(axis: Axis, rows: Sequence[Sequence[Word]]) -> list[Rect]:
    """The columns before the months; a column of numbers is one of its own."""
    heads = [segment.rect for segment in axis.before]
    if not heads:
        return [around(word.rect for row in rows for word in row)]
    first = axis.before[0].words
    firsts = [min(row, key=lambda w: (round(w.rect.cy / 4), w.rect.x0)) for row in rows]
    if len(first) > 1 and all(word.text.rstrip(".").isdigit() for word in firsts):
        heads = [first[0].rect, around(word.rect for word in first[1:]), *heads[1:]]
    return heads


def _headings(axis: Axis, heads: Sequence[Rect]) -> list[RawCell]:
    cells = []
    row = int(bool(axis.over))
    for column, head in enumerate(heads):
        own = [w for s in axis.before for w in s.words if head.has_centre_of(w.rect, 0.5)]
        cells += [_cell(row, column, own)] if own else []
    cells += [_cell(row, len(heads) + at, [word]) for at, word in enumerate(axis.times)]
    for year, (first, last) in _spans_of_years(axis).items():
        word = axis.over[year]
        cell = _cell(0, len(heads) + first, [word])
        cell.column_span = last - first + 1
        cells.append(cell)
    return cells


def _spans_of_years(axis: Axis) -> dict[int, tuple[int, int]]:
    """From which month to which each year reaches: a new one begins where the months begin again;
    none where that does not come to as many years as are printed."""
    names = months_by_initials([word.text for word in axis.times])
    names = names or [word.text for word in axis.times]
    starts = [0]
    for place, name in enumerate(names[1:], 1):
        starts += [place] if name in names[starts[-1] : place] else []
    if len(axis.over) > 1 and len(starts) == 1:
        return {}
    ends = [*(start - 1 for start in starts[1:]), len(names) - 1]
    if len(starts) != len(axis.over):
        return {}
    return {n: pair for n, pair in enumerate(zip(starts, ends, strict=True))}


def _labels(row: int, words: Sequence[Word], heads: Sequence[Rect], band: Rect) -> list[RawCell]:
    homes: dict[int, list[Word]] = {}
    numbered = len(heads) > 1 and heads[1].x0 - heads[0].x1 < heads[0].height
    for line in lines_of(words):
        for segment in line.segments:
            parts = [segment.words]
            if numbered and segment.words[0].rect.x0 < heads[1].x0 - 1 and len(segment.words) > 1:
                parts = [segment.words[:1], segment.words[1:]]
            own = bool(homes) and numbered and segment is line.segments[0]
            for part in parts:
                alone = own and len(parts) == 1 and not part[0].text.isdigit()
                column = 1 if alone and part[0].rect.x0 < heads[1].x1 else _column(part, heads)
                homes.setdefault(column, []).extend(part)
    return [_cell(row, column, own) for column, own in sorted(homes.items())]


def _column(words: Sequence[Word], heads: Sequence[Rect]) -> int:
    """The column whose heading stands over words, else the last that begins before them."""
    rect = around(word.rect for word in words)
    over = [(min(rect.x1, head.x1) - max(rect.x0, head.x0), -n) for n, head in enumerate(heads)]
    best, place = max(over)
    if best > 0:
        return -place
    return max((n for n, head in enumerate(heads) if head.x0 <= rect.x0 + _SAME), default=0)


def _bar_cell(row: int, bar: Shape, axis: Axis, first: int, raster: Raster) -> RawCell:
    """The bar as one cell over its months, marked with the colour that is drawn and seen; of one
    that is only outlined that is the colour of the line, as keys read it."""
    inside = [n for n, w in enumerate(axis.times) if bar.rect.x0 < w.rect.cx < bar.rect.x1]
    start, end = (inside[0], inside[-1]) if inside else (0, 0)
    cell = RawCell(row, first + start, bar.rect, column_span=end - start + 1)
    hollow = bar.stroke is not None and (bar.fill is None or min(bar.fill) > _WHITE)
    ink = bar.stroke if hollow else bar.fill
    shown = background_of(raster.at(bar.rect, _INSET))
    colour, seen = classify(ink), classify(shown)
    if hollow:
        cell.marks = [Mark(MarkSource.SYMBOL, colour or Colour.WHITE, shade=ink)]
    elif colour is not None and seen is not None and agree(colour, seen):
        cell.marks = [Mark(MarkSource.SYMBOL, colour, shade=ink)]
    else:
        doubt = text("pdf.marks.disagreement", drawn=colour or "", seen=seen or "")
        cell.marks = [Mark(MarkSource.SYMBOL, disagreement=doubt)]
    return cell


def _cell(row: int, column: int, words: Sequence[Word]) -> RawCell:
    own = list(words)
    return RawCell(row, column, around(word.rect for word in own), text_of(own), words=own)
