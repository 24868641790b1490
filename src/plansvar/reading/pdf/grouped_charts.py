"""Bars of a chart that stand in groups: one name for each group, and a key that tells by their
colours what each bar of a group is ("2028", "2029", "2030").

A figure is read only where its bar has one name, one colour that the key explains, and is as long
as the figure is large, all bars of the chart on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plansvar.language.periods import find_period
from plansvar.reading.pdf.chart_bars import (
    are_true,
    cell_of,
    figures_over,
    has_further,
    level_with,
    runs_of,
)
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Segment
from plansvar.reading.pdf.shapes import Rgb, Shape
from plansvar.reading.pdf.swatches import is_small
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.vocabulary import is_value

_FEWEST, _FEWEST_GROUPS = 2, 2
_PART = 0.4  # of a bar's thickness, by which groups stand farther apart than their bars
_BELOW, _LEADING = 24.0, 1.6  # points; sizes of type between two lines of a name
_FARTHEST = 220.0  # points from a name to the bars it stands before
_BEHIND = 12.0  # points from a swatch to its text
_AWAY = 120.0  # points from a chart to its key


@dataclass(frozen=True, slots=True)
class _Group:
    """Bars side by side, each with its figure, and the lines of the name of them all."""

    bars: tuple[tuple[Shape, Segment], ...]
    name: tuple[Segment, ...]


Key = dict[Rgb, Segment]


def find_grouped(
    bars: Sequence[Shape], segments: Sequence[Segment], shapes: Sequence[Shape]
) -> list[RawTable]:
    """The charts of a page with bars in groups and a key to their colours."""
    found = []
    for upright in (True, False):
        for run in runs_of(bars, upright):
            table = _chart(run, upright, segments, shapes)
            found += [table] if table is not None else []
    return found


def _chart(
    run: Sequence[Shape], upright: bool, segments: Sequence[Segment], shapes: Sequence[Shape]
) -> RawTable | None:
    key = _key(run, shapes, segments)
    if key is None:
        return None
    free = [s for s in segments if not any(s is said for said in key.values())]
    groups = [_group(part, upright, free) for part in _parts(run, upright)]
    told = [group for group in groups if group is not None]
    if len(told) < max(len(groups), _FEWEST_GROUPS) or not _are_sure(told, upright, segments):
        return None
    return _table(told, key)


def _key(run: Sequence[Shape], shapes: Sequence[Shape], segments: Sequence[Segment]) -> Key | None:
    """What each colour of the bars stands for; null where not all of them are explained once."""
    fills = {shape.fill for shape in run if shape.fill is not None}
    place = around(shape.rect for shape in run)
    own = {id(shape) for shape in run}
    swatches = [s for s in shapes if id(s) not in own and s.fill in fills and is_small(s)]
    said: dict[Rgb, list[Segment]] = {fill: [] for fill in fills}
    for swatch in sorted(swatches, key=lambda s: (s.rect.top, s.rect.x0)):
        near = place.grown(_AWAY).has_centre_of(swatch.rect)
        text = text_behind(swatch.rect, segments) if near else None
        if swatch.fill is not None and text is not None:
            said[swatch.fill].append(text)
    names = {id(texts[0]) for texts in said.values() if len(texts) == 1}
    if len(fills) < _FEWEST or len(names) < len(fills):
        return None
    ordered = sorted(said.items(), key=lambda each: _order(each[0], run))
    return {fill: texts[0] for fill, texts in ordered}


def _order(fill: Rgb, run: Sequence[Shape]) -> tuple[float, float]:
    """Where the first bar of a colour stands: its column is in the order of the bars."""
    first = min((s.rect for s in run if s.fill == fill), key=lambda r: (r.x0, r.top))
    return (first.x0, first.top)


def text_behind(swatch: Rect, segments: Sequence[Segment]) -> Segment | None:
    """The text right behind a swatch on its line."""
    level = [s for s in segments if swatch.top - 2 < s.rect.cy < swatch.bottom + 2]
    behind = [s for s in level if -1 <= s.rect.x0 - swatch.x1 <= _BEHIND]
    return min(behind, key=lambda s: s.rect.x0, default=None)


def _parts(run: Sequence[Shape], upright: bool) -> list[list[Shape]]:
    """Bars parted where they stand farther from each other than within a group."""

    def side(shape: Shape) -> tuple[float, float]:
        rect = shape.rect
        return (rect.x0, rect.x1) if upright else (rect.top, rect.bottom)

    ordered = sorted(run, key=side)
    gaps = [side(after)[0] - side(before)[1] for before, after in pairwise(ordered)]
    start, end = side(ordered[0])
    widest = min(gaps) + _PART * (end - start)
    parts = [[ordered[0]]]
    for gap, shape in zip(gaps, ordered[1:], strict=True):
        if gap > widest:
            parts.append([])
        parts[-1].append(shape)
    return parts


def _group(part: Sequence[Shape], upright: bool, segments: Sequence[Segment]) -> _Group | None:
    """A group whose bars all have a colour and a figure of their own, and that has a name."""
    figures = [_figure(shape.rect, upright, segments) for shape in part]
    told = [(shape, s) for shape, s in zip(part, figures, strict=True) if s is not None]
    place = around(shape.rect for shape in part)
    name = _name_below(place, segments) if upright else _name_before(place, segments)
    alone = len({shape.fill for shape in part}) == len(part)
    if not name or not alone or len(told) < len(part):
        return None
    return _Group(tuple(told), tuple(name))


def _figure(bar: Rect, upright: bool, segments: Sequence[Segment]) -> Segment | None:
    if upright:
        found = figures_over(bar, segments)
    else:
        found = [s for s in level_with(bar, segments) if s.rect.x0 > bar.x0 and is_value(s.text)]
    return found[0] if len(found) == 1 else None


def _name_below(place: Rect, segments: Sequence[Segment]) -> list[Segment]:
    """The lines of the name under a group; none where two names stand side by side."""
    under = [s for s in segments if place.x0 <= s.rect.cx <= place.x1]
    lines: list[Segment] = []
    for segment in sorted(under, key=lambda s: s.rect.cy):
        if not lines:
            begins = -1 <= segment.rect.top - place.bottom <= _BELOW
            lines += [segment] if begins else []
        elif segment.rect.cy - lines[-1].rect.cy < _LEADING * segment.size:
            lines.append(segment)
    pairs = pairwise(lines)
    return [] if any(a.rect.overlap_y(b.rect) > 1 for a, b in pairs) else lines


def _name_before(place: Rect, segments: Sequence[Segment]) -> list[Segment]:
    """The lines of the name before a group of bars that lie."""
    before = [s for s in segments if -1 <= place.x0 - s.rect.x1 < _FARTHEST]
    lines = [s for s in before if place.top - 1 < s.rect.cy < place.bottom + 1]
    lines.sort(key=lambda s: s.rect.cy)
    pairs = pairwise(lines)
    return [] if any(a.rect.overlap_y(b.rect) > 1 for a, b in pairs) else lines


def _are_sure(groups: Sequence[_Group], upright: bool, segments: Sequence[Segment]) -> bool:
    """Whether all bars are as long as their figures are large, and nothing stands among them that
    is of another bar."""
    bars = [bar for group in groups for bar in group.bars]
    own = [*(s for _, s in bars), *(s for group in groups for s in group.name)]
    lengths = [(s, b.rect.height if upright else b.rect.width) for b, s in bars]
    once = len(set(map(id, own))) == len(own)
    place = around(shape.rect for shape, _ in bars)
    grouped = any(len(group.bars) >= _FEWEST for group in groups)
    return once and grouped and are_true(lengths) and not has_further(place, own, segments)


def _table(groups: Sequence[_Group], key: Key) -> RawTable:
    """A row for each group and a column for each colour; where the groups are years, a column for
    each of them and a row for each colour."""
    names = [group.name for group in groups]
    series: list[tuple[Segment, ...]] = [(said,) for said in key.values()]
    fills = list(key)
    values = {
        (at, fills.index(shape.fill)): figure
        for at, group in enumerate(groups)
        for shape, figure in group.bars
        if shape.fill is not None
    }
    if all(_is_period(name) for name in names):
        names, series = series, names
        values = {(column, row): figure for (row, column), figure in values.items()}
    shown = [*(s for name in (*names, *series) for s in name), *values.values()]
    rect = around([*(s.rect for s in shown), *(b.rect for g in groups for b, _ in g.bars)])
    cells = [RawCell(0, 0, Rect(rect.x0 - 1, rect.top, rect.x0, rect.bottom))]
    cells += [_cell(0, at, said) for at, said in enumerate(series, 1)]
    for row, name in enumerate(names, 1):
        cells.append(_cell(row, 0, name))
        cells += [
            _cell(row, at + 1, (values[row - 1, at],))
            for at in range(len(series))
            if (row - 1, at) in values
        ]
    step = rect.width / (len(series) + 1)
    edges = [rect.x0 + at * step for at in range(len(series) + 2)]
    return RawTable(cells, rect, edges, header_rows=1, ruled=False)


def _is_period(name: Sequence[Segment]) -> bool:
    said = text_of(word for segment in name for word in segment.words)
    return find_period(said) == said


def _cell(row: int, column: int, said: Sequence[Segment]) -> RawCell:
    return cell_of(row, column, around(s.rect for s in said), *said)
