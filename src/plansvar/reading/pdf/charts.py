"""Bars of a chart with their names and printed figures, as rows of a table.

Each bar has one name and one figure of its own, and the bars are as long as the figures are large:
only then is it sure which figure belongs to which name. All else stays unread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.language.periods import find_period
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.chart_bars import (
    FEWEST,
    SAME,
    are_true,
    cell_of,
    figures_over,
    has_further,
    is_bar,
    level_with,
    parted_over,
    runs_of,
)
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.grouped_charts import find_grouped
from plansvar.reading.pdf.line_charts import find_line_charts
from plansvar.reading.pdf.lines import Segment, lines_of
from plansvar.reading.pdf.shapes import Shape
from plansvar.reading.pdf.signed_charts import find_signed
from plansvar.reading.pdf.tables import RawCell, RawTable
from plansvar.reading.pdf.vocabulary import is_value

_BELOW, _ASIDE = 22.0, 6.0
_OVER = 8.0  # points from a name to the bar below it
_FARTHEST = 220.0  # points from a name to the bar it stands before


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar with its name and figure; `length` is along its axis."""

    rect: Rect
    name: Segment
    figure: Segment
    length: float


def find_charts(words: Sequence[Word], shapes: Sequence[Shape]) -> list[RawTable]:
    """The charts of a page whose bars, names and figures belong together beyond doubt."""
    upright = [word for word in words if word.style.turn == 0]
    segments = [s for line in lines_of(upright, gap=0.5) for s in line.segments]
    bars = [s for s in shapes if is_bar(s)]
    segments = parted_over(segments, bars)
    read = [*_upright(bars, segments), *_level(bars, segments)]
    charts = [chart for chart in read if len(chart) >= FEWEST and _are_true(chart)]
    single = [_table(chart) for chart in charts if _is_alone(chart, segments)]
    found = [*single, *find_grouped(bars, segments, shapes)]
    taken = [table.rect for table in found]
    further = [*find_signed(segments, shapes), *find_line_charts(segments, shapes)]
    return [*found, *(t for t in further if not any(t.rect.shared_area(r) > 0 for r in taken))]


def _upright(bars: Sequence[Shape], segments: Sequence[Segment]) -> list[list[_Bar]]:
    """Bars side by side, each with its figure at its top and its name below it."""
    charts = []
    for run in runs_of(bars, upright=True):
        found: list[_Bar] = []
        for shape in sorted(run, key=lambda s: s.rect.x0):
            r = shape.rect
            over = figures_over(r, segments)
            names = [s for s in segments if _is_below(s.rect, r)]
            if len(over) != 1 or len(names) != 1 or over[0] is names[0]:
                found = []
                break
            found.append(_Bar(r, names[0], over[0], r.height))
        charts.append(found)
    return charts


def _is_below(name: Rect, bar: Rect) -> bool:
    under = -1 <= name.top - bar.bottom <= _BELOW
    return under and abs(name.cx - bar.cx) <= bar.width / 2 + _ASIDE


def _level(bars: Sequence[Shape], segments: Sequence[Segment]) -> list[list[_Bar]]:
    """Bars below each other, each with its name before it and its figure in it or behind it, or
    with its name over it; a paler bar behind all of them shows how long they may be."""
    charts = []
    for run in runs_of(bars, upright=False):
        rows: dict[int, list[Shape]] = {}
        for shape in run:
            rows.setdefault(round(shape.rect.cy / SAME), []).append(shape)
        found: list[_Bar] = []
        for row in (rows[place] for place in sorted(rows)):
            r = min((s.rect for s in row), key=lambda rect: rect.width)
            level = level_with(r, segments)
            names = [s for s in level if -SAME <= r.x0 - s.rect.x1 < _FARTHEST]
            figures = [s for s in level if s.rect.x0 > r.x0 and is_value(s.text)]
            over = [s for s in segments if _is_over(s, r)]
            if len(over) == 1:
                names, figures = over, _figures_beside(r, over[0], segments)
            if len(names) != 1 or len(figures) != 1:
                found = []
                break
            found.append(_Bar(r, names[0], figures[0], r.width))
        charts.append(found)
    return charts


def _is_over(name: Segment, bar: Rect) -> bool:
    """Whether a text begins right over the beginning of a bar that lies."""
    near = -1 <= bar.top - name.rect.bottom < _OVER and abs(name.rect.x0 - bar.x0) < _ASIDE
    return near and not is_value(name.text)


def _figures_beside(bar: Rect, name: Segment, segments: Sequence[Segment]) -> list[Segment]:
    """The figures level with a bar and the name over it: before both, or behind them."""
    place = around((bar, name.rect))
    level = [s for s in segments if place.top <= s.rect.cy <= place.bottom and is_value(s.text)]
    return [
        s
        for s in level
        if s is not name and (0 <= bar.x0 - s.rect.x1 < _FARTHEST or s.rect.x0 > bar.x0)
    ]


def _are_true(chart: Sequence[_Bar]) -> bool:
    named = len({id(bar.name) for bar in chart}) == len(chart)
    return named and are_true([(bar.figure, bar.length) for bar in chart])


def _is_alone(chart: Sequence[_Bar], segments: Sequence[Segment]) -> bool:
    own = [part for bar in chart for part in (bar.figure, bar.name)]
    return not has_further(around(bar.rect for bar in chart), own, segments)


def _table(chart: Sequence[_Bar]) -> RawTable:
    """A row for each name with its figure; years or months are the headings of one row."""
    places = (part for bar in chart for part in (bar.rect, bar.name.rect, bar.figure.rect))
    rect = around(places)
    if all(find_period(bar.name.text) == bar.name.text for bar in chart):
        return _of_periods(chart, rect)
    pairs = [(bar.name, bar.figure) for bar in chart]
    cells = [_cell(row, at, s) for row, pair in enumerate(pairs) for at, s in enumerate(pair)]
    return RawTable(cells, rect, [rect.x0, chart[0].rect.x0, rect.x1], ruled=False)


def _of_periods(chart: Sequence[_Bar], rect: Rect) -> RawTable:
    """The years over their figures, with nothing before them: the chart's title names the row."""
    cells = [_blank(row, rect) for row in range(2)]
    cells += [_cell(0, at, bar.name) for at, bar in enumerate(chart, 1)]
    cells += [_cell(1, at, bar.figure) for at, bar in enumerate(chart, 1)]
    edges = [rect.x0 - 1, *(bar.rect.x0 for bar in chart), rect.x1]
    return RawTable(cells, rect, edges, header_rows=1, ruled=False)


def _cell(row: int, column: int, segment: Segment) -> RawCell:
    return cell_of(row, column, segment.rect, segment)


def _blank(row: int, rect: Rect) -> RawCell:
    return RawCell(row, 0, Rect(rect.x0 - 1, rect.top, rect.x0, rect.bottom))
