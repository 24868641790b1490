"""Bars of a chart with their names and printed figures, as rows of a table.

Each bar has one name and one figure of its own, and the bars are as long as the figures are large:
only then is it sure which figure belongs to which name. All else stays unread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.language.periods import find_period
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Segment, lines_of
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.vocabulary import is_value, is_year

_SAME = 1.5  # points that sides of bars differ
_THIN, _THICK = 3.0, 60.0
_WHITE = 250
_FEWEST = 3
_NEAR, _BELOW, _ASIDE = 12.0, 22.0, 6.0
_FARTHEST = 220.0  # points from a name to the bar it stands before
_EXACT = 0.03  # share of the longest bar that a bar may differ from its figure


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
    bars = [s for s in shapes if _is_bar(s)]
    read = [*_upright(bars, segments), *_level(bars, segments)]
    charts = [chart for chart in read if len(chart) >= _FEWEST and _are_true(chart)]
    return [_table(chart) for chart in charts if _is_alone(chart, segments)]


def _is_bar(shape: Shape) -> bool:
    filled = shape.fill is not None and min(shape.fill) < _WHITE
    low, high = sorted((shape.rect.width, shape.rect.height))
    return shape.kind is ShapeKind.PATH and filled and _THIN <= low <= _THICK and high > _THIN


def _runs(bars: Sequence[Shape], upright: bool) -> list[list[Shape]]:
    """Bars that stand on one line and are of one thickness."""

    def key(shape: Shape) -> tuple[float, float]:
        rect = shape.rect
        return (rect.bottom, rect.width) if upright else (rect.x0, rect.height)

    runs: list[list[Shape]] = []
    for bar in bars:
        home = next((run for run in runs if _close(key(run[0]), key(bar))), None)
        if home is None:
            runs.append([bar])
        else:
            home.append(bar)
    return [run for run in runs if len(run) >= _FEWEST]


def _close(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) < _SAME for a, b in zip(one, other, strict=True))


def _upright(bars: Sequence[Shape], segments: Sequence[Segment]) -> list[list[_Bar]]:
    """Bars side by side, each with its figure at its top and its name below it."""
    charts = []
    for run in _runs(bars, upright=True):
        found: list[_Bar] = []
        for shape in sorted(run, key=lambda s: s.rect.x0):
            r = shape.rect
            over = [s for s in segments if is_value(s.text) and _tops(s.rect, r)]
            names = [s for s in segments if _is_below(s.rect, r)]
            if len(over) != 1 or len(names) != 1 or over[0] is names[0]:
                found = []
                break
            found.append(_Bar(r, names[0], over[0], r.height))
        charts.append(found)
    return charts


def _tops(figure: Rect, bar: Rect) -> bool:
    above = -1 <= bar.top - figure.bottom <= _NEAR
    inside = bar.top <= figure.top <= bar.top + _NEAR and figure.bottom <= bar.bottom
    return abs(figure.cx - bar.cx) <= bar.width / 2 + 1 and (above or inside)


def _is_below(name: Rect, bar: Rect) -> bool:
    under = -1 <= name.top - bar.bottom <= _BELOW
    return under and abs(name.cx - bar.cx) <= bar.width / 2 + _ASIDE


def _level(bars: Sequence[Shape], segments: Sequence[Segment]) -> list[list[_Bar]]:
    """Bars below each other, each with its name before it and its figure in it or behind it; a
    paler bar behind all of them shows how long they may be."""
    charts = []
    for run in _runs(bars, upright=False):
        rows: dict[int, list[Shape]] = {}
        for shape in run:
            rows.setdefault(round(shape.rect.cy / _SAME), []).append(shape)
        found: list[_Bar] = []
        for row in (rows[place] for place in sorted(rows)):
            r = min((s.rect for s in row), key=lambda rect: rect.width)
            level = [s for s in segments if r.top - 1 < s.rect.cy < r.bottom + 1]
            names = [s for s in level if -_SAME <= r.x0 - s.rect.x1 < _FARTHEST]
            figures = [s for s in level if s.rect.x0 > r.x0 and is_value(s.text)]
            if len(names) != 1 or len(figures) != 1:
                found = []
                break
            found.append(_Bar(r, names[0], figures[0], r.width))
        charts.append(found)
    return charts


def _are_true(chart: Sequence[_Bar]) -> bool:
    """Whether the bars are as long as their figures are large, measured from any start."""
    pairs = [(number, bar.length) for bar in chart if (number := _number(bar)) is not None]
    if len(pairs) < len(chart) or len({id(bar.name) for bar in chart}) < len(chart):
        return False
    (low, short), (high, long) = min(pairs), max(pairs)
    if high - low <= 0 or long - short <= _SAME:
        return False
    step = (long - short) / (high - low)
    return all(abs(short + (v - low) * step - at) <= max(_SAME, _EXACT * long) for v, at in pairs)


def _number(bar: _Bar) -> float | None:
    digits = "".join(c for c in bar.figure.text if c.isdigit() or c in ",.-–−")
    plain = digits.replace("–", "-").replace("−", "-").replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _is_alone(chart: Sequence[_Bar], segments: Sequence[Segment]) -> bool:
    """Whether no further figure stands among the bars, as those of a line over them do."""
    place = around(bar.rect for bar in chart)
    own = {id(bar.figure) for bar in chart} | {id(bar.name) for bar in chart}
    inside = [s for s in segments if place.has_centre_of(s.rect) and id(s) not in own]
    return not any(is_value(s.text) and not is_year(s.text) for s in inside)


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
    return RawCell(row, column, segment.rect, text_of(segment.words), words=segment.words)


def _blank(row: int, rect: Rect) -> RawCell:
    return RawCell(row, 0, Rect(rect.x0 - 1, rect.top, rect.x0, rect.bottom))
